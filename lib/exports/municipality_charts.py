"""The charts of municipalities over time: what the sources said of one, and the statuses of several side by side."""

from typing import ClassVar

import altair as alt
import pandas as pd

from lib.charts.comparison import municipalities_chart, municipalities_chart_alt
from lib.charts.legend import Key, Mark
from lib.charts.paper import Paper
from lib.charts.timeline import SHAPES, Lane, timeline_alt, timeline_chart
from lib.exports.chart import Chart
from lib.exports.findings import finding, standing
from lib.exports.naming import conditions
from lib.exports.view import COMPARISON, MUNICIPALITY_PAGE, View
from lib.maps.choropleth import Level
from lib.palette import Theme
from lib.register.comparison import MunicipalityFacts, municipality_facts, periods_of
from lib.register.evidence import evidence_of
from lib.register.former import mergers
from lib.register.register import Register
from lib.register.status import Status
from lib.texts import _, ngettext
from lib.texts.comparison import finding_of_municipalities
from lib.texts.formats import number
from lib.texts.words import status_word


class _TimelineChart(Chart):
    """What the sources said of a municipality, and of those that have become a part of it."""

    name: ClassVar[str] = "tidslinje"
    page: ClassVar[str] = MUNICIPALITY_PAGE
    most: ClassVar[float] = 1.7

    def exists(self, view: View, register: Register) -> bool:
        return bool(view.places) and any((lane.evidence["known"] != "").any() for lane in _lanes(view, register))

    def heading(self, view: View, register: Register) -> str:
        name = register.municipalities.at[view.places[0], "navn"]
        return _("Kildene om frivillighetspolitikk i {municipality}").format(municipality=name)

    def title(self, view: View, register: Register) -> str:
        evidence = _evidence(view, register)
        if evidence["counts"].any():
            return finding(view, register)
        return ngettext(
            "{municipality} er ikke undersøkt: kilden teller ikke med i statusen",
            "{municipality} er ikke undersøkt: ingen av de {count} kildene teller med i statusen",
            len(evidence),
        ).format(municipality=register.municipalities.at[view.places[0], "navn"], count=number(len(evidence)))

    def subtitle(self, view: View, register: Register) -> str:
        evidence = _evidence(view, register)
        counted = ngettext(
            "{count} av {total} kilde teller med i statusen.",
            "{count} av {total} kilder teller med i statusen.",
            len(evidence),
        ).format(count=number(int(evidence["counts"].sum())), total=number(len(evidence)))
        row = view.municipalities(register).loc[view.places[0]]
        said = f"{counted} {conditions(view)}"
        # The title of one that nothing is known of today says so itself.
        return said if row["status"] == Status.UNKNOWN else f"{standing(row)}. {said}"

    def legend(self, view: View, register: Register) -> tuple[Key, ...]:
        said = set(_evidence(view, register)["status"])
        return tuple(
            Key(status_word(status), Mark(shape.removesuffix("-up")), status)
            for status, shape in SHAPES.items()
            if status in said
        )

    def draw(
        self, view: View, register: Register, theme: Theme = "light", paper: Paper | None = None
    ) -> alt.Chart | alt.LayerChart:
        chart = timeline_chart(_lanes(view, register), view.today, theme, paper)
        if chart is None:
            raise ValueError(f"view: none of the sources on {view.places} is dated")
        return chart

    def alternative(self, view: View, register: Register) -> str:
        return timeline_alt(_lanes(view, register))

    def notes(self, view: View, register: Register) -> tuple[str, ...]:
        return (
            _(
                "Et merke er det én kilde sa, en stripe er tiden et dokument gjelder etter kilden. Hule merker teller "
                "ikke med i statusen. Den stiplede linjen er i dag."
            ),
        )


class _ComparedMunicipalitiesChart(Chart):
    """The statuses over time of the municipalities that are compared."""

    name: ClassVar[str] = "sammenligning"
    page: ClassVar[str] = COMPARISON
    least: ClassVar[float] = 0.7
    most: ClassVar[float] = 2.2

    def exists(self, view: View, register: Register) -> bool:
        if not view.places or view.level != Level.MUNICIPALITIES:
            return False
        return any(one.sources for one in _facts(view, register))

    def heading(self, view: View, register: Register) -> str:
        return _("Kommunenes status over tid")

    def title(self, view: View, register: Register) -> str:
        facts = _facts(view, register)
        if len(facts) == 1:
            return finding(view, register)
        return finding_of_municipalities([(one.name, one.status.status.value) for one in facts])

    def subtitle(self, view: View, register: Register) -> str:
        return f"{_('Statusen til hver kommune over tid.')} {conditions(view)}"

    def legend(self, view: View, register: Register) -> tuple[Key, ...]:
        return tuple(Key(status_word(status), Mark.SWATCH, status) for status in Status)

    def draw(
        self, view: View, register: Register, theme: Theme = "light", paper: Paper | None = None
    ) -> alt.Chart | alt.LayerChart:
        facts = _facts(view, register)
        periods = periods_of(register, facts, view.selection.definition, view.today)
        return municipalities_chart(facts, periods, view.today, theme, paper)

    def alternative(self, view: View, register: Register) -> str:
        facts = _facts(view, register)
        return municipalities_chart_alt(facts, periods_of(register, facts, view.selection.definition, view.today))

    def notes(self, view: View, register: Register) -> tuple[str, ...]:
        return (
            _(
                "Båndet viser statusen etter de daterte kildene, og hver prikk er en slik kilde. Firkanten er statusen "
                "i dag, der også kilder uten dato teller. En strek etter i dag viser hvor lenge dokumentet gjelder "
                "ifølge kilden."
            ),
        )


def _evidence(view: View, register: Register) -> pd.DataFrame:
    return evidence_of(
        view.places[0], register.tables.policy_status, view.today, view.selection.definition, today=view.today
    )


def _lanes(view: View, register: Register) -> list[Lane]:
    """Give the municipality and each of its predecessors that a source speaks of."""
    kommunenummer, evidence = view.places[0], _evidence(view, register)
    of_predecessors = evidence["scope"] == "predecessor"
    lanes = []
    if not of_predecessors.all():
        lanes.append(Lane(register.municipalities.at[kommunenummer, "navn"], evidence[~of_predecessors]))
    merged = mergers(kommunenummer, evidence, register.tables.former_numbers)
    for name, rows in evidence[of_predecessors].groupby("name_in_source"):
        lanes.append(Lane(_("Tidligere {name}").format(name=name), rows, merged.get(str(name))))
    return lanes


def _facts(view: View, register: Register) -> tuple[MunicipalityFacts, ...]:
    return municipality_facts(register, view.places, view.selection.definition, view.today)


TIMELINE = _TimelineChart()
COMPARED_MUNICIPALITIES = _ComparedMunicipalitiesChart()
