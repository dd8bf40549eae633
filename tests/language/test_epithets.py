"""Titles that no list has, and titles that belong to a name."""

import pytest

from tests.language.made import referents

# text, full name, other forms that mean the same person
PEOPLE = [
    ("The Khokim of Namangan, Mr. Aziz Karimov, spoke. The Khokim was glad.", "Aziz Karimov", ("Khokim",)),
    ("They came with their Akim, Ms. Dana Abenova. The Akim was glad.", "Dana Abenova", ("Akim",)),
    ("King Valdemar gave a dinner. Valdemar spoke.", "King Valdemar", ("Valdemar",)),
    ("Pope Celestine prayed. Celestine left.", "Pope Celestine", ("Celestine",)),
]


@pytest.mark.parametrize(("text", "name", "aliases"), PEOPLE)
def test_who_is_meant(text, name, aliases):
    assert set(aliases) <= set(referents(text)[name].aliases)


def test_a_place_before_a_name_is_no_title():
    found = referents("The Namangan delegation, Mr. Aziz Karimov, and guests spoke. Namangan was glad.")
    assert "Namangan" not in found["Aziz Karimov"].aliases
