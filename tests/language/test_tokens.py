"""Words, numbers and marks: what stays together, what is split off."""

import pytest

from analysis.language.plain import plain
from analysis.language.tokens import tokenise

ROWS = [
    ("Oh’s visit, in 2018.", "Oh|'s|visit|,|in|2018|."),
    ("the cities’ ports", "the|cities|'|ports"),
    ("people-to-people ties didn’t end", "people-to-people|ties|didn't|end"),
    ("COVID-19 and G20", "COVID-19|and|G20"),
    ("U.S. and U.N. envoys met at 9 a.m.", "U.S.|and|U.N.|envoys|met|at|9|a.m."),
    ("Gov. Ruiz met Dr. Costa", "Gov.|Ruiz|met|Dr.|Costa"),
    ("J. R. Silva spoke", "J.|R.|Silva|spoke"),
    ("$1,200.50 or 12.5% on 3/4", "$|1,200.50|or|12.5%|on|3/4"),
    ("the 3rd and the 1990s", "the|3rd|and|the|1990s"),
    ("“Yes — now,” he said", '"|Yes|-|now|,|"|he|said'),
    ("Wait... no… stop -- go", "Wait|...|no|…|stop|--|go"),
    ("``Yes,'' she said", "''|Yes|,|''|she|said"),
    ("O’Brien of Côte d’Ivoire", "O'Brien|of|Côte|d'Ivoire"),
    ("al-Masri and Zieliński-Nowak", "al-Masri|and|Zieliński-Nowak"),
    ("Ana (42), of R&D", "Ana|(|42|)|,|of|R&D"),
    ("see https://example.org/a?b=1.", "see|https://example.org/a?b=1|."),
    ("write to desk@example.org now", "write|to|desk@example.org|now"),
    ("Nowak, R-N.H., said", "Nowak|,|R-N.H.|,|said"),
    ("Gda\u0144sk and Gdan\u0301sk", "Gda\u0144sk|and|Gdan\u0301sk"),  # an accent of its own
    ("Porto/Vigo 🙂", "Porto|/|Vigo|🙂"),
]


@pytest.mark.parametrize(("text", "tokens"), ROWS)
def test_tokens(text, tokens):
    copy = plain(text)
    found = tokenise(copy, ((0, len(copy)),))
    assert "|".join(t.text for t in found) == tokens
    assert [copy[t.start : t.end] for t in found] == [t.text for t in found]
    assert [t.text.lower() for t in found] == [t.lower for t in found]


def test_tokens_lie_in_their_paragraphs():
    copy = "One two.\n\nThree four."
    found = tokenise(copy, ((4, 7), (10, 15)))
    assert [(t.start, t.text) for t in found] == [(4, "two"), (10, "Three")]
