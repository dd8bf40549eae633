"""Means over sentences, the rolling mean, and whose voice a sentence is."""

from dataclasses import dataclass

import pytest

from analysis.sentiment import Mean, mean_of, own_tones, rolling, score, voices
from tests.sentiment.said import document, sign


def scored(text: str) -> tuple:
    doc = document(text)
    return doc, score(doc)


HALVES = "In a brilliant speech he said that the talks had failed. The weather was fine. They met."


@pytest.mark.parametrize(
    ("words", "wanted"),
    [
        ([], {}),
        (["that the talks had failed"], {1: "-"}),
        (["In a brilliant speech"], {1: "+"}),
        (["In a brilliant speech", "that the talks had failed"], {1: "+-"}),  # one sentence, both parts
        (["that the talks had failed", "They met"], {1: "-", 3: "0"}),
        ([" "], {}),  # no word
    ],
)
def test_own_words_have_the_tone_of_the_hits_within_them(words, wanted):
    doc, found = scored(HALVES)
    spans = [(doc.text.index(w), doc.text.index(w) + len(w)) for w in words]
    tones = own_tones(doc, found, iter(spans))
    assert set(tones) == set(wanted)
    assert all(sign(tones[number]) in wanted[number] for number in tones)


def test_the_whole_sentence_as_own_words_has_the_tone_of_the_sentence():
    doc, found = scored("The envoy praised the cordial talks. They failed to agree.")
    spans = [(t.start, t.end) for t in found]
    assert own_tones(doc, found, spans) == {1: found[0].tone, 2: found[1].tone}


@pytest.mark.parametrize(
    ("values", "wanted"),
    [
        ([0.2], Mean(0.2, 1, None)),
        ([0.1, 0.3, 0.2], Mean(0.2, 3, 0.1, -0.0484, 0.4484)),  # 4.303 * .1 / sqrt(3) = .2484
        ([0.9, 0.9], Mean(0.9, 2, 0.0, 0.9, 0.9)),
        ([1.0, 0.0, 1.0, 0.0], Mean(0.5, 4, 0.5774, -0.4186, 1.0)),  # the scale ends at one
    ],
)
def test_a_mean_has_number_spread_and_interval(values, wanted):
    assert mean_of(values) == wanted


def test_many_sentences_have_the_interval_of_the_normal():
    mean = mean_of([0.1, 0.3] * 50)
    assert mean.high - mean.mean == pytest.approx(1.96 * mean.spread / 10, abs=1e-4)


def test_mean_of_nothing_is_no_number():
    assert mean_of([]) == Mean(None, 0, None)


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
