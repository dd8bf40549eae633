"""English or not, told by the share of the commonest words."""

import pytest

from analysis.reading.english import is_english, share_of_common_words

ENGLISH = "The mayor of the city said that the port would open in May, and that it was ready for the ships. "


@pytest.mark.parametrize(
    ("text", "english"),
    [
        (ENGLISH, True),
        ("Ferry line opens", True),  # too short to be judged by its small words
        (
            "Der Bürgermeister sprach gestern mit seinem Kollegen über den Hafen und die neue Fähre. " * 2,
            False,
        ),
        ("Le maire a parlé hier avec son collègue du port et de la nouvelle ligne de ferry. " * 2, False),
        (
            "El alcalde habló ayer con su colega sobre el puerto y la nueva línea de transbordador. " * 2,
            False,
        ),
        ("市長は港が五月に開くと述べた。", False),
        ("1234 5678", False),
        ("", False),
    ],
)
def test_is_english(text, english):
    assert is_english(text) is english


def test_share_counts_words():
    assert share_of_common_words("The ferry is late.") == (0.5, 4)
    assert share_of_common_words("...") == (0.0, 0)
