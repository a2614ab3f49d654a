"""Why a municipality has its status: every branch on hand-made evidence, and agreement with the rule itself."""

from datetime import date

import pandas as pd
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from lib.register.evidence import evidence_of
from lib.register.reasoning import STATUS_OF, Ground, Reasoning, reasoning_of
from lib.register.status import Definition, statuses_at

TODAY = date(2026, 11, 23)
COLUMNS = [
    "kommunenummer",
    "scope",
    "name_in_source",
    "status",
    "document_type",
    "adopted_on",
    "valid_from",
    "valid_to",
    "observed_on",
    "confidence",
]


def row(status, observed_on="", **values):
    return {
        **dict.fromkeys(COLUMNS, ""),
        "kommunenummer": "0301",
        "scope": "municipality",
        "confidence": "high",
        "status": status,
        "observed_on": observed_on,
        **values,
    }


def table(*rows):
    return pd.DataFrame(rows, columns=COLUMNS, dtype="str")


def reason(*rows, on=TODAY, definition=Definition.STANDARD):
    return reasoning_of(evidence_of("0301", table(*rows), on, definition, today=TODAY), on)


class TestUnknown:
    def test_no_source(self):
        assert reason() == Reasoning(Ground.NOTHING)

    def test_predecessors_alone(self):
        rows = [row("adopted", "2018", scope="predecessor", name_in_source=name) for name in ("Sund", "Fjell", "Sund")]
        assert reason(*rows) == Reasoning(Ground.PREDECESSORS, predecessors=("Fjell", "Sund"))

    def test_too_weak_for_the_definition(self):
        assert reason(row("adopted", "2024", confidence="low")).ground == Ground.LEFT_OUT
        assert reason(row("adopted", "2024", confidence="low"), definition=Definition.WIDE).ground == Ground.RECENT

    def test_known_too_late(self):
        assert reason(row("adopted", "2024"), on=date(2020, 1, 1)).ground == Ground.LEFT_OUT

    def test_work_that_nobody_has_spoken_of_since(self):
        found = reason(row("in_progress", "2016"), row("in_progress", "2018-05"))
        assert found == Reasoning(Ground.STALE_PROGRESS, confirmed="2018-05")


class TestAdopted:
    def test_until_an_end_that_is_to_come(self):
        found = reason(
            row("adopted", "2022-06", document_type="plan", adopted_on="2022-06", valid_to="2027"),
            row("adopted", "2023-12", valid_to="2027"),
        )
        assert found == Reasoning(
            Ground.VALID, document_type="plan", adopted_on="2022-06", valid_to="2027", confirmed="2023-12"
        )

    def test_the_document_that_lasts_longest_decides(self):
        found = reason(
            row("adopted", "2024", document_type="plan", valid_to="2027"),
            row("adopted", "2020", document_type="strategi", valid_to="2030"),
        )
        assert (found.ground, found.document_type, found.valid_to) == (Ground.VALID, "strategi", "2030")

    def test_without_an_end(self):
        found = reason(row("adopted", "2021-03", document_type="melding", adopted_on="2020"))
        assert found == Reasoning(Ground.RECENT, document_type="melding", adopted_on="2020", confirmed="2021-03")

    def test_without_an_end_where_another_source_states_one_that_has_passed(self):
        found = reason(row("adopted", "2023"), row("adopted", "2022", valid_to="2025"))
        assert (found.ground, found.valid_to) == (Ground.RECENT, "2025")

    def test_undated(self):
        assert reason(row("adopted", document_type="plan")) == Reasoning(Ground.UNDATED, document_type="plan")

    def test_under_revision(self):
        assert reason(row("adopted", "2021"), row("in_progress", "2024-02")).progress == "2024-02"
        assert reason(row("adopted", "2021"), row("in_progress", "2019")).progress is None
        assert reason(row("adopted"), row("in_progress", "2024-02"), row("adopted", "2025")).progress is None


