"""Noun cues: "Silva's call for calm", "their warning that fares would rise" - a possessor and a noun that reports.

The content follows the noun as the lexicon says: a that-clause, or a phrase behind "of", "for", "to", "on".
"""

from functools import cache

from analysis.lexicons import closed, entries
from analysis.speech.phrases import POSSESSIVE, STOPS, left_of_modifiers, right
from analysis.speech.speaking import is_speaker
from analysis.speech.statement import Draft, Span
from analysis.speech.words import Words

SUREST = frozenset(
    ["call", "calls", "appeal", "plea", "demand", "demands", "warning", "warnings"]
)  # without "that"
OWNERS = frozenset(["his", "her", "their", "its"])
FOLLOWERS = {
    "on": ("on", "about", "regarding"),
    "to": ("to",),
    "of": ("of",),
    "for": ("for",),
    "that": ("that",),
    "against": ("against",),
    "over": ("over",),
    "in": ("in",),
}


@cache
def _nouns() -> dict[str, tuple[str, frozenset[str]]]:
    table = {}
    for e in entries("noun_cues"):
        follow = frozenset(w for f in e["frame"].split(",") for w in FOLLOWERS.get(f, ()))
        if " " not in e["noun"]:
            table[e["noun"]] = (e["class"], follow)
            table.setdefault(e["noun"] + "s", (e["class"], follow))
    return table


def noun_drafts(text: Words, first: int, last: int) -> list[Draft]:
    """The statements of a passage that a possessor and a noun announce."""
    found = []
    for i in range(first + 1, last - 2):
        if text.lower[i] in _nouns() and not text.quote_at[i] and text.tokens[i].text[0].islower():
            cls, follow = _nouns()[text.lower[i]]
            owner = _owner(text, i, first)
            surest = text.lower[i + 1] == "that" or text.lower[i] in SUREST
            if owner and surest and text.lower[i + 1] in follow:
                end = _end(text, i + 1, last)
                if end - i > 2:
                    start = i + 1 if text.lower[i + 1] in ("that", "to") else i + 2
                    found.append(Draft(((start, end),), (i, i + 1), owner, cls, "affirmed", "noun-cue"))
    return found


def _owner(text: Words, noun: int, first: int) -> Span | None:
    """The possessor before a noun, over one adjective: "Silva's (urgent) call"."""
    for at in (noun - 1, noun - 2):
        if at < first:
            return None
        word = text.lower[at]
        if word in OWNERS and text.mention_at[at]:
            return at, at + 1
        if word in POSSESSIVE and at > first:
            mention = text.mention_at[at - 1]
            start = left_of_modifiers(text, mention[0], first) if mention else None
            if start is None and text.lower[at - 2] in closed("determiner"):
                start = at - 2
            return (start, at) if start is not None and is_speaker(text, start, at) else None
        if not text.is_word(at) or word in closed("preposition") | closed("determiner"):
            return None
    return None


def _end(text: Words, at: int, last: int) -> int:
    if text.lower[at] == "that":
        return next((i for i in range(at + 1, last) if text.lower[i] in STOPS and not text.quote_at[i]), last)
    return right(text, at + 1, last)
