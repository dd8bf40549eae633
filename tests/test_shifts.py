"""Word shifts, voices and coverage on readings made by hand and on a small article."""

import pytest

from analysis import analyse
from analysis.errors import ParameterError
from analysis.measures import NARRATOR
from analysis.sentiment.vader import valued
from analysis.shifts import Shift, Wording, against_rest, apart, shift, wording
from analysis.voices import by_voice, coverage, covered
from tests.figures.made import EMPTY, VISIT

TEXT = (
    "Ana Prado said that the cordial talks were a brilliant success. "
    "Tom Reed said that the raid was a crime. The shameful raid was condemned. It rained."
)


@pytest.fixture(scope="module")
def reading():
    return analyse(TEXT)


def test_a_shift_is_the_difference_for_a_hundred_words():
    here, there = Wording("a", 50, {"kind": 2.0, "crime": -1.0}), Wording("b", 200, {"crime": -4.0})
    found = shift(Wording("a", 50, _counter(here)), Wording("b", 200, _counter(there)))
    assert found == (Shift("kind", 4.0, 0.0),)  # crime: -2 here and -2 there
    assert found[0].difference == 4.0


def _counter(one):
    from collections import Counter

    return Counter(one.terms)


def test_wordings_of_several_readings_add_up(reading):
    whole = wording(reading)
    twice = whole + whole
    assert twice.words == 2 * whole.words
    assert twice.terms["cordial"] == 2 * whole.terms["cordial"] > 0
    assert shift(whole, twice) == ()


def test_a_speakers_wording_holds_their_own_words_only(reading):
    assert "cordial" in wording(reading, "Ana Prado").terms
    assert "shameful" not in wording(reading, "Ana Prado").terms
    assert "shameful" in wording(reading, NARRATOR).terms
    here, there = against_rest(reading, "Ana Prado")
    assert here.words + there.words == wording(reading).words
    assert "cordial" not in there.terms


def test_an_unknown_name_is_refused_with_those_there_are(reading):
    with pytest.raises(ParameterError, match=r"Nobody and nothing here is called 'Zoe'.*Ana Prado"):
        wording(reading, "Zoe")


def test_where_vader_and_we_part_both_readings_are_given(reading):
    for one in apart(reading):
        assert one.sentence and (one.ours or one.theirs)
    assert apart(EMPTY) == ()
    assert valued("The two sides praised the friendly talks.") == (("praised", 2.2), ("friendly", 2.2))


def test_voices_are_kept_apart(reading):
    voices = dict(by_voice(reading))
    assert set(voices) == {NARRATOR, "in reported speech"}
    assert voices[NARRATOR].n == 2 and voices[NARRATOR].mean < 0
    assert voices["in reported speech"].n == 2
    assert by_voice(EMPTY) == ()
    assert "in direct quotation" in dict(by_voice(VISIT))


def test_coverage_counts_words_that_could_carry_a_tone():
    assert covered(["The envoys hailed the friendly zebra."]) == (2, 4)
    assert covered([]).share is None
    assert coverage(EMPTY).share is None
