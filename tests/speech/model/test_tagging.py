"""Tagging: windows, the rules' drafts by their cues, labels as ranges, and which attributions stay."""

import numpy as np
import pytest

from analysis.speech.model.columns import columns
from analysis.speech.model.crf import Model
from analysis.speech.model.tagging import (
    LEFT,
    RIGHT,
    Attribution,
    begun,
    by_cue,
    find_cues,
    followed,
    is_quoted,
    link,
    outermost,
    passage,
    rule_for,
    stretches,
    window,
)
from analysis.speech.model.weights import BITS, load
from analysis.speech.statement import Draft
from tests.speech.made import marked, words


def draft(cue, *contents, source=None):
    return Draft(contents or ((90, 91),), cue, source, "speech", "affirmed", "cue-that")


# Where a cue is looked at


def test_a_passage_is_found_by_each_of_its_tokens():
    text = words("Ana Brito spoke. “We open. We dig,” she said. Nobody came.")
    for number, (first, last) in enumerate(text.passages):
        assert {passage(text, i) for i in range(first, last)} == {number}
    assert len(text.passages) == 3


def test_a_window_is_the_passage_cut_far_from_the_cue():
    text = words("Ana Brito said that trams matter. " + "Trams " + "and trams " * 150 + "matter.")
    (first, last), (start, end) = text.passages
    assert window(text, (2, 3)) == (first, last)
    middle = start + 150
    assert window(text, (middle, middle + 2)) == (middle - LEFT, middle + 2 + RIGHT)
    assert window(text, (end - 2, end - 1)) == (end - 2 - LEFT, end)


@pytest.mark.parametrize(
    ("cue", "expected"),
    [((3, 4), 0), ((5, 6), 1), ((4, 6), 0), ((2, 9), 0), ((8, 9), None), ((0, 3), None), ((6, 7), 2)],
)
def test_of_the_rules_the_first_with_a_common_token_is_meant(cue, expected):
    ruled = [draft((3, 5)), draft((5, 6)), draft((5, 7)), draft(None)]
    found = rule_for(by_cue(ruled), cue)
    assert found is (None if expected is None else ruled[expected])


# Labels


def test_ranges_begin_where_they_are_told_to():
    assert begun([1, 2, 1, 1, 2, 2, 0, 2, 3, 1], 1) == [(0, 2), (2, 3), (3, 6), (9, 10)]
    assert begun([0, 2, 0], 1) == [] == begun([], 1)


def test_stretches_join_what_stands_side_by_side():
    assert stretches([1, 2, 1, 0, 2, 3], (1, 2), 10) == [(10, 13), (14, 15)]
    assert stretches([0, 0], (1, 2), 4) == []


# What stays


def one(cue, *contents):
    return Attribution((cue, cue + 1), None, contents)


def test_the_outermost_reporter_wins():
    outer, inner, beside = one(2, (3, 9)), one(5, (6, 9)), one(9, (10, 12))
    assert outermost([outer, inner, beside]) == [outer, beside]
    assert outermost([inner, beside, outer]) == [beside, outer]


def test_of_two_in_each_other_the_first_stays():
    first, second = one(2, (4, 9)), one(5, (0, 4))
    assert outermost([first, second]) == [first] == outermost([second, first])


def test_one_that_holds_its_own_cue_stays():
    itself = one(4, (0, 9))
    assert outermost([itself]) == [itself]
    assert outermost([]) == []


def test_a_part_of_a_content_holds_as_the_whole():
    split, inner = one(4, (0, 4), (6, 12)), one(8, (9, 12))
    assert outermost([split, inner]) == [split]


@pytest.mark.parametrize(
    ("behind", "taken"),
    [
        (" “We dig in June, too.”", 1),
        (" “We dig in June, too.” “And then we rest.”", 2),
        (" Nobody dug. “We dig in June, too.”", 0),
        (" “We dig in June, too,” the mayor said.", 0),
        ("\n“We dig in June, too.”", 0),
        ("", 0),
    ],
)
def test_a_quotation_that_goes_on_is_followed(behind, taken):
    text, (start, cue, end) = marked("| “We open the quay in May,” | said | Ana Brito." + behind)
    found = Attribution((cue, end), (end, end + 2), ((start, cue),))
    (made,) = followed(text, [found])
    assert made.contents == ((start, cue), *text.passages[1 : 1 + taken])
    assert made._replace(contents=found.contents) == found


def test_reported_speech_is_not_followed():
    text, (cue, start, end) = marked("Ana Brito | said | that the quay opens | . “We dig in June, too.”")
    found = Attribution((cue, start), (0, 2), ((start, end),))
    assert followed(text, [found]) == [found]


def test_what_somebody_claims_is_not_followed():
    text, (start, cue, end) = marked("| “We open in May,” | said | Ana Brito. “We dig in June, too.”")
    first, last = text.passages[1]
    found = [
        Attribution((cue, end), None, ((start, cue),)),
        Attribution((first, first + 1), None, ((last - 1, last),)),
    ]
    assert followed(text, found)[0] == found[0]


def test_scare_quotes_are_no_quotation():
    text = words("She called it a “quick” plan. “We open the quay in May,” she said.")
    quick, open_ = text.lower.index("quick"), text.lower.index("open")
    assert not is_quoted(text, [(quick, quick + 1)])
    assert is_quoted(text, [(quick, quick + 1), (open_, open_ + 1)])


# With weights


def test_without_weights_nothing_is_found():
    text = words("Ana Brito said that trams matter.")
    silent = Model(np.zeros((1 << BITS, 7), dtype=np.float32), np.zeros((7, 7)), np.zeros(7))
    assert find_cues(text, columns(text, [], load().vocabulary), silent, bits=BITS) == []


@pytest.mark.parametrize(
    ("sentence", "cue", "source", "content"),
    [
        ("The minister said that the talks would go on.", "said", "The minister", "talks would go on"),
        ("“We open the quay in May,” said Ana Brito.", "said", "Ana Brito", "We open the quay in May"),
    ],
)
def test_the_stored_weights_find_a_plain_attribution(sentence, cue, source, content):
    text, weights = words(sentence), load()
    found = columns(text, [], weights.vocabulary)  # without the help of the rules
    cues = find_cues(text, found, weights.cue, bits=BITS)

    def told(*spans):
        return " ".join(sentence[slice(*text.span(*span))] for span in spans)

    assert [told(one) for one in cues] == [cue]
    (made,) = link(text, found, cues, {}, weights.link, bits=BITS)
    assert told(made.source) == source and content in told(*made.contents)
