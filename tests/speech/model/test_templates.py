"""Templates: the rows are what the hash says, column by column, and they do not change.

The stored weights stand under these numbers: where a pinned digest changes, they have to be trained again.
"""

from hashlib import sha256

import numpy as np
import pytest

from analysis.speech.model.columns import QUOTE, RULE, Columns, code
from analysis.speech.model.links import link_rows
from analysis.speech.model.templates import (
    CUE_NAMES,
    EDGE,
    MULTIPLIER,
    SEED,
    beside,
    cue_rows,
    hashed,
    templates,
)
from analysis.speech.model.weights import BITS
from tests.speech.made import words

DICE = np.random.default_rng(5)
LARGEST = 1 << 32


def numbers(*shape):
    return DICE.integers(0, LARGEST, size=shape, dtype=np.uint32)


def by_hand(parts, number, bits):
    total = (number * SEED + 1) % LARGEST
    for part in parts:
        total = (total ^ int(part)) * int(MULTIPLIER) % LARGEST
        total ^= total >> 15
    return total >> (32 - bits)


def test_a_table_is_hashed_as_one_number_after_another():
    columns = numbers(3, 6)
    found = hashed(columns, templates("b | a b\n c b a | c", ("a", "b", "c"), first=7), 12)
    a, b, c = columns
    expected = [
        [by_hand(parts, 7 + k, 12) for k, parts in enumerate(row)]
        for row in zip(b[:, None], np.stack([a, b], 1), np.stack([c, b, a], 1), c[:, None], strict=True)
    ]
    assert found.tolist() == expected
    assert found.dtype == np.int32


def test_a_template_of_an_unknown_column_is_an_error():
    with pytest.raises(ValueError, match="not in tuple"):
        templates("word colour", ("word",))


def test_neighbours_outside_are_the_edge():
    columns = numbers(2, 5)
    at = np.arange(5)
    found = beside(columns, at + 1, np.array([0, 0, 2, 2, 2]), np.array([2, 2, 5, 5, 5]))
    assert found[:, [0, 2, 3]].tolist() == columns[:, [1, 3, 4]].tolist()
    assert (found[:, [1, 4]] == EDGE).all()


def article():
    """Two sentences, and columns made of nothing but the words, so that no lexicon has a part in them."""
    text = words("Ana Brito said, “We open the quay in May.” She hopes that trams and buses matter.")
    own = [
        np.array([code(f"{name} {t.lower}") for t in text.tokens], dtype=np.uint32)
        for name in Columns._fields
    ]
    columns = Columns(*own)._replace(
        word=np.array([code(t.lower) for t in text.tokens], dtype=np.uint32),
        lexicon=np.array([code("x" * (t.lower in ("said", "hopes"))) for t in text.tokens], dtype=np.uint32),
        quote=np.array([QUOTE["out" if q is None else "in"] for q in text.quote_at], dtype=np.uint32),
        rule=np.array([RULE["C" if t.lower == "said" else ""] for t in text.tokens], dtype=np.uint32),
    )
    return text, columns


def digest(rows):
    return sha256(np.ascontiguousarray(rows).tobytes()).hexdigest()[:16]


def test_the_rows_of_stage_one_do_not_change():
    text, columns = article()
    rows = cue_rows(text, columns, BITS)
    assert rows.shape == (len(text.tokens), 58) and rows.dtype == np.int32
    assert rows.min() >= 0 and rows.max() < 1 << BITS
    assert digest(rows) == "6971f7c1b388babd"


def test_a_sentence_does_not_see_the_next():
    text, columns = article()
    (first, second) = text.document.sentences
    changed = Columns(*(np.concatenate([one[: second.first], one[second.first :][::-1]]) for one in columns))
    before, after = cue_rows(text, columns, BITS), cue_rows(text, changed, BITS)
    assert np.array_equal(before[: first.last], after[: first.last])
    assert not np.array_equal(before[first.last :], after[first.last :])


def test_the_rows_of_stage_two_do_not_change():
    text, columns = article()
    said, hopes = text.lower.index("said"), text.lower.index("hopes")
    middle = text.document.sentences[0].last
    cues, windows = [(said, said + 1), (hopes, hopes + 2)], [(0, middle), (middle, len(text.tokens))]
    made = [((0, 2), ((said + 2, middle),)), None]
    rows, lengths = link_rows(columns, cues, windows, made, BITS)
    assert lengths.tolist() == [middle, len(text.tokens) - middle]
    assert rows.shape == (len(text.tokens), 56) and rows.dtype == np.int32
    assert digest(rows) == "94400c5657ff6954"
    alone, _ = link_rows(columns, cues[1:], windows[1:], made[1:], BITS)
    assert np.array_equal(alone, rows[middle:])  # a window does not see the one before


def test_what_the_rules_made_of_a_cue_is_seen():
    text, columns = article()
    whole = [(0, len(text.tokens))]
    found = [
        link_rows(columns, [(2, 3)], whole, [made], BITS)[0]
        for made in (None, (None, ()), ((0, 2), ((4, 8),)), ((0, 2), ((4, 6), (7, 8))), ((0, 1), ((4, 8),)))
    ]
    assert len({digest(rows) for rows in found}) == len(found)


def test_the_names_of_the_columns_are_told_apart():
    assert len(set(CUE_NAMES)) == len(CUE_NAMES) == 5 * len(Columns._fields) + 3
