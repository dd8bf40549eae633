"""Names: the proper names of a text, each with its kind, found by capitals, order and word lists alone.

Runs of capitals are found (`runs`) and cut (`cutting`); here what is still open is settled by the company
that a name keeps: a title, an age, a given name, a verb of speech, its own fuller form elsewhere.
"""

from itertools import pairwise

from analysis.language.cutting import cut
from analysis.language.document import Name, Sentence, Token
from analysis.language.gazetteer import (
    body_heads,
    family_first,
    fold,
    given_names,
    groups,
    small,
    titles,
    without_prefix,
)
from analysis.language.inflection import finite_forms
from analysis.language.runs import find_runs
from analysis.language.titling import title_ahead, title_ending, title_starting, title_word
from analysis.lexicons import closed, words

LONGEST_EASTERN = 4  # tokens of "Nguyen Thi Thanh Hoa"
LOUD = 4  # letters of a word in capitals that are no initials
LONGEST_PERSON = 5  # tokens of "Maria José García Márquez" and one to spare


def find_names(tokens: tuple[Token, ...], sentences: tuple[Sentence, ...]) -> tuple[Name, ...]:
    """Find the names of a text, in order and without overlap."""
    found = [name for first, last in find_runs(tokens, sentences) for name in cut(tokens, first, last)]
    return _settle(tokens, found)


def _settle(tokens: tuple[Token, ...], found: list[Name]) -> tuple[Name, ...]:
    """Say of each name that is still open whether it is a person, and drop what names nobody."""
    persons = {n.text for n in found if n.kind == "person"}
    persons |= {n.text for n in found if n.kind == "other" and _looks_like_person(tokens, n)}
    persons |= {n.text for n in _beside_persons(tokens, found, persons)}
    persons |= _fuller(tokens, found)
    long_ones = [text.split() for text in persons if " " in text]
    parts = {part for text in long_ones for part in text if part[0].isupper() or "-" in part}
    parts |= {" ".join(text[i:]) for text in long_ones for i in range(1, len(text))}
    parts |= {bare for part in parts if (bare := without_prefix(part))}
    ends = {part for text in long_ones for part in (text[0], text[-1])}
    in_place = {n.text for n in found if n.kind == "place" and n.first and _in_place(tokens[n.first - 1])}
    settled = []
    for name in found:
        text, kind = name.text, name.kind
        if kind == "other":
            is_person = text in persons or text in parts or text[0].lower() + text[1:] in parts
        else:
            is_person = kind == "place" and text in ends and text not in in_place
        if is_person:
            kind = "person"
        elif kind == "other" and (text.lower() in titles() or text.lower() in groups()):
            continue
        if kind in ("person", "other") and text in words("abbreviations"):
            continue  # "Hospital | No. | 2"
        settled.append(name._replace(kind=kind) if is_person else name)
    return tuple(sorted(settled))


def _fuller(tokens: tuple[Token, ...], found: list[Name]) -> set[str]:
    """Open names that end in one which somebody bears who speaks: "Otavio Barcellos ... Barcellos said"."""
    said = finite_forms("cues", "class", "speech")
    short = set()
    for name in found:
        if name.last - name.first == 1 and name.kind in ("person", "other"):
            around = {
                tokens[name.first - 1].lower if name.first else "",
                tokens[min(name.last, len(tokens) - 1)].lower,
            }
            if name.kind == "person" or around & said:
                short.add(name.text)
    return {
        n.text
        for n in found
        if n.kind == "other"
        and 2 <= n.last - n.first <= LONGEST_PERSON
        and tokens[n.last - 1].text in short
        and not any(tokens[i].lower in body_heads() for i in range(n.first, n.last))
    }


def _in_place(before: Token) -> bool:
    """Does the token before a name tell that a place is meant ("in Paris")?"""
    return before.lower in closed("preposition of place")


def _looks_like_person(tokens: tuple[Token, ...], name: Name) -> bool:
    """Does the company of a name tell a person?"""
    parts = [t.text for t in tokens[name.first : name.last]]
    if any(p.lower() in body_heads() or p[0].isdigit() for p in parts) or len(parts) > LONGEST_PERSON:
        return False
    if title_ending(tokens, name.first):
        return True
    if len(parts) == 1:
        return False
    before = [t.lower for t in tokens[max(0, name.first - 2) : name.first] if t.text != ","]
    if before and (before[-1] == "counterpart" or before[-1] == "year-old"):
        return True
    if _is_given(parts[0]) or (len(parts) <= LONGEST_EASTERN and parts[0] in family_first()):
        return True
    if title_ahead(tokens, name.first):
        return True
    if parts[-1].rpartition("-")[2].lower() in body_heads() or any(_is_loud(p) for p in parts):
        return False  # "the Riga Sun-Times reported", "RADIO Riga said"
    said = finite_forms("cues", "class", "speech")
    if name.first and tokens[name.first - 1].lower in said:
        return True
    after = tokens[name.last : name.last + 5]
    if not after:
        return False
    return after[0].lower in said or (after[0].text == "," and _is_apposition(after[1:]))


def _is_loud(text: str) -> bool:
    """A word in capitals that is too long for initials ("JD")."""
    return len(text) >= LOUD and text.isupper() and text.isalpha()


def _is_given(text: str) -> bool:
    """A given name, also as the first half of a double one ("Jan-Pieter")."""
    bare = fold(text).rstrip(".")
    return bare in given_names() or ("-" in bare and bare.partition("-")[0] in given_names())


def _is_apposition(after: tuple[Token, ...]) -> bool:
    """What follows a comma behind a person: an age, "who", a title."""
    if len(after) > 1 and after[0].text.isdigit() and after[1].text in ",.":
        return True
    if after and after[0].lower == "who":
        return True
    at = 1 if after and after[0].lower in ("the", "a", "an", "its", "his", "her", "their") else 0
    while at < len(after) - 1 and after[at].lower in small("modifier"):
        at += 1
    size = title_starting(tuple(after), at, len(after))
    return (
        bool(size) and titles()[" ".join(title_word(t) for t in after[at : at + size])]["kind"] != "honorific"
    )


def _beside_persons(tokens: tuple[Token, ...], found: list[Name], persons: set[str]) -> list[Name]:
    """Open names of two or three tokens joined to a person by "and"."""
    beside = []
    for left, right in pairwise(found):
        if right.first - left.last == 1 and tokens[left.last].lower == "and":
            for name, other in ((left, right), (right, left)):
                if name.kind == "other" and 2 <= name.last - name.first <= 3 and other.text in persons:
                    beside.append(name)
    return beside
