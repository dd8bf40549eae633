"""Folder names for articles: safe on every file system, unlike the names that files come with."""

import re
import unicodedata
from collections.abc import Iterable

LONGEST = 80  # characters, so that a path stays below the 255 of the strictest file systems
DEVICES = frozenset({"con", "prn", "aux", "nul", *(f"{d}{n}" for d in ("com", "lpt") for n in range(1, 10))})


def folder_name(id: str) -> str:
    """A folder's name for the article `id`: letters and digits of any script, "_", "-" and inner dots.

    Everything else (spaces, braces, slashes) becomes one hyphen; a name that Windows keeps for a device gets
    an underscore behind it.

    >>> folder_name("Seoul {draft} 2.1 / final")
    'Seoul-draft-2.1-final'
    """
    name = re.sub(r"[^\w.-]+", "-", unicodedata.normalize("NFC", id))
    name = re.sub(r"-{2,}", "-", name)[:LONGEST].strip("-.")
    if name.split(".")[0].lower() in DEVICES:
        name += "_"
    return name or "article"


def folder_names(ids: Iterable[str]) -> list[str]:
    """A folder's name for each article, no two alike, also where capitals do not count: a, A-2, a-3."""
    taken: set[str] = set()
    names = []
    for id in ids:
        name = first = folder_name(id)
        number = 1
        while name.casefold() in taken:
            number += 1
            name = f"{first}-{number}"
        taken.add(name.casefold())
        names.append(name)
    return names
