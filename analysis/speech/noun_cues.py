"""Noun cues: a possessor and a noun that reports - "Silva's call for calm", "their warning that fares rise".

The content follows the noun as the lexicon says: a that-clause, or a phrase behind "of", "for", "to", "on".
"""

from functools import cache

from analysis.lexicons import closed, entries
from analysis.speech.phrases import left_of_modifiers, right
from analysis.speech.small_words import DETERMINERS, OWNERS, POSSESSIVE_ENDINGS, PREPOSITIONS, STOPS
from analysis.speech.speaking import is_speaker
from analysis.speech.statement import Draft, Span
from analysis.speech.words import Words

SUREST = closed("noun cue without that")
ABOUT = closed("about")  # what stands for "on" as well
NO_ADJECTIVE = PREPOSITIONS | DETERMINERS
IN_CONTENT = frozenset(["that", "to"])  # words behind the noun that belong to what it announces


def noun_drafts(text: Words, first: int, last: int) -> list[Draft]:
    """The statements of a passage that a possessor and a noun announce."""
    found, nouns = [], _nouns()
    for i in text.found(_nouns, first + 1, last - 2):
        if not text.quote_at[i] and text.tokens[i].text[0].islower():
            draft = _draft(text, i, first, last, *nouns[text.lower[i]])
            if draft:
                found.append(draft)
    return found


@cache
def _nouns() -> dict[str, tuple[str, frozenset[str]]]:
    """The nouns and their plurals: the class, and the words with which the content can begin."""
    table: dict[str, tuple[str, frozenset[str]]] = {}
    for e in entries("noun_cues"):
        if " " not in e["noun"]:
            frames = frozenset(e["frame"].split(","))
            opens = (frames | ABOUT if "on" in frames else frames) - {""}
            table[e["noun"]] = (e["class"], opens)
            table.setdefault(e["noun"] + "s", (e["class"], opens))
    return table


def _draft(text: Words, noun: int, first: int, last: int, cls: str, opens: frozenset[str]) -> Draft | None:
    """The statement of a noun of class `cls` behind which the content opens with one of the words `opens`."""
    behind = text.lower[noun + 1]
    if behind not in opens or not (behind == "that" or text.lower[noun] in SUREST):
        return None
    owner = _owner(text, noun, first)
    end = _end(text, noun + 1, last)
    if owner is None or end - noun <= 2:
        return None
    start = noun + 1 if behind in IN_CONTENT else noun + 2
    return Draft(((start, end),), (noun, noun + 1), owner, cls, "affirmed", "noun-cue")


def _owner(text: Words, noun: int, first: int) -> Span | None:
    """The possessor before a noun, over one adjective: "Silva's (urgent) call"."""
    for at in range(noun - 1, max(first, noun - 2) - 1, -1):
        word = text.lower[at]
        if word in OWNERS and text.mention_at[at]:
            return at, at + 1
        if word in POSSESSIVE_ENDINGS and at > first:
            return _possessor(text, at, first)
        if not text.is_word(at) or word in NO_ADJECTIVE:
            return None
    return None


def _possessor(text: Words, ending: int, first: int) -> Span | None:
    """Whom a possessive ending belongs to: a name with its titles, or a determiner and a noun."""
    named = text.mention_at[ending - 1]
    if named:
        start = left_of_modifiers(text, named.first, first)
    elif text.word(ending - 2) in DETERMINERS:
        start = ending - 2
    else:
        return None
    return (start, ending) if is_speaker(text, start, ending) else None


def _end(text: Words, at: int, last: int) -> int:
    """Where the content that begins with a that, a preposition ends."""
    if text.lower[at] == "that":
        return next((i for i in range(at + 1, last) if text.lower[i] in STOPS and not text.quote_at[i]), last)
    return right(text, at + 1, last)
