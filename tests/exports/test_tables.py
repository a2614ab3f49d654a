from dataclasses import fields
from datetime import date

import pandas as pd
import pytest

from lib.exports.columns import DTYPES, Holds, schema_columns
from lib.exports.tables import tables_of, whole_register
from lib.exports.view import read_view
from lib.register.evidence import evidence_of
from lib.register.history import status_series
from lib.register.renewal import renewal
from lib.register.schemas import TABLES
from lib.register.selection import Selection
from lib.register.shares import by_county, figures
from lib.register.status import Definition, Status, observations_that_count
from lib.register.tables import Tables
from lib.texts.language import Language, speaking


def tables(register, today, page, **parameters):
    view, ignored = read_view(page, {name: [value] for name, value in parameters.items()}, register, today)
    assert not ignored
    return {table.name: table for table in tables_of(register, view)}


ADDRESSES = [
    ("kart", {}),
    ("kart", {"fylke": "34,42", "status": "adopted,none", "definisjon": "wide", "dato": "2021-06-30"}),
    ("kommune", {"kommune": "4601"}),
    ("kommune", {}),
    ("fylke", {"fylke": "55"}),
    ("fylke", {}),
    ("sammenlign", {"kommuner": "0301,4601"}),
    ("sammenlign", {"fylker": "34,46"}),
    ("utvikling", {"aar": "2019"}),
    ("fornyelse", {"fylke": "42"}),
]


@pytest.mark.parametrize(("page", "parameters"), ADDRESSES)
def test_status_has_a_row_for_each_municipality_of_the_view(register, today, page, parameters):
    view, _ignored = read_view(page, {name: [value] for name, value in parameters.items()}, register, today)
    municipalities = view.municipalities(register)
    meant = municipalities[municipalities["matches"]]
    frame = tables(register, today, page, **parameters)["status"].frame.set_index("kommunenummer")
    assert frame.index.tolist() == meant.index.tolist()
    assert frame["status"].tolist() == meant["status"].tolist()
    assert frame["since"].fillna("").tolist() == meant["since"].tolist()
    assert frame["folketall_2026"].tolist() == meant["inhabitants"].tolist()
    assert (frame["status_date"] == view.selection.on).all()
    assert (frame["definition"] == view.selection.definition.value).all()


@pytest.mark.parametrize(("page", "parameters"), ADDRESSES)
def test_every_table_has_the_columns_it_describes_with_real_types(register, today, page, parameters):
    for table in tables(register, today, page, **parameters).values():
        assert table.frame.columns.tolist() == [column.name for column in table.columns]
        for column in table.columns:
            expected = {"date32[pyarrow]": "date32[day][pyarrow]"}.get(column.dtype, column.dtype)
            assert str(table.frame[column.name].dtype) == expected
            assert column.title
            assert column.description
            assert not (table.frame[column.name].astype(object) == "").any()
            if column.codes:
                assert set(table.frame[column.name].dropna()) <= set(column.codes)


def test_observations_are_those_of_the_municipalities_with_whether_they_count(register, today):
    for definition in Definition:
        found = tables(register, today, "kart", dato="2022-03-01", definisjon=definition.value)["observasjoner"].frame
        assert len(found) == len(register.tables.policy_status)
        for number in ("0301", "4601", "5001", "3201"):
            rows = evidence_of(
                number, register.tables.policy_status, date(2022, 3, 1), definition, today=today
            ).sort_index()
            own = found[found["kommunenummer"] == number]
            assert own["counts"].tolist() == rows["counts"].tolist()
            assert own["known"].fillna("").tolist() == rows["known"].tolist()


@pytest.mark.parametrize("definition", Definition)
def test_those_that_count_today_are_those_that_the_rule_reads(register, today, definition):
    found = tables(register, today, "kart", definisjon=definition.value)["status"].frame.set_index("kommunenummer")
    read = observations_that_count(register.tables.policy_status, definition)
    expected = {number: sum(o.known_on <= today for o in rows) for number, rows in read.items()}
    counted = found["observations_counted"]
    assert counted[counted > 0].to_dict() == {number: count for number, count in expected.items() if count}


def test_the_number_of_observations_is_that_of_the_rows(register, today):
    found = tables(register, today, "kart")
    rows = found["observasjoner"].frame.groupby("kommunenummer")["counts"].agg(["size", "sum"])
    status = found["status"].frame.set_index("kommunenummer")
    assert status["observations"].sum() == len(register.tables.policy_status)
    assert (status.loc[rows.index, "observations"] == rows["size"]).all()
    assert (status.loc[rows.index, "observations_counted"] == rows["sum"]).all()
    without = status.loc[status.index.difference(rows.index)]
    assert (without["observations"] == 0).all()
    assert (without["status"] == Status.UNKNOWN).all()


