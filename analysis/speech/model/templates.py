"""Templates: which columns of which neighbours make a feature, and the hash that gives each feature its row.

Stage one looks at a token and its neighbours in the sentence. Stage two looks at a token and at one cue: how far
away it stands, on which side, and what lies between.
"""

import numpy as np

from analysis.speech.model.columns import QUOTE, RULE, Columns, code
from analysis.speech.words import Words

Array = np.ndarray
MULTIPLIER = np.uint32(0x9E3779B1)
EDGE = np.uint32(code("<edge>"))

W, A, L, X, H, Q, M, R = range(8)  # word, tags, lexicon, suffix, shape, quote, mention, rule

# Stage one: each template is a tuple of (column, distance).
CUE_TEMPLATES = (
    *(((W, d),) for d in (-2, -1, 0, 1, 2)),
    *(((A, d),) for d in (-2, -1, 0, 1, 2)),
    *(((L, d),) for d in (-1, 0, 1)),
    *(((R, d),) for d in (-1, 0, 1)),
    *(((Q, d),) for d in (-1, 0, 1)),
    *(((M, d),) for d in (-1, 0, 1)),
    ((X, 0),),
    ((H, 0),),
    ((W, -1), (W, 0)),
    ((W, 0), (W, 1)),
    ((W, -2), (W, -1), (W, 0)),
    ((W, 0), (W, 1), (W, 2)),
    ((A, -1), (A, 0)),
    ((A, 0), (A, 1)),
    ((A, -1), (A, 0), (A, 1)),
    ((A, -2), (A, -1), (A, 0)),
    ((A, 0), (A, 1), (A, 2)),
    ((W, 0), (A, -1)),
    ((W, 0), (A, 1)),
    ((W, 0), (W, 2)),
    ((L, 0), (A, -1), (A, 1)),
    ((L, 0), (W, 1)),
    ((L, 0), (W, -1)),
    ((L, 0), (M, -1), (Q, 1)),
    ((Q, -1), (Q, 0), (W, 0)),
    ((Q, 0), (A, 0)),
    ((Q, 0), (L, 0)),
    ((R, 0), (W, 0)),
    ((R, -1), (R, 0), (R, 1)),
    ((R, 0), (L, 0), (Q, 0)),
    ((R, 0), (A, 0), (A, 1)),
    ((M, 0), (L, 1)),
    ((M, 0), (A, 1)),
)


def mix(parts: list[Array], seed: int, bits: int) -> Array:
    """One hash of several columns, folded to a row number."""
    total = np.full(parts[0].shape, (seed * 0x85EBCA6B + 1) & 0xFFFFFFFF, dtype=np.uint32)
    for part in parts:
        total = (total ^ part) * MULTIPLIER
        total ^= total >> np.uint32(15)
    return (total >> np.uint32(32 - bits)).astype(np.int32)


def shifted(columns: Columns, distance: int, starts: Array, ends: Array) -> list[Array]:
    """The columns of the neighbour at a distance inside the same sentence, else a mark for the edge."""
    n = len(columns.word)
    at = np.arange(n) + distance
    inside = (at >= starts) & (at < ends)
    safe = np.clip(at, 0, n - 1)
    return [np.where(inside, column[safe], EDGE) for column in columns]


def cue_rows(text: Words, columns: Columns, bits: int) -> Array:
    """The feature rows of stage one: (tokens, features)."""
    n = len(columns.word)
    starts, ends = np.empty(n, dtype=np.int64), np.empty(n, dtype=np.int64)
    for s in text.document.sentences:
        starts[s.first : s.last], ends[s.first : s.last] = s.first, s.last
    near = {d: shifted(columns, d, starts, ends) for d in (-2, -1, 0, 1, 2)}
    rows = [mix([near[d][c] for c, d in template], k, bits) for k, template in enumerate(CUE_TEMPLATES)]
    k = len(CUE_TEMPLATES)
    for extra in _distant(text, columns, starts, ends):
        rows += [
            mix([extra], k, bits),
            mix([extra, columns.lexicon], k + 1, bits),
            mix([extra, columns.tags], k + 2, bits),
        ]
        k += 3
    return np.stack(rows, axis=1)


def _distant(text: Words, columns: Columns, starts: Array, ends: Array) -> list[Array]:
    """What the whole sentence holds: a quotation, a cue of the rules, the lexicon words to the left and right."""
    n = len(columns.word)
    known = columns.lexicon != np.uint32(code(""))
    last = _last_before(known, starts)
    following = _next_after(known, ends)
    left = np.where(last >= 0, columns.word[np.clip(last, 0, n - 1)], EDGE)
    right = np.where(following >= 0, columns.word[np.clip(following, 0, n - 1)], EDGE)
    quoted = columns.quote == np.uint32(QUOTE["in"])
    has_quote = _any(quoted, starts, ends)
    has_cue = _any(columns.rule == np.uint32(RULE["C"]), starts, ends)
    whole = (has_quote.astype(np.uint32) * 2 + has_cue).astype(np.uint32)
    return [left, right, whole]


def _last_before(flags: Array, starts: Array) -> Array:
    at = np.where(flags, np.arange(len(flags)), -1)
    best = np.concatenate([[-1], np.maximum.accumulate(at)[:-1]])
    return np.where(best >= starts, best, -1)


def _next_after(flags: Array, ends: Array) -> Array:
    n = len(flags)
    at = np.where(flags, np.arange(n), n)
    best = np.concatenate([np.minimum.accumulate(at[::-1])[::-1][1:], [n]])
    return np.where(best < ends, best, -1)


