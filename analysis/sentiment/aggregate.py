"""Tone of more than one sentence: always the mean over sentences, with their number and spread.

A score of the joined text saturates (a friendly article of 20 sentences is .99 whatever it says) and hides
disagreement between sentences; a mean with n and spread does neither.
"""

from collections.abc import Iterable, Sequence
from math import sqrt
from statistics import fmean, stdev
from typing import NamedTuple, Protocol

from analysis.language.document import Document
from analysis.language.plain import plain
from analysis.sentiment.sentence import WORDS
from analysis.sentiment.tone import SentenceTone, tone_of_hits

VOICES = {"direct": "direct", "indirect": "reported", "mixed": "mixed"}  # kind of a statement -> voice


# Student's t at 97.5 % for 1 to 30 degrees of freedom (any statistical table); beyond, the normal's 1.96.
# fmt: off
STUDENT = (
    12.706, 4.303, 3.182, 2.776, 2.571, 2.447, 2.365, 2.306, 2.262, 2.228,
    2.201, 2.179, 2.160, 2.145, 2.131, 2.120, 2.110, 2.101, 2.093, 2.086,
    2.080, 2.074, 2.069, 2.064, 2.060, 2.056, 2.052, 2.048, 2.045, 2.042,
)
# fmt: on
NORMAL = 1.96


class Mean(NamedTuple):
    """A mean tone over n sentences, their standard deviation, and the 95 % interval of the mean.

    Spread and interval are None below two sentences. The interval says how far the mean would move with other
    sentences of the same kind, not how wrong the method is.
    """

    mean: float | None
    n: int
    spread: float | None
    low: float | None = None
    high: float | None = None


class Statement(Protocol):
    """What this room asks of a statement; the room `speech` makes them."""

    spans: Sequence[tuple[int, int]]
    kind: str
    cls: str
    polarity: str


def mean_of(values: Iterable[float]) -> Mean:
    """The mean of some tones, their number and sample standard deviation.

    >>> mean_of([0.5, -0.1])
    Mean(mean=0.2, n=2, spread=0.4243, low=-1.0, high=1.0)
    >>> mean_of([])
    Mean(mean=None, n=0, spread=None, low=None, high=None)
    """
    values = list(values)
    if not values:
        return Mean(None, 0, None)
    mean, n = fmean(values), len(values)
    if n == 1:
        return Mean(round(mean, 4) + 0.0, 1, None)
    spread = stdev(values)
    reach = (STUDENT[n - 2] if n - 2 < len(STUDENT) else NORMAL) * spread / sqrt(n)
    low, high = max(mean - reach, -1.0), min(mean + reach, 1.0)
    return Mean(round(mean, 4) + 0.0, n, round(spread, 4), round(low, 4) + 0.0, round(high, 4) + 0.0)


def own_tones(
    document: Document, tones: Sequence[SentenceTone], spans: Iterable[tuple[int, int]]
) -> dict[int, float]:
    """The tone of somebody's own words in each sentence they touch, by the sentence's number from 1.

    Only hits inside the spans count, against the length of what stands inside: where a speaker has half a
    sentence, the narrator's half is not in it. Own words without a hit have the tone 0.
    """
    spans = sorted(spans)
    found = {}
    for number, tone in enumerate(tones, 1):
        parts = [(max(s, tone.start), min(e, tone.end)) for s, e in spans if s < tone.end and tone.start < e]
        length = sum(len(WORDS.findall(plain(document.text[s:e]))) for s, e in parts)
        if length:
            hits = [h for h in tone.hits if any(s <= h.start and h.end <= e for s, e in parts)]
            found[number] = tone_of_hits(hits, length)
    return found


def rolling(values: Sequence[float], *, window: int = 5) -> tuple[float, ...]:
    """The centred rolling mean of the tones along an article; at the ends the window is shorter.

    >>> rolling([0.0, 0.3, 0.6], window=3)
    (0.15, 0.3, 0.45)
    """
    assert window > 0 and window % 2, f"a centred window has an odd number of sentences, not {window}"
    half = window // 2
    return tuple(round(fmean(values[max(0, k - half) : k + half + 1]), 4) + 0.0 for k in range(len(values)))


def voices(document: Document, statements: Iterable[Statement]) -> tuple[str, ...]:
    """Whose words each sentence carries: narrator, direct, reported or mixed.

    Affirmed statements of class speech count. A sentence with any word of direct quotation is direct, of
    indirect content reported, of both (or of a mixed statement) mixed, of neither the narrator's.
    """
    said = sorted(
        (start, end, VOICES[s.kind])
        for s in statements
        if s.cls == "speech" and s.polarity == "affirmed"
        for start, end in s.spans
    )
    answer = []
    for sentence in document.sentences:
        found = {
            voice
            for start, end, voice in said
            if start < sentence.end
            and sentence.start < end
            and document.words(max(start, sentence.start), min(end, sentence.end))
        }
        answer.append("narrator" if not found else found.pop() if len(found) == 1 else "mixed")
    return tuple(answer)
