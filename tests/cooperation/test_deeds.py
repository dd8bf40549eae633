"""Deeds: what is told twice is one, and the index adds up to what the taxonomy says."""

import pytest

from analysis.cooperation.deeds import deeds, index


def row(
    sentence, text, *, act="FORMALISE", stage="past", side="cooperation", actors=("Oslo", "Porto"), areas=()
):
    return {
        "sentence": sentence,
        "text": text,
        "act": act,
        "stage": stage,
        "side": side,
        "themes": [{"theme": area, "role": "object"} for area in areas],
        "actors": list(actors),
        "recipients": [],
        "proposer": None,
    }


SIGNED = "Oslo and Porto signed a ferry agreement"


def test_the_same_act_told_twice_is_one_deed_with_both_sentences():
    found = deeds([row(1, SIGNED), row(4, "The ferry agreement that Oslo and Porto signed on Monday")])
    assert [deed.sentences for deed in found] == [(1, 4)]
    assert [r["sentence"] for r in found[0].rows] == [1, 4]


@pytest.mark.parametrize(
    "other",
    [
        row(4, SIGNED, stage="planned"),
        row(4, SIGNED, act="AGREE"),
        row(4, SIGNED, actors=("Oslo", "Faro")),
        row(4, SIGNED, areas=("culture",)),
        row(4, "Oslo and Porto signed a paper about schools"),
        row(4, f"{SIGNED} in 1998"),
    ],
)
def test_what_differs_is_another_deed(other):
    assert len(deeds([row(1, SIGNED), other])) == 2


def test_without_actors_nothing_is_merged_and_praise_never():
    assert len(deeds([row(1, SIGNED, actors=()), row(2, SIGNED, actors=())])) == 2
    assert len(deeds([row(1, SIGNED, act="SUPPORT"), row(2, SIGNED, act="SUPPORT")])) == 2


def test_what_is_no_act_is_no_deed():
    assert deeds([row(1, "The fair opens in May", act="NONE", side="none")]) == ()


def test_the_index_is_the_mean_score_and_can_be_taken_apart():
    whole = index(
        deeds(
            [
                row(1, SIGNED),
                row(
                    2,
                    "Faro suspended the line",
                    act="REDUCE",
                    stage="stalled",
                    side="conflict",
                    actors=["Faro"],
                ),
                row(3, "Oslo did not help", act="AID", stage="stalled", actors=["Oslo"]),
            ]
        )
    )
    assert [score for _, score in whole.parts] == [8.0, -4.0, 0.0]
    assert whole.value == pytest.approx(4 / 3) and whole.n == 3
    low, high = whole.interval
    assert -4 <= low < whole.value < high <= 8
    assert index(whole.parts and [deed for deed, _ in whole.parts]).interval == (low, high)


def test_few_deeds_have_no_interval():
    assert index(()).value is None and index(()).n == 0
    assert index(deeds([row(1, SIGNED)])).interval is None
