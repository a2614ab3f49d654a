"""A view of the dashboard, as files, embeds and citations need it: read from an address and written back.

Every page has views; what a page shows follows from its address alone. The pages' own widgets live elsewhere.
"""

from dataclasses import dataclass
from datetime import date

import pandas as pd

from lib.maps.choropleth import Level
from lib.pages import address
from lib.register.address import (
    COUNTY,
    DEFINITION,
    LEVEL,
    MUNICIPALITY,
    YEAR,
    Ignored,
    Parameters,
    read_choice,
    read_choices,
    read_selection,
    write_selection,
)
from lib.register.former import read_municipality
from lib.register.history import municipalities_in, series_dates
from lib.register.places import COUNTIES, MUNICIPALITIES, earlier_county, earlier_municipality, read_places
from lib.register.register import Register
from lib.register.selection import Selection
from lib.register.status import Definition
from lib.register.suggestions import MOST

MAP = "kart"
MUNICIPALITY_PAGE = "kommune"
COUNTY_PAGE = "fylke"
COMPARISON = "sammenlign"
DEVELOPMENT = "utvikling"
RENEWAL = "fornyelse"
# The pages that have views; others only hold texts.
PAGES = (MAP, MUNICIPALITY_PAGE, COUNTY_PAGE, COMPARISON, DEVELOPMENT, RENEWAL)


@dataclass(frozen=True)
class View:
    """What a page shows.

    Attributes
    ----------
    page
        Name of the page, as in :mod:`lib.pages`.
    today
        The present day.
    selection
        The date and the definition; on the map page and the renewal page also places and statuses.
    level
        Whether municipalities or counties are coloured or compared.
    places
        The municipality or county that the page is about, those it compares, or the one outlined on the map.
    """

    page: str
    today: date
    selection: Selection
    level: Level = Level.MUNICIPALITIES
    places: tuple[str, ...] = ()

    @property
    def year(self) -> int:
        """The year of the date, which the development page shows on its map."""
        return self.selection.on.year

    def parameters(self) -> dict[str, str]:
        """Write the view as parameters of an address, without those that are as usual.

        Returns
        -------
        dict
            Names and values; :func:`read_view` gives the same view back.
        """
        chosen = self.selection
        definition = "" if chosen.definition == Definition.STANDARD else chosen.definition.value
        level = "" if self.level == Level.MUNICIPALITIES else self.level.value
        if self.page == MAP:
            values = write_selection(chosen, self.today) | {LEVEL: level, MUNICIPALITY: ",".join(self.places)}
        elif self.page == MUNICIPALITY_PAGE:
            values = {MUNICIPALITY: ",".join(self.places), DEFINITION: definition}
        elif self.page == COUNTY_PAGE:
            values = {COUNTY: ",".join(self.places)}
        elif self.page == COMPARISON:
            name = COUNTIES if self.level == Level.COUNTIES else MUNICIPALITIES
            values = {name: ",".join(self.places), DEFINITION: definition}
            if not self.places:
                values[LEVEL] = level
        elif self.page == DEVELOPMENT:
            values = {DEFINITION: definition, YEAR: "" if self.year == self.today.year else str(self.year)}
        else:
            values = {COUNTY: ",".join(chosen.counties)}
        return {name: value for name, value in values.items() if value}

    def address(self) -> str:
        """Write the address of the page in the language spoken, relative to the application's root."""
        return address("" if self.page == MAP else self.page, **self.parameters())

    def municipalities(self, register: Register) -> pd.DataFrame:
        """Give all municipalities with their status, and whether they belong to the view.

        Parameters
        ----------
        register
            The observations.

        Returns
        -------
        pandas.DataFrame
            As :meth:`lib.register.register.Register.at` gives it; ``matches`` is True for the municipalities that
            the view is about. A new table that the caller may change.
        """
        chosen = self.selection
        if self.page == DEVELOPMENT:
            table = municipalities_in(register, chosen.definition, self.year, self.today)
            return table.assign(in_places=True, matches=True)
        table = register.at(chosen, self.today)
        if self.page in (MAP, RENEWAL) or not self.places:
            return table
        by_county = self.page == COUNTY_PAGE or self.level == Level.COUNTIES
        numbers = table["fylkesnummer"] if by_county else table.index.to_series()
        meant = numbers.isin(self.places)
        return table.assign(in_places=meant, matches=meant)


