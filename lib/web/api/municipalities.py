"""The municipalities: the list with the status of each, and all that is known of one."""

import pandas as pd

from lib.geography.neighbours import neighbours_of
from lib.geography.search import names_of
from lib.pages import municipality_path
from lib.register.address import DATE, DEFINITION
from lib.register.councils import prizes_of
from lib.register.evidence import evidence_of
from lib.register.places import earlier_municipality
from lib.register.status import Definition
from lib.texts import _
from lib.web.answers import Asked, Content
from lib.web.api.fields import (
    INHABITANTS,
    Field,
    Row,
    Schema,
    chosen,
    derived_fields,
    object_schema,
    rows_of,
    status_fields,
    table_fields,
)
from lib.web.api.figures import key_figures
from lib.web.api.filters import (
    county_parameter,
    date_parameter,
    definition_parameter,
    page_parameters,
    selection_of,
    size_parameter,
    status_parameter,
)
from lib.web.api.observations import observation_fields
from lib.web.api.places import lead_on, link_schema, links_of
from lib.web.api.route import CSV, GEOJSON, JSON, Answer, ApiRoute, Example, PathParameter
from lib.web.api.shapes import municipality_shapes

_FORMATS = (JSON, CSV, GEOJSON)


def municipality_routes() -> list[ApiRoute]:
    """Declare the routes.

    Returns
    -------
    list of ApiRoute
        The list, and one municipality.
    """
    return [
        ApiRoute(
            "/municipalities",
            "listMunicipalities",
            _("Kommunene med status"),
            _(
                "Alle kommunene med statusen hver av dem har på en dato. Filtrene er de samme som på kartet. "
                "Nøkkeltallene i figures gjelder kommunene i fylkene og størrelsene som er valgt, uansett status."
            ),
            _all,
            "Municipality",
            municipality_fields(),
            _FORMATS,
            (
                Example(
                    _("Kommunene i Innlandet med en vedtatt politikk"),
                    {"fylke": "34", "status": "adopted"},
                    CSV,
                    ("kommunenummer", "navn", "since"),
                ),
                Example(
                    _("Kart over kommunene i Agder"),
                    {"fylke": "42"},
                    GEOJSON,
                    ("kommunenummer", "navn", "status"),
                ),
            ),
            (
                county_parameter(),
                status_parameter(),
                size_parameter(),
                definition_parameter(),
                date_parameter(),
                *page_parameters(),
            ),
            members={"figures": {"$ref": "#/components/schemas/Figures"}},
            dated=True,
            paged=True,
        ),
        ApiRoute(
            "/municipalities/{number}",
            "getMunicipality",
            _("Én kommune med alle observasjonene"),
            _(
                "Alt registeret vet om kommunen: statusen, hver observasjon med kilde, naboene, priser og tidligere "
                "numre. CSV og GeoJSON gir de samme feltene som listen over kommuner. Et tidligere kommunenummer fører "
                "videre til dagens kommune (308). Var kommunen delt, er svaret 404 med kommunene å velge mellom."
            ),
            _one,
            "Municipality",
            municipality_fields(),
            _FORMATS,
            (
                Example(
                    _("Alt registeret vet om Kristiansund"),
                    {},
                    JSON,
                    ("navn", "status", "since"),
                ),
            ),
            (definition_parameter(), date_parameter()),
            PathParameter(_("Kommunenummer, fire sifre. Tidligere numre fører videre."), "^[0-9]{4}$", "1505"),
            _detail_schema(),
            dated=True,
        ),
    ]


def municipality_fields() -> tuple[Field, ...]:
    """Declare the fields of a municipality in a list."""
    names = ("kommunenummer", "navn", "offisielt_navn", "fylkesnummer", "fylke", INHABITANTS)
    return (*chosen(table_fields("municipalities"), *names), *derived_fields("size_class"), *status_fields())


def municipality_rows(table: pd.DataFrame) -> list[Row]:
    """Read municipalities off a table.

    Parameters
    ----------
    table
        Rows that :meth:`lib.register.register.Register.at` gives.

    Returns
    -------
    list of dict
        By :func:`municipality_fields`.
    """
    return rows_of(table.rename(columns={"inhabitants": INHABITANTS}), municipality_fields())


