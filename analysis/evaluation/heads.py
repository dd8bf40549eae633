"""Heads: the one word of a source that says who it is - "spokesman" in "a spokesman for the port".

Where a dependency parse of the article is at hand the head is the word whose governor lies outside the
source; without one it is the last word before the first preposition, comma or relative pronoun.
"""

from array import array
from bisect import bisect_left, bisect_right
from collections.abc import Sequence
from typing import Any

from analysis.lexicons import closed

Span = Sequence[int]

RELATIVE = frozenset(["who", "whom", "whose", "which", "that", "where"])
POSSESSIVE = frozenset(["'s", "’s"])
MARKS = frozenset(",;:(-–—")
_ROOT = -1


class Parse:
    """The dependency tree of an article: for each token its place, its governor and its depth."""

    def __init__(self, sentences: Sequence[Sequence[Sequence[Any]]]) -> None:
        """Take sentences of tokens [start, end, tag, lemma, entity, governor, relation].

        Offsets are code points; the governor is counted from 1 within the sentence, 0 is the root. Raises
        ValueError, TypeError or IndexError where that is not so.
        """
        self.starts, self.ends = array("i"), array("i")
        self.governors, self.depths = array("i"), array("i")
        for sentence in sentences:
            first = len(self.starts)
            local = [int(token[5]) - 1 for token in sentence]
            if any(not _ROOT <= governor < len(local) for governor in local):
                raise ValueError("a governor outside its sentence")
            for i, token in enumerate(sentence):
                self.starts.append(token[0])
                self.ends.append(token[1])
                self.governors.append(_ROOT if local[i] == _ROOT else first + local[i])
                self.depths.append(_depth(local, i))

    def head(self, text: str, spans: Sequence[Span]) -> tuple[int, int] | None:
        """The place of the head of some words, or None where the parse has no token there.

        The head is the token nearest to the root of its sentence whose governor lies outside the words.
        """
        inside = [
            i
            for start, end in spans
            for i in range(bisect_right(self.ends, start), bisect_left(self.starts, end))
        ]
        words = [i for i in inside if any(c.isalnum() for c in text[self.starts[i] : self.ends[i]])] or inside
        among = frozenset(words)
        tops = [i for i in words if self.governors[i] not in among]
        if not tops:
            return None
        head = min(tops, key=lambda i: (self.depths[i], i))
        return self.starts[head], self.ends[head]


def _depth(governors: Sequence[int], i: int) -> int:
    """How many steps it is to the root; a circle, which no parser should make, is cut."""
    depth = 0
    while governors[i] != _ROOT and depth < len(governors):
        i = governors[i]
        depth += 1
    return depth


def simple_head(words: Sequence[str]) -> int | None:
    """The number of the head among the words of a source, by rule; None where there are no words.

    >>> simple_head(["a", "spokeswoman", "for", "the", "port"])
    1
    """
    last: int | None = None
    for i, word in enumerate(map(str.lower, words)):
        stops = word in closed("preposition") or word in RELATIVE or word in MARKS
        if stops and last is not None:
            break
        if not stops and word not in POSSESSIVE and any(map(str.isalnum, word)):
            last = i
    return last if last is not None or not words else len(words) - 1
