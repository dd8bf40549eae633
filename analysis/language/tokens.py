"""Tokens: words, numbers and single marks of punctuation, with offsets.

Hyphened words and contractions stay whole ("people-to-people", "didn't"), a possessive is split off
("Oh" + "'s", "cities" + "'"), an abbreviation keeps its full stop ("Gov.", "U.S.").
"""

import re
from functools import cache

from analysis.language.document import Token
from analysis.lexicons import entries

LONG_DASH = "[—―]"
_LETTER = r"[\w\u0300-\u036f]"  # accents may stand by themselves
_WORD = rf"\w{_LETTER}*(?:(?:[-&]|'(?!s\b|S\b)|'(?=s\w)){_LETTER}+)*"


# Most tokens need no longer look: letters before a space, a comma or a possessive ending, that ending, marks
# that begin nothing else, and a word before its full stop that is longer than any abbreviation.
QUICK = (
    r"[A-Za-z]++(?=[ ,]){not_spaced}",
    r"[,;:?!()\"]",
    r"\.(?=[ \"]|$)",
    r"[a-z]{{{long},}}+(?=\.(?:[ \"]|$))",
    r"[A-Za-z]++(?='s[ ,])",
    r"'s(?=[ ,])",
)


@cache
def _pattern() -> re.Pattern[str]:
    dotted = sorted((e["abbreviation"] for e in entries("abbreviations")), key=lambda a: (-len(a), a))
    spaced = [re.escape(" " + rest) for _, space, rest in (a.partition(" ") for a in dotted) if space]
    not_spaced = f"(?!{'|'.join(spaced)})" if spaced else ""  # "et | al."
    quick = "|".join(QUICK).format(not_spaced=not_spaced, long=max(map(len, dotted)) + 1)
    return re.compile(rf"(?=\S)(?:{quick}|{'|'.join(_others(dotted))})")


def _others(dotted: list[str]) -> tuple[str, ...]:
    """Every kind of token, in the order in which they are tried."""
    return (
        r"(?:https?://|www\.)[^\s\"<>]+[^\s\"<>.,;:!?)]",
        r"[\w.+-]+@[\w-]+\.[\w.-]+\w",
        r"(?:[A-Z]-)?(?:[A-Za-z]\.){2,}",  # U.S., a.m., R-N.H.
        _one_of(dotted),
        r"(?<!\w)[A-Z]\.(?= [A-Z])",  # J. Smith
        r"\d+(?:[.,:/]\d+)*(?:st|nd|rd|th|s|%)?(?!\w)",
        _WORD,
        r"'[sS](?!\w)",
        r"\.\.\.+|…|--+|——+",
        r"''",
        r"\S",
    )


def _one_of(abbreviations: list[str]) -> str:
    return rf"(?<!\w)(?:{'|'.join(map(re.escape, abbreviations))})(?!\w)"


def tokenise(copy: str, blocks: tuple[tuple[int, int], ...], *, text: str | None = None) -> tuple[Token, ...]:
    """Split each paragraph of the plain copy into tokens.

    In the plain copy a dash is a hyphen; the user's own `text` tells the long ones, which join no words.

    >>> [t.text for t in tokenise("Oh's visit, in 2018.", ((0, 20),))]
    ['Oh', "'s", 'visit', ',', 'in', '2018', '.']
    >>> [t.text for t in tokenise("a plane-he left", ((0, 15),), text="a plane—he left")]
    ['a', 'plane', '-', 'he', 'left']
    """
    dashes = [m.start() for m in re.finditer(LONG_DASH, text)] if text else []
    marked = copy
    if dashes:
        ends = [at + 1 for at in dashes]
        marked = "—".join(copy[a:b] for a, b in zip([0, *ends], [*dashes, len(copy)], strict=True))
    find, new = _pattern().finditer, tuple.__new__  # what Token() does, without a call in Python for each
    spans = [m.span() for start, end in blocks for m in find(marked, start, end)]
    return tuple([new(Token, (a, b, word := copy[a:b], word.lower())) for a, b in spans])
