"""The counties: how many municipalities have which status in each, and what the county council itself has adopted."""

from lib.pages import county_path
from lib.register.councils import agreements_of, council_evidence, council_statuses, prizes_of
from lib.register.places import earlier_county
from lib.register.published import publications
from lib.register.selection import Selection
from lib.register.shares import by_county
from lib.texts import _
from lib.web.answers import Asked, Content
from lib.web.api.fields import (
    INHABITANTS,
    Field,
    Row,
    Schema,
    chosen,
    count_fields,
    derived_fields,
    object_schema,
    partial_date_field,
    rows_of,
    status_fields,
    table_fields,
)
from lib.web.api.figures import key_figures
from lib.web.api.filters import county_parameter, date_parameter, definition_parameter, selection_of
from lib.web.api.municipalities import municipality_rows
from lib.web.api.observations import council_fields, with_known
from lib.web.api.places import lead_on, link_schema, links_of
from lib.web.api.route import CSV, GEOJSON, JSON, Answer, ApiRoute, Example, PathParameter
from lib.web.api.shapes import county_shapes

_FORMATS = (JSON, CSV, GEOJSON)


def county_routes() -> list[ApiRoute]:
    """Declare the routes.

    Returns
    -------
    list of ApiRoute
        The list, and one county.
    """
    return [
        ApiRoute(
            "/counties",
            "listCounties",
            _("Fylkene"),
            _(
                "Alle fylkene med hvor mange av kommunene som har hver status, og statusen til fylkeskommunens egen "
                "politikk (council_status). Nøkkeltallene i figures gjelder kommunene i fylkene som er valgt."
            ),
            _all,
            "County",
            county_fields(),
            _FORMATS,
            (
                Example(
                    _("Andelen i hvert fylke ved utgangen av 2019"),
                    {"dato": "2019-12-31"},
                    CSV,
                    ("fylke", "adopted", "total", "unknown", "share"),
                ),
            ),
            (county_parameter(), definition_parameter(), date_parameter()),
            members={"figures": {"$ref": "#/components/schemas/Figures"}},
            dated=True,
        ),
        ApiRoute(
            "/counties/{number}",
            "getCounty",
            _("Ett fylke med kommunene og fylkeskommunen"),
            _(
                "Kommunene i fylket, fylkeskommunens egen politikk med alle observasjonene, avtaler med Frivillighet "
                "Norge, publiserte tall og priser. CSV og GeoJSON gir de samme feltene som listen over fylker. "
                "Nummeret til et fylke som ikke finnes lenger, fører videre (308) når området hører til ett fylke i "
                "dag. Ellers er svaret 404 med fylkene å velge mellom."
            ),
            _one,
            "County",
            county_fields(),
            _FORMATS,
            (Example(_("Kommunene og fylkeskommunen i Agder"), {}, JSON, ("fylke", "adopted", "total", "unknown")),),
            (definition_parameter(), date_parameter()),
            PathParameter(_("Fylkesnummer, to sifre."), "^[0-9]{2}$", "42"),
            _detail_schema(),
            dated=True,
        ),
    ]


def county_fields() -> tuple[Field, ...]:
    """Declare the fields of a county in a list."""
    place = chosen(table_fields("municipalities"), "fylkesnummer", "fylke", INHABITANTS)
    return (*place, *count_fields(), *status_fields("council_"))


def agreement_fields() -> tuple[Field, ...]:
    """Declare the fields of what a source says of an agreement."""
    return (
        partial_date_field("date", _("Når avtalen ble inngått, ellers kildens egen dato.")),
        Field("made", _("Om date er dagen avtalen ble inngått."), {"type": "boolean"}),
        *council_fields(),
    )


def _rows(asked: Asked, selection: Selection) -> list[Row]:
    municipalities = asked.register.at(selection, asked.today)
    municipalities = municipalities[municipalities["in_places"]]
    counties = by_county(municipalities)
    counties[INHABITANTS] = municipalities.groupby("fylkesnummer")["inhabitants"].sum()
    councils = council_statuses(asked.register, selection.on, selection.definition, today=asked.today)
    return rows_of(counties.join(councils.add_prefix("council_")), county_fields())


def _all(asked: Asked) -> Answer:
    selection = selection_of(asked)
    municipalities = asked.register.at(selection, asked.today)
    return Answer(
        _rows(asked, selection),
        selection,
        members={"figures": key_figures(municipalities[municipalities["in_places"]])},
        geometry=lambda row: county_shapes()[row["fylkesnummer"]],
        identity="fylkesnummer",
    )


def _one(asked: Asked) -> Answer | Content:
    register, number = asked.register, asked.path["number"]
    if number not in register.county_names:
        unknown = _("Ingen fylker har nummeret {number}. Et fylkesnummer har to sifre, for eksempel 03.").format(
            number=number[:40]
        )
        return lead_on(asked, "counties", earlier_county(register, number), register.county_names, unknown)
    asked_for, tables = selection_of(asked), register.tables
    selection = Selection(asked_for.on, asked_for.definition, counties=(number,))
    (row,) = _rows(asked, selection)
    municipalities = register.at(selection, asked.today)
    municipalities = municipalities[municipalities["in_places"]]
    evidence = council_evidence(register, number, selection.on, selection.definition, today=asked.today)
    agreements = [
        {"date": agreement.date or None, "made": agreement.made}
        | rows_of(with_known(agreement.observation.to_frame().T), council_fields())[0]
        for agreement in agreements_of(tables, number)
    ]
    detail = row | {
        "figures": key_figures(municipalities),
        "municipalities": municipality_rows(municipalities),
        "observations": rows_of(evidence.reset_index(drop=True), (*council_fields(), *derived_fields("counts"))),
        "agreements": agreements,
        "published_totals": rows_of(
            publications(tables.published_totals, number, selection.on), table_fields("published_totals")
        ),
        "awards": rows_of(prizes_of(tables, number), table_fields("awards")),
        "links": links_of(asked, "fylke", number, county_path(number, row["fylke"])),
    }
    return Answer(
        [row],
        selection,
        detail,
        geometry=lambda one: county_shapes()[one["fylkesnummer"]],
        identity="fylkesnummer",
    )


def _detail_schema() -> Schema:
    def many(items: Schema, description: str) -> Schema:
        return {"type": "array", "items": items, "description": description}

    return object_schema(
        county_fields(),
        figures={"$ref": "#/components/schemas/Figures"},
        municipalities=many({"$ref": "#/components/schemas/Municipality"}, _("Kommunene i fylket.")),
        observations=many(
            object_schema((*council_fields(), *derived_fields("counts"))),
            _("Det kildene har sagt om fylkeskommunens egen politikk, det nyeste først."),
        ),
        agreements=many(
            object_schema(agreement_fields()),
            _("Det kildene har sagt om avtaler med Frivillighet Norge. En avtale er ikke en politikk."),
        ),
        published_totals=many(
            {"$ref": "#/components/schemas/PublishedTotal"},
            _("Tall som er publisert om fylket til og med datoen, de eldste først."),
        ),
        awards=many(
            {"$ref": "#/components/schemas/Award"},
            _("Årene fylkeskommunen vant Årets frivillighetskommune eller var finalist."),
        ),
        links=link_schema("page", "dashboard", "embed", "feed"),
    )
