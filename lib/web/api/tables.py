"""The register's own tables as lists: observations, published totals, awards and milestones."""

import pandas as pd

from lib.register.address import COUNTY, DATE, DEFINITION, MUNICIPALITY, STATUS
from lib.register.dates import last_day
from lib.register.evidence import known_by
from lib.register.selection import in_places
from lib.texts import _
from lib.web.answers import Asked
from lib.web.api.fields import rows_of, table_fields
from lib.web.api.filters import (
    confidence_parameter,
    county_parameter,
    known_parameter,
    municipality_parameter,
    page_parameters,
    said_parameter,
    selection_of,
    size_parameter,
)
from lib.web.api.observations import observation_fields, with_known
from lib.web.api.route import CSV, JSON, Answer, ApiRoute, Example

_FORMATS = (JSON, CSV)


def table_routes() -> list[ApiRoute]:
    """Declare the routes.

    Returns
    -------
    list of ApiRoute
        A list for each of the tables.
    """
    return [
        ApiRoute(
            "/observations",
            "listObservations",
            _("Observasjonene"),
            _(
                "Det kildene har sagt om kommunene, i registerets rekkefølge. Observasjoner av kommuner som er slått "
                "sammen, er med; da er scope predecessor. Feltet status er det kilden sa, ikke statusen som er utledet."
            ),
            _observations,
            "Observation",
            observation_fields(),
            _FORMATS,
            (
                Example(
                    _("Alt kildene har sagt om kommunene i Agder"),
                    {"fylke": "42"},
                    CSV,
                    ("kommune", "status", "known", "source_publisher"),
                ),
                Example(
                    _("Vedtak med sterk dokumentasjon"),
                    {"status": "adopted", "definisjon": "strict"},
                    JSON,
                    ("kommune", "document_title", "adopted_on"),
                ),
            ),
            (
                county_parameter(),
                municipality_parameter(),
                size_parameter(),
                said_parameter(),
                confidence_parameter(),
                known_parameter(),
                *page_parameters(),
            ),
            paged=True,
        ),
        ApiRoute(
            "/published-totals",
            "listPublishedTotals",
            _("Tall som andre har publisert"),
            _(
                "Tellinger og andeler slik de er trykt, for landet (NO) og for fylker. De blandes aldri med "
                "registerets egne tall."
            ),
            _published,
            "PublishedTotal",
            table_fields("published_totals"),
            _FORMATS,
            (Example(_("Alle publiserte tall"), {}, CSV, ("area_code", "as_of", "n_with_policy", "source_publisher")),),
            (county_parameter(), known_parameter()),
        ),
        ApiRoute(
            "/awards",
            "listAwards",
            _("Årets frivillighetskommune"),
            _("Vinnere og finalister. Filteret på fylke gir både fylkeskommunen og kommunene i fylket."),
            _awards,
            "Award",
            table_fields("awards"),
            _FORMATS,
            (Example(_("Vinnere og finalister gjennom årene"), {}, CSV, ("year", "area_name", "result")),),
            (county_parameter(), municipality_parameter()),
        ),
        ApiRoute(
            "/milestones",
            "listMilestones",
            _("Milepæler"),
            _("Hendelser på feltet, med dato. Filteret på fylke gir både fylket og kommunene i det."),
            _milestones,
            "Milestone",
            table_fields("milestones"),
            _FORMATS,
            (Example(_("Hendelsene til og med 2020"), {"dato": "2020-12-31"}, CSV, ("date", "kind", "summary_nb")),),
            (county_parameter(), known_parameter()),
        ),
    ]


def _observations(asked: Asked) -> Answer:
    rows, selection = asked.register.tables.policy_status, selection_of(asked)
    municipalities = asked.register.municipalities
    places = municipalities.index[in_places(municipalities, selection)]
    named = _chosen(asked, MUNICIPALITY)
    wanted = rows["kommunenummer"].isin(places.intersection(list(named)) if named else places)
    said = _chosen(asked, STATUS)
    if said:
        wanted &= rows["status"].isin(said)
    if asked.one(DEFINITION):
        wanted &= rows["confidence"].isin(selection.definition.confidences)
    if asked.one(DATE):
        wanted &= known_by(rows, selection.on, today=asked.today)
    return Answer(rows_of(with_known(rows[wanted]), observation_fields()))


def _published(asked: Asked) -> Answer:
    rows = asked.register.tables.published_totals
    rows = rows[_in_counties(rows, asked) & _by_date(rows["as_of"], asked)]
    return Answer(rows_of(rows, table_fields("published_totals")))


def _awards(asked: Asked) -> Answer:
    rows = asked.register.tables.awards
    wanted = _in_counties(rows, asked)
    named = _chosen(asked, MUNICIPALITY)
    if named:
        wanted &= rows["area_code"].isin(named)
    return Answer(rows_of(rows[wanted], table_fields("awards")))


def _milestones(asked: Asked) -> Answer:
    rows = asked.register.tables.milestones
    rows = rows[_in_counties(rows, asked) & _by_date(rows["date"], asked)]
    return Answer(rows_of(rows, table_fields("milestones")))


def _chosen(asked: Asked, name: str) -> list[str]:
    """Give the values of a parameter that has been checked."""
    return [value for text in asked.query.get(name, ()) for value in text.split(",")]


def _in_counties(rows: pd.DataFrame, asked: Asked) -> pd.Series:
    counties = _chosen(asked, COUNTY)
    if not counties:
        return pd.Series(True, index=rows.index)
    county_of = asked.register.municipalities["fylkesnummer"]
    return rows["area_code"].isin(counties) | rows["area_code"].map(county_of).isin(counties)


def _by_date(dates: pd.Series, asked: Asked) -> pd.Series:
    if not asked.one(DATE):
        return pd.Series(True, index=dates.index)
    return dates.map(last_day) <= selection_of(asked).on
