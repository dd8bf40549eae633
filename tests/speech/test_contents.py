"""Contents: what stands between a cue and its content, and where a content begins and ends."""

import pytest

from analysis.speech.adjuncts import over_adjuncts
from analysis.speech.clauses import has_verb, is_clause
from analysis.speech.contents import left_content, right_content
from analysis.speech.cues import find_cues
from analysis.speech.recipients import over_recipient
from tests.speech.made import marked, words


@pytest.mark.parametrize(
    ("text", "rule"),
    [
        ("Silva said | that trams matter |.", "cue-that"),
        ("Silva told reporters on Monday | that trams matter |.", "cue-that"),
        ("Silva asked | whether trams matter |.", "cue-question"),
        ("Silva said | trams would matter |.", "cue-clause"),
        ("Silva praised | the trams of Porto |.", "cue-phrase"),
        ("Silva described the trams | as old |.", None),
        ("Silva promised | to mend them |.", "cue-infinitive"),
        ("Silva said: | trams matter |.", "cue-colon"),
        ('Silva said, | "Trams matter here." |', "cue-quote"),
        ("Silva issued a ticket.", None),
    ],
)
def test_right_of_a_cue(text, rule):
    made, bars = marked(text)
    cue = find_cues(made, 0, len(made.tokens))[0]
    content = right_content(made, cue, cue.last, made.passages[0][1])
    if rule:
        assert content == (bars[0], bars[1] if len(bars) > 1 else len(made.tokens), rule)
    else:
        assert content is None or content.rule == "cue-phrase"


@pytest.mark.parametrize("text", ["Trams matter, | Silva said.", '"Trams matter," | Silva said.'])
def test_left_of_a_source(text):
    made, (at,) = marked(text)
    start, end = left_content(made, at, 0)
    assert start == 0 and made.lower[end - 1] in ("matter", '"')


def test_nothing_is_left_of_a_source_without_a_comma():
    made, (at,) = marked("Trams matter because | Silva said so.")
    assert left_content(made, at, 0) is None


@pytest.mark.parametrize(
    "text",
    [
        "Silva told | the two reporters | that trams matter.",
        "Silva told | him | trams matter.",
        "Silva thanked || the mayor.",
        "Silva said || that trams matter.",
        "They agreed || to meet.",
    ],
)
def test_over_a_recipient(text):
    made, (start, end) = marked(text)
    cue = find_cues(made, 0, len(made.tokens))[0]
    assert over_recipient(made, cue, start, len(made.tokens)) == end


@pytest.mark.parametrize(
    "text",
    [
        "Silva said | on Monday | that trams matter.",
        "Silva said | in an interview with the paper last week | that trams matter.",
        "Silva said | yesterday | trams matter.",
        "Silva said || trams matter.",
    ],
)
def test_over_adjuncts(text):
    made, (start, end) = marked(text)
    assert over_adjuncts(made, start, len(made.tokens)) == end


@pytest.mark.parametrize(
    ("text", "clause"),
    [
        ("the trams are old", True),
        ("they matter", True),
        ("the port opened in May", True),
        ("the old tram", False),
        ("growth and jobs", False),
    ],
)
def test_clauses(text, clause):
    made = words(text)
    assert is_clause(made, 0, len(made.tokens)) is clause


@pytest.mark.parametrize(
    ("text", "verb"), [("Trams were old", True), ("In a speech in 1963", False), ("Asked about it", False)]
)
def test_which_openings_are_clauses_of_their_own(text, verb):
    made = words(text)
    assert has_verb(made, 0, len(made.tokens)) is verb
