"""The register year by year, on hand-made observations and on the real ones."""

from dataclasses import replace
from datetime import date

import pandas as pd
import pytest

from lib.register.changes import Change, changes
from lib.register.history import municipalities_in, series_dates, status_series, undated_only
from lib.register.register import build_register
from lib.register.selection import Selection
from lib.register.shares import figures
from lib.register.status import Basis, Definition, Status

TODAY = date(2026, 11, 23)
STANDARD = Definition.STANDARD


@pytest.fixture
def made(register):
    """Make a register of given observations of the real municipalities."""

    def make(*rows):
        empty = dict.fromkeys(register.tables.policy_status.columns, "")
        usual = {"kommunenummer": "0301", "scope": "municipality", "status": "adopted", "confidence": "high"}
        table = pd.DataFrame([empty | usual | row for row in rows])
        return build_register(replace(register.tables, policy_status=table))

    return make


def year(table, which):
    return table.set_index("year").loc[which]


def told(table):
    return [(row.year, row.kommunenummer, row.change) for row in table.itertuples()]


class TestSeries:
    def test_from_the_first_dated_observation_to_the_present_day(self, made):
        table = status_series(made({"observed_on": "2021-05"}), STANDARD, TODAY)
        assert list(table["year"]) == [2021, 2022, 2023, 2024, 2025, 2026]
        assert list(table["on"])[:-1] == [date(y, 12, 31) for y in range(2021, 2026)]
        assert table["on"].iloc[-1] == TODAY

    def test_the_last_day_of_a_year_stands_once(self, made):
        dates = series_dates(made({"observed_on": "2025"}), date(2026, 12, 31))
        assert dates == {2025: date(2025, 12, 31), 2026: date(2026, 12, 31)}

    def test_counts_follow_the_status_rule(self, made):
        table = status_series(
            made(
                {"adopted_on": "2020", "valid_to": "2022"},
                {"kommunenummer": "4601", "status": "in_progress", "observed_on": "2021"},
                {"kommunenummer": "1103", "status": "none", "observed_on": "2024-03"},
            ),
            STANDARD,
            TODAY,
        )
        assert list(table["adopted"]) == [1, 1, 1, 0, 0, 0, 0]
        assert list(table["expired"]) == [0, 0, 0, 1, 1, 1, 1]
        assert list(table["in_progress"]) == [0, 1, 1, 1, 1, 0, 0]
        assert list(table["none"]) == [0, 0, 0, 0, 1, 1, 1]
        assert (table["total"] == 357).all()
        assert (table[[status.value for status in Status]].sum(axis="columns") == 357).all()

    def test_undated_observations_count_at_no_date(self, made):
        with_undated = made({"observed_on": "2024"}, {"kommunenummer": "4601"})
        assert list(status_series(with_undated, STANDARD, TODAY)["adopted"]) == [1, 1, 1]
        differing = undated_only(with_undated, STANDARD, TODAY)
        assert differing.to_dict("index") == {"4601": {"status": "adopted", "dated": "unknown"}}
        assert undated_only(with_undated, STANDARD, TODAY, ["0301"]).empty

    def test_definitions(self, made):
        some = made({"observed_on": "2024", "confidence": "low"})
        assert status_series(some, STANDARD, TODAY)["adopted"].sum() == 0
        assert status_series(some, Definition.WIDE, TODAY)["adopted"].sum() == 3

    def test_predecessors_never_count(self, made):
        some = made({"observed_on": "2024", "scope": "predecessor"})
        assert status_series(some, STANDARD, TODAY)["adopted"].sum() == 0
        assert changes(some, STANDARD, TODAY).empty

    def test_some_municipalities_only(self, register):
        agder = register.municipalities.index[register.municipalities["fylkesnummer"] == "42"]
        table = status_series(register, STANDARD, TODAY, agder)
        assert (table["total"] == 25).all()
        # Kristiansand 2010 is the only one of the county known at the end of 2010.
        assert year(table, 2010)["adopted"] == 1

    def test_counties_add_up_to_the_country(self, register):
        whole = status_series(register, STANDARD, TODAY)
        parts = [
            status_series(register, STANDARD, TODAY, numbers)["adopted"]
            for numbers in register.municipalities.groupby("fylkesnummer").groups.values()
        ]
        assert (sum(parts) == whole["adopted"]).all()

    @pytest.mark.parametrize("definition", Definition)
    def test_past_years_are_those_of_the_map(self, register, definition):
        table = status_series(register, definition, TODAY)
        for which in (2012, 2019, 2025):
            on_map = figures(register.at(Selection(date(which, 12, 31), definition), TODAY))
            assert year(table, which)[[s.value for s in Status]].tolist() == list(on_map.counts.values())

    def test_with_the_undated_the_last_point_is_the_map_of_today(self, register):
        now = status_series(register, STANDARD, TODAY).iloc[-1]
        undated = undated_only(register, STANDARD, TODAY)
        on_map = figures(register.at(Selection(TODAY), TODAY))
        for status in Status:
            moved = (undated["status"] == status).sum() - (undated["dated"] == status).sum()
            assert now[status.value] + moved == on_map.counts[status]

    def test_the_map_of_a_year_has_the_counts_of_the_series(self, register):
        for which in (2006, 2019, 2026):
            counts = figures(municipalities_in(register, STANDARD, which, TODAY)).counts
            row = year(status_series(register, STANDARD, TODAY), which)
            assert {status: row[status.value] for status in Status} == counts
        with pytest.raises(KeyError):
            municipalities_in(register, STANDARD, 1900, TODAY)

    def test_what_is_given_out_may_be_changed(self, register):
        series, happened = status_series(register, STANDARD, TODAY), changes(register, STANDARD, TODAY)
        series["adopted"], happened["year"] = 0, 0
        assert status_series(register, STANDARD, TODAY)["adopted"].sum() > 0
        assert (changes(register, STANDARD, TODAY)["year"] > 0).all()


