"""The statistics: how many municipalities have which status, by county, by size and by year."""

from lib.register.history import status_series, undated_only
from lib.register.selection import Selection, in_places
from lib.register.shares import by_county, by_size
from lib.texts import _
from lib.web.answers import Asked
from lib.web.api.fields import Field, chosen, count_fields, derived_fields, rows_of, table_fields
from lib.web.api.figures import key_figures
from lib.web.api.filters import county_parameter, date_parameter, definition_parameter, selection_of, size_parameter
from lib.web.api.route import CSV, JSON, Answer, ApiRoute, Example

_FORMATS = (JSON, CSV)


def statistics_routes() -> list[ApiRoute]:
    """Declare the routes.

    Returns
    -------
    list of ApiRoute
        One for each way of counting.
    """
    figures = {"figures": {"$ref": "#/components/schemas/Figures"}}
    filters = (county_parameter(), size_parameter(), definition_parameter(), date_parameter())
    shown = ("adopted", "total", "unknown", "share")
    return [
        ApiRoute(
            "/statistics/counties",
            "countByCounty",
            _("Andelen i hvert fylke"),
            _("Hvor mange kommuner i hvert fylke som har hver status. Fylker uten noen av kommunene er utelatt."),
            _counties,
            "CountyStatistic",
            county_statistic_fields(),
            _FORMATS,
            (Example(_("Andelen i hvert fylke i dag"), {}, CSV, ("fylke", *shown)),),
            filters,
            members=figures,
            dated=True,
        ),
        ApiRoute(
            "/statistics/sizes",
            "countBySize",
            _("Andelen etter kommunens størrelse"),
            _("Hvor mange kommuner i hver størrelse som har hver status. Størrelser uten kommuner er utelatt."),
            _sizes,
            "SizeStatistic",
            size_statistic_fields(),
            _FORMATS,
            (
                Example(
                    _("Andelen etter størrelse, bare med sterk dokumentasjon"),
                    {"definisjon": "strict"},
                    CSV,
                    ("size_class", *shown),
                ),
            ),
            filters,
            members=figures,
            dated=True,
        ),
        ApiRoute(
            "/statistics/years",
            "countByYear",
            _("Andelen år for år"),
            _(
                "Hvor mange kommuner som hadde hver status 31. desember hvert år, og i dag. Udaterte observasjoner er "
                "utelatt i alle årene, også det siste, så årene kan sammenlignes. Alle år er regnet med dagens "
                "kommuner. Tallet undated_only sier hvor mange kommuner som ville hatt en annen status i dag om de "
                "udaterte var med."
            ),
            _years,
            "YearStatistic",
            year_statistic_fields(),
            _FORMATS,
            (Example(_("Utviklingen i kommunene i Agder"), {"fylke": "42"}, CSV, ("year", *shown)),),
            (county_parameter(), size_parameter(), definition_parameter()),
            members={
                "undated_only": {
                    "type": "integer",
                    "minimum": 0,
                    "description": _("Kommuner med en annen status i dag når udaterte observasjoner er med."),
                }
            },
            dated=True,
        ),
    ]


def county_statistic_fields() -> tuple[Field, ...]:
    """Declare the fields of the count by county."""
    return (*chosen(table_fields("municipalities"), "fylkesnummer", "fylke"), *count_fields())


def size_statistic_fields() -> tuple[Field, ...]:
    """Declare the fields of the count by size."""
    return (*derived_fields("size_class"), *count_fields())


def year_statistic_fields() -> tuple[Field, ...]:
    """Declare the fields of the count by year."""
    return (*derived_fields("year", "on"), *count_fields())


def _counties(asked: Asked) -> Answer:
    selection = selection_of(asked)
    table = asked.register.at(selection, asked.today)
    table = table[table["in_places"]]
    rows = rows_of(by_county(table), county_statistic_fields())
    return Answer(rows, selection, members={"figures": key_figures(table)})


def _sizes(asked: Asked) -> Answer:
    selection = selection_of(asked)
    table = asked.register.at(selection, asked.today)
    table = table[table["in_places"]]
    rows = rows_of(by_size(table), size_statistic_fields())
    return Answer(rows, selection, members={"figures": key_figures(table)})


def _years(asked: Asked) -> Answer:
    register, selection = asked.register, selection_of(asked)
    numbers = register.municipalities.index[in_places(register.municipalities, selection)]
    series = status_series(register, selection.definition, asked.today, numbers)
    series["share"] = series["adopted"] / series["total"]
    left_out = undated_only(register, selection.definition, asked.today, numbers)
    return Answer(
        rows_of(series, year_statistic_fields()),
        Selection(asked.today, selection.definition),
        members={"undated_only": len(left_out)},
    )
