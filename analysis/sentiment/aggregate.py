"""Tone of more than one sentence: always the mean over sentences, with their number and spread.

A score of the joined text saturates (a friendly article of 20 sentences is .99 whatever it says) and hides
disagreement between sentences; a mean with n and spread does neither.
"""

from collections.abc import Iterable, Sequence
from statistics import fmean, stdev
from typing import NamedTuple, Protocol

from analysis.language.document import Document
from analysis.sentiment.tone import SentenceTone

VOICES = {"direct": "direct", "indirect": "reported", "mixed": "mixed"}  # kind of a statement -> voice


class Mean(NamedTuple):
    """A mean tone over n sentences, with their standard deviation (None below two sentences)."""

    mean: float | None
    n: int
    spread: float | None


class Statement(Protocol):
    """What this room asks of a statement; the room `speech` makes them."""

    spans: Sequence[tuple[int, int]]
    kind: str
    cls: str
    polarity: str


def mean_of(values: Iterable[float]) -> Mean:
    """The mean of some tones, their number and sample standard deviation.

    >>> mean_of([0.5, -0.1])
    Mean(mean=0.2, n=2, spread=0.4243)
    >>> mean_of([])
    Mean(mean=None, n=0, spread=None)
    """
    values = list(values)
    if not values:
        return Mean(None, 0, None)
    spread = round(stdev(values), 4) if len(values) > 1 else None
    return Mean(round(fmean(values), 4) + 0.0, len(values), spread)


def tone_of(tones: Sequence[SentenceTone], spans: Iterable[tuple[int, int]]) -> Mean:
    """The mean tone of the sentences that overlap the given spans, each sentence counted once.

    It is the tone of whole sentences: where a speaker has half a sentence, the narrator's half is in it too.
    """
    spans = sorted(spans)
    return mean_of(t.tone for t in tones if any(s < t.end and t.start < e for s, e in spans))


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
