"""The register on the committed data: every municipality once, sums that agree, and the figures behind the headline."""

from datetime import date

import pytest

from lib.register.evidence import document_of, evidence_of
from lib.register.published import latest_mapping, latest_mappings, quoted_mapping
from lib.register.selection import Selection
from lib.register.shares import Share, by_county, figures
from lib.register.sizes import SizeClass, size_classes
from lib.register.status import Definition, Status, known_day


def test_every_municipality_once(register, today):
    municipalities = register.at(Selection(today), today)
    assert len(municipalities) == 357
    assert municipalities.index.is_unique
    assert municipalities["status"].isin(list(Status)).all()
    assert len(register.county_names) == 15


@pytest.mark.parametrize("definition", list(Definition))
@pytest.mark.parametrize("on", [date(2010, 6, 1), date(2019, 12, 31), date(2024, 7, 8), date(2026, 11, 23)])
def test_counties_sum_to_the_country(register, today, definition, on):
    municipalities = register.at(Selection(on, definition), today)
    counties, country = by_county(municipalities), figures(municipalities)
    assert counties["total"].sum() == country.total == 357
    for status in Status:
        assert counties[status.value].sum() == country.counts[status]
    assert (counties["share"] <= 1).all()
    assert country.inhabitants.whole == 5_627_400
    assert country.inhabitants.part <= country.inhabitants.whole


def test_innlandet_counted_by_hand(register, today):
    """Counted in the tables: the municipalities of Innlandet with observations, one by one."""
    in_innlandet = Selection(today, counties=("34",))
    municipalities = register.at(in_innlandet, today)
    chosen = municipalities[municipalities["matches"]]
    adopted = {"3403", "3405", "3415", "3440"}  # Hamar, Lillehammer, Sør-Odal, Øyer
    assert set(chosen.index[chosen["status"] == Status.ADOPTED]) == adopted
    assert chosen.loc["3401", "status"] == Status.EXPIRED  # Kongsvinger: to 2011
    assert figures(chosen).adopted == Share(4, 46)


def test_a_county_with_a_policy_in_its_only_municipality(register, today):
    oslo = by_county(register.at(Selection(today), today)).loc["03"]
    assert (oslo["fylke"], oslo["adopted"], oslo["total"], oslo["share"]) == ("Oslo", 1, 1, 1.0)


def test_the_table_may_be_changed_without_harm(register, today):
    changed = register.at(Selection(today), today)
    changed.loc[:, "navn"] = "endret"
    assert "endret" not in set(register.at(Selection(today), today)["navn"])


class TestSelection:
    def test_nothing_chosen_matches_all(self, register, today):
        assert register.at(Selection(today), today)["matches"].all()

    def test_choices_narrow_together(self, register, today):
        selection = Selection(today, counties=("46", "34"), sizes=(SizeClass.FROM_50000,), statuses=(Status.ADOPTED,))
        municipalities = register.at(selection, today)
        chosen = municipalities[municipalities["matches"]]
        assert list(chosen["navn"]) == ["Bergen"]
        assert municipalities["in_places"].sum() == len(
            municipalities.query("fylkesnummer in ['46', '34'] and inhabitants >= 50000")
        )


class TestSizes:
    @pytest.mark.parametrize(
        ("inhabitants", "size"),
        [
            (0, "0-1999"),
            (1999, "0-1999"),
            (2000, "2000-4999"),
            (4999, "2000-4999"),
            (5000, "5000-9999"),
            (10000, "10000-19999"),
            (20000, "20000-49999"),
            (49999, "20000-49999"),
            (50000, "50000-"),
            (728714, "50000-"),
        ],
    )
    def test_edges(self, register, inhabitants, size):
        column = register.municipalities["inhabitants"].iloc[:1] * 0 + inhabitants
        assert size_classes(column).iloc[0] == SizeClass(size)

    def test_no_municipality_without_a_class(self, register):
        assert register.municipalities["size_class"].isin(list(SizeClass)).all()


class TestEvidence:
    def test_newest_first_and_undated_last(self, register, today):
        evidence = evidence_of("0301", register.tables.policy_status, today, Definition.STANDARD, today=today)
        assert [bool(known) for known in evidence["known"]] == sorted(map(bool, evidence["known"]), reverse=True)
        days = [known_day(row.status, row.known) for row in evidence.itertuples()]
        assert days == sorted(days, reverse=True)
        assert len(evidence) == (register.tables.policy_status["kommunenummer"] == "0301").sum()

    def test_tells_which_rows_the_rule_reads(self, register, today):
        trondheim = evidence_of("5001", register.tables.policy_status, today, Definition.STANDARD, today=today)
        klæbu = trondheim[trondheim["name_in_source"] == "Klæbu"]
        assert not klæbu.empty
        assert not klæbu["counts"].any()
        assert trondheim["counts"].any()

    def test_strict_leaves_out_weaker_sources(self, register, today):
        asker = evidence_of("3203", register.tables.policy_status, today, Definition.STRICT, today=today)
        assert (asker.loc[asker["counts"], "confidence"] == "high").all()

    def test_nothing_of_a_municipality_nobody_wrote_about(self, register, today):
        unknown = register.municipalities.index.difference(register.tables.policy_status["kommunenummer"])[0]
        evidence = evidence_of(unknown, register.tables.policy_status, today, Definition.WIDE, today=today)
        assert evidence.empty
        assert document_of(evidence, Status.UNKNOWN) is None

    def test_the_document_is_the_newest_that_counts(self, register, today):
        evidence = evidence_of("4601", register.tables.policy_status, today, Definition.STANDARD, today=today)
        document = document_of(evidence, Status.ADOPTED)
        assert document["document_title"].casefold().startswith("plan for frivillighet")
        assert document["status"] == "adopted"


class TestPublished:
    def test_latest_national_count(self, register, today):
        latest = latest_mapping(register.tables.published_totals, "NO", today)
        assert (latest["n_with_policy"], latest["n_total"], latest["as_of"]) == (107, 357, "2024-07-08")

    def test_nothing_published_later_than_the_day(self, register):
        totals = register.tables.published_totals
        assert latest_mapping(totals, "NO", date(2018, 1, 1))["n_with_policy"] == 42
        assert latest_mapping(totals, "NO", date(2017, 1, 1)) is None
        assert latest_mapping(totals, "NO", date(2017, 5, 23))["n_with_policy"] == 38  # not the 33 of a statement

    def test_all_areas_at_once_are_the_same_as_one_by_one(self, register, today):
        totals = register.tables.published_totals
        for on in (date(2018, 1, 1), date(2022, 12, 31), today):
            at_once = latest_mappings(totals, on)
            for area in ["NO", *register.county_names]:
                alone = latest_mapping(totals, area, on)
                assert (alone is None) == (area not in at_once.index)
                if alone is not None:
                    assert alone["n_with_policy"] == at_once.loc[area, "n_with_policy"]
                    assert alone["as_of"] == at_once.loc[area, "as_of"]

    def test_the_count_behind_eighteen_per_cent(self, register, today):
        quoted = quoted_mapping(register.tables.published_totals, today)
        assert (quoted["n_with_policy"], quoted["n_total"], quoted["population_percent"]) == (64, 356, 55)
        assert quoted_mapping(register.tables.published_totals, date(2020, 12, 30)) is None
