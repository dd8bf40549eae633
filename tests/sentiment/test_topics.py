"""A field of an office or a paper is no tone; everything else about it is."""

import pytest

from tests.sentiment.said import sign_of


@pytest.mark.parametrize(
    "text",
    [
        "The committee on friendship cities meets in May.",
        "The partnership secretariat employs nine people.",
        "The crisis unit is on the third floor.",
        "The ministry for trade and cooperation has moved.",
        "Asked about sanctions, the spokeswoman referred to the embassy.",
        "A workshop on conflict opens today.",
    ],
)
def test_a_field_has_no_tone(text):
    assert sign_of(text) == "0"


@pytest.mark.parametrize(
    ("wanted", "text"),
    [
        ("-", "The corrupt ministry was searched."),
        ("+", "The committee praised the friendship of the cities."),
        ("-", "The ministry, sanctions and all, was the talk of the town."),
        ("+", "The commission welcomed the cooperation."),
    ],
)
def test_what_an_office_does_or_is_has_one(wanted, text):
    assert sign_of(text) == wanted
