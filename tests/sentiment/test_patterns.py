"""The notation of the lexicons, and how a pattern matches."""

import pytest

from analysis.language.document import Token
from analysis.sentiment.patterns import compile_term, match, plural


def tokens(text: str) -> list[Token]:
    return [Token(0, 0, word, word.lower()) for word in text.split()]


@pytest.mark.parametrize(
    ("term", "text", "length"),
    [
        ("play/v with fire", "playing with fire", 3),
        ("play/v with fire", "playing with water", 0),
        ("lodge/v ... protest/n", "lodged a strong formal protest", 5),
        ("lodge/v ... protest/n", "lodged a very strong formal protest", 0),
        ("lodge/v ... protest/n", "lodged protests", 2),
        ("lodge/v ... protest/n", "lodged , a protest", 0),
        ("close|closer ties|relations", "closer relations", 2),
        ("free trade agreement/n", "free trade", 0),
    ],
)
def test_match(term, text, length):
    words = tokens(text)
    assert match(compile_term(term), words, 0, len(words)) == length


def test_a_match_does_not_run_over_the_end_of_the_sentence():
    words = tokens("play with fire")
    assert match(compile_term("play with fire"), words, 0, 2) == 0


def test_negators_stand_for_any_of_them():
    pattern = compile_term("@negator welcome", frozenset(("not", "isn't")))
    assert pattern[0] == {"not", "isn't"}


def test_an_unknown_mark_is_named():
    with pytest.raises(AssertionError, match="tie/x"):
        compile_term("tie/x")


@pytest.mark.parametrize(
    ("noun", "wanted"), [("day", "days"), ("treaty", "treaties"), ("clash", "clashes"), ("tie", "ties")]
)
def test_plural(noun, wanted):
    assert plural(noun) == wanted
