"""Figures and ranks of counties, against counts made by hand from the tables."""

import pytest

from lib.register.evidence import documents_at
from lib.register.history import status_series, undated_only
from lib.register.published import publications
from lib.register.selection import Selection
from lib.register.shares import Rank, Share, by_county, figures, rank_by_share
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
