"""The core of a source: what names somebody, without times, marks, brackets and clauses at its edges."""

import pytest

from analysis.speech.source_core import core
from tests.speech.made import marked

# the source stands between the outer bars, its core between the inner ones
ROWS = [
    "|| Ruiz | earlier Thursday | spoke.",
    "|| The board | this week | spoke.",
    "|| The board | last night | spoke.",
    "|| A report | published Wednesday | spoke.",
    "| that | homeland experts || spoke.",
    "|| Ana Ruiz | (Labour) | spoke.",
    "|| the mayor of Porto || spoke.",
]


@pytest.mark.parametrize("row", ROWS)
def test_what_is_cut_off(row):
    made, (first, start, end, last) = marked(row.replace("||", "| |"))
    assert core(made, (first, last)) == (start, end)


RELATIVE = [
    "| Ana Ruiz |, | who runs the fund, | spoke.",
    "In Oslo | the council |, | which | met.",
    "| Ana Ruiz | (Labour), | who runs the fund, | spoke.",
]


@pytest.mark.parametrize("row", RELATIVE)
def test_what_a_relative_clause_is_about(row):
    made, (start, end, first, last) = marked(row)
    assert core(made, (first, last)) == (start, end)
