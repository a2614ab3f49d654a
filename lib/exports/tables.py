"""The tables of a view and of the whole register, as files give them out. How they are written is elsewhere."""

from collections.abc import Mapping, Sequence
from dataclasses import fields
from datetime import date

import pandas as pd

from lib.exports.columns import Column, schema_columns
from lib.exports.derived_columns import derived_columns
from lib.exports.table import Area, Table, make_table
from lib.exports.view import COMPARISON, COUNTY_PAGE, DEVELOPMENT, MAP, MUNICIPALITY_PAGE, RENEWAL, View
from lib.maps.choropleth import Level
from lib.register.dates import last_day
from lib.register.evidence import which_count
from lib.register.history import status_series
from lib.register.published import publications
from lib.register.register import Register
from lib.register.renewal import renewal
from lib.register.schemas import TABLES
from lib.register.schemas.publications import COUNTRY
from lib.register.selection import Selection
from lib.register.shares import by_county
from lib.register.status import Definition
from lib.register.tables import Tables
from lib.texts import _
from lib.texts.words import status_word

STATUS = "status"
OBSERVATIONS = "observasjoner"
COUNTIES = "fylker"
COUNCILS = "fylkeskommuner"
SERIES = "utvikling"
PUBLISHED = "publiserte_tall"
RENEWALS = "fornyelse"


def tables_of(register: Register, view: View) -> list[Table]:
    """Give the tables of a view.

    Parameters
    ----------
    register
        The observations.
    view
        The view.

    Returns
    -------
    list of Table
        What the page is about comes first; the status of the municipalities and the observations are always there.
    """
    municipalities = view.municipalities(register)
    observed = _counting(register, view)
    meant = municipalities.index[municipalities["matches"]]
    tables = [
        _status(municipalities.loc[meant], observed, view),
        _observations(observed[observed["kommunenummer"].isin(meant)], view),
    ]
    single = view.places and view.page in (MUNICIPALITY_PAGE, COMPARISON) and view.level == Level.MUNICIPALITIES
    if not single:
        tables.append(_counties(municipalities[municipalities["in_places"]], view))
    if view.page == COUNTY_PAGE:
        tables.append(_series(register, view, meant))
        tables.append(_published(register, view.places or tuple(register.county_names), view.today))
        tables.append(_councils(register, view.places))
    elif view.page == DEVELOPMENT:
        tables = [_series(register, view), _published(register, (COUNTRY,), view.today), *tables]
    elif view.page == RENEWAL:
        tables.insert(0, _renewal(register, view))
    return tables


def whole_register(register: Register, on: date, definition: Definition, today: date) -> list[Table]:
    """Give all of the register: what follows from it, and then its own tables.

    Parameters
    ----------
    register
        The register.
    on
        The date that statuses hold for.
    definition
        Which observations count.
    today
        The present day; undated observations count from it on.

    Returns
    -------
    list of Table
        Status of the municipalities, counts for the counties and year by year, and every table of
        :class:`lib.register.tables.Tables` as it is.
    """
    view = View(MAP, today, Selection(on, definition))
    municipalities = view.municipalities(register)
    return [
        _status(municipalities, _counting(register, view), view),
        _counties(municipalities, view),
        _series(register, view),
        *(_own(name.name, getattr(register.tables, name.name)) for name in fields(Tables)),
    ]


def _pick(named: Mapping[str, Column] | Sequence[Column], *names: str) -> list[Column]:
    by_name = named if isinstance(named, Mapping) else {column.name: column for column in named}
    return [by_name[name] for name in names]


def _place() -> list[Column]:
    return [
        *_pick(schema_columns("policy_status"), "kommunenummer", "kommune"),
        *_pick(schema_columns("municipalities"), "fylkesnummer", "fylke"),
    ]


def _counting(register: Register, view: View) -> pd.DataFrame:
    chosen = view.selection
    observed = which_count(register.tables.policy_status, chosen.on, chosen.definition, today=view.today)
    if view.page == DEVELOPMENT:
        # The series leaves undated observations out at every date.
        observed["counts"] &= observed["known"] != ""
    return observed


def _dated(frame: pd.DataFrame, view: View) -> pd.DataFrame:
    return frame.assign(status_date=view.selection.on, definition=view.selection.definition)


