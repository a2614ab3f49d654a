"""What the map of a view shows, and what stands beside it: the choice of areas, colours, names and legend."""

from typing import NamedTuple

import pandas as pd

from lib.exports.findings import view_figures
from lib.exports.view import COMPARISON, MAP, MUNICIPALITY_PAGE, RENEWAL, View
from lib.geography.projection import bounds_on_paper
from lib.maps.choropleth import Level
from lib.maps.fills import GREYED, status_fill
from lib.maps.panel import Panel, Row, county_row, share_key, status_rows
from lib.maps.picture import Picture
from lib.register.register import Register
from lib.register.renewal import renewal
from lib.register.shares import Share, by_county, figures
from lib.register.status import Status
from lib.texts import _
from lib.texts.formats import alphabetical, count_of, number, percent
from lib.texts.sentences import places_phrase
from lib.texts.words import status_word

# More names than this are noise on a map.
_NAMES = 14
# So many names show where one is.
_LANDMARKS = 7
# Places farther apart than this, in units of 100 metres, are shown on the map of the whole country.
_FAR_APART = 7000


class MapContent(NamedTuple):
    """The map and what stands beside it."""

    picture: Picture
    panel: Panel


def map_content(view: View, register: Register) -> MapContent:
    """Choose what the map of a view shows.

    Parameters
    ----------
    view
        The view.
    register
        The observations.

    Returns
    -------
    MapContent
        The map and its legend.
    """
    table = view.municipalities(register)
    if view.page == RENEWAL:
        return _renewal(view, register, table)
    if view.page == COMPARISON and view.places and view.level == Level.MUNICIPALITIES:
        return _compared(view, table)
    if view.level == Level.COUNTIES:
        return _counties(view, table)
    return _statuses(view, register, table)


def _statuses(view: View, register: Register, table: pd.DataFrame) -> MapContent:
    counted, shown = view_figures(view, register), view.selection.statuses
    share = Share(sum(counted.counts[status] for status in shown or (Status.ADOPTED,)), counted.total)
    heading, words = _("Kommuner etter status"), _("av kommunene ({count})")
    place = ""
    if view.page == MUNICIPALITY_PAGE and view.places:
        # Its neighbours keep their colours: the map tells where it lies and what they have done.
        county = table.at[view.places[0], "fylkesnummer"]
        table = table.assign(matches=True)
        inside = table[table["fylkesnummer"] == county]
        share = figures(inside).adopted
        place = places_phrase([register.county_names[county]], [])
        heading = _("Kommunene {place}").format(place=place)
        words = _("av kommunene {place} ({count})")
        focus = tuple(inside.index)
    elif view.page == MAP:
        focus = _inside(table, view.selection.counties)
    else:
        focus = _inside(table, sorted(set(table.loc[table["in_places"], "fylkesnummer"])))
        focus = () if table["in_places"].all() else focus
    seen = table.loc[list(focus)] if focus else table
    greyed = int((~seen["matches"]).sum())
    standing_out = figures(seen[seen["matches"]])
    picture = Picture(table, focus=focus, chosen=view.places if view.page in (MAP, MUNICIPALITY_PAGE) else (),
                      named=_names(seen) if focus else ())  # fmt: skip
    rows = status_rows(standing_out, shown=shown, others=greyed)
    bar = tuple((status_fill(status), count) for status, count in standing_out.counts.items())
    return MapContent(
        picture,
        Panel(
            rows,
            heading,
            _share(share),
            words.format(place=place, count=count_of(share.part, share.whole).replace(" ", "\u00a0")),
            (*bar, (GREYED, greyed)),
        ),
    )


def _share(share: Share) -> str:
    """Write a share large; not where there is only one to count."""
    if share.whole < 2 or share.ratio is None:
        return ""
    return percent(share.ratio, 0 if share.part in (0, share.whole) else 1)


def _inside(table: pd.DataFrame, counties: tuple[str, ...] | list[str]) -> tuple[str, ...]:
    return tuple(table.index[table["fylkesnummer"].isin(counties)])


def _names(table: pd.DataFrame) -> tuple[str, ...]:
    """Name those that have a policy, and the most populous of the others for readers to find their way."""
    seen = table[table["matches"]].sort_values("inhabitants", ascending=False)
    adopted = list(seen.index[seen["status"] == Status.ADOPTED][:_NAMES])
    others = [number for number in seen.index if number not in adopted]
    return (*adopted, *others[: max(0, _LANDMARKS - len(adopted))])


def _counties(view: View, table: pd.DataFrame) -> MapContent:
    counties = by_county(table[table["in_places"]])
    whole = len(counties) == table["fylkesnummer"].nunique()
    ordered = counties.assign(order=counties["fylke"].map(alphabetical)).sort_values(
        ["share", "order"], ascending=[False, True]
    )
    rows = tuple(county_row(row.fylke, row.adopted, row.total) for row in ordered.itertuples())
    focus = () if whole else _inside(table, list(counties.index))
    adopted, total = int(counties["adopted"].sum()), int(counties["total"].sum())
    return MapContent(
        Picture(table, Level.COUNTIES, counties, focus=focus),
        Panel(
            rows,
            _("Andel av kommunene med dokumentert politikk"),
            _share(Share(adopted, total)),
            _("av kommunene ({count})").format(count=count_of(adopted, total).replace(" ", "\u00a0")),
            key=share_key(),
        ),
    )


def _compared(view: View, table: pd.DataFrame) -> MapContent:
    left, top, right, bottom = bounds_on_paper(view.places)
    near = max(right - left, bottom - top) < _FAR_APART
    rows = tuple(
        Row(status_fill(row.status), row.navn, status_word(row.status))
        for row in table.loc[list(view.places)].itertuples()
    )
    return MapContent(Picture(table, focus=view.places if near else (), chosen=view.places), Panel(rows))


def _renewal(view: View, register: Register, table: pd.DataFrame) -> MapContent:
    found = renewal(register, view.selection.definition, view.today).within(view.selection.counties)
    soon = set(found.ending["kommunenummer"]) | set(found.unconfirmed["kommunenummer"])
    late = set(found.expired["kommunenummer"])
    inside = table[table["in_places"]]
    others = len(inside) - len(soon | late)
    table = table.assign(matches=table["in_places"] & table.index.isin(soon | late))
    focus = _inside(table, view.selection.counties)
    rows = (
        Row(
            status_fill(Status.ADOPTED),
            _("Går ut eller blir ubekreftet"),
            number(len(soon)),
        ),
        Row(status_fill(Status.EXPIRED), status_word(Status.EXPIRED), number(len(late))),
        Row(GREYED, _("Andre kommuner"), number(others)),
    )
    seen = table.loc[list(focus)] if focus else table
    named = tuple(seen[seen["matches"]].sort_values("inhabitants", ascending=False).index[:_NAMES])
    return MapContent(
        Picture(table, focus=focus, named=named if focus else ()),
        Panel(rows, _("Til fornyelse innen utgangen av {year}").format(year=view.today.year + 1)),
    )
