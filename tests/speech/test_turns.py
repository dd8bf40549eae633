"""Turns: where a sentence, a closing tag and another speaker end what was said."""

import pytest

from analysis.speech.turns import is_tag, sentence_end
from tests.speech.made import marked
from tests.speech.test_attribution import said


@pytest.mark.parametrize(
    ("text", "tag"),
    [
        ("Trams matter, Silva said | on Monday.", True),
        ("Trams matter, Silva said |.", True),
        ("Silva said | the trams were old.", False),
        ("Silva said |, however.", False),
        ("Trams matter, Silva said | when asked about it.", True),
    ],
)
def test_a_closing_tag_holds_time_and_place_only(text, tag):
    made, (after,) = marked(text)
    assert is_tag(made, after, len(made.tokens)) is tag


@pytest.mark.parametrize(
    ("text", "end"),
    [
        ("Silva left. | Trams matter.", "trams"),
        ('Silva asked: | "Why not? We can." | Nobody knew.', "nobody"),
    ],
)
def test_a_sentence_takes_in_the_quotation_at_its_end(text, end):
    made, bars = marked(text)
    assert sentence_end(made, 0, len(made.tokens)) == bars[-1] == made.lower.index(end)


@pytest.mark.parametrize(
    ("text", "contents"),
    [
        (
            "Silva said that trams matter, while Brandt denied that they do.",
            ["that trams matter", "that they do"],
        ),
        (
            "Silva said that trams matter, adding that buses do too.",
            ["that trams matter", "that buses do too"],
        ),
        (
            "Silva said that trams matter, and warned that buses are full.",
            ["that trams matter", "that buses are full"],
        ),
        (
            "Silva said that Brandt had denied that trams matter.",
            ["that Brandt had denied that trams matter"],
        ),
    ],
)
def test_somebody_else_or_a_second_verb_ends_a_content(text, contents):
    assert [s.text for s in said(text)] == contents
