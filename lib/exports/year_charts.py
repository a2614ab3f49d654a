"""The charts over the years: of the country with the published figures beside it, and of a county."""

from dataclasses import replace
from datetime import date
from typing import ClassVar

import altair as alt
import pandas as pd

from lib.charts.county_history import county_history_alt, county_history_chart, drawable
from lib.charts.development import development_chart, development_chart_alt, published_shares
from lib.charts.legend import Key, Mark
from lib.charts.paper import Paper
from lib.exports.chart import Chart
from lib.exports.naming import conditions
from lib.exports.view import COUNTY_PAGE, DEVELOPMENT, View
from lib.palette import Theme
from lib.register.history import status_series, undated_only
from lib.register.published import publications
from lib.register.register import Register
from lib.register.schemas.publications import COUNTRY
from lib.register.status import Definition, Status
from lib.texts import _, ngettext
from lib.texts.formats import day, listing, number
from lib.texts.words import definition_word


class _DevelopmentChart(Chart):
    """The share of the country's municipalities, year by year."""

    name: ClassVar[str] = "utvikling"
    page: ClassVar[str] = DEVELOPMENT
    stands_beside: ClassVar[bool] = True
    least: ClassVar[float] = 0.6
    most: ClassVar[float] = 1.6

    def exists(self, view: View, register: Register) -> bool:
        return True

    def heading(self, view: View, register: Register) -> str:
        return _("Andelen av kommunene som har vedtatt, år for år")

    def on(self, view: View) -> date:
        return view.today

    def title(self, view: View, register: Register) -> str:
        series = _series(view, register)
        now, peak = series.iloc[-1], series.loc[series["adopted"].idxmax()]
        if peak["adopted"] == now["adopted"]:
            text = _(
                "{adopted} av {total} kommuner har en frivillighetspolitikk kjent fra daterte kilder, det høyeste "
                "tallet til nå"
            )
        else:
            text = _(
                "Ved utgangen av {year} hadde {peak} av dagens {total} kommuner en frivillighetspolitikk kjent fra "
                "daterte kilder, {date} har {adopted} det"
            )
        return text.format(
            year=peak["year"],
            peak=number(peak["adopted"]),
            total=number(now["total"]),
            adopted=number(now["adopted"]) if now["adopted"] else _("ingen"),
            date=day(view.today),
        )

    def subtitle(self, view: View, register: Register) -> str:
        shown = replace(view, selection=replace(view.selection, on=view.today))
        return f"{_('Andel av kommunene som har en vedtatt politikk, år for år.')} {conditions(shown)}"

    def legend(self, view: View, register: Register) -> tuple[Key, ...]:
        others = [definition_word(other).lower() for other in Definition if other != view.selection.definition]
        printed = published_shares(publications(register.tables.published_totals, COUNTRY, view.today))
        keys = [
            Key(
                _("Registeret, {chosen} definisjon").format(chosen=definition_word(view.selection.definition).lower()),
                Mark.LINE,
            ),
            Key(_("Registeret, {others} definisjon").format(others=listing(others)), Mark.THIN),
        ]
        if printed["comparable"].any():
            keys.append(Key(_("Frivillighet Norges tellinger"), Mark.DIAMOND))
        if (~printed["comparable"]).any():
            keys.append(Key(_("Undersøkelser og siterte tall, ikke sammenlignbare"), Mark.CROSS))
        return tuple(keys)

    def draw(
        self, view: View, register: Register, theme: Theme = "light", paper: Paper | None = None
    ) -> alt.Chart | alt.LayerChart:
        series = {each: status_series(register, each, view.today) for each in Definition}
        published = publications(register.tables.published_totals, COUNTRY, view.today)
        # The numbers of the milestones need their list, which stands on the page and not in the file.
        milestones = register.tables.milestones.iloc[:0] if paper else register.tables.milestones
        return development_chart(series, view.selection.definition, published, milestones, theme, paper)

    def alternative(self, view: View, register: Register) -> str:
        published = publications(register.tables.published_totals, COUNTRY, view.today)
        return development_chart_alt(_series(view, register), published)

    def notes(self, view: View, register: Register) -> tuple[str, ...]:
        undated = undated_only(register, view.selection.definition, view.today)
        return (
            " ".join(_left_out(undated, view.today)),
            _("Frivillighet Norges tellinger er en egen serie, med de nevnerne som ble oppgitt."),
        )