def _status(municipalities: pd.DataFrame, observed: pd.DataFrame, view: View) -> Table:
    derived, of = derived_columns(), observed.groupby("kommunenummer")["counts"]
    frame = _dated(municipalities.reset_index(), view).rename(
        columns={"navn": "kommune", "inhabitants": "folketall_2026"}
    )
    numbers = frame["kommunenummer"]
    frame = frame.assign(
        status_text=frame["status"].map(status_word),
        observations=numbers.map(of.size()).fillna(0),
        observations_counted=numbers.map(of.sum()).fillna(0),
    )
    place = _place()
    description = _("En rad er en kommune, med statusen som følger av observasjonene.")
    if view.page == DEVELOPMENT:
        description += " " + _("Udaterte kilder er holdt utenfor, slik at årene kan sammenlignes.")
    return make_table(
        STATUS,
        _("Kommunenes status"),
        description,
        frame,
        [
            *place[:2],
            *_pick(schema_columns("municipalities"), "offisielt_navn"),
            *place[2:],
            *_pick(schema_columns("municipalities"), "folketall_2026"),
            *_pick(derived, "size_class", "status", "status_text", "under_revision", "since", "basis", "observations"),
            *_pick(derived, "observations_counted", "status_date", "definition"),
        ],
        Area.MUNICIPALITY,
    )


def _observations(observed: pd.DataFrame, view: View) -> Table:
    return make_table(
        OBSERVATIONS,
        _("Observasjonene bak"),
        _("En rad er hva én kilde sa om én kommune på ett tidspunkt. En kommune uten rad er ikke undersøkt."),
        _dated(observed, view),
        [*schema_columns("policy_status"), *_pick(derived_columns(), "known", "counts", "status_date", "definition")],
    )


def _counties(municipalities: pd.DataFrame, view: View) -> Table:
    counts = ("adopted", "in_progress", "expired", "none", "unknown", "total", "share", "status_date", "definition")
    return make_table(
        COUNTIES,
        _("Antall og andel i hvert fylke"),
        _("En rad er et fylke, med antallet kommuner i hver status. Bare kommuner på de stedene som er valgt, er med."),
        _dated(by_county(municipalities).reset_index(), view),
        [*_place()[2:], *_pick(derived_columns(), *counts)],
        Area.COUNTY,
    )


def _series(register: Register, view: View, numbers: Sequence[str] | None = None) -> Table:
    series = status_series(register, view.selection.definition, view.today, numbers)
    frame = series.assign(share=series["adopted"] / series["total"], definition=view.selection.definition)
    return make_table(
        SERIES,
        _("Registerets tall år for år"),
        _("En rad er et år. Bare daterte kilder er med, og alle år er regnet med dagens kommuner."),
        frame,
        _pick(derived_columns(), *("year", "on", "adopted", "in_progress", "expired", "none", "unknown"))
        + _pick(derived_columns(), "total", "share", "definition"),
    )


def _published(register: Register, areas: Sequence[str], today: date) -> Table:
    totals = register.tables.published_totals
    found = [publications(totals, area, today) for area in areas]
    return make_table(
        PUBLISHED,
        _("Tall som andre har publisert"),
        _("En rad er et tall slik det er trykt. Det er en annen serie enn registerets og er ikke blandet med den."),
        pd.concat(found),
        schema_columns("published_totals"),
    )


def _councils(register: Register, counties: Sequence[str]) -> Table:
    rows = register.tables.county_policy_status
    return make_table(
        COUNCILS,
        _("Observasjoner av fylkeskommunene"),
        _("En rad er hva én kilde sa om fylkeskommunens egen politikk eller avtale."),
        rows[rows["fylkesnummer"].isin(counties)] if counties else rows,
        schema_columns("county_policy_status"),
    )


def _renewal(register: Register, view: View) -> Table:
    found = renewal(register, view.selection.definition, view.today).within(view.selection.counties)
    groups = {"ending": found.ending, "unconfirmed": found.unconfirmed, "expired": found.expired}
    derived, observed = derived_columns(), schema_columns("policy_status")
    columns = [
        *_place(),
        *_pick(derived, "renewal"),
        *_pick(observed, "valid_to"),
        *_pick(derived, "until", "last_confirmed", "on_its_way", "afterwards", "since", "basis"),
        *_pick(observed, "document_title", "document_type"),
        *_pick(derived, "known"),
        *_pick(observed, "source_url", "source_publisher"),
        *_pick(derived, "status_date", "definition"),
    ]
    names = [column.name for column in columns]
    rows = [_dated(table.rename(columns={"navn": "kommune"}).assign(renewal=group), view).reindex(columns=names)
            for group, table in groups.items()]  # fmt: skip
    # A document that ends is in force to the last day that its date may mean.
    rows[0] = rows[0].assign(until=rows[0]["valid_to"].map(last_day))
    return make_table(
        RENEWALS,
        _("Dokumenter som må fornyes"),
        _("En rad er et dokument som går ut, eller en kommune med en politikk som er utløpt eller ubekreftet."),
        pd.concat([table.astype(object) for table in rows]),
        columns,
    )


def _own(name: str, frame: pd.DataFrame) -> Table:
    schema = TABLES[name].schema
    area = Area.MUNICIPALITY if name == "municipalities" else None
    return make_table(name, _(schema.title), _(schema.description), frame, schema_columns(name), area)
