"""Means over sentences, the rolling mean, and whose voice a sentence is."""

from dataclasses import dataclass

import pytest

from analysis.sentiment import Mean, SentenceTone, mean_of, rolling, tone_of, voices
from tests.sentiment.said import document

TONES = (
    SentenceTone(0, 10, 0.2, 0.0, ()),
    SentenceTone(11, 20, -0.4, 0.0, ()),
    SentenceTone(21, 30, 0.5, 0.0, ()),
)


@pytest.mark.parametrize(
    ("spans", "wanted"),
    [
        ([], Mean(None, 0, None)),
        ([(0, 4)], Mean(0.2, 1, None)),
        ([(0, 4), (5, 9)], Mean(0.2, 1, None)),  # two spans in one sentence: one sentence
        ([(5, 15)], Mean(-0.1, 2, 0.4243)),
        ([(10, 11)], Mean(None, 0, None)),  # between two sentences
        ([(25, 26), (0, 1)], Mean(0.35, 2, 0.2121)),
    ],
)
def test_tone_of_spans(spans, wanted):
    assert tone_of(TONES, spans) == wanted


def test_tone_of_takes_spans_from_a_generator():
    assert tone_of(TONES, ((s, s + 1) for s in (0, 12))) == Mean(-0.1, 2, 0.4243)


def test_mean_of_nothing_is_no_number():
    assert mean_of([]) == (None, 0, None)


def test_rolling_mean_is_centred_and_shorter_at_the_ends():
    assert rolling([0.0, 1.0, 0.0, -1.0], window=3) == (0.5, 0.3333, 0.0, -0.5)
    assert rolling([], window=3) == ()
    with pytest.raises(AssertionError, match="odd"):
        rolling([0.0], window=2)


@dataclass
class Said:
    spans: tuple
    kind: str = "direct"
    cls: str = "speech"
    polarity: str = "affirmed"


TEXT = "She came on Monday. “We agree,” she said. He said that ties were good. The fair opened."


def span(words: str) -> tuple[int, int]:
    start = TEXT.index(words)
    return start, start + len(words)


DIRECT = Said((span("“We agree,”"),))
REPORTED = Said((span("that ties were good"),), "indirect")


@pytest.mark.parametrize(
    ("statements", "wanted"),
    [
        ([], ("narrator", "narrator", "narrator", "narrator")),
        ([DIRECT, REPORTED], ("narrator", "direct", "reported", "narrator")),
        ([REPORTED, DIRECT], ("narrator", "direct", "reported", "narrator")),
        ([Said((span("ties were good"),), "mixed")], ("narrator", "narrator", "mixed", "narrator")),
        ([REPORTED, Said((span("good"),))], ("narrator", "narrator", "mixed", "narrator")),
        ([Said((span("“We agree,”"),), cls="belief")], ("narrator",) * 4),
        ([Said((span("“We agree,”"),), polarity="negated")], ("narrator",) * 4),
        ([Said((span("“We agree,” she said. He"),))], ("narrator", "direct", "direct", "narrator")),
        ([Said((span("Monday. "),))], ("direct", "narrator", "narrator", "narrator")),
    ],
)
def test_voices(statements, wanted):
    assert voices(document(TEXT), statements) == wanted
