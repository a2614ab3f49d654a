"""The boundaries of municipalities and counties, without statuses."""

from lib.maps.choropleth import Level
from lib.register.address import LEVEL
from lib.register.selection import in_places
from lib.texts import _
from lib.web.answers import Asked
from lib.web.api.fields import Field, chosen, rows_of, table_fields
from lib.web.api.filters import county_parameter, level_parameter, selection_of
from lib.web.api.route import GEOJSON, JSON, Answer, ApiRoute, Example
from lib.web.api.shapes import county_shapes, municipality_shapes


def boundary_routes() -> list[ApiRoute]:
    """Declare the route.

    Returns
    -------
    list of ApiRoute
        One.
    """
    return [
        ApiRoute(
            "/boundaries",
            "listBoundaries",
            _("Grensene til kommunene og fylkene"),
            _(
                "Forenklede grenser som GeoJSON (WGS 84), til oversiktskart og ikke til målinger. Grensene med status "
                "finnes som GeoJSON av kommunene og fylkene."
            ),
            _boundaries,
            "Boundary",
            boundary_fields(),
            (GEOJSON, JSON),
            (Example(_("Fylkesgrensene"), {"niva": "fylker"}, GEOJSON, ("fylkesnummer", "fylke")),),
            (level_parameter(), county_parameter()),
        )
    ]


def boundary_fields() -> tuple[Field, ...]:
    """Declare the properties of a boundary; a county has no number and name of a municipality."""
    number, name, county, county_name = chosen(
        table_fields("municipalities"), "kommunenummer", "navn", "fylkesnummer", "fylke"
    )
    absent = _("Mangler for fylker.")
    return (
        Field("kommunenummer", f"{number.description} {absent}", number.schema, nullable=True),
        Field("navn", f"{name.description} {absent}", name.schema, nullable=True),
        county,
        county_name,
    )


def _boundaries(asked: Asked) -> Answer:
    register, selection = asked.register, selection_of(asked)
    chosen_places = register.municipalities[in_places(register.municipalities, selection)]
    if asked.one(LEVEL) == Level.COUNTIES:
        names = chosen_places.groupby("fylkesnummer", as_index=False)["fylke"].first()
        rows = rows_of(names.assign(kommunenummer="", navn=""), boundary_fields())
        shapes, identity = county_shapes(), "fylkesnummer"
    else:
        rows = rows_of(chosen_places, boundary_fields())
        shapes, identity = municipality_shapes(), "kommunenummer"
    return Answer(rows, geometry=lambda row: shapes[row[identity]], identity=identity)
