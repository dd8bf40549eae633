"""Appositions: the name behind a title - "the mayor of Porto, Rui Costa", "the envoy, General Adeyemi"."""

from analysis.lexicons import words
from analysis.speech.small_words import DETERMINERS
from analysis.speech.speaking import head_of, is_speaker
from analysis.speech.words import Named, Words

TITLES = words("titles")
GROUPS = words("groups")


def name_behind(text: Words, comma: int, last: int) -> Named | None:
    """The person's name, with a title before it or none, right behind a comma."""
    if comma >= last or text.lower[comma] != ",":
        return None
    at = comma + 1
    while at < last and text.mention_at[at] is None and (text.lower[at] in TITLES or _is_age(text, at)):
        at += 1
    named = text.mention_at[at] if at < last else None
    if named is None or named.first != at or named.last > last or text.quote_at[at]:
        return None
    return named if named.kind == "name" and named.type in ("person", "other") else None


def _is_age(text: Words, i: int) -> bool:
    """Is it a part of "19-year-old"?"""
    return text.lower[i] in ("-", "year-old") or (text.lower[i].isdigit() and text.word(i + 2) == "year-old")


def takes_name(text: Words, start: int, end: int) -> bool:
    """Can a name follow this noun phrase in apposition: one person, not named yet?"""
    head = head_of(text, start, end)
    named = text.mention_at[head]
    if named and named.kind in ("name", "group", "pronoun"):
        return False
    if not (text.lower[start] in DETERMINERS or is_speaker(text, start, end)):
        return False
    word = text.lower[head]
    return word not in GROUPS and (word in TITLES or not text.is_capitalised(head))
