"""Negation, its limits, boosters and hedges: a table of cases, each with the rule that must have fired."""

import pytest

from tests.sentiment.said import hits, rules, tones

NEGATED = [
    ("The meeting was not fruitful.", "fruitful"),
    ("The meeting wasn't fruitful.", "fruitful"),
    ("The meeting wasn’t fruitful.", "fruitful"),
    ("Nobody praised the plan.", "praised"),
    ("They met without rancour or goodwill.", "goodwill"),
    ("The meeting was anything but fruitful.", "fruitful"),
    ("The meeting was far from fruitful.", "fruitful"),
    ("The meeting was never going to be fruitful.", "fruitful"),
    ("The meeting was not, however, fruitful.", "fruitful"),
    ("He did not say that the meeting was fruitful.", "fruitful"),
    ("There is a lack of goodwill.", "goodwill"),
    ("They have yet to reach consensus.", "reach consensus"),
    ("Neither delegation praised the plan.", "praised"),
    ("The mayor is unable to help.", "help"),
    ("Hardly anybody praised the plan.", "praised"),
]

NOT_NEGATED = [
    ("The plan is not only fruitful but also friendly.", "fruitful"),
    ("The plan is not only fruitful but also friendly.", "friendly"),
    ("It is not just fruitful, it is friendly.", "fruitful"),
    ("No fewer than ten mayors praised the plan.", "praised"),
    ("No less than ten mayors praised the plan.", "praised"),
    ("We cannot but praise the plan.", "praise"),
    ("We cannot help but praise the plan.", "praise"),
    ("There is no doubt that the meeting was fruitful.", "fruitful"),
    ("No, the meeting was fruitful.", "fruitful"),
    ("He did not attend, and the mayor praised the plan.", "praised"),
    ("He did not attend because the rival plan was praised.", "praised"),
    ("Not least the mayor praised the plan.", "praised"),
    ("A few mayors praised the plan.", "praised"),
    ("It was not without success.", "success"),
    ("The mayor did not speak. Her guest praised the plan.", "praised"),
]


@pytest.mark.parametrize(("text", "word"), NEGATED)
def test_negation_reaches(text, word):
    assert rules(text)[word].split()[-2] == "negated"
    assert min(hit.value for hit in hits(text)) < 0


@pytest.mark.parametrize(("text", "word"), NOT_NEGATED)
def test_negation_stops(text, word):
    assert "negated" not in rules(text)[word]
    assert sum(hit.value for hit in hits(text)) > 0


def test_two_negations_cancel():
    assert tones("Nobody can deny the progress.")[0] > 0 > tones("Nobody saw the progress.")[0]


HEDGES = ["could", "may", "might", "would"]


@pytest.mark.parametrize("hedge", HEDGES)
@pytest.mark.parametrize("clause", ["improve ties", "damage ties"])
def test_a_hedge_shrinks_and_keeps_the_sign(hedge, clause):
    (plain,) = (hits_sum(f"The visit will {clause}."),)
    hedged = hits_sum(f"The visit {hedge} {clause}.")
    assert abs(hedged) < abs(plain)
    assert hedged * plain > 0


def hits_sum(text: str) -> float:
    return sum(hit.value for hit in hits(text))


def test_a_date_that_is_not_given_shrinks_its_clause():
    assert rules("He will resume the exchanges at an appropriate time.")["resume"] == "hedged register"
    assert rules("He will resume the exchanges in May.")["resume"] == "register"


def test_the_month_of_may_is_no_hedge():
    assert rules("In May the two ports resumed exchanges.")["resumed"] == "register"


@pytest.mark.parametrize(
    ("weaker", "stronger"),
    [
        ("The talks were friendly.", "The talks were very friendly."),
        ("The talks were somewhat friendly.", "The talks were friendly."),
        ("They criticised the plan.", "They sharply criticised the plan."),
    ],
)
def test_boosters_and_dampers(weaker, stronger):
    assert abs(hits_sum(weaker)) < abs(hits_sum(stronger))


def test_the_longest_phrase_is_taken_first():
    assert rules("They took part in a candid exchange of views.") == {"candid exchange of views": "phrase"}
    assert rules("They took part in an exchange of fire.") == {"exchange of fire": "phrase"}
    assert rules("They took part in an exchange of students.") == {"exchange": "register"}


def test_a_gap_does_not_cross_punctuation():
    assert "summoned" not in " ".join(rules("He was summoned; the ambassador left."))