def read_view(page: str, parameters: Parameters, register: Register, today: date) -> tuple[View, list[Ignored]]:
    """Read a view from the address of a page.

    Parameters
    ----------
    page
        Name of the page.
    parameters
        The address: texts for each parameter name. Names that are not the page's are passed over.
    register
        What there is to choose from.
    today
        The present day.

    Returns
    -------
    View
        What the address asks for, with defaults for what it leaves out or has wrong.
    list of Ignored
        What could not be used.
    """
    if page == MAP:
        return _read_map(parameters, register, today)
    if page == RENEWAL:
        counties, ignored = read_choices(parameters, COUNTY, register.county_names)
        return View(page, today, Selection(today, counties=counties)), ignored
    if page == COUNTY_PAGE:
        county, ignored = read_choice(parameters, COUNTY, register.county_names)
        return View(page, today, Selection(today), places=(county,) if county else ()), ignored
    definition, ignored = _read_definition(parameters)
    if page == MUNICIPALITY_PAGE:
        found = read_municipality(
            parameters, MUNICIPALITY, register.municipalities.index, register.tables.former_numbers
        )
        wrong = found.ignored or (
            [Ignored(MUNICIPALITY, found.former.number)] if not found.number and found.former else []
        )
        places = (found.number,) if found.number else ()
        return View(page, today, Selection(today, definition), places=places), ignored + wrong
    if page == DEVELOPMENT:
        dates = series_dates(register, today)
        year, wrong = read_choice(parameters, YEAR, [str(year) for year in dates])
        on = dates[int(year)] if year else today
        return View(page, today, Selection(on, definition)), ignored + wrong
    return _read_comparison(parameters, register, today, definition, ignored)


def _read_definition(parameters: Parameters) -> tuple[Definition, list[Ignored]]:
    definition, ignored = read_choice(parameters, DEFINITION, [each.value for each in Definition])
    return Definition(definition) if definition else Definition.STANDARD, ignored


def _read_map(parameters: Parameters, register: Register, today: date) -> tuple[View, list[Ignored]]:
    selection, ignored = read_selection(parameters, list(register.county_names), register.earliest, today)
    level, wrong_level = read_choice(parameters, LEVEL, [level.value for level in Level])
    chosen, wrong_chosen = read_choice(parameters, MUNICIPALITY, register.municipalities.index)
    view = View(MAP, today, selection, Level(level) if level else Level.MUNICIPALITIES, (chosen,) if chosen else ())
    return view, ignored + wrong_level + wrong_chosen


def _read_comparison(
    parameters: Parameters, register: Register, today: date, definition: Definition, ignored: list[Ignored]
) -> tuple[View, list[Ignored]]:
    level, wrong = read_choice(parameters, LEVEL, [level.value for level in Level])
    municipalities = read_places(
        parameters,
        MUNICIPALITIES,
        register.municipalities.index,
        lambda number: earlier_municipality(register, number),
        MOST,
    )
    counties = read_places(
        parameters, COUNTIES, register.county_names, lambda number: earlier_county(register, number), MOST
    )
    shown = Level.COUNTIES if counties.chosen and not municipalities.chosen else Level.MUNICIPALITIES
    if level and not counties.chosen and not municipalities.chosen:
        shown = Level(level)
    found = counties if shown == Level.COUNTIES else municipalities
    unusable = [Ignored(COUNTIES if shown == Level.COUNTIES else MUNICIPALITIES, one.number) for one in found.split]
    unusable += [Ignored(COUNTIES if shown == Level.COUNTIES else MUNICIPALITIES, one) for one in found.left_out]
    view = View(COMPARISON, today, Selection(today, definition), shown, found.chosen)
    return view, ignored + wrong + municipalities.ignored + counties.ignored + unusable
