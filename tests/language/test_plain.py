"""The plain copy has the length of the text; paragraphs are lines or blocks."""

import pytest

from analysis.language.plain import SAME_LENGTH, paragraphs, plain


def test_each_character_is_replaced_by_one():
    assert [chr(c) for c, to in SAME_LENGTH.items() if len(to) != 1] == []


@pytest.mark.parametrize(
    ("text", "copy"),
    [
        ("“Yes” ‘no’ „ja‟", '"Yes" \'no\' "ja"'),
        ("a–b—c−d", "a-b-c-d"),
        ("a\u00a0b\u202fc\td\u200be", "a b c d e"),
        ("one\r\ntwo\u2028three", "one\n\ntwo\nthree"),
        ("«Oui»", "«Oui»"),
        ("Gdańsk 🙂 서울", "Gdańsk 🙂 서울"),
    ],
)
def test_plain(text, copy):
    assert plain(text) == copy
    assert len(plain(text)) == len(text)


PARAGRAPHS = [
    ("lines", "One.\nTwo.\nThree.", ["One.", "Two.", "Three."]),
    ("blank lines", "One.\n\nTwo.\n \nThree.", ["One.", "Two.", "Three."]),
    ("hard wrapped", "One line that\ngoes on here.\n\nAnother that\ngoes on too.",
     ["One line that\ngoes on here.", "Another that\ngoes on too."]),
    ("a headline", "Ports agree\nThe mayors met.", ["Ports agree", "The mayors met."]),
    ("white space around", "  One. \n\t\n  Two.  ", ["One.", "Two."]),
    ("nothing", " \n ", []),
]  # fmt: skip


@pytest.mark.parametrize(("case", "text", "wanted"), PARAGRAPHS, ids=[row[0] for row in PARAGRAPHS])
def test_paragraphs(case, text, wanted):
    copy = plain(text)
    assert [copy[s:e] for s, e in paragraphs(copy, 0, len(copy))] == wanted


def test_paragraphs_start_where_the_story_does():
    copy = "WEB DESK: One.\nTwo."
    assert paragraphs(copy, 10, len(copy)) == ((10, 14), (15, 19))
