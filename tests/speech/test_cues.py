"""Cues: which verbs announce a statement, in which form, and whether the thing was said."""

import pytest

from analysis.speech.cues import find_cues
from analysis.speech.verb_groups import verb_group
from analysis.speech.verbs import is_verb
from tests.speech.made import words


def found(text):
    made = words(text)
    return [(cue.entry.lemma, cue.form, cue.polarity) for cue in find_cues(made, 0, len(made.tokens))]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Silva said that trams matter.", [("say", "finite", "affirmed")]),
        ("Silva did not say that trams matter.", [("say", "finite", "negated")]),
        ("Silva would say that trams matter.", [("say", "finite", "irrealis")]),
        ("I must say that trams matter.", [("say", "finite", "affirmed")]),
        ("Silva plans to announce that trams matter.", [("announce", "finite", "irrealis")]),
        (
            "Silva declined to confirm that trams matter.",
            [("decline", "finite", "affirmed"), ("confirm", "finite", "negated")],
        ),
        ("Silva left early, noting that trams matter.", [("note", "participle", "affirmed")]),
        ("It was announced that trams matter.", [("announce", "passive", "affirmed")]),
        ("He was quoted as saying trams matter.", [("quote", "finite", "affirmed")]),
        ("Silva pointed out that trams matter.", [("point", "finite", "affirmed")]),
        ("The reports of the council are late.", []),
        ("The trams carried its demands.", []),
        ("Trams, denied by nobody, matter.", []),
        ('"They said so".', []),
    ],
)
def test_cues(text, expected):
    assert found(text) == expected


@pytest.mark.parametrize(
    ("text", "verb", "first", "polarity", "auxiliary"),
    [
        ("They have never really said it.", "said", "have", "negated", "other"),
        ("They were saying it.", "saying", "were", "affirmed", "be"),
        ("They couldn't say it.", "say", "couldn't", "negated", "other"),
        ("They refused to say it.", "say", "refused", "negated", "to"),
        ("They might say it.", "say", "might", "irrealis", "other"),
        ("They not only said it.", "said", "not", "affirmed", ""),
    ],
)
def test_verb_groups(text, verb, first, polarity, auxiliary):
    made = words(text)
    group = verb_group(made, made.lower.index(verb), 0)
    assert (made.lower[group.first], group.polarity, group.auxiliary) == (first, polarity, auxiliary)
    assert group.is_verb


def test_an_infinitive_that_no_verb_governs_is_no_cue():
    made = words("The right to say no is old.")
    assert not verb_group(made, made.lower.index("say"), 0).is_verb


@pytest.mark.parametrize(
    ("text", "word", "verb"),
    [
        ("The port opened.", "opened", True),
        ("She's here.", "'s", True),
        ("Silva's plan failed.", "'s", False),
        ("They can help.", "can", True),
        ("The stated aim was clear.", "stated", False),
        ("He says so.", "says", True),
        ("The plans are old.", "plans", False),
    ],
)
def test_verbs(text, word, verb):
    made = words(text)
    assert is_verb(made, made.lower.index(word)) is verb
