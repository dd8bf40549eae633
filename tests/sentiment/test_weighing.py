"""Concessions: which clause counts less."""

import pytest

from tests.sentiment.said import rules, tones

WEIGHED = [
    # text, conceded word, asserted word
    ("Although trust grew, trade saw a slowdown.", "trust", "slowdown"),
    ("Trade saw a slowdown, although trust grew.", "trust", "slowdown"),
    ("Though the talks, such as those in May, were cordial, the rift remains.", "cordial", "rift"),
    ("Despite the rift, the mayors praised the visit.", "rift", "praised"),
    ("In spite of the rift, the mayors praised the visit.", "rift", "praised"),
    ("The mayors praised the visit despite the rift.", "rift", "praised"),
    ("While the hosts were friendly, the talks exposed a rift.", "friendly", "rift"),
    ("She said that while the hosts were friendly, the talks exposed a rift.", "friendly", "rift"),
    ("The hosts were friendly, but the talks exposed a rift.", "friendly", "rift"),
    ("The hosts were friendly, yet the talks exposed a rift.", "friendly", "rift"),
    ("The hosts were friendly; however, the talks exposed a rift.", "friendly", "rift"),
]


@pytest.mark.parametrize(("text", "conceded", "asserted"), WEIGHED)
def test_the_conceded_clause_counts_less(text, conceded, asserted):
    assert rules(text)[conceded].startswith("conceded")
    assert rules(text)[asserted].startswith("weighted")


UNWEIGHED = [
    "While visiting Lima, the mayor praised the friendly talks.",
    "The mayor praised Lima, while her guest praised the port.",
    "The visit was not only friendly but also fruitful.",
    "The mayor praised nothing but the friendly talks.",
    "They have yet to praise the friendly talks.",
    "The mayor praised the friendly talks.",
]


@pytest.mark.parametrize("text", UNWEIGHED)
def test_without_a_concession_nothing_is_weighed(text):
    assert not {"conceded", "weighted"} & set(" ".join(rules(text).values()).split())


def test_the_order_of_the_clauses_does_not_turn_the_sign():
    first, second = "Although trust grew, trade saw a slowdown.", "Trade saw a slowdown, although trust grew."
    assert tones(first)[0] < 0
    assert tones(second)[0] < 0


def test_ill_news_that_is_only_the_background_counts_half():
    assert rules("They resumed exchanges after years of hostility.")["hostility"] == "conceded register"
    assert rules("They stopped talking after years of hostility.")["hostility"] == "register"
