"""Relative clauses: what "who" and "which" stand for - "the mayor of Porto, Rui Costa, | who says"."""

from analysis.speech.phrases import bracket, left_bound, left_of_modifiers
from analysis.speech.statement import Span
from analysis.speech.subjects import subject
from analysis.speech.words import Words


def antecedent(text: Words, relative: int, first: int) -> Span | None:
    """The noun phrase before a relative pronoun and its comma, in a stretch that begins at `first`."""
    end = relative - 1 if relative > first and text.lower[relative - 1] == "," else relative
    if end > first and text.lower[end - 1] == ")":  # "Ruiz (Labour), who says"
        end = bracket(text, end, first) or end
    return _named_before(text, end, first) or subject(text, left_bound(text, end, first), end)


def _named_before(text: Words, end: int, first: int) -> Span | None:
    """The name that a relative clause follows."""
    named = text.mention_at[end - 1] if end > first else None
    if named and named.last == end and named.first >= first and named.type in ("person", "organisation"):
        return left_of_modifiers(text, named.first, first), end
    return None
