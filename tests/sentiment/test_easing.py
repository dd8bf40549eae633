"""Easing and breaking verbs with the nouns that they govern."""

import pytest

from tests.sentiment.said import hits, rules

JOINED = [
    ("Seoul lifted the sanctions.", "lifted the sanctions", "de-escalation"),
    ("The sanctions on the bank were lifted.", "sanctions on the bank were lifted", "de-escalation"),
    ("The visit eased long-standing tensions.", "eased long-standing tensions", "de-escalation"),
    ("Tensions between the two ports eased.", "Tensions between the two ports eased", "de-escalation"),
    ("They will combat crime and smuggling jointly.", "combat crime and smuggling", "de-escalation"),
    ("They strengthened the fight against crime.", "fight against crime", "de-escalation"),
    ("A reduction in tensions is near.", "reduction in tensions", "de-escalation"),
    ("They put an end to the dispute.", "put an end to the dispute", "de-escalation"),
    ("Oslo suspended fruitful exchanges.", "suspended fruitful exchanges", "setback"),
    ("The summit was called off.", "summit was called off", "setback"),
    ("Lima froze the exchanges.", "froze the exchanges", "setback"),
    ("The speech fuelled tensions.", "fuelled tensions", "escalation"),
    ("Lima imposed sanctions.", "imposed sanctions", "escalation"),
    ("The speech deepened the crisis.", "deepened the crisis", "escalation"),
    ("The visit did not ease tensions.", "ease tensions", "negated de-escalation"),
    ("The visit could ease tensions.", "ease tensions", "hedged de-escalation"),
]


@pytest.mark.parametrize(("text", "words", "rule"), JOINED)
def test_a_verb_and_its_noun_are_one_hit(text, words, rule):
    assert rules(text)[words] == rule


@pytest.mark.parametrize(("text", "words", "rule"), JOINED)
def test_its_sign_is_that_of_the_deed(text, words, rule):
    (value,) = [hit.value for hit in hits(text) if text[hit.start : hit.end] == words]
    assert (value > 0) == (rule in ("de-escalation", "hedged de-escalation"))


APART = [
    "The visit ended.",  # a visit that is over is no setback
    "They deepened their cooperation.",
    "He fought for office amid tensions.",
    "He ended his speech; tensions were not his subject.",
    "The mayor, who lifted the cup, spoke of sanctions.",
]


@pytest.mark.parametrize("text", APART)
def test_other_verbs_and_nouns_stay_apart(text):
    assert not {"de-escalation", "escalation", "setback"} & set(" ".join(rules(text).values()).split())


def test_sanctions_that_were_imposed_and_lifted_are_lifted():
    assert "de-escalation" in rules("The sanctions imposed in 2017 were lifted.").values()