def _any(flags: Array, starts: Array, ends: Array) -> Array:
    total = np.concatenate([[0], np.cumsum(flags)])
    return total[ends] > total[starts]


# Stage two.
NEAR = (
    (W, -1),
    (W, 0),
    (W, 1),
    (A, -1),
    (A, 0),
    (A, 1),
    (L, 0),
    (M, -1),
    (M, 0),
    (M, 1),
    (Q, -1),
    (Q, 0),
    (Q, 1),
    (X, 0),
)
BUCKETS = np.array([0, 1, 2, 3, 4, 5, 7, 10, 15, 22, 35, 60])
COUNTED = (",", "and", "that", ":", "who")


def link_rows(
    text: Words,
    columns: Columns,
    cues: list[tuple[int, int]],
    windows: list[tuple[int, int]],
    own: list[tuple],
    bits: int,
) -> tuple[Array, Array]:
    """The feature rows of stage two for each cue in its window, laid end to end, and the lengths.

    `own` gives for each cue what the rules made of it: (source, contents) as token ranges, or None.
    """
    n = len(columns.word)
    index = np.concatenate([np.arange(a, b) for a, b in windows])
    lengths = np.array([b - a for a, b in windows])
    of = np.repeat(np.arange(len(cues)), lengths)
    first = np.array([c[0] for c in cues])[of]
    last = np.array([c[1] for c in cues])[of]
    starts, ends = np.array([w[0] for w in windows])[of], np.array([w[1] for w in windows])[of]
    before, after = index < first, index >= last
    side = np.where(before, 1, np.where(after, 2, 0)).astype(np.uint32)
    distance = np.where(before, first - index, np.where(after, index - last + 1, 0))
    bucket = np.searchsorted(BUCKETS, distance).astype(np.uint32)
    between = np.zeros(len(index), dtype=np.uint32)
    low, high = np.where(before, index + 1, last), np.where(before, first, index)
    low, high = np.where(side == 0, first, low), np.where(side == 0, first, high)
    lower = np.array(text.lower, dtype=object)
    marks = [np.cumsum(np.concatenate([[0], lower == m])) for m in COUNTED]
    marks += [
        np.cumsum(np.concatenate([[0], columns.quote == np.uint32(QUOTE[q])])) for q in ("open", "close")
    ]
    marks += [np.cumsum(np.concatenate([[0], columns.rule == np.uint32(RULE["C"])]))]
    for m in marks:
        between = between * 3 + np.minimum(m[np.maximum(high, low)] - m[low], 2).astype(np.uint32)
    rule = np.full(len(index), RULE[""], dtype=np.uint32)
    at = 0
    for (a, b), made in zip(windows, own, strict=True):
        here = rule[at : at + b - a]
        if made is not None:
            source, contents = made
            for k, (x, y) in enumerate(contents):
                here[max(0, x - a) : max(0, y - a)] = RULE["T+" if k else "T"]
            if source:
                here[max(0, source[0] - a) : max(0, source[1] - a)] = RULE["S"]
        else:
            here[:] = EDGE
        at += b - a
    rule_next = np.where(index + 1 < ends, np.concatenate([rule[1:], [EDGE]]), EDGE)
    rule_last = np.where(index > starts, np.concatenate([[EDGE], rule[:-1]]), EDGE)
    any_rule = columns.rule[index]
    cue_word, cue_lex, cue_tags = columns.word[first], columns.lexicon[first], columns.tags[first]
    cue_end = columns.word[last - 1]
    near = {
        d: [
            np.where((index + d >= starts) & (index + d < ends), c[np.clip(index + d, 0, n - 1)], EDGE)
            for c in columns
        ]
        for d in (-1, 0, 1)
    }
    behind = columns.word[np.clip(last, 0, n - 1)]
    same_quote = (near[0][Q] == columns.quote[first]).astype(np.uint32)
    templates = [[near[d][c], side] for c, d in NEAR]
    w, a, lx, q, m = near[0][W], near[0][A], near[0][L], near[0][Q], near[0][M]
    templates += [
        [side, bucket], [side, between], [side, bucket, between], [rule], [rule, rule_last], [rule, rule_next],
        [rule, side, any_rule], [rule, between, side], [rule, cue_word], [any_rule, side, bucket], [any_rule, between, side],
        [side, between, cue_word], [side, between, cue_lex], [side, bucket, cue_lex], [side, between, q], [side, between, q, cue_lex],
        [side, between, m], [side, bucket, m], [side, between, a], [side, bucket, a], [side, between, w],
        [side, w, cue_word], [side, m, cue_word], [side, near[-1][W], w], [side, w, near[1][W]], [side, near[-1][A], a, near[1][A]],
        [side, a, near[1][A]], [side, near[-1][A], a], [side, q, near[-1][Q], near[1][Q]], [side, behind, bucket], [side, behind, cue_word, between],
        [side, between, near[-1][W]], [side, between, near[1][W]], [side, same_quote, between], [side, cue_tags, between, m],
        [side, cue_end, bucket], [lx, side, between], [rule, w], [rule, q, side], [rule, m, side], [side, bucket, near[-1][W]], [side, bucket, near[1][W]],
    ]  # fmt: skip
    return np.stack([mix(t, 100 + k, bits) for k, t in enumerate(templates)], axis=1), lengths
