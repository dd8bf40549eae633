"""What the tone lexicons know of each word and phrase, joined into one table to be looked up token by token.

For the tone of a term the first file that has one decides: register.tsv, shifters.tsv, neutral.tsv,
stakes.tsv, then VADER's list. A term may have several duties at once: "fail to" has a tone and negates
what follows, "suspend" is a setback by itself and decides about the noun that it governs.
"""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from functools import cache
from types import MappingProxyType
from typing import NamedTuple

from analysis.language.inflection import inflect
from analysis.lexicons import entries
from analysis.paths import LEXICONS
from analysis.sentiment.patterns import Pattern, compile_term, size

# Marks at which a clause ends, for negation and hedges alike.
PUNCTUATION = frozenset(",;:()-") | {'"'}


@dataclass(slots=True)
class Entry:
    """What one term does: its own tone, and what it does to others."""

    value: float | None = None  # -4 to 4, as in VADER; None: not decided yet
    rule: str = ""  # where the value is from: register, phrase, vader, topic, misfit
    shift: str = ""  # kind of shifter (shifters.tsv), or "mark" for punctuation
    factor: float = 1.0
    stake: str = ""  # ill, bond or event (stakes.tsv)
    ease: Mapping[str, float] | None = None  # tone with the noun governed, by its kind (easing.tsv)
    back: bool = False  # may the noun stand before it
    idle: bool = False  # it does nothing at all, but keeps other terms from reading these words


Phrases = tuple[tuple[Pattern, Entry], ...]


class Word(NamedTuple):
    """All terms that begin with one word: by itself, and phrases, longest first.

    `seconds` has the phrases by the word that follows, `gaps` those that go on with a gap, which anything may
    follow; `alone` says that something may begin here whatever follows.
    """

    single: Entry | None = None
    alone: bool = False
    phrases: Phrases = ()
    seconds: Mapping[str, Phrases] = MappingProxyType({})
    gaps: Phrases = ()


@cache
def vader_text() -> str:
    """VADER's lexicon as its authors published it (MIT; the notice stands beside the file)."""
    return (LEXICONS / "vader_lexicon.txt").read_text("utf-8").strip("\r\n")


@cache
def table() -> Mapping[str, Word]:
    """Every first word of the lexicons with what can begin there."""
    terms: dict[Pattern, Entry] = {}
    singles: dict[str, Entry] = {mark: Entry(value=0.0, shift="mark") for mark in PUNCTUATION}
    for pattern, change in _terms():
        targets = [(singles, w) for w in pattern[0]] if len(pattern) == 1 else [(terms, pattern)]
        for store, key in targets:
            _join(store.setdefault(key, Entry()), change)
    for line in vader_text().splitlines():
        term, value, _ = line.split("\t", 2)
        if term.replace("-", "").isalpha() and len(term) > 2:  # no emoticons, no "b4"
            _join(singles.setdefault(term, Entry()), {"value": float(value), "rule": "vader"})
    for term in [t for t, entry in singles.items() if entry.rule == "vader" and len(t) > 3]:
        for form in inflect(term):  # "thanked" where the list has "thank" only
            singles.setdefault(form, singles[term])
    for pattern, entry in terms.items():
        entry.stake = entry.stake or _stake(pattern, entry.value or 0.0, singles)
    for entry in (*singles.values(), *terms.values()):
        entry.idle = not (entry.value or entry.shift or entry.stake or entry.ease or entry.rule == "office")
    phrases: dict[str, list[tuple[Pattern, Entry]]] = {}
    for pattern, entry in sorted(terms.items(), key=lambda item: -size(item[0])):
        for first in pattern[0]:
            phrases.setdefault(first, []).append((pattern, entry))
    words = {term: Word(entry, not entry.idle) for term, entry in singles.items() if term not in phrases}
    for first, found in phrases.items():
        words[first] = _word(singles.get(first), tuple(found))
    return words


def _word(single: Entry | None, phrases: Phrases) -> Word:
    gaps = tuple(one for one in phrases if not one[0][1])
    seconds = {
        after: tuple(one for one in phrases if not one[0][1] or after in one[0][1])
        for after in sorted(set().union(*(pattern[1] for pattern, _ in phrases)))
    }
    alone = bool(gaps) or (single is not None and not single.idle)
    return Word(single, alone, phrases, seconds, gaps)


@cache
def openers() -> Mapping[str, frozenset[str] | None]:
    """The words at which something with a tone can begin: with None by itself, else before one of these.

    A text in which nothing can begin has no tone, and need not be looked at any closer.
    """
    found: dict[str, frozenset[str] | None] = {}
    for first, word in table().items():
        phrases = [pattern for pattern, entry in word.phrases if entry.value or entry.ease]
        if (word.single and (word.single.value or word.single.ease)) or any(not p[1] for p in phrases):
            found[first] = None
        elif phrases:
            found[first] = frozenset().union(*(pattern[1] for pattern in phrases))
    return found


@cache
def negators() -> frozenset[str]:
    """The single words that negate plainly (not, never, without): what `@negator` stands for."""
    return frozenset(
        word
        for row in entries("shifters")
        if row["kind"] == "negator" and " " not in row["term"] and float(row["factor"]) < -0.7
        for word in compile_term(row["term"])[0]
    )


def _terms() -> Iterator[tuple[Pattern, dict]]:
    plain = negators()
    for row in entries("register"):
        pattern = compile_term(row["term"], plain)
        yield pattern, {"value": float(row["value"]), "rule": "phrase" if len(pattern) > 1 else "register"}
    for row in entries("shifters"):
        yield (
            compile_term(row["term"], plain),
            {"shift": row["kind"], "factor": float(row["factor"] or 1)}
            | {"value": float(row["value"] or 0), "rule": "register"},
        )
    for row in entries("neutral"):
        yield compile_term(row["term"]), {"value": 0.0, "rule": row["kind"]}
    for row in entries("stakes"):
        value = {"value": float(row["value"]), "rule": "register"} if row["value"] else {}
        yield compile_term(row["term"]), {"stake": row["kind"], **value}
    for row in entries("news"):
        yield compile_term(row["term"]), {"value": float(row["value"]), "rule": "news"}
    for row in entries("easing"):
        tones = {kind: float(row[kind]) for kind in ("ill", "bond", "event") if row[kind]}
        yield compile_term(row["term"]), {"ease": tones, "back": row["back"] == "y"}


def _stake(pattern: Pattern, value: float, singles: Mapping[str, Entry]) -> str:
    """The kind of noun that a phrase is, by its last noun: "grave concern" is ill as "concern" is.

    Only where the tone agrees: an "exchange of fire" is no bond.
    """
    for words in reversed(pattern):
        kinds = {singles[word].stake for word in words if word in singles}
        if len(kinds) == 1 and (kind := kinds.pop()):
            return kind if (kind == "ill") == (value < 0) and value else ""
    return ""


def _join(entry: Entry, change: Mapping) -> None:
    """Add what another file says about the same term; a tone that stands is kept."""
    if "value" in change and entry.value is None:
        entry.value, entry.rule = change["value"], change["rule"]
    if change.get("ease") and entry.ease:
        entry.ease = {**change["ease"], **entry.ease}
        entry.back = entry.back or change["back"]
        return
    for name in ("shift", "factor", "stake", "ease", "back"):
        if change.get(name):
            setattr(entry, name, change[name])
