"""Gazetteer: what is known of a word before the article is read - places, bodies, titles, names, small words.

Every look-up is a dictionary made once from the lexicons.
"""

import unicodedata
from functools import cache
from typing import NamedTuple

from analysis.language.tokens import tokenise
from analysis.lexicons import entries, words

LONGEST_TITLE = 4  # tokens of "national security adviser" and one to spare


class Known(NamedTuple):
    """A name known beforehand: its tokens and its kind ("place" or "organisation")."""

    tokens: tuple[str, ...]
    kind: str


@cache
def small(kind: str) -> frozenset[str]:
    """The function words of one kind.

    >>> "bin" in small("particle")
    True
    """
    found = frozenset(e["word"] for e in entries("function_words") if e["kind"] == kind)
    assert found, f"function_words.tsv has no kind {kind!r}"
    return found


@cache
def numbers() -> dict[str, int]:
    """The numbers in words ("both" is two)."""
    return {e["word"]: int(e["value"]) for e in entries("function_words") if e["kind"] == "number"}


@cache
def known() -> dict[str, str]:
    """The kind of every known name, by its text; places come before bodies of the same name."""
    found: dict[str, str] = {}
    for entry in entries("organisation_names"):
        for text in (entry["name"], *_listed(entry["acronym"])):
            found[text] = "organisation"
    return found | dict.fromkeys(words("places"), "place")


@cache
def known_phrases() -> dict[str, tuple[Known, ...]]:
    """The known names of several tokens by their first token, the longest first."""
    table: dict[str, list[Known]] = {}
    for text, kind in known().items():
        tokens = tuple(t.text for t in tokenise(text, ((0, len(text)),)))
        if len(tokens) > 1:
            table.setdefault(tokens[0], []).append(Known(tokens, kind))
    return {first: tuple(sorted(found, key=lambda k: (-len(k.tokens), k))) for first, found in table.items()}


@cache
def full_of_acronym() -> dict[str, tuple[str, ...]]:
    """The bodies that an acronym may stand for."""
    table: dict[str, tuple[str, ...]] = {}
    for entry in entries("organisation_names"):
        for acronym in _listed(entry["acronym"]):
            table[acronym] = (*table.get(acronym, ()), entry["name"])
    return table


@cache
def place_kind() -> dict[str, str]:
    """The kind of a place: country, capital, city or region."""
    return {e["name"]: e["kind"] for e in entries("places")}


@cache
def country_names() -> dict[str, str]:
    """The usual name of a country by each of its names: "U.S." -> "United States"."""
    return {e["name"]: e["country"] for e in entries("places") if e["kind"] == "country"}


@cache
def place_of_demonym() -> dict[str, str]:
    """The place that a demonym speaks of: "Kenyan" -> "Kenya", "American" -> "United States"."""
    found: dict[str, str] = {}
    for country_first in (True, False):
        for entry in entries("places"):
            if (entry["kind"] == "country") is country_first:
                for demonym in _listed(entry["demonym"]):
                    found.setdefault(demonym, (entry["country"] if country_first else "") or entry["name"])
    return found


@cache
def is_people(text: str) -> bool:
    """Is it the adjective or name of a people or creed ("Kenyan", "Kenyans", "Muslim")? It names nobody."""
    for form in (text, text.removesuffix("s")):
        if form in place_of_demonym() or form.lower() in small("adherent"):
            return text not in known()
    return False


@cache
def titles() -> dict[str, dict[str, str]]:
    """The titles by their text in lower case."""
    return {e["title"]: dict(e) for e in entries("titles")}


@cache
def gender_of_given() -> dict[str, str]:
    """The gender that a given name usually goes with, by the name without its accents."""
    return {fold(e["name"]): e["gender"] for e in entries("given_names") if e["gender"] in ("f", "m")}


@cache
def given_names() -> frozenset[str]:
    """The given names and nicknames without their accents."""
    return frozenset(fold(name) for name in words("given_names") | words("nicknames"))


@cache
def family_first() -> frozenset[str]:
    """The family names that usually stand before the given name."""
    return frozenset(e["name"] for e in entries("family_names") if e["first"].split(";")[0] == "yes")


@cache
def groups() -> dict[str, tuple[str, str]]:
    """The nouns of groups: their member and its kind ("mayors": "mayor", "person")."""
    return {e["noun"]: (e["member"], e["kind"]) for e in entries("groups")}


@cache
def body_heads() -> dict[str, str]:
    """The head words that make a run of capitals a body, with their kind."""
    return {e["head"]: e["kind"] for e in entries("organisations")}


@cache
def heads_of_short_form() -> dict[str, tuple[str, ...]]:
    """For each short form of a body, without "the" ("city government"), the head words it can stand for."""
    table: dict[str, tuple[str, ...]] = {}
    for entry in entries("organisations"):
        for short in _listed(entry["also"]):
            short = short.removeprefix("the ")
            table[short] = (*table.get(short, ()), entry["head"])
    return table


def fold(text: str) -> str:
    """A name without its accents.

    >>> fold("Öztürk")
    'Ozturk'
    """
    if text.isascii():
        return text
    return "".join(c for c in unicodedata.normalize("NFD", text) if not unicodedata.combining(c))


def without_prefix(text: str) -> str:
    """A name without the small prefix before its hyphen or apostrophe; empty where it has none.

    >>> without_prefix("al-Masri"), without_prefix("Al-Masri"), without_prefix("anti-British")
    ('Masri', 'Masri', '')
    """
    if "-" not in text and "'" not in text:
        return ""
    prefix, _, rest = text.replace("'", "-").partition("-")
    return rest if rest and rest[0].isupper() and prefix.lower() in small("prefix") else ""


def _listed(field: str) -> list[str]:
    return [part.strip() for part in field.split(";") if part.strip()]
