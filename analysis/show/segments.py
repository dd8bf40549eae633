"""Segments: marks that overlap in any way, cut into stretches that follow one another.

HTML can nest but not overlap, and a statement, an act and their cues overlap as the writer pleased. So the
text is cut wherever a mark begins or ends, and each piece knows which marks it lies in.
"""

from collections.abc import Iterable, Iterator, Sequence
from itertools import pairwise
from typing import Any, NamedTuple


class Mark(NamedTuple):
    """Something to be shown at a stretch of text: `kind` says what, `row` is the row of the table behind it.

    `key` is what the reader finds before the stretch, and again beside the note that explains it.
    """

    start: int
    end: int
    kind: str  # statement, act, cue
    key: str
    row: dict[str, Any]


class Segment(NamedTuple):
    """A stretch of text with the marks that cover all of it, those that began earliest first."""

    start: int
    end: int
    marks: tuple[Mark, ...]


def cut(start: int, end: int, marks: Iterable[Mark]) -> Iterator[Segment]:
    """Cut the text from `start` to `end` at every border of a mark; the segments are the whole text in order.

    >>> said = Mark(2, 6, "statement", "1", {})
    >>> act = Mark(4, 9, "act", "a", {})
    >>> [(s.start, s.end, "".join(m.key for m in s.marks)) for s in cut(0, 9, [said, act])]
    [(0, 2, ''), (2, 4, '1'), (4, 6, '1a'), (6, 9, 'a')]
    """
    inside = clipped(start, end, marks)
    borders = sorted({start, end, *(m.start for m in inside), *(m.end for m in inside)})
    for first, last in pairwise(borders):
        yield Segment(first, last, tuple(m for m in inside if m.start <= first and last <= m.end))


def clipped(start: int, end: int, marks: Iterable[Mark]) -> Sequence[Mark]:
    """The marks that reach into a stretch, cut to it, the earlier and longer first."""
    inside = [
        m._replace(start=max(m.start, start), end=min(m.end, end))
        for m in marks
        if max(m.start, start) < min(m.end, end)
    ]
    return sorted(inside, key=lambda m: (m.start, -m.end, m.kind, m.key))
