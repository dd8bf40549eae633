"""Topics: a kind or unkind noun that only says what an office or a paper is about has no tone.

"The committee on friendship cities", "the conflict prevention unit" and "asked about sanctions" name a field,
as "Ministry of Peace" names a body. Only nouns of fields (stakes.tsv) are read so: a corrupt ministry is
still corrupt.
"""

from collections.abc import Sequence

from analysis.language.document import Token
from analysis.sentiment.marks import Mark

LEADING = frozenset(("for", "of", "on", "to", "against", "about", "and", "in"))
WITHIN = 5  # words of a field after its office: "for foreign trade and cooperation"
BETWEEN = 1  # words between a field and its office: "conflict prevention unit"
STOPS = frozenset(
    (",", ";", ":", ".", '"', "(", ")", "-", "said", "has", "have", "had", "is", "are", "was", "were")
)


def unmark(marks: Sequence[Mark], tokens: Sequence[Token]) -> None:
    """Take the tone off the fields of offices and papers among the marks of one sentence."""
    for k in [k for k, mark in enumerate(marks) if mark.entry.rule == "office"]:
        office = marks[k]
        if k and marks[k - 1].entry.stake and office.first - marks[k - 1].last <= BETWEEN:
            between = [t.lower for t in tokens[marks[k - 1].last : office.first]]
            if not any(word in STOPS or word in LEADING for word in between):
                marks[k - 1].value = 0.0
        if tokens[office.last - 1].lower not in LEADING and not _leads(tokens, office.last):
            continue
        for field in marks[k + 1 :]:
            between = [t.lower for t in tokens[office.last : field.first]]
            if len(between) > WITHIN or any(word in STOPS for word in between):
                break
            if field.entry.stake:
                field.value = 0.0


def _leads(tokens: Sequence[Token], at: int) -> bool:
    return at < len(tokens) and tokens[at].lower in LEADING