class _CountyHistoryChart(Chart):
    """How many of a county's municipalities, year by year."""

    name: ClassVar[str] = "fylkesutvikling"
    page: ClassVar[str] = COUNTY_PAGE
    stands_beside: ClassVar[bool] = True
    least: ClassVar[float] = 0.6
    most: ClassVar[float] = 1.6

    def exists(self, view: View, register: Register) -> bool:
        return bool(view.places)

    def heading(self, view: View, register: Register) -> str:
        return _("Utviklingen i {county}").format(county=register.county_names[view.places[0]])

    def title(self, view: View, register: Register) -> str:
        series = _series(view, register)
        now, peak = series.iloc[-1], series.loc[series["adopted"].idxmax()]
        if not peak["adopted"]:
            text = ngettext(
                "{county}: {adopted} av {total} kommune har en frivillighetspolitikk kjent fra daterte kilder, som i "
                "alle år før",
                "{county}: {adopted} av {total} kommuner har en frivillighetspolitikk kjent fra daterte kilder, som i "
                "alle år før",
                int(now["total"]),
            )
        elif peak["adopted"] == now["adopted"]:
            text = ngettext(
                "{county}: {adopted} av {total} kommune har en frivillighetspolitikk kjent fra daterte kilder",
                "{county}: {adopted} av {total} kommuner har en frivillighetspolitikk kjent fra daterte kilder",
                int(now["total"]),
            )
        else:
            text = ngettext(
                "{county}: Ved utgangen av {year} hadde {peak} av {total} kommune en frivillighetspolitikk kjent fra "
                "daterte kilder, {date} har {adopted} det",
                "{county}: Ved utgangen av {year} hadde {peak} av dagens {total} kommuner en frivillighetspolitikk "
                "kjent fra daterte kilder, {date} har {adopted} det",
                int(now["total"]),
            )
        return text.format(
            county=register.county_names[view.places[0]],
            year=peak["year"],
            peak=number(peak["adopted"]),
            total=number(now["total"]),
            adopted=number(now["adopted"]) if now["adopted"] else _("ingen"),
            date=day(view.today),
        )

    def subtitle(self, view: View, register: Register) -> str:
        total = len(_numbers(view, register))
        measured = ngettext(
            "Kommuner som har vedtatt, av {total}, år for år.",
            "Kommuner som har vedtatt, av {total}, år for år.",
            total,
        ).format(total=number(total))
        return f"{measured} {conditions(view)}"

    def legend(self, view: View, register: Register) -> tuple[Key, ...]:
        keys = [Key(_("Registeret: vedtatt etter daterte kilder"), Mark.LINE)]
        if len(drawable(_published(view, register), len(_numbers(view, register)))):
            keys.append(Key(_("Frivillighet Norges egne tall"), Mark.HOLLOW))
        return tuple(keys)

    def draw(
        self, view: View, register: Register, theme: Theme = "light", paper: Paper | None = None
    ) -> alt.Chart | alt.LayerChart:
        return county_history_chart(_series(view, register), _published(view, register), theme, paper)

    def alternative(self, view: View, register: Register) -> str:
        name = register.county_names[view.places[0]]
        return county_history_alt(name, _series(view, register), _published(view, register))

    def notes(self, view: View, register: Register) -> tuple[str, ...]:
        undated = undated_only(register, view.selection.definition, view.today, _numbers(view, register))
        return (" ".join(_left_out(undated, view.today)),)


def _numbers(view: View, register: Register) -> list[str]:
    """List the municipalities that a chart counts among."""
    if view.page != COUNTY_PAGE:
        return list(register.municipalities.index)
    return list(register.municipalities.index[register.municipalities["fylkesnummer"] == view.places[0]])


def _series(view: View, register: Register) -> pd.DataFrame:
    return status_series(register, view.selection.definition, view.today, _numbers(view, register))


def _published(view: View, register: Register) -> pd.DataFrame:
    return publications(register.tables.published_totals, view.places[0], view.today)


def _left_out(undated: pd.DataFrame, today: date) -> list[str]:
    """Say what the series counts, and how many that have a policy it leaves out."""
    said = [
        _(
            "Registerets tall er statusen 31. desember hvert år og {date}, regnet med dagens kommuner. Bare daterte "
            "kilder er med."
        ).format(date=day(today))
    ]
    more = int(((undated["status"] == Status.ADOPTED) & (undated["dated"] != Status.ADOPTED)).sum())
    if more:
        said.append(
            ngettext(
                "{count} kommune til har en politikk etter kilder uten dato.",
                "{count} kommuner til har en politikk etter kilder uten dato.",
                more,
            ).format(count=number(more))
        )
    return said


YEARS = _DevelopmentChart()
COUNTY_YEARS = _CountyHistoryChart()
