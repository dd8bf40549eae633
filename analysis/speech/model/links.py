"""Links: the features of stage two, which looks at one cue and each token of the window around it.

A token is seen with how far from the cue it stands, on which side, what lies between them, and what the rules
made of that cue.
"""

from collections.abc import Sequence
from typing import NamedTuple

import numpy as np

from analysis.speech.model.columns import QUOTE, RULE, Columns, code
from analysis.speech.model.templates import EDGE, beside, hashed, named, templates
from analysis.speech.statement import Span

Array = np.ndarray
Parts = tuple[Span | None, tuple[Span, ...]]  # source and contents
BUCKETS = np.array([0, 1, 2, 3, 4, 5, 7, 10, 15, 22, 35, 60])  # tokens between; further off, less exactly
COUNTED = (",", "and", "that", ":", "who")  # words that are counted between token and cue
MANY = 2  # as many of them as count
WEIGHTS = (MANY + 1) ** np.arange(len(COUNTED) + 3, dtype=np.int32)[::-1]  # three marks are counted too
FIRST = 100  # the number of the first template: behind all of stage one
CUE, BEFORE, BEHIND = 0, 1, 2  # the sides

# side, distance: where the token stands; between: what lies there; made, made-1, made+1: what the rules made
# of this cue; the cue's first and last word; behind: the word that follows it.
NAMES = (
    *(name for d in (-1, 0, 1) for name in named(d)),
    *("side", "distance", "between", "same-quote", "made-1", "made", "made+1"),
    *("cue", "cue-tags", "cue-lexicon", "cue-end", "behind"),
)
TEMPLATES = templates(
    """
    word-1 side | word side | word+1 side
    tags-1 side | tags side | tags+1 side
    lexicon side | mention-1 side | mention side | mention+1 side
    quote-1 side | quote side | quote+1 side | suffix side
    side distance | side between | side distance between
    made | made made-1 | made made+1
    made side rule | made between side | made cue | rule side distance | rule between side
    side between cue | side between cue-lexicon | side distance cue-lexicon
    side between quote | side between quote cue-lexicon | side between mention | side distance mention
    side between tags | side distance tags | side between word
    side word cue | side mention cue | side word-1 word | side word word+1
    side tags-1 tags tags+1 | side tags tags+1 | side tags-1 tags | side quote quote-1 quote+1
    side behind distance | side behind cue between | side between word-1 | side between word+1
    side same-quote between | side cue-tags between mention | side cue-end distance
    lexicon side between | made word | made quote side | made mention side
    side distance word-1 | side distance word+1
    """,
    NAMES,
    first=FIRST,
)


class Windows(NamedTuple):
    """The tokens of all windows laid end to end: each one's index, its cue and its window (half-open)."""

    index: Array
    first: Array
    last: Array
    start: Array
    end: Array


def link_rows(
    columns: Columns, cues: Sequence[Span], windows: Sequence[Span], made: Sequence[Parts | None], bits: int
) -> tuple[Array, Array]:
    """The feature rows of stage two for each cue in its window, laid end to end, and the lengths.

    `made` gives for each cue what the rules made of it, source and contents as token ranges, or None.
    """
    lengths = np.array([end - start for start, end in windows])
    at = _laid_out(cues, windows, lengths)
    every = np.array(columns)
    near = [beside(every, at.index + d, at.start, at.end) for d in (-1, 0, 1)]
    parts = [*near, _place(columns, at), _made(windows, made, at), _of_cue(columns, at)]
    return hashed(np.concatenate(parts), TEMPLATES, bits), lengths


def _laid_out(cues: Sequence[Span], windows: Sequence[Span], lengths: Array) -> Windows:
    index = np.concatenate([np.arange(start, end) for start, end in windows])
    return Windows(index, *np.repeat(np.hstack([cues, windows]), lengths, axis=0).T)


def _place(columns: Columns, at: Windows) -> Array:
    """Where a token stands to its cue: side, distance, what lies between, whether in the same quotation."""
    before, behind = at.index < at.first, at.index >= at.last
    side = np.where(before, BEFORE, np.where(behind, BEHIND, CUE))
    distance = np.where(before, at.first - at.index, np.where(behind, at.index - at.last + 1, 0))
    same = columns.quote[at.index] == columns.quote[at.first]
    places = [side, np.searchsorted(BUCKETS, distance), _between(columns, at, before, behind), same]
    return np.array(places, dtype=np.uint32)


def _between(columns: Columns, at: Windows, before: Array, behind: Array) -> Array:
    """How many commas, "and", quotation marks and other cues lie between token and cue, as one number."""
    kinds = [
        *(columns.word == np.uint32(code(word)) for word in COUNTED),
        *(columns.quote == np.uint32(QUOTE[mark]) for mark in ("open", "close")),
        columns.rule == np.uint32(RULE["C"]),
    ]
    total = np.zeros((len(kinds), len(columns.word) + 1), dtype=np.int32)
    np.cumsum(kinds, axis=1, out=total[:, 1:])
    low = np.where(before, at.index + 1, np.where(behind, at.last, at.first))
    high = np.where(before, at.first, np.where(behind, at.index, at.first))
    counts = total.take(np.maximum(high, low), axis=1) - total.take(low, axis=1)
    return WEIGHTS @ np.minimum(counts, MANY)


def _made(windows: Sequence[Span], made: Sequence[Parts | None], at: Windows) -> Array:
    """What the rules made of the token before, this one and the next with this cue; an edge if nothing."""
    now = np.full(len(at.index), RULE[""], dtype=np.uint32)
    offset = 0
    for (start, end), parts in zip(windows, made, strict=True):
        here = now[offset : offset + end - start]
        if parts is None:
            here[:] = EDGE
        else:
            _mark(here, start, *parts)
        offset += end - start
    before, after = np.roll(now, 1), np.roll(now, -1)
    before[at.index == at.start] = EDGE
    after[at.index + 1 == at.end] = EDGE
    return np.array([before, now, after])


def _mark(here: Array, start: int, source: Span | None, contents: Sequence[Span]) -> None:
    for k, (a, b) in enumerate(contents):
        here[max(0, a - start) : max(0, b - start)] = RULE["T+" if k else "T"]
    if source:
        here[max(0, source[0] - start) : max(0, source[1] - start)] = RULE["S"]


def _of_cue(columns: Columns, at: Windows) -> Array:
    """The cue itself: its first word with tags and lexicon, its last word, and the word behind it."""
    word = columns.word
    return np.array(
        [
            word[at.first],
            columns.tags[at.first],
            columns.lexicon[at.first],
            word[at.last - 1],
            word.take(at.last, mode="clip"),
        ]
    )
