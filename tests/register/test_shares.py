"""Figures and ranks of counties, against counts made by hand from the tables."""

from datetime import date

import pytest

from lib.register.evidence import documents_at, known_by
from lib.register.history import status_series, undated_only
from lib.register.published import publications
from lib.register.selection import Selection
from lib.register.shares import Rank, Share, by_county, by_size, figures, rank_by_share
from lib.register.status import Definition, Status


@pytest.fixture
def municipalities(register, today):
    return register.at(Selection(today), today)


class TestVestfoldByHand:
    """Vestfold counted by hand from municipalities.csv and policy_status.csv.

    - 3901 Horten (28 173 inhabitants): work in progress, known in 2023: under arbeid.
    - 3903 Holmestrand (27 086): work in progress, known in 2013 only, too old: ikke undersøkt.
    - 3905 Tønsberg (60 246): plan adopted in 2023: vedtatt.
    - 3907 Sandefjord (67 062): work in progress, undated: under arbeid.
    - 3909 Larvik (49 022): no observation: ikke undersøkt.
    - 3911 Færder (27 743): strategy of October 2017, last confirmed in 2019: vedtatt until 2027.
    """

    def test_figures(self, municipalities):
        found = figures(municipalities[municipalities["fylkesnummer"] == "39"])
        assert found.counts == {
            Status.ADOPTED: 2,
            Status.IN_PROGRESS: 2,
            Status.EXPIRED: 0,
            Status.NONE: 0,
            Status.UNKNOWN: 2,
        }
        assert found.adopted == Share(2, 6)
        assert found.inhabitants == Share(60_246 + 27_743, 28_173 + 27_086 + 60_246 + 67_062 + 49_022 + 27_743)

    def test_sizes(self, municipalities):
        found = by_size(municipalities[municipalities["fylkesnummer"] == "39"])
        assert list(found.index) == ["20000-49999", "50000-"]
        assert list(found["adopted"]) == [1, 1]
        assert list(found["unknown"]) == [2, 0]
        assert list(found["total"]) == [4, 2]
        assert list(found["share"]) == [0.25, 0.5]

    def test_rank(self, municipalities):
        assert rank_by_share(by_county(municipalities), "39") == Rank(2, (), 15)

    def test_documents(self, register, municipalities, today):
        inside = municipalities.loc[municipalities["fylkesnummer"] == "39", "status"]
        documents = documents_at(inside, register.tables.policy_status, today, Definition.STANDARD, today=today)
        assert documents["document_title"].to_dict() == {
            "3901": "Plan for frivillighet",
            "3905": "Frivillighetsplan for Tønsberg kommune",
            "3907": "Frivilligplan",
            "3911": "Frivillighetsstrategi for Færder kommune",
        }

    def test_over_time(self, register, municipalities, today):
        numbers = municipalities.index[municipalities["fylkesnummer"] == "39"]
        series = status_series(register, Definition.STANDARD, today, numbers).set_index("year")
        assert series["adopted"].loc[[2018, 2019, 2022, 2023, 2026]].tolist() == [0, 1, 1, 2, 2]
        assert set(series["total"]) == {6}
        assert list(undated_only(register, Definition.STANDARD, today, numbers).index) == ["3907"]


def test_equal_shares_share_the_place(municipalities):
    counties = by_county(municipalities)
    # 3 of 27 and 2 of 18; 0 of 21 and 0 of 18.
    assert rank_by_share(counties, "15") == Rank(8, ("33",), 15)
    assert rank_by_share(counties, "33") == Rank(8, ("15",), 15)
    assert rank_by_share(counties, "55") == Rank(14, ("56",), 15)
    assert rank_by_share(counties, "03").place == 1


def test_no_documents(register, today, municipalities):
    inside = municipalities.loc[municipalities["fylkesnummer"] == "55", "status"]
    documents = documents_at(inside, register.tables.policy_status, today, Definition.STANDARD, today=today)
    assert documents.empty
    assert "document_title" in documents


def test_publications_are_oldest_first(register, today):
    totals = register.tables.published_totals
    found = publications(totals, "55", today)
    assert found["as_of"].tolist() == ["2019-07-18", "2021-07-17", "2024-07-08"]
    assert publications(totals, "55", today.replace(year=2020))["as_of"].tolist() == ["2019-07-18"]
    assert publications(totals, "99", today).empty
    assert set(publications(totals, "NO", today)["kind"]) == {"mapping", "survey", "statement"}


class TestKnownBy:
    @pytest.mark.parametrize(
        ("on", "known"),
        [
            # Work in progress is known from the first day that its date may mean, all else from the last.
            (date(2019, 6, 30), [True, False, False, False]),
            (date(2019, 12, 31), [True, True, False, False]),
            (date(2020, 7, 17), [True, True, True, False]),
            # Undated ones are known from the present day on.
            (date(2026, 11, 23), [True, True, True, True]),
        ],
    )
    def test_partial_dates_and_none(self, register, today, on, known):
        rows = register.tables.policy_status.head(4).assign(
            status=["in_progress", "adopted", "none", "adopted"],
            observed_on=["2019", "", "2020-07-17", ""],
            adopted_on=["", "2019", "2018", ""],
            valid_from=["", "2010", "", ""],
        )
        assert list(known_by(rows, on, today=today)) == known
