"""Nominals: "the mayor", "the city government", "the two capitals" - common nouns that stand for somebody known.

A title is resolved only when exactly one person of the article holds it; a body by its head word or its usual
short forms; a group by its noun and its number, to the members the article has named before.
"""

from collections.abc import Iterator
from functools import cache
from typing import NamedTuple

from analysis.language.document import Document, Name
from analysis.language.referents import Mention, Referent
from analysis.lexicons import entries, words

NUMBERS = {"two": 2, "both": 2, "three": 3, "four": 4, "five": 5, "six": 6, "seven": 7}
DETERMINERS = frozenset(["the", "both", "these", "those", "all", "two", "three", "four", "five", "six", "seven"])


class Nominal(NamedTuple):
    """A determiner and a common noun: its offsets, number (0 unknown), modifiers and head."""

    start: int
    end: int
    number: int
    modifiers: tuple[str, ...]
    head: str
    first: int
    last: int


def find_nominals(document: Document) -> Iterator[Nominal]:
    """The noun phrases that can stand for a person, a body or a group: "the", at most three words, a known noun."""
    tokens, heads = document.tokens, _heads()
    in_name = {i for n in document.names for i in range(n.first, n.last) if n.kind in ("person", "organisation", "event")}
    for i, token in enumerate(tokens):
        possessive = token.text == "'s"
        if not (token.lower in DETERMINERS or possessive) or (i and tokens[i - 1].lower in DETERMINERS):
            continue
        best = None
        for j in range(i + 1, min(i + 6, len(tokens))):
            if tokens[j].text in ",.;:-\"'()" or j in in_name:
                break
            if tokens[j].lower in heads and tokens[j].text != "'s":
                best = j
        if best is None:
            continue
        inner = [t.lower for t in tokens[i + 1 : best]]
        numbers = [NUMBERS[w] for w in [token.lower, *inner] if w in NUMBERS]
        modifiers = tuple(t.text for t in tokens[i + 1 : best] if t.lower not in NUMBERS)
        first = i
        if possessive:
            owner = next((n for n in document.names if n.last == i), None)
            if owner is None or owner.kind not in ("place", "organisation"):
                continue
            first, modifiers = owner.first, (owner.text, *modifiers)
        yield Nominal(tokens[first].start, tokens[best].end, max(numbers, default=0), modifiers, tokens[best].lower, first, best + 1)


@cache
def _heads() -> frozenset[str]:
    singles = {t.split()[-1] for t in words("titles")}
    shorts = {s.split()[-1] for e in entries("organisations") for s in e["also"].split(";") if s.strip()}
    groups = {e["noun"] for e in entries("groups")}
    return frozenset(singles | words("organisations") | shorts | groups)


@cache
def _groups() -> dict[str, tuple[str, str]]:
    return {e["noun"]: (e["member"], e["kind"]) for e in entries("groups")}


@cache
def _kind_of_head() -> dict[str, str]:
    return {e["head"]: e["kind"] for e in entries("organisations")}


@cache
def _short_forms() -> dict[str, tuple[str, ...]]:
    """For each short form of a body ("the city government") the head words it can stand for."""
    table: dict[str, list[str]] = {}
    for entry in entries("organisations"):
        for short in entry["also"].split(";"):
            if short.strip():
                table.setdefault(short.strip(), []).append(entry["head"])
    return {short: tuple(heads) for short, heads in table.items()}


def resolve_nominal(nominal: Nominal, document: Document, before: list[Mention]) -> Mention | None:
    """Whom a nominal stands for, given the mentions before it; None where that is not certain."""
    if nominal.head in _groups():
        return _group(nominal, document, before)
    phrase = " ".join([*(m.lower() for m in nominal.modifiers), nominal.head])
    by_title = _by_title(nominal, phrase, before)
    if by_title:
        return Mention(nominal.start, nominal.end, "title", by_title)
    body = _by_head(nominal, phrase, before)
    return Mention(nominal.start, nominal.end, "metonym", body) if body else None