def test_years_leave_undated_observations_out(register, today):
    found = tables(register, today, "utvikling")
    series = status_series(register, Definition.STANDARD, today)
    assert found["utvikling"].frame["adopted"].tolist() == series["adopted"].tolist()
    assert (found["status"].frame["status"] == Status.ADOPTED).sum() == series["adopted"].iloc[-1]
    assert not found["observasjoner"].frame.query("known.isna()")["counts"].any()
    published = found["publiserte_tall"].frame
    assert (published["area_code"] == "NO").all()
    assert len(published) == (register.tables.published_totals["area_code"] == "NO").sum()


def test_counties_count_every_municipality_of_the_places_whatever_statuses_are_shown(register, today):
    found = tables(register, today, "kart", fylke="34,42", status="adopted")["fylker"].frame.set_index("fylkesnummer")
    counted = by_county(register.at(Selection(today), today)).loc[["34", "42"]]
    for name in ("adopted", "unknown", "total"):
        assert found[name].tolist() == counted[name].tolist()
    assert found["share"].tolist() == pytest.approx((counted["adopted"] / counted["total"]).tolist())


def test_a_county_has_its_own_years_counts_and_council(register, today):
    found = tables(register, today, "fylke", fylke="34")
    assert (found["utvikling"].frame["total"] == 46).all()
    assert set(found["publiserte_tall"].frame["area_code"]) == {"34"}
    assert set(found["fylkeskommuner"].frame["fylkesnummer"]) == {"34"}


def test_renewal_has_the_documents_of_the_page(register, today):
    found, facts = (
        tables(register, today, "fornyelse")["fornyelse"].frame,
        renewal(register, Definition.STANDARD, today),
    )
    for group, rows in (("ending", facts.ending), ("unconfirmed", facts.unconfirmed), ("expired", facts.expired)):
        assert found.loc[found["renewal"] == group, "kommunenummer"].tolist() == rows["kommunenummer"].tolist()
    assert found.loc[found["renewal"] == "unconfirmed", "until"].tolist() == facts.unconfirmed["until"].tolist()
    assert found.loc[found["renewal"] == "ending", "until"].notna().all()


def test_a_view_that_nothing_fits_has_tables_without_rows(register, today):
    found = tables(register, today, "kart", fylke="03", status="none")
    assert found["status"].frame.empty
    assert found["observasjoner"].frame.empty
    assert found["fylker"].frame["total"].tolist() == [1]


def test_the_whole_register_holds_every_table_as_it_is(register, today):
    found = {table.name: table for table in whole_register(register, today, Definition.STANDARD, today)}
    for each in fields(Tables):
        own, table = getattr(register.tables, each.name), found[each.name]
        assert table.frame.columns.tolist() == list(TABLES[each.name].columns)
        for name in own:
            as_texts = table.frame[name].astype(object).map(lambda value: "" if pd.isna(value) else str(value))
            assert (
                as_texts.tolist()
                == own[name].astype(object).map(lambda value: "" if pd.isna(value) else str(value)).tolist()
            )
    counted = figures(register.at(Selection(today), today))
    assert (found["status"].frame["status"] == "adopted").sum() == counted.adopted.part
    assert found["fylker"].frame["adopted"].sum() == counted.adopted.part


def test_names_and_codes_are_the_same_in_every_language_and_the_words_are_not(register, today):
    plain = tables(register, today, "kart")["status"]
    with speaking(Language.ENGLISH):
        english = tables(register, today, "kart")["status"]
    assert [column.name for column in plain.columns] == [column.name for column in english.columns]
    unspoken = plain.frame.drop(columns="status_text")
    assert unspoken.equals(english.frame.drop(columns="status_text"))


def test_schemas_tell_what_columns_hold():
    held = {column.name: column.holds for column in schema_columns("policy_status")}
    assert held["kommunenummer"] == Holds.NUMBER_CODE
    assert held["adopted_on"] == Holds.PARTIAL_DATE
    assert held["source_url"] == Holds.ADDRESS
    assert held["document_title"] == Holds.TEXT
    counted = {column.name: column.holds for column in schema_columns("published_totals")}
    assert counted["n_with_policy"] == Holds.INTEGER
    assert counted["percent"] == Holds.DECIMAL
    assert counted["area_code"] == Holds.NUMBER_CODE
    assert {column.name: column.holds for column in schema_columns("boundary_changes")}["valid_from"] == Holds.DATE
    assert set(DTYPES) < set(Holds)


def test_the_codebook_says_what_the_schema_says():
    for name, table in TABLES.items():
        for column, declared in zip(schema_columns(name), table.columns.values(), strict=True):
            codes = "; ".join(f"{code}: {meaning}" for code, meaning in column.codes.items())
            said = f"{column.description} {codes}." if codes else column.description
            assert said == declared.description