class TestNone:
    def test_a_source_on_the_municipality(self):
        assert reason(row("none", "2022-06")) == Reasoning(Ground.NONE, confirmed="2022-06")

    def test_a_source_on_the_county(self):
        found = reason(row("none", "2024-07-08", scope="county", name_in_source="alle kommuner i Troms"))
        assert found.about == "alle kommuner i Troms"

    def test_a_contradiction(self):
        assert reason(row("adopted", "2019"), row("none", "2022")).earlier == "2019"
        assert reason(row("adopted"), row("none", "2022")).earlier == ""
        assert reason(row("in_progress", "2019"), row("none", "2022")).earlier is None


class TestInProgress:
    def test_within_four_years(self):
        assert reason(row("in_progress", "2024")) == Reasoning(Ground.IN_PROGRESS, confirmed="2024")

    def test_undated(self):
        assert reason(row("in_progress")) == Reasoning(Ground.IN_PROGRESS)

    def test_after_one_that_has_ended(self):
        found = reason(row("adopted", "2018", valid_to="2021"), row("in_progress", "2024"))
        assert (found.ground, found.earlier, found.valid_to) == (Ground.IN_PROGRESS, "2018", "2021")


class TestExpired:
    def test_ended(self):
        found = reason(row("adopted", "2018", document_type="plan", adopted_on="2017-06", valid_to="2021"))
        assert found == Reasoning(
            Ground.ENDED, document_type="plan", adopted_on="2017-06", valid_to="2021", confirmed="2018"
        )

    def test_not_confirmed_for_eight_years(self):
        assert reason(row("adopted", "2016")) == Reasoning(Ground.UNCONFIRMED, confirmed="2016")

    def test_and_work_on_a_new_one_that_came_to_nothing(self):
        found = reason(row("adopted", "2012", valid_to="2015"), row("in_progress", "2019"))
        assert (found.ground, found.progress) == (Ground.ENDED, "2019")

    def test_contradicted_and_taken_up_again(self):
        found = reason(row("adopted", "2012"), row("none", "2015"), row("in_progress", "2018"))
        assert found == Reasoning(Ground.CONTRADICTED, confirmed="2012", progress="2018")


@pytest.mark.parametrize("on", [TODAY, date(2024, 7, 8), date(2021, 12, 31), date(2017, 5, 23)])
@pytest.mark.parametrize("definition", Definition)
def test_it_agrees_with_the_rule_for_every_municipality(register, on, definition):
    observations = register.tables.policy_status
    statuses = statuses_at(observations, register.municipalities.index, on, definition, today=TODAY)
    for number in sorted(set(observations["kommunenummer"])):
        found = reasoning_of(evidence_of(number, observations, on, definition, today=TODAY), on)
        derived = statuses.loc[number]
        assert STATUS_OF[found.ground] == derived["status"], number
        if derived["status"] == "adopted":
            assert (found.progress is not None) == derived["under_revision"], number


dates = st.sampled_from(["", "2010", "2014-05", "2018", "2019-01-01", "2022", "2024-07-08", "2026"])


@settings(deadline=None)
@given(
    rows=st.lists(
        st.builds(
            row,
            st.sampled_from(["adopted", "in_progress", "none"]),
            dates,
            adopted_on=dates,
            valid_to=dates,
            scope=st.sampled_from(["municipality", "county", "predecessor"]),
            confidence=st.sampled_from(["high", "medium", "low"]),
        ),
        max_size=5,
    ),
    on=st.sampled_from([TODAY, date(2023, 1, 1), date(2015, 6, 1)]),
    definition=st.sampled_from(Definition),
)
def test_it_agrees_with_the_rule_whatever_was_said(rows, on, definition):
    observations = table(*rows)
    derived = statuses_at(observations, ["0301"], on, definition, today=TODAY).loc["0301"]
    found = reasoning_of(evidence_of("0301", observations, on, definition, today=TODAY), on)
    assert STATUS_OF[found.ground] == derived["status"]
    if derived["status"] == "adopted":
        assert (found.progress is not None) == derived["under_revision"]
