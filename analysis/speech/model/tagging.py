"""Tagging: from a text's columns to attributions in tokens - the cues first, then content and source of each.

What lies inside another attribution's content is dropped (the outermost reporter wins, as in the corpus the
weights were learned from), and a quotation that goes on in the next sentence is followed.
"""

import re
from bisect import bisect_left, bisect_right
from collections.abc import Mapping, Sequence
from functools import cache
from itertools import accumulate
from typing import NamedTuple

import numpy as np

from analysis.speech.model.columns import Columns
from analysis.speech.model.crf import Model, emissions, viterbi
from analysis.speech.model.links import link_rows
from analysis.speech.model.templates import cue_rows
from analysis.speech.statement import Draft, Span
from analysis.speech.words import Words

CUE_LABELS = ("O", "B-cue", "I-cue", "B-source", "I-source", "B-content", "I-content")
LINK_LABELS = ("O", "B-source", "I-source", "B-content", "I-content")
SOURCE_LABELS, CONTENT_LABELS = (1, 2), (3, 4)  # of stage two
LEFT, RIGHT = 70, 90  # tokens of a passage that are looked at on either side of a cue
SOURCELESS = 2.0  # what it costs a statement to have no source; chosen by cross-validation on train
Numbered = Mapping[int, tuple[int, Draft]]  # a token of a cue -> the draft's number and the draft


class Attribution(NamedTuple):
    """A cue with its source and content, as token ranges."""

    cue: Span
    source: Span | None
    contents: tuple[Span, ...]


def passage(text: Words, token: int) -> int:
    """The number of the passage, from 0, that holds a token."""
    return bisect_right(text.passages, (token + 1,)) - 1


def window(text: Words, cue: Span) -> Span:
    """The stretch in which a cue's source and content are looked for: its passage, cut far from the cue.

    A quotation is not cut.
    """
    first, last = text.passages[passage(text, cue[0])]
    low, high = max(first, cue[0] - LEFT), min(last, cue[1] + RIGHT)
    before, behind = text.quote_at[low], text.quote_at[high - 1]
    return min(low, before.first) if before else low, max(high, behind.last) if behind else high


def by_cue(drafts: Sequence[Draft]) -> Numbered:
    """The drafts by the tokens of their cues, with their numbers; of several the first."""
    found: dict[int, tuple[int, Draft]] = {}
    for number, draft in enumerate(drafts):
        for i in range(*(draft.cue or (0, 0))):
            found.setdefault(i, (number, draft))
    return found


def rule_for(ruled: Numbered, cue: Span) -> Draft | None:
    """The first draft of the rules whose cue has a token of this one; None where they do not know it."""
    found = [ruled[i] for i in range(*cue) if i in ruled]
    return min(found, key=_number)[1] if found else None


def _number(numbered: tuple[int, Draft]) -> int:
    return numbered[0]


def find_cues(text: Words, columns: Columns, model: Model, *, bits: int) -> list[Span]:
    """The cues of an article."""
    scores = emissions(model, cue_rows(text, columns, bits))
    labels = viterbi(model, scores, [s.last - s.first for s in text.document.sentences])
    return begun(_packed(labels), CUE_LABELS.index("B-cue"))


def link(
    text: Words, columns: Columns, cues: Sequence[Span], ruled: Numbered, model: Model, *, bits: int
) -> list[Attribution]:
    """Source and content of each cue that has a content."""
    windows = [window(text, cue) for cue in cues]
    drafts = [rule_for(ruled, cue) for cue in cues]
    rows, lengths = link_rows(columns, cues, windows, [d and (d.source, d.contents) for d in drafts], bits)
    made = []
    for cue, (low, _), labels in zip(cues, windows, _labels(model, rows, lengths), strict=True):
        sources = stretches(labels, SOURCE_LABELS, low)
        contents = stretches(labels, CONTENT_LABELS, low)
        if contents:
            source = min(sources, key=lambda s: min(abs(s[0] - cue[1]), abs(s[1] - cue[0])), default=None)
            made.append(Attribution(cue, source, tuple(contents)))
    return made


