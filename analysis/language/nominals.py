"""Nominals: "the mayor", "Colombia's government", "the two capitals" - common nouns that stand for somebody.

A nominal is a determiner (or a place with its possessive) and the nearest known noun; it never crosses a
preposition, so that "the value of local government" is nobody.
"""

from collections.abc import Iterator
from functools import cache
from typing import NamedTuple

from analysis.language.document import Document, Name, Token
from analysis.language.gazetteer import (
    LONGEST_TITLE,
    body_heads,
    groups,
    heads_of_short_form,
    numbers,
    small,
    titles,
)
from analysis.language.inflection import finite_forms
from analysis.language.titling import title_ahead, title_ending
from analysis.lexicons import words

OWNERS = ("place", "organisation", "other")  # "other": a place that no list has
LONGEST = 6  # tokens between determiner and head: "the two newly elected French | mayors"


class Nominal(NamedTuple):
    """A noun phrase without a name of its own; `number` is 0 where it is unknown.

    `noun` is the longest known noun at its end ("foreign ministers"), `head` its last word, `owner` the place
    or body named in it ("Colombia's", "of Riga"), `modifiers` what else stands before the noun.
    """

    start: int
    end: int
    first: int
    last: int
    determiner: str  # definite, indefinite, number, owner
    number: int
    modifiers: tuple[str, ...]
    noun: str
    head: str
    owner: Name | None


def find_nominals(document: Document) -> Iterator[Nominal]:
    """The noun phrases that can stand for a person, a body or a group, in order."""
    tokens = document.tokens
    ending = {n.last: n for n in document.names}
    starting = {n.first: n for n in document.names}
    closed = {i for n in document.names if n.kind not in ("place", "demonym") for i in range(n.first, n.last)}
    beside = _titles_of_names(document)
    behind = 0  # the end of the nominal before
    determiners = _determiners()
    for i in document.places(determiners):
        token = tokens[i]
        determiner = _determiner(token.lower)
        if token.text in ("'s", "'"):
            determiner = "owner" if i in ending and ending[i].kind in OWNERS else ""
        if not determiner or i < behind or i in closed:
            continue
        head = _head(document, i + 1, closed)
        if head is None or head in beside:
            continue
        size = _noun_size(tokens, i + 1, head + 1)
        inside = range(i + 1, head + 1 - size)
        names = [starting[k] for k in inside if k in starting]
        first, last, owner = i, head + 1, names[0] if names else None
        if determiner == "owner":
            owner = ending[i]
            first = owner.first
        elif owner is None and last + 1 < len(tokens) and tokens[last].lower == "of":
            owner = starting.get(last + 1)
            owner = owner if owner and owner.kind == "place" else None
            if owner and tokens[head].lower not in groups():
                last = owner.last
        named = {k for n in names for k in range(n.first, n.last)}
        counted = [numbers()[t.lower] for t in (token, *(tokens[k] for k in inside)) if t.lower in numbers()]
        behind = last
        yield Nominal(
            tokens[first].start,
            tokens[last - 1].end,
            first,
            last,
            determiner,
            max(counted, default=0),
            tuple(tokens[k].text for k in inside if k not in named and tokens[k].lower not in numbers()),
            " ".join(t.lower for t in tokens[head + 1 - size : head + 1]),
            tokens[head].lower,
            owner,
        )


@cache
def _determiners() -> frozenset[str]:
    return small("definite") | small("indefinite") | frozenset(numbers()) | {"'s", "'"}


def _determiner(word: str) -> str:
    if word in small("definite"):
        return "definite"
    if word in numbers():
        return "definite" if word == "both" else "number"
    return "indefinite" if word in small("indefinite") else ""


def _head(document: Document, first: int, closed: set[int]) -> int | None:
    """The token of the noun that the words from `first` lead to; None where they lead to none."""
    tokens, best = document.tokens, None
    heads, stopwords, verbs = _heads(), words("stopwords"), finite_forms("cues")
    for j in range(first, min(first + LONGEST, len(tokens))):
        token = tokens[j]
        word = token.lower
        if not token.text[0].isalnum() or j in closed:
            break
        if word in stopwords and word not in numbers():
            break
        if j > first and word in verbs and _is_verb(tokens, j):
            break
        if word in heads:
            if best is not None and j - best > 2:
                break
            best = j
        elif best is not None and (
            word in verbs or word.endswith(("ed", "s", "ing")) or token.text[0].isupper()
        ):
            break  # "the mayor met officials"
    return best


def _is_verb(tokens: tuple[Token, ...], j: int) -> bool:
    """Is a noun that has the form of a verb of speech one here: "the agreement | states that"?"""
    after = tokens[j + 1].lower if j + 1 < len(tokens) else ""
    before = tokens[j - 1]
    counted = before.lower in numbers() or before.text[0].isupper()
    return not counted and after in ("that", ":", ",", '"')


def _noun_size(tokens: tuple[Token, ...], first: int, last: int) -> int:
    """The length of the longest known noun that these tokens end with."""
    for size in range(min(LONGEST_TITLE, last - first), 1, -1):
        text = " ".join(t.lower for t in tokens[last - size : last])
        if text in titles() or text in groups() or text in heads_of_short_form() or text in body_heads():
            return size
    return 1


def _titles_of_names(document: Document) -> set[int]:
    """The tokens of titles that stand right before a person's name, or in apposition before it."""
    found: set[int] = set()
    for name in document.names:
        if name.kind == "person":
            size = title_ending(document.tokens, name.first)
            found |= set(range(name.first - size, name.first))
            ahead = title_ahead(document.tokens, name.first)
            found |= set(range(*ahead)) if ahead else set()
    return found


@cache
def _heads() -> frozenset[str]:
    phrases = {*titles(), *body_heads(), *heads_of_short_form(), *groups()}
    return frozenset(phrase.split()[-1] for phrase in phrases)