class TestChanges:
    def test_documents_go_by_their_own_dates(self, made):
        some = made(
            {"adopted_on": "2015", "valid_from": "2015", "valid_to": "2018", "observed_on": "2017"},
            {"adopted_on": "2019-05-02", "observed_on": "2021"},
        )
        table = changes(some, STANDARD, TODAY)
        # Known in 2021 only, so that the first one had expired meanwhile.
        assert told(table) == [(2015, "0301", "adopted"), (2019, "0301", "expired"), (2019, "0301", "renewed")]

    def test_several_sources_of_one_document_are_one_adoption(self, made):
        some = made(
            {"adopted_on": "2016"},
            {"adopted_on": "2016-12-14", "observed_on": "2022"},
            {"valid_from": "2017", "observed_on": "2018"},
            {"observed_on": "2020"},
        )
        table = changes(some, STANDARD, TODAY)
        assert told(table) == [(2016, "0301", "adopted")]
        assert table["date"].item() == "2016-12-14"
        assert table["basis"].item() == Basis.ADOPTED_ON

    def test_a_document_known_before_it_holds_counts_from_when_it_was_known(self, made):
        table = changes(made({"valid_from": "2019", "observed_on": "2018-11"}), STANDARD, TODAY)
        assert told(table) == [(2018, "0301", "adopted")]

    def test_without_a_date_of_its_own_the_first_source_tells(self, made):
        table = changes(made({"observed_on": "2019-07"}, {"observed_on": "2021"}), STANDARD, TODAY)
        assert told(table) == [(2019, "0301", "adopted")]
        assert (table["date"].item(), table["basis"].item()) == ("2019-07", Basis.KNOWN_SINCE)

    def test_a_dated_document_after_one_that_was_known_renews_it(self, made):
        table = changes(made({"observed_on": "2012"}, {"adopted_on": "2015"}), STANDARD, TODAY)
        assert told(table) == [(2012, "0301", "adopted"), (2015, "0301", "renewed"), (2024, "0301", "expired")]

    def test_confirmed_after_it_expired_is_renewed(self, made):
        some = made({"adopted_on": "2010", "valid_to": "2013"}, {"observed_on": "2016-03"})
        table = changes(some, STANDARD, TODAY)
        assert told(table) == [
            (2010, "0301", "adopted"),
            (2014, "0301", "expired"),
            (2016, "0301", "renewed"),
            # Eight years after March 2016.
            (2024, "0301", "expired"),
        ]
        assert list(table["basis"]) == [Basis.ADOPTED_ON, Basis.VALID_TO, Basis.KNOWN_SINCE, Basis.LAST_SEEN]

    def test_a_document_first_heard_of_when_it_had_ended(self, made):
        some = made(
            {"valid_from": "2015", "valid_to": "2018", "observed_on": "2021"},
            {"kommunenummer": "4601", "status": "none", "observed_on": "2014"},
        )
        assert told(changes(some, STANDARD, TODAY)) == [(2015, "0301", "adopted"), (2019, "0301", "expired")]

    def test_one_that_ends_while_another_is_on_its_way_does_not_expire_yet(self, made):
        rows = [{"adopted_on": "2018", "valid_to": "2022"}, {"status": "in_progress", "observed_on": "2024"}]
        one = changes(made(*rows), STANDARD, TODAY)
        assert told(one)[-1] == (2023, "0301", "expired")
        rows[1] = {"status": "in_progress", "observed_on": "2022-10"}
        assert told(changes(made(*rows), STANDARD, date(2026, 1, 1))) == [(2018, "0301", "adopted")]

    def test_not_known_any_more_is_not_expired(self, made):
        some = made({"adopted_on": "2018"}, {"status": "none", "observed_on": "2022"})
        assert told(changes(some, STANDARD, TODAY)) == [(2018, "0301", "adopted")]

    def test_every_change_happens_once_and_in_order(self, register):
        for definition in Definition:
            table = changes(register, definition, TODAY)
            assert not table.duplicated(["year", "kommunenummer", "change"]).any()
            assert table["year"].is_monotonic_increasing
            assert table["year"].between(2006, 2026).all()
            first = table[table["change"] == Change.ADOPTED].set_index("kommunenummer")["year"]
            assert first.index.is_unique
            renewed = table[table["change"] == Change.RENEWED]
            assert (renewed["year"] > first.loc[renewed["kommunenummer"]].to_numpy()).all()

    def test_whoever_is_adopted_or_expired_has_a_beginning(self, register):
        now = municipalities_in(register, STANDARD, 2026, TODAY)
        table = changes(register, STANDARD, TODAY)
        begun = set(table["kommunenummer"])
        assert set(now.index[now["status"].isin([Status.ADOPTED, Status.EXPIRED])]) <= begun
        lapsed = set(table.loc[table["change"] == Change.EXPIRED, "kommunenummer"])
        assert set(now.index[now["status"] == Status.EXPIRED]) <= lapsed