def _by_title(nominal: Nominal, phrase: str, before: list[Mention]) -> Referent | None:
    """The only living holder of a title; a place before it ("the Porto mayor") picks among several."""
    people = {m.referent.name: m.referent for m in before if m.referent.type == "person"}
    title = next((" ".join(phrase.split()[i:]) for i in range(len(phrase.split())) if " ".join(phrase.split()[i:]) in words("titles")), None)
    if title is None:
        return None
    holders = [p for p in people.values() if any(r == title or r.endswith(" " + title) for r in p.roles)]
    if len(holders) > 1 and len(nominal.modifiers) > 0:
        place = nominal.modifiers[0]
        holders = [p for p in holders if p.side and (p.side == place or place.startswith(p.side[:4]))]
    return holders[0] if len(holders) == 1 else None


def _by_head(nominal: Nominal, phrase: str, before: list[Mention]) -> Referent | None:
    """The body last named whose head word the phrase takes up, or whose usual short form it is."""
    bodies = [m.referent for m in reversed(before) if m.referent.type == "organisation"]
    heads = {nominal.head, *_short_forms().get("the " + phrase, ()), *_short_forms().get(phrase, ())}
    places = [m for m in nominal.modifiers if m[0].isupper()]
    fitting = [b for b in bodies if heads & {w.lower() for w in b.name.split()}]
    if places:
        fitting = [b for b in fitting if places[0] in b.name or b.side == places[0]]
    return fitting[0] if fitting else None


def _group(nominal: Nominal, document: Document, before: list[Mention]) -> Mention:
    """A group with the members that the article has named: persons by their office, places by their kind."""
    member, kind = _groups()[nominal.head]
    named = _named_behind(nominal, document)
    if named:
        end, members = named
        return _mention(nominal, document, members, end)
    distinct: dict[str, Referent] = {}
    for mention in reversed(before):
        if _fits(mention.referent, member, kind):
            distinct.setdefault(mention.referent.name, mention.referent)
    newest = list(distinct)
    wanted = nominal.number or len(newest)
    members = tuple(sorted(newest[:wanted], key=_first_mention(before))) if 2 <= wanted <= len(newest) else ()
    return _mention(nominal, document, members, nominal.end)


def _first_mention(before: list[Mention]):
    order: dict[str, int] = {}
    for mention in before:
        order.setdefault(mention.referent.name, mention.start)
    return order.__getitem__


def _mention(nominal: Nominal, document: Document, members: tuple[str, ...], end: int) -> Mention:
    text = document.plain[nominal.start : end]
    name = text[0].lower() + text[1:]
    return Mention(nominal.start, end, "group", Referent(name, "group", members=members))


def _named_behind(nominal: Nominal, document: Document) -> tuple[int, tuple[str, ...]] | None:
    """"the capitals of Korea, China and Japan": the members named right behind."""
    tokens, at = document.tokens, nominal.last
    if at >= len(tokens) or tokens[at].lower not in ("of", "from"):
        return None
    starts: dict[int, Name] = {n.first: n for n in document.names}
    members: list[Name] = []
    at += 1
    while at < len(tokens):
        at += tokens[at].lower == "the"
        name = starts.get(at)
        if name is None:
            break
        members.append(name)
        at = name.last
        joined = False
        while at < len(tokens) and (tokens[at].text == "," or tokens[at].lower == "and"):
            at, joined = at + 1, True
        if not joined:
            break
    if len(members) < 2:
        return None
    return members[-1].end, tuple(m.text for m in members)


CITY_NOUNS = frozenset(["city", "capital", "town", "municipality", "port", "metropolis"])


@cache
def _place_kinds() -> dict[str, str]:
    return {e["name"]: e["kind"] for e in entries("places")}


def _fits(referent: Referent, member: str, kind: str) -> bool:
    if kind == "person" or (kind == "any" and referent.type == "person"):
        same = any(r == member or r.endswith(" " + member) for r in referent.roles)
        return referent.type == "person" and (same or member in ("leader", "official", "side", "party", "counterpart"))
    if referent.type == "place":
        place = _place_kinds().get(referent.name, "city")
        if member in CITY_NOUNS:
            return place in ("city", "capital")
        return kind in ("place", "any") and place == "country" if member in ("country", "nation", "state", "neighbour", "neighbor", "side") else False
    return kind == "organisation" and referent.type == "organisation" and member in referent.name.lower().split()
