"""The tone of each sentence, -1 to 1, with the words and rules that made it.

Layers, in this order: names are passed over; the longest phrase is taken first; negation turns what follows
in its clause; an easing verb and its noun are scored together; conceded clauses count less; hedges shrink;
the sum is set against the length of the sentence and the mean of ordinary news, and bounded. Tone is the tone
of the wording. It is not the author's stance, and not whether an event is good for anybody.
"""

from collections.abc import Iterable, Mapping, Sequence
from math import sqrt
from typing import NamedTuple

from analysis.language.document import Document, Sentence
from analysis.sentiment.easing import ease
from analysis.sentiment.lexicon import Word, table
from analysis.sentiment.marks import Mark, find
from analysis.sentiment.topics import unmark
from analysis.sentiment.vader import compound
from analysis.sentiment.weighing import weigh

# VADER's normaliser (Hutto and Gilbert 2014): x / sqrt(x * x + 15) is .25 for a sum of 1, .9 for 8.
ALPHA = 15.0
# A kind word in five says more than one in fifty: sums are divided by the root of the sentence's length, as
# sentimentr does (trinker/sentimentr; on the rated NYT sentences r rises from .55 to .57), and so scaled that
# a sentence of USUAL tokens, the mean of those sentences, keeps its sum. Shorter than SHORT counts as SHORT.
USUAL = 20
SHORT = 8
# Zero is where readers put it, not where the lexicons do: 0.28 is the mean of the 339 sentences with a hit
# that readers of the NYT editorial snippets (cjhutto/vaderSentiment, one half of the articles) rated within
# 0.3 of neutral, standard error 0.11. (With the entries that came later it is 0.22 over 368 sentences, within
# that error; it was left.) Ordinary news has a surplus of kind words: this takes it off.
NEWS_MEAN = 0.28
# Within this band of zero a tone is called neutral: VADER's published cut of 0.05 (Hutto and Gilbert 2014).
NEUTRAL_BAND = 0.05


class Hit(NamedTuple):
    """One term that made the tone: where it stands, what it adds (after all shifters), and by which rule."""

    start: int
    end: int
    value: float
    rule: str


class SentenceTone(NamedTuple):
    """The tone of one sentence: ours, nltk's VADER beside it, and the hits behind ours."""

    start: int
    end: int
    tone: float
    tone_vader: float
    hits: tuple[Hit, ...]


def score(document: Document) -> tuple[SentenceTone, ...]:
    """Score the tone of every sentence of a document, in order.

    `tone` is 0 where no word of the lexicons stands (the empty `hits` tell it from a balanced sentence); a
    tone within `NEUTRAL_BAND` of 0 is called neutral. On NYT editorial sentences rated by readers Pearson's r
    is .57; nltk's VADER has .49, one human rater .75: rough for one sentence, fair for the mean of many.
    `tone_vader` is the baseline: the sentence as it stands, curly quotes and all, given to nltk's VADER.
    """
    return tuple(
        SentenceTone(s.start, s.end, tone, compound(document.text[s.start : s.end]), hits)
        for s, (tone, hits) in zip(document.sentences, layered(document), strict=True)
    )


def layered(document: Document) -> list[tuple[float, tuple[Hit, ...]]]:
    """Our scorer alone: tone and hits of every sentence, without the baseline (several times as fast).

    "Seoul lifted the sanctions." has one hit, `Hit(6, 26, 2.0, "de-escalation")`, and the tone 0.597.
    """
    tokens = document.tokens
    found = []
    for sentence, marks in zip(document.sentences, marked(document), strict=True):
        found.append(tone_and_hits(marks, tokens, sentence.last - sentence.first))
    return found


def tone_and_hits(marks: list[Mark], tokens: Sequence, length: int) -> tuple[float, tuple[Hit, ...]]:
    """What the marks of one sentence of so many tokens come to."""
    hits = tuple([_hit(tokens, mark) for mark in marks if mark.value])
    return tone_of_hits(hits, length), hits


def marked(document: Document) -> list[list[Mark]]:
    """The marks of every sentence, weighed: what `layered` turns into hits."""
    words, tokens = table(), document.tokens
    masked = frozenset(i for name in document.names for i in range(name.first, name.last))
    named = bool(document.names)
    return [in_sentence(tokens, s, words, masked, named=named) for s in document.sentences]


def in_sentence(
    tokens: Sequence,
    sentence: Sentence,
    words: Mapping[str, Word],
    masked: frozenset[int],
    *,
    named: bool,
    lowered: Sequence[str] | None = None,
) -> list[Mark]:
    """The marks of one sentence after all layers."""
    marks = find(tokens, sentence, words, masked, named=named, lowered=lowered)
    if marks:
        unmark(marks, tokens)
        marks = ease(marks, tokens)
        weigh(marks, tokens, sentence)
    return marks


def tone_of_hits(hits: Iterable[Hit], tokens: int) -> float:
    """The tone that hits make among a number of tokens; 0 where there is no hit."""
    values = [hit.value for hit in hits]
    return bounded(sum(values), tokens) if values else 0.0


def bounded(total: float, tokens: int = USUAL) -> float:
    """Bring a sum of hits between -1 and 1, zero being the mean of ordinary news.

    >>> bounded(NEWS_MEAN), bounded(4), bounded(4, tokens=80)
    (0.0, 0.6927, 0.4059)
    """
    x = total * sqrt(USUAL / max(tokens, SHORT)) - NEWS_MEAN
    return round(x / sqrt(x * x + ALPHA), 4) + 0.0  # no -0.0


def _hit(tokens: Sequence, mark: Mark) -> Hit:
    value = mark.value * mark.boost * mark.negation * mark.hedge * mark.weight
    if mark.weight == mark.hedge == mark.negation == 1:  # as nearly always
        return Hit(tokens[mark.first].start, tokens[mark.last - 1].end, round(value, 3), mark.rule)
    words = []
    if mark.weight != 1:
        words.append("conceded" if mark.weight < 1 else "weighted")
    if mark.hedge != 1:
        words.append("hedged")
    if mark.negation != 1:
        words.append("negated")
    rule = " ".join((*words, mark.rule))
    return Hit(tokens[mark.first].start, tokens[mark.last - 1].end, round(value, 3), rule)
