"""Local examples: only what an observation bears out, and silence where none does."""

from dataclasses import replace

import pytest

from lib.guide.examples import MOST, examples, traits
from lib.guide.recommendations import recommendations
from lib.register.register import build_register

ADVICE = {each.key: each for each in recommendations()}


@pytest.mark.parametrize("key", ADVICE)
def test_each_example_is_an_observation_that_holds_the_words(key, register, today):
    observations = register.tables.policy_status
    found = examples(ADVICE[key], register, today)
    assert len(found) <= MOST
    assert len({each.number for each in found}) == len(found)
    for each in found:
        rows = observations[
            (observations["kommunenummer"] == each.number)
            & (observations["source_url"] == each.url)
            & (observations["document_title"] == each.title)
            & (observations["source_publisher"] == each.publisher)
        ]
        rows = rows[rows["status"].isin(["adopted", "in_progress"]) & (rows["scope"] != "predecessor")]
        rows = rows[rows["confidence"] != "low"]
        (trait,) = [trait for trait in traits() if trait.sentence == each.sentence and trait.recommendation == key]
        assert rows[trait.column].str.contains(trait.words).any(), each
        assert register.municipalities.loc[each.number, "navn"] == each.name


def test_every_trait_is_found_in_the_register(register, today):
    shown = {each.sentence for advice in ADVICE.values() for each in examples(advice, register, today)}
    assert shown == {trait.sentence for trait in traits()}
    assert {trait.recommendation for trait in traits()} < set(ADVICE)


@pytest.mark.parametrize("key", ["frie-midler", "rekruttering"])
def test_nothing_is_said_where_the_register_shows_nothing(key, register, today):
    assert examples(ADVICE[key], register, today) == []


def test_an_example_goes_when_its_observation_does(register, today):
    tables = register.tables
    (before, *_rest) = examples(ADVICE["merverdi"], register, today)
    kept = tables.policy_status[tables.policy_status["source_url"] != before.url]
    without = build_register(replace(tables, policy_status=kept))
    assert examples(ADVICE["merverdi"], without, today) == []


def test_weak_evidence_shows_nothing(register, today):
    tables = register.tables
    weak = build_register(replace(tables, policy_status=tables.policy_status.assign(confidence="low")))
    assert not any(examples(advice, weak, today) for advice in ADVICE.values())
