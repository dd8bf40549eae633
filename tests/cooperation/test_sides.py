"""Sides: for which city and which country a party stands."""

import pytest

from analysis.cooperation.sides import Side, side


@pytest.mark.parametrize(
    ("name", "given", "expected"),
    [
        ("Porto", None, Side("Porto", "Portugal")),
        ("Porto City Council", None, Side("Porto", "Portugal")),
        ("Seoul Metropolitan Government", None, Side("Seoul", "South Korea")),
        ("Turkey", None, Side(None, "Turkey")),
        ("the Turkish trade ministry", None, Side(None, "Turkey")),
        ("Ana Ruiz", "Quito", Side("Quito", "Ecuador")),
        ("Ana Ruiz", "Freland", Side("Freland", None)),
        ("Ana Ruiz", None, Side()),
        ("the harbour pilots", None, Side()),
    ],
)
def test_sides(name, given, expected):
    assert side(name, given) == expected


def test_what_a_reader_calls_it():
    assert side("Porto").name == "Porto" and side("Turkey").name == "Turkey" and side("somebody").name is None
