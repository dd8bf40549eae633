"""One sentence by itself gives what the same sentence gives in a document without names."""

import pytest

from analysis.sentiment import NEUTRAL_BAND
from analysis.sentiment.sentence import tokens_of, tone_of_sentence, tone_of_tokens

TEXTS = [
    "Seoul lifted the sanctions.",
    "The envoy didn’t praise the “cordial” talks — he left.",
    "İzmir’s mayor hailed the breakthrough.",  # a letter whose small form is two
    "The\tmayor `praised` the talks.",
    "A \0 in a friendly text.",
    "",
    "...",
    "🙂 Friendly talks.",
]


@pytest.mark.parametrize("text", TEXTS)
def test_the_fast_way_and_the_plain_way_agree(text):
    assert tone_of_sentence(text) == tone_of_tokens(tokens_of(text), len(text))


@pytest.mark.parametrize("text", TEXTS)
def test_offsets_point_into_the_text(text):
    for hit in tone_of_sentence(text).hits:
        assert text[hit.start : hit.end].strip() == text[hit.start : hit.end] != ""


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("Seoul lifted the sanctions.", ["lifted the sanctions"]),
        ("🙂 friendly talks.", ["friendly"]),
        ("He lives in Peace Street.", []),
    ],
)
def test_hits(text, words):
    assert [text[h.start : h.end] for h in tone_of_sentence(text).hits] == words


def test_a_sentence_without_a_word_of_the_lexicons_is_neutral():
    told = tone_of_sentence("The train leaves at noon.")
    assert told == (0.0, ()) and abs(told.tone) < NEUTRAL_BAND
