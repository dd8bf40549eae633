"""Noun phrases: how far they reach, to the right and to the left of a place in a sentence."""

import pytest

from analysis.speech.phrases import chain, left_bound, left_of_modifiers, recipient, right
from analysis.speech.subjects import subject
from tests.speech.made import marked


@pytest.mark.parametrize(
    "text",
    [
        "It was | the mayor of Porto | who came.",
        "It was | she | who came.",
        "It was | Ana Silva | recently.",
        "It was | the ministry's new plan for trams | that failed.",
        "It was | Porto and Lagos | again.",
        "It was | a former judge in Oslo | because nobody else came.",
    ],
)
def test_to_the_right(text):
    made, (start, end) = marked(text)
    assert right(made, start, len(made.tokens)) == end


def test_no_noun_phrase_begins_at_a_comma():
    made, (comma,) = marked("Trams |, he said.")
    assert right(made, comma, len(made.tokens)) == comma


@pytest.mark.parametrize(
    "text",
    [
        "He told | reporters | on Monday.",
        "They urged | the council of Porto | to act.",
        "He told | the minister's aides | that he left.",
    ],
)
def test_recipient(text):
    made, (start, end) = marked(text)
    assert recipient(made, start, len(made.tokens)) == end


@pytest.mark.parametrize(
    "text",
    [
        "Trams matter, | the mayor of Porto | said.",
        "He left because | two aides | said so.",
        "Trams matter and | Sen. Ana Ruiz (Porto) | said so.",
        '"We go," | the aide | said.',
    ],
)
def test_left_bound(text):
    made, (start, end) = marked(text)
    assert left_bound(made, end, 0) == start


@pytest.mark.parametrize(
    "text", ["So the | deputy mayor | Ana Silva said.", "Today, | Porto Mayor | Ana Silva said."]
)
def test_modifiers_of_a_name(text):
    made, (start, name) = marked(text)
    assert left_of_modifiers(made, name, 0) <= start


def test_a_chain_of_names_begins_with_the_first():
    made, (first, last) = marked("On Monday | Oslo, Lagos and | Porto said so.")
    assert chain(made, last, 0) == first
    made, (only,) = marked("In Oslo, | Porto said so.")
    assert chain(made, only, 0) == only


@pytest.mark.parametrize(
    "text",
    [
        "Yesterday | the mayor | said so.",
        "In May | the mayor | said so.",
        "| About half of the voters | said so.",
        "| The president | on Wednesday said so.",
    ],
)
def test_subject_of_a_stretch(text):
    made, (start, end) = marked(text)
    assert subject(made, 0, made.lower.index("said")) == (start, end)


def test_a_stretch_that_is_all_preposition_has_no_subject():
    made, (said,) = marked("In Porto | said nothing.")
    assert subject(made, 0, said) is None