def former_fields() -> tuple[Field, ...]:
    """Declare the fields of a number that a municipality, or a part of it, had before."""
    return chosen(table_fields("former_numbers"), "former_number", "former_name", "seen_from", "seen_to")


def neighbour_fields() -> tuple[Field, ...]:
    """Declare the fields of a neighbour."""
    number, name = chosen(table_fields("municipalities"), "kommunenummer", "navn")
    return (number, name, *chosen(table_fields("neighbours"), "over"), *status_fields()[:1])


def _all(asked: Asked) -> Answer:
    selection = selection_of(asked)
    table = asked.register.at(selection, asked.today)
    return Answer(
        municipality_rows(table[table["matches"]]),
        selection,
        members={"figures": key_figures(table[table["in_places"]])},
        geometry=lambda row: municipality_shapes()[row["kommunenummer"]],
        identity="kommunenummer",
    )


def _one(asked: Asked) -> Answer | Content:
    register, number = asked.register, asked.path["number"]
    if number not in register.municipalities.index:
        unknown = _("Ingen kommune har nummeret {number}. Et kommunenummer har fire sifre, for eksempel 0301.").format(
            number=number[:40]
        )
        names = register.municipalities["navn"].to_dict()
        return lead_on(asked, "municipalities", earlier_municipality(register, number), names, unknown)
    selection, tables = selection_of(asked), register.tables
    table = register.at(selection, asked.today)
    (row,) = municipality_rows(table.loc[[number]])
    evidence = evidence_of(
        number, tables.policy_status, selection.on, selection.definition, today=asked.today
    ).reset_index(drop=True)
    neighbours = neighbours_of(number, tables.neighbours)
    near = table.loc[neighbours.index].assign(over=neighbours).rename_axis("kommunenummer")
    former = tables.former_numbers[tables.former_numbers["kommunenummer"] == number]
    definition = "" if selection.definition == Definition.STANDARD else selection.definition.value
    links = links_of(asked, "kommune", number, municipality_path(number, row["navn"]), **{DEFINITION: definition})
    chosen_day = {DATE: asked.one(DATE), DEFINITION: asked.one(DEFINITION)}
    detail = row | {
        "names": names_of(row["offisielt_navn"]),
        "observations": rows_of(evidence, (*observation_fields(), *derived_fields("counts"))),
        "neighbours": rows_of(near, neighbour_fields()),
        "awards": rows_of(prizes_of(tables, number), table_fields("awards")),
        "former_numbers": rows_of(former, former_fields()),
        "links": links | {"county": asked.site.url(f"api/v1/counties/{row['fylkesnummer']}", **chosen_day)},
    }
    return Answer(
        [row],
        selection,
        detail,
        geometry=lambda one: municipality_shapes()[one["kommunenummer"]],
        identity="kommunenummer",
    )


def _detail_schema() -> Schema:
    names = {
        "type": "array",
        "items": {"type": "string"},
        "minItems": 1,
        "description": _("Alle de offisielle navnene, i den offisielle rekkefølgen."),
    }
    return object_schema(
        municipality_fields(),
        names=names,
        observations={
            "type": "array",
            "items": object_schema((*observation_fields(), *derived_fields("counts"))),
            "description": _("Alt kildene har sagt, det nyeste først, også om kommuner som er slått sammen med denne."),
        },
        neighbours={
            "type": "array",
            "items": object_schema(neighbour_fields()),
            "description": _("Nabokommunene, de på land først, med statusen de har."),
        },
        awards={
            "type": "array",
            "items": {"$ref": "#/components/schemas/Award"},
            "description": _("Årene kommunen vant Årets frivillighetskommune eller var finalist."),
        },
        former_numbers={
            "type": "array",
            "items": object_schema(former_fields()),
            "description": _("Numre som kommunen eller deler av den har hatt siden 2011."),
        },
        links=link_schema("page", "dashboard", "embed", "feed", "county"),
    )
