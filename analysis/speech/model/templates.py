"""Templates: which columns of which neighbours make a feature, and the hash that gives each feature its row.

A template is written as the names of its columns: "word-1 word" is the word with the one before it. Here are
the templates of stage one, which looks at a token and its neighbours in the sentence; those of stage two,
which looks at a token and at one cue, are in `links`.
"""

from typing import NamedTuple

import numpy as np

from analysis.speech.model.columns import QUOTE, RULE, UNKNOWN, Columns, code
from analysis.speech.words import Words

Array = np.ndarray
EDGE = np.uint32(code("<edge>"))  # what stands outside the sentence
# The hash is multiplication by the golden ratio (Knuth, The Art of Computer Programming 3, 6.4) with a shift
# between the rounds; the seed's factor is the first one of MurmurHash3's finaliser.
MULTIPLIER, SEED, SHIFT = np.uint32(0x9E3779B1), 0x85EBCA6B, np.uint32(15)
NEIGHBOURS = (-2, -1, 0, 1, 2)


class Templates(NamedTuple):
    """Templates made ready for hashing, those of most columns first: all are hashed in one go."""

    order: Array  # the number of each in the table as it is written
    seeds: Array  # the hash's start
    parts: tuple[Array, ...]  # which column each hashes first, second, ...; shorter templates are left out


def templates(table: str, names: tuple[str, ...], *, first: int = 0) -> Templates:
    """Read a table of templates; `first` is the number of its first one, which goes into the hash.

    >>> templates("word | word side", ("side", "word")).order.tolist()
    [1, 0]
    """
    found = [one.split() for line in table.strip().splitlines() for one in line.split("|")]
    order = sorted(range(len(found)), key=lambda k: -len(found[k]))
    longest = len(found[order[0]])
    parts = [[names.index(found[k][p]) for k in order if len(found[k]) > p] for p in range(longest)]
    seeds = [((first + k) * SEED + 1) & 0xFFFFFFFF for k in order]
    return Templates(
        np.array(order), np.array(seeds, dtype=np.uint32)[:, None], tuple(np.array(p) for p in parts)
    )


def hashed(columns: Array, table: Templates, bits: int) -> Array:
    """The feature rows (tokens, templates) of columns (columns, tokens): each template folded to `bits`."""
    total = np.repeat(table.seeds, columns.shape[1], axis=1)
    for part in table.parts:
        some = total[: len(part)]
        some ^= columns[part]
        some *= MULTIPLIER
        some ^= some >> SHIFT
    total >>= np.uint32(32 - bits)
    rows = np.empty(total.shape, dtype=np.int32)
    rows[table.order] = total
    return rows.T


def beside(columns: Array, at: Array, starts: Array, ends: Array) -> Array:
    """The columns of the tokens `at`, and a mark for the edge where they are not in start <= at < end."""
    found = columns.take(at, axis=1, mode="clip")
    found[:, (at < starts) | (at >= ends)] = EDGE
    return found


def named(distance: int) -> tuple[str, ...]:
    """The columns' names at a distance: "word-1", "word", "word+1"."""
    return tuple(f"{name}{distance:+d}" if distance else name for name in Columns._fields)


# left, right: the nearest words of the lexicon; whole: what the sentence holds.
CUE_NAMES = (*(name for d in NEIGHBOURS for name in named(d)), "left", "right", "whole")
CUE_TEMPLATES = templates(
    """
    word-2 | word-1 | word | word+1 | word+2
    tags-2 | tags-1 | tags | tags+1 | tags+2
    lexicon-1 | lexicon | lexicon+1
    rule-1 | rule | rule+1
    quote-1 | quote | quote+1
    mention-1 | mention | mention+1
    suffix | shape
    word-1 word | word word+1
    word-2 word-1 word | word word+1 word+2
    tags-1 tags | tags tags+1
    tags-1 tags tags+1 | tags-2 tags-1 tags | tags tags+1 tags+2
    word tags-1 | word tags+1 | word word+2
    lexicon tags-1 tags+1 | lexicon word+1 | lexicon word-1 | lexicon mention-1 quote+1
    quote-1 quote word | quote tags | quote lexicon
    rule word | rule-1 rule rule+1 | rule lexicon quote | rule tags tags+1
    mention lexicon+1 | mention tags+1
    left | left lexicon | left tags
    right | right lexicon | right tags
    whole | whole lexicon | whole tags
    """,
    CUE_NAMES,
)


def cue_rows(text: Words, columns: Columns, bits: int) -> Array:
    """The feature rows of stage one: (tokens, features)."""
    sentences = text.document.sentences
    sizes = [s.last - s.first for s in sentences]
    starts = np.repeat([s.first for s in sentences], sizes)
    ends = np.repeat([s.last for s in sentences], sizes)
    here, every = np.arange(len(starts)), np.array(columns)
    near = [beside(every, here + d, starts, ends) if d else every for d in NEIGHBOURS]
    return hashed(np.concatenate([*near, _distant(columns, starts, ends)]), CUE_TEMPLATES, bits)


def _distant(columns: Columns, starts: Array, ends: Array) -> Array:
    """What stands further off: the lexicon's words to the left and right, a quotation, a cue of the rules."""
    known = columns.lexicon != np.uint32(UNKNOWN)
    words = columns.word[None]
    left = beside(words, _last_before(known), starts, ends)
    right = beside(words, _next_after(known), starts, ends)
    has_quote = _any(columns.quote == np.uint32(QUOTE["in"]), starts, ends)
    has_cue = _any(columns.rule == np.uint32(RULE["C"]), starts, ends)
    whole = has_quote.astype(np.uint32) * np.uint32(2) + has_cue
    return np.concatenate([left, right, whole[None]])


def _last_before(flags: Array) -> Array:
    """For each token the last flag before it, -1 where there is none."""
    at = np.where(flags, np.arange(len(flags)), -1)
    return np.concatenate([[-1], np.maximum.accumulate(at)[:-1]])


def _next_after(flags: Array) -> Array:
    """For each token the next flag after it, the number of tokens where there is none."""
    n = len(flags)
    at = np.where(flags, np.arange(n), n)
    return np.concatenate([np.minimum.accumulate(at[::-1])[::-1][1:], [n]])


def _any(flags: Array, starts: Array, ends: Array) -> Array:
    """Is there a flag between start and end?"""
    total = np.concatenate([[0], np.cumsum(flags)])
    return total[ends] > total[starts]