def _packed(labels: np.ndarray) -> bytes:
    """Labels as bytes: they are few, and patterns of bytes are found faster than items of a list."""
    return labels.astype(np.uint8).tobytes()


def _labels(model: Model, rows: np.ndarray, lengths: np.ndarray) -> list[bytes]:
    """The labels of each window; one that has no source is asked again, at a price for having none."""
    begin = LINK_LABELS.index("B-source")
    scores = emissions(model, rows)
    dearer = scores.copy()
    dearer[:, begin] += SOURCELESS
    sizes = [*lengths.tolist(), *lengths.tolist()]
    labels = _packed(viterbi(model, np.concatenate([scores, dearer]), sizes))
    found = [labels[end - n : end] for n, end in zip(sizes, accumulate(sizes), strict=True)]
    both = zip(found[: len(lengths)], found[len(lengths) :], strict=True)
    return [once if begin in once else again for once, again in both]


def begun(labels: Sequence[int], begin: int) -> list[Span]:
    """The ranges that a label begins and the label after it goes on with."""
    return [match.span() for match in _begun(begin).finditer(bytes(labels))]


@cache
def _begun(begin: int) -> re.Pattern[bytes]:
    return re.compile(re.escape(bytes([begin])) + re.escape(bytes([begin + 1])) + b"*")


def stretches(labels: Sequence[int], wanted: tuple[int, ...], start: int) -> list[Span]:
    """The stretches that have one of the wanted labels, as ranges that begin to count at `start`."""
    found = _any_of(wanted).finditer(bytes(labels))
    return [(start + match.start(), start + match.end()) for match in found]


@cache
def _any_of(wanted: tuple[int, ...]) -> re.Pattern[bytes]:
    return re.compile(b"[" + re.escape(bytes(wanted)) + b"]+")


def outermost(found: Sequence[Attribution]) -> list[Attribution]:
    """Drop the attributions whose cue stands in another's content; of two in each other the first stays."""
    order = sorted(range(len(found)), key=lambda k: found[k].cue)
    starts = [found[k].cue[0] for k in order]
    holders: list[set[int]] = [set() for _ in found]
    for k, one in enumerate(found):
        for a, b in one.contents:
            for held in order[bisect_left(starts, a) : bisect_left(starts, b)]:
                holders[held].add(k)
    return [
        one
        for k, one in enumerate(found)
        if all(h == k or (k in holders[h] and found[h].cue > one.cue) for h in holders[k])
    ]


def followed(text: Words, found: Sequence[Attribution]) -> list[Attribution]:
    """Take in the sentences that only go on with a quotation: '"We open," Silva said. "Come."'.

    Where two statements of a passage could go on, the last one does.
    """
    claimed = {i for one in found for a, b in (one.cue, *one.contents) for i in range(a, b)}
    passages = text.passages
    made = []
    for one in reversed(found):
        k = passage(text, one.cue[0]) + 1
        more, quoted = list(one.contents), is_quoted(text, one.contents)
        while quoted and k < len(passages) and _goes_on(text, k, claimed):
            more.append(passages[k])
            claimed.update(range(*passages[k]))
            k += 1
        made.append(one._replace(contents=tuple(more)))
    return made[::-1]


def is_quoted(text: Words, contents: Sequence[Span]) -> bool:
    """Is a word of it somebody's words in quotation marks?"""
    return any(quote and quote.speech for a, b in contents for quote in text.quote_at[a:b])


def _goes_on(text: Words, k: int, claimed: set[int]) -> bool:
    """Is a passage nothing but a quotation that nobody claims, in the paragraph of the one before?"""
    first, last = text.passages[k]
    quote = text.quote_at[first]
    if quote is None or quote.first != first or not quote.speech:
        return False
    before = text.sentence_of(text.passages[k - 1][0]).paragraph
    if before != text.sentence_of(first).paragraph and not quote.quotation.continued:
        return False
    bare = any(text.is_word(i) for i in range(quote.last, last) if text.quote_at[i] is None)
    return not bare and claimed.isdisjoint(range(first, last))
