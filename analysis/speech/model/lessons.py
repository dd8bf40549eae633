"""Lessons: annotated articles as feature rows and labels, for both stages of the model."""

from collections.abc import Iterable, Sequence
from typing import NamedTuple

import numpy as np

from analysis.speech.model.columns import Vocabulary, columns
from analysis.speech.model.links import link_rows
from analysis.speech.model.tagging import by_cue, rule_for, window
from analysis.speech.model.templates import cue_rows
from analysis.speech.model.weights import BITS
from analysis.speech.rules import drafts
from analysis.speech.statement import Span
from analysis.speech.words import Words

Array = np.ndarray
CUE, SOURCE, CONTENT = 1, 3, 5  # the labels of stage one that begin a role; the next one goes on with it
INSIDE = (CUE + 1, SOURCE + 1, CONTENT + 1)
LINKED_SOURCE, LINKED_CONTENT = 1, 3  # those of stage two
LONGEST_CUE = 8  # tokens; of a longer one only the first stretch is taken


class Marked(NamedTuple):
    """One annotated attribution: the token indexes of its roles, each in ascending order."""

    source: tuple[int, ...]
    cue: tuple[int, ...]
    content: tuple[int, ...]


class Lesson(NamedTuple):
    """One stage's feature rows (tokens, features), labels (tokens,) and lengths of its sequences."""

    rows: Array
    labels: Array
    lengths: Array


def lessons(
    articles: Iterable[tuple[Words, Sequence[Marked]]], tags: dict[str, str]
) -> tuple[Lesson, Lesson]:
    """Turn annotated articles into the lessons of stage one (cues) and of stage two (their links)."""
    cues: list[Lesson] = []
    links: list[Lesson] = []
    vocabulary = Vocabulary(tags)
    for text, marked in articles:
        if text.tokens:
            one, two = _of_article(text, marked, vocabulary)
            cues.append(one)
            links += [two] if two else []
    return _together(cues), _together(links)


def _of_article(
    text: Words, marked: Sequence[Marked], vocabulary: Vocabulary
) -> tuple[Lesson, Lesson | None]:
    ruled = drafts(text)
    own = columns(text, ruled, vocabulary)
    labels = np.zeros(len(text.tokens), dtype=np.int64)
    for one in marked:
        _label(labels, one.content, CONTENT, 0)
        _label(labels, one.source, SOURCE, 0)
        _label(labels, one.cue, CUE, 0)
    sizes = np.array([s.last - s.first for s in text.document.sentences])
    _begin_anew(labels, sizes)
    first = Lesson(cue_rows(text, own, BITS), labels, sizes)
    whole = [one for one in marked if one.cue and one.content]
    if not whole:
        return first, None
    cues = [cue_of(one) for one in whole]
    windows = [window(text, cue) for cue in cues]
    known = by_cue(ruled)
    made = [(d.source, d.contents) if d else None for d in (rule_for(known, cue) for cue in cues)]
    rows, lengths = link_rows(own, cues, windows, made, BITS)
    linked = []
    for one, (low, high) in zip(whole, windows, strict=True):
        here = np.zeros(high - low, dtype=np.int64)
        _label(here, [i for i in one.content if low <= i < high], LINKED_CONTENT, low)
        _label(here, [i for i in one.source if low <= i < high], LINKED_SOURCE, low)
        linked.append(here)
    return first, Lesson(rows, np.concatenate(linked), lengths)


def cue_of(one: Marked) -> Span:
    """The range of a cue; of a long or broken one its first stretch."""
    stretches = _stretches(one.cue)
    whole = stretches[0][0], stretches[-1][1]
    return whole if whole[1] - whole[0] <= LONGEST_CUE else stretches[0]


def _label(labels: Array, tokens: Sequence[int], begin: int, offset: int) -> None:
    for first, last in _stretches(tokens):
        labels[first - offset] = begin
        labels[first + 1 - offset : last - offset] = begin + 1


def _begin_anew(labels: Array, sizes: Array) -> None:
    """Begin a role again where it goes on over the start of a sentence or over another role.

    No path of the model can go on there, and weights that are asked to would grow without bound.
    """
    before = np.roll(labels, 1)
    before[np.cumsum(sizes) - sizes] = 0
    broken = np.isin(labels, INSIDE) & (before != labels) & (before != labels - 1)
    labels[broken] -= 1


def _stretches(tokens: Sequence[int]) -> list[Span]:
    found: list[Span] = []
    for i in tokens:
        if found and i == found[-1][1]:
            found[-1] = (found[-1][0], i + 1)
        else:
            found.append((i, i + 1))
    return found


def _together(parts: Sequence[Lesson]) -> Lesson:
    return Lesson(*(np.concatenate([np.ascontiguousarray(part[k]) for part in parts]) for k in range(3)))
