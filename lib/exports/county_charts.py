"""The charts with a bar for each county: on the map page, and of the counties that are compared."""

from typing import ClassVar

import altair as alt
import pandas as pd

from lib.charts.counties import county_chart, county_chart_alt
from lib.charts.legend import Key, Mark
from lib.charts.paper import Paper
from lib.exports.chart import Chart
from lib.exports.findings import basis, finding
from lib.exports.view import COMPARISON, MAP, View
from lib.maps.choropleth import Level
from lib.palette import Theme
from lib.register.register import Register
from lib.register.shares import by_county
from lib.register.status import Status
from lib.texts import _
from lib.texts.formats import day, listing, number
from lib.texts.sentences import places_phrase
from lib.texts.words import size_word, status_word


class _CountyBars(Chart):
    """A bar for each county, divided by status."""

    stands_beside: ClassVar[bool] = True
    least: ClassVar[float] = 0.72
    most: ClassVar[float] = 1.6

    def draw(
        self, view: View, register: Register, theme: Theme = "light", paper: Paper | None = None
    ) -> alt.Chart | alt.LayerChart:
        return county_chart(_counties(view, register), view.selection.statuses, theme, paper)

    def legend(self, view: View, register: Register) -> tuple[Key, ...]:
        return tuple(Key(status_word(status), Mark.SWATCH, status) for status in view.selection.statuses or Status)

    def alternative(self, view: View, register: Register) -> str:
        return county_chart_alt(_counties(view, register), view.selection.statuses)

    def subtitle(self, view: View, register: Register) -> str:
        measured = _("Andel av kommunene i hvert fylke, etter status.")
        sizes = [size_word(size.smallest, size.largest) for size in view.selection.sizes]
        if sizes:
            measured = _("Andel av kommunene {sizes} i hvert fylke, etter status.").format(
                sizes=places_phrase([], sizes)
            )
        return f"{measured} {basis(view, register)}"

    def notes(self, view: View, register: Register) -> tuple[str, ...]:
        counties, shown = _counties(view, register), view.selection.statuses
        beside = _("vedtatt")
        if shown:
            beside = listing([status_word(status).lower() for status in shown], any_of=True)
        said = [_("Tallene ved navnene er kommuner med status {status}, av alle.").format(status=beside)]
        if not shown or Status.UNKNOWN in shown:
            said.append(_("Ikke undersøkt er ikke det samme som ingen."))
        if view.selection.on != view.today:
            said.append(_("Regnet med dagens kommuner."))
        single = counties.loc[(counties["total"] == 1) & ~bool(view.selection.sizes), "fylke"].tolist()
        said += [
            _("{name} er både kommune og fylke, så andelen kan bare være 0 eller 100 %.").format(name=name)
            for name in single
        ]
        return (" ".join(said),)


class _CountiesChart(_CountyBars):
    """All counties, or those chosen on the map page."""

    name: ClassVar[str] = "fylker"
    page: ClassVar[str] = MAP

    def exists(self, view: View, register: Register) -> bool:
        return bool(view.municipalities(register)["in_places"].any())

    def heading(self, view: View, register: Register) -> str:
        return _("Fylke for fylke: kommunene etter status")

    def title(self, view: View, register: Register) -> str:
        counties, statuses = _counties(view, register), view.selection.statuses
        several = counties[counties["total"] > 1].sort_values("share", ascending=False)
        single = counties.loc[counties["total"] == 1, "fylke"].tolist()
        leads = len(several) > 1 and several["share"].iloc[0] > several["share"].iloc[1] and len(single) <= 1
        if not leads or (statuses and statuses != (Status.ADOPTED,)):
            return finding(view, register)
        first = several.iloc[0]
        sizes = [size_word(size.smallest, size.largest) for size in view.selection.sizes]
        return _leading(besides=bool(single), past=view.selection.on != view.today).format(
            when=day(view.selection.on),
            single=listing(single),
            county=first["fylke"],
            count=number(first["adopted"]),
            total=number(first["total"]),
            where=f" {places_phrase([], sizes)}" if sizes else "",
        )


class _ComparedCountiesChart(_CountyBars):
    """The counties that are compared."""

    name: ClassVar[str] = "andeler"
    page: ClassVar[str] = COMPARISON
    stands_beside: ClassVar[bool] = False
    most: ClassVar[float] = 2.2

    def exists(self, view: View, register: Register) -> bool:
        return bool(view.places) and view.level == Level.COUNTIES

    def heading(self, view: View, register: Register) -> str:
        return _("Kommunene i fylkene etter status")

    def title(self, view: View, register: Register) -> str:
        return finding(view, register)


def _leading(*, besides: bool, past: bool) -> str:
    """Say which county leads, besides one with a single municipality where there is such a one."""
    if besides and past:
        return _(
            "{when} var andelen utenom {single} størst i {county}: {count} av dagens {total} kommuner{where} hadde en "
            "dokumentert frivillighetspolitikk"
        )
    if besides:
        return _(
            "Utenom {single} er andelen størst i {county}: {count} av {total} kommuner{where} har en dokumentert "
            "frivillighetspolitikk"
        )
    if past:
        return _(
            "{when} var andelen størst i {county}: {count} av dagens {total} kommuner{where} hadde en dokumentert "
            "frivillighetspolitikk"
        )
    return _(
        "Andelen er størst i {county}: {count} av {total} kommuner{where} har en dokumentert frivillighetspolitikk"
    )


def _counties(view: View, register: Register) -> pd.DataFrame:
    table = view.municipalities(register)
    return by_county(table[table["in_places"]])


COUNTIES = _CountiesChart()
COMPARED_COUNTIES = _ComparedCountiesChart()
