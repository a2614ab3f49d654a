"""What the start page says for a selection, made once for all visitors who look at the same."""

from dataclasses import dataclass
from datetime import date

from lib.fragments.counties import county_table
from lib.fragments.figures import headline, key_figures, lead
from lib.fragments.legend import chart_legend, share_legend, status_legend
from lib.fragments.summary import place_in_words, selection_summary
from lib.maps.choropleth import Level
from lib.register.published import latest_mapping, quoted_mapping
from lib.register.register import Register
from lib.register.selection import Selection
from lib.register.shares import by_county, figures
from lib.texts import _
from lib.texts.formats import day
from lib.texts.language import kept_by_language


@dataclass(frozen=True)
class Overview:
    """The texts of the start page, as HTML."""

    headline: str
    lead: str
    summary: str
    legend: str
    key_figures: str
    chart_legend: str
    county_table: str


@kept_by_language(1024)
def overview(register: Register, selection: Selection, level: Level, today: date) -> Overview:
    """Put the texts of the start page together.

    Parameters
    ----------
    register
        The tables and the municipalities.
    selection
        Places, statuses, definition and date.
    level
        What the map colours, which the legend explains.
    today
        The present day.

    Returns
    -------
    Overview
        The texts.
    """
    municipalities = register.at(selection, today)
    in_places = municipalities[municipalities["in_places"]]
    country, chosen = figures(municipalities), figures(in_places)
    matching = figures(municipalities[municipalities["matches"]])
    published = register.tables.published_totals
    latest = latest_mapping(published, "NO", selection.on)
    when = "" if selection.on == today else day(selection.on)
    place = place_in_words(selection, register.county_names)
    return Overview(
        headline(country, when),
        lead(country, latest),
        selection_summary(chosen, selection, place, when),
        share_legend() if level == Level.COUNTIES else status_legend(matching),
        key_figures(chosen, place, latest, quoted_mapping(published, selection.on)),
        chart_legend(selection.statuses),
        county_table(
            by_county(in_places),
            chosen,
            register.tables,
            on=selection.on,
            statuses=selection.statuses,
            caption=_("Kommuner etter status i hvert fylke. Velg en overskrift for å sortere."),
        ),
    )
