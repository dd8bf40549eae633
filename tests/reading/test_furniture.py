"""What stands before the story - dateline, credit, byline - goes into metadata and nobody's speech."""

import pytest

from analysis.reading.furniture import strip

# text, first words of the story, credit, place, outlet, date
ROWS = [
    ("The ferry is back.", "The ferry", None, None, None, None),
    ("WEB DESK: The ferry is back.", "The ferry", "WEB DESK", None, None, None),
    ("CITY NEWS SERVICE - The ferry is back.", "The ferry", "CITY NEWS SERVICE", None, None, None),
    ("PORTO (Wire) -- The ferry is back.", "The ferry", None, "PORTO", "Wire", None),
    ("PORTO, Portugal (Wire) — The ferry is back.", "The ferry", None, "PORTO, Portugal", "Wire", None),
    ("PORTO: The ferry is back.", "The ferry", None, "PORTO", None, None),
    ("PORTO — “The ferry is back,” she said.", "“The ferry", None, "PORTO", None, None),
    ("MEXICO CITY -- The ferry is back.", "The ferry", None, "MEXICO CITY", None, None),
    ("ST. JOHN'S, March 3 (Wire) - The ferry is back.", "The ferry", None, "ST. JOHN'S", "Wire", "March 3"),
    ("HANOI, 3 March 2024 (Wire) - The ferry is back.", "The ferry", None, "HANOI", "Wire", "3 March 2024"),
    ("(Wire) - The ferry is back.", "The ferry", None, None, "Wire", None),
    ("By Jo Park\nThe ferry is back.", "The ferry", "Jo Park", None, None, None),
    ("By Jo Park and Ana Ruiz, City Desk\n\nIt is back.", "It is", "Jo Park and Ana Ruiz", None, None, None),
    ("By Jo Park\nPORTO (Wire) -- The ferry is back.", "The ferry", "Jo Park", "PORTO", "Wire", None),
    ("\n\n  WEB DESK: The ferry is back.", "The ferry", "WEB DESK", None, None, None),
    # not furniture
    ("By Monday the ferry was back.", "By Monday", None, None, None, None),
    ("NATO said: \"The ferry is back.\"", "NATO said", None, None, None, None),
    ("Porto: a city of ferries.", "Porto: a", None, None, None, None),
    ("Mayors met (in Porto) - again.", "Mayors met", None, None, None, None),
    ("US-led forces left.", "US-led", None, None, None, None),
    ("The NEWS: the ferry is back.", "The NEWS", None, None, None, None),
]  # fmt: skip


@pytest.mark.parametrize(("text", "opening", "credit", "place", "outlet", "date"), ROWS)
def test_furniture(text, opening, credit, place, outlet, date):
    found = strip(text)
    assert text[found.body :].startswith(opening)
    assert (found.credit, found.place, found.outlet, found.date) == (credit, place, outlet, date)
