"""Titles, epithets and ages: whom they stand for, and when nobody can say."""

import pytest

from analysis.language.coreference import refer
from tests.language.made import document, referents

# text, phrase, whom it means (None: nobody that is certain)
HOLDERS = [
    # one holder of the title
    ("Porto Mayor Rui Costa spoke. The mayor was glad.", "The mayor", "Rui Costa"),
    ("Porto Mayor Rui Costa met Vigo Mayor Jorge Ruiz. The mayor was glad.", "The mayor", None),
    (
        "Porto Mayor Rui Costa met Vigo Mayor Jorge Ruiz. The Porto mayor was glad.",
        "The Porto mayor",
        "Rui Costa",
    ),
    # of several the one named in the last sentences
    (
        "Porto Mayor Rui Costa met Vigo Mayor Jorge Ruiz. It rained. It snowed. Costa spoke. The mayor left.",
        "The mayor",
        "Rui Costa",
    ),
    # epithets take up other titles
    ("Prime Minister Anna Berg spoke. The premier was glad.", "The premier", "Anna Berg"),
    ("Danish Prime Minister Anna Berg spoke. The Danish leader was glad.", "The Danish leader", "Anna Berg"),
    ("Kenyan President Joseph Odun spoke. The Danish leader was glad.", "The Danish leader", None),
    ("Ambassador Ana Ruiz spoke. The diplomat was glad.", "The diplomat", "Ana Ruiz"),
    ("Professor Ana Ruiz spoke. The premier was glad.", "The premier", None),
    # the side may stand elsewhere
    (
        "Hungarian premier in Oslo. Norwegian President Kari Lund met Prime Minister Gabor Antal. "
        "The Hungarian leader was glad.",
        "The Hungarian leader",
        "Gabor Antal",
    ),
    # somebody without a name comes up again
    (
        "A Western diplomat in Oslo spoke. The diplomat was glad.",
        "The diplomat",
        "a Western diplomat in Oslo",
    ),
    # ages
    ("Rui Costa, 57, came. The 57-year-old was glad.", "The 57-year-old", "Rui Costa"),
    ("Rui Costa, 57, came. The 58-year-old was glad.", "The 58-year-old", None),
    ("Rui Costa, 57, came. The 57-year-old mayor was glad.", "The 57-year-old", None),
    # forms of address
    ("King Valdemar gave a dinner. His Majesty was glad.", "His Majesty", "King Valdemar"),
    ("King Valdemar met Queen Louise. Her Majesty was glad.", "Her Majesty", "Queen Louise"),
    # titles before the name
    (
        "India's trade minister left Oslo. Raghav Iyer told guests that he was glad.",
        "India's trade minister",
        "Raghav Iyer",
    ),
    (
        "India's trade minister left Oslo. The rain stopped. Mayor Rui Costa told guests so.",
        "India's trade minister",
        None,
    ),
    ("Porto's mayor left. Rui Costa, the mayor, was glad.", "Porto's mayor", "Rui Costa"),
]


@pytest.mark.parametrize(("text", "phrase", "name"), HOLDERS)
def test_whom_a_title_means(text, phrase, name):
    made = document(text)
    start = made.text.rindex(phrase)
    found = refer(made).within(start, start + len(phrase))
    assert [m.referent.name for m in found if m.kind == "title"] == ([name] if name else [])


SIDES = [
    ("Hungarian premier in Oslo. Prime Minister Gabor Antal was glad.", "Gabor Antal", "Hungary"),
    ("The Philippine foreign secretary came. Foreign Secretary Ana Reyes spoke.", "Ana Reyes", "Philippines"),
    ("Polish Prime Minister Jan Zima met Prime Minister Gabor Antal.", "Gabor Antal", None),
]


@pytest.mark.parametrize(("text", "name", "side"), SIDES)
def test_a_side_that_stands_elsewhere(text, name, side):
    assert referents(text)[name].side == side
