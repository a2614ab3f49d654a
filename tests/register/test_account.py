"""What the register says of itself: counts that add up, and examples that are what the rule gives."""

from dataclasses import replace

from lib.register.account import SHOWN_GROUNDS, account, worked_examples
from lib.register.reasoning import STATUS_OF
from lib.register.register import build_register
from lib.register.status import Definition, Status, statuses_at


def test_the_counts_are_those_of_the_tables(register, today):
    known = account(register, today)
    rows = register.tables.policy_status.to_dict("records")
    assert known.observations == len(rows) == sum(known.by_confidence.values())
    assert known.sources == len({row["source_url"] for row in rows})
    assert known.with_source == len({row["kommunenummer"] for row in rows})
    assert known.undated == sum(not (row["observed_on"] or row["adopted_on"] or row["valid_from"]) for row in rows)
    assert known.municipalities == sum(known.counts.values()) == 357
    for definition in Definition:
        statuses = statuses_at(
            register.tables.policy_status, register.municipalities.index, today, definition, today=today
        )["status"]
        assert known.adopted[definition] == (statuses == Status.ADOPTED).sum()
        if definition == Definition.STANDARD:
            assert known.counts == {status: (statuses == status).sum() for status in Status}


def test_the_examples_have_the_status_that_the_rule_gives(register, today):
    found = worked_examples(register, today)
    statuses = statuses_at(register.tables.policy_status, register.municipalities.index, today, today=today)["status"]
    assert [each.reasoning.ground for each in found] == list(SHOWN_GROUNDS)
    for each in found:
        assert each.status == statuses[each.number] == STATUS_OF[each.reasoning.ground]
        assert set(each.evidence["kommunenummer"]) <= {each.number}
        assert len(each.evidence) == (register.tables.policy_status["kommunenummer"] == each.number).sum()
    assert {each.status for each in found} == set(Status)


def test_a_branch_that_nobody_is_on_is_left_out(register, today):
    tables = register.tables
    none = tables.policy_status[tables.policy_status["status"] == "none"]
    grounds = [
        each.reasoning.ground for each in worked_examples(build_register(replace(tables, policy_status=none)), today)
    ]
    assert [ground.value for ground in grounds] == ["none", "nothing"]
