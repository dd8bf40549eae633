"""Sides: for which city and which country the parties of an act stand.

A name that is a place stands for itself; a body for the place in its name ("Porto City Council") or for
that of the demonym ("the Turkish trade ministry"); a person for the side that the article gives. Cities
have their country from `lexicons/places.tsv`, so that cities and countries can be counted apart.
"""

import re
from collections.abc import Mapping
from functools import cache
from typing import NamedTuple

from analysis.lexicons import entries

CITIES = ("capital", "city")
_WORD = re.compile(r"(?:[A-Z]\.){2,}|[^\W_]+(?:[-'’][^\W_]+)*")
LONGEST = 4  # words of a place's name


class Side(NamedTuple):
    """A city with its country, or a country alone; None for what is not known."""

    city: str | None = None
    country: str | None = None

    @property
    def name(self) -> str | None:
        """What a reader would call the side: the city, else the country."""
        return self.city or self.country


@cache
def _places() -> Mapping[str, tuple[str, str]]:
    """From each name and demonym to its kind and country (for a demonym, that of its country)."""
    found: dict[str, tuple[str, str]] = {}
    for entry in entries("places"):
        found.setdefault(entry["name"].lower(), (entry["kind"], entry["country"]))
    for entry in entries("places"):
        if entry["kind"] == "country":
            for demonym in filter(None, entry["demonym"].split(";")):
                found.setdefault(demonym.lower(), ("country", entry["country"]))
    return found


def side(name: str, given: str | None = None) -> Side:
    """The side of a party by its name; `given` is the side that the article says it stands for.

    >>> side("Porto"), side("Turkish trade ministry").country, side("Ana Ruiz", "Quito").country
    (Side(city='Porto', country='Portugal'), 'Turkey', 'Ecuador')
    """
    for text in (name, given):
        found = _named(text) if text else None
        if found:
            return found
    return Side(given) if given else Side()


def _named(text: str) -> Side | None:
    """The first place in a name, the longest name first."""
    words = _WORD.findall(text)
    for length in range(min(LONGEST, len(words)), 0, -1):
        for i in range(len(words) - length + 1):
            part = " ".join(words[i : i + length])
            known = _places().get(part.lower())
            if known and part[0].isupper():
                kind, country = known
                if kind in CITIES:
                    return Side(part, country)
                if kind == "country":
                    return Side(None, country)
    return None
