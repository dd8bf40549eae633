"""Themes: which areas of cooperation the words of a text name, where, and in which part they stand.

Terms are matched over tokens, the longest first over all areas; an exclusion phrase of an area wins over the
terms of this area that it covers. Words inside a proper name ("Seoul Metropolitan Government") do not count:
they are the role *name-only*. What counts for a sentence is decided in `acts`; this module only matches.
"""

from collections.abc import Collection, Iterator, Sequence
from functools import cache, lru_cache
from typing import NamedTuple

from analysis.cooperation.taxonomy import Area, Taxonomy
from analysis.language.document import Token
from analysis.lexicons import closed

OBJECT, AIM, OBSTACLE, NAME_ONLY = "object", "aim", "obstacle", "name-only"
ROLES = (OBJECT, AIM, OBSTACLE, NAME_ONLY)  # from the strongest to the weakest; only the first two count
COUNTED = (OBJECT, AIM)

LISTING = closed("list link")
LIST_OPENERS = closed("list opener")
LIST_CLOSERS = closed("list closer")
LIST_REACH = 8  # tokens in which the head of a list is looked for, on either side


class Theme(NamedTuple):
    """An area in one act, with the part that it plays there: object, aim, obstacle or name-only."""

    theme: str
    role: str


class Match(NamedTuple):
    """A term found in the tokens [first, last); `kind` is the word list of the area from which it comes."""

    first: int
    last: int
    area: str
    kind: str


class _Term(NamedTuple):
    words: tuple[str, ...]
    area: str
    kind: str


class Matcher:
    """The terms of a taxonomy, compiled once: a look-up from a word to the terms that can begin with it."""

    def __init__(self, taxonomy: Taxonomy) -> None:
        self.areas = taxonomy.areas
        exact: dict[str, list[_Term]] = {}
        stems: dict[str, list[_Term]] = {}
        for area in taxonomy.areas.values():
            for term in _terms(area):
                first = term.words[0]
                (stems if first.endswith("*") else exact).setdefault(first.rstrip("*"), []).append(term)
        lengths = sorted({len(stem) for stem in stems})

        @lru_cache(maxsize=1 << 16)
        def starting(word: str) -> tuple[_Term, ...]:
            found = list(exact.get(word, ()))
            for n in lengths:
                if n > len(word):
                    break
                found += stems.get(word[:n], ())
            return tuple(sorted(found, key=lambda t: -len(t.words)))

        self._starting = starting

    def match(
        self, tokens: Sequence[Token], first: int, last: int, names: Collection[int] = ()
    ) -> tuple[Match, ...]:
        """Every area named in the tokens [first, last), in order; `names` are tokens of proper names."""
        hits = [m for i in range(first, last) for m in self._at(tokens, i, last)]
        if not hits:
            return ()
        blocked: dict[str, list[Match]] = {}
        for hit in hits:
            if hit.kind == "not":
                blocked.setdefault(hit.area, []).append(hit)
        found: list[Match] = []
        for hit in hits:
            if hit.kind == "not" or any(_covers(b, hit) for b in blocked.get(hit.area, ())):
                continue
            masked = any(i in names for i in range(hit.first, hit.last))
            if hit.kind in ("terms", "names") and masked:
                found.append(hit._replace(kind="names"))
            elif hit.kind not in ("names", "terms", "coordinated") and masked and hit.kind != "obstacles":
                continue
            elif hit.kind != "names":
                found.append(hit)
        longest = [m for m in found if not any(_longer(other, m) for other in found)]
        return tuple(
            m for m in longest if m.kind != "coordinated" or _in_list(tokens, m, longest, first, last)
        )

    def _at(self, tokens: Sequence[Token], i: int, last: int) -> Iterator[Match]:
        """For each area and kind, the longest term that begins with token `i`."""
        seen: set[tuple[str, str]] = set()
        for term in self._starting(tokens[i].lower):
            n = len(term.words)
            if i + n > last or (term.area, term.kind) in seen:
                continue
            if all(_fits(term.words[k], tokens[i + k].lower) for k in range(1, n)):
                seen.add((term.area, term.kind))
                yield Match(i, i + n, term.area, term.kind)


@cache
def matcher(taxonomy: Taxonomy) -> Matcher:
    """The compiled terms of a taxonomy; the same object for the same taxonomy."""
    return Matcher(taxonomy)


def _terms(area: Area) -> Iterator[_Term]:
    lists = {
        "terms": area.terms,
        "not": area.exclusions,
        "coordinated": area.coordinated,
        "obstacles": area.obstacles,
        "names": area.names,
        "fallback": area.fallback,
    }
    for kind, terms in lists.items():
        for term in terms:
            yield _Term(tuple(term.replace("'s ", " 's ").replace("s' ", "s ' ").split()), area.id, kind)


def _fits(word: str, lower: str) -> bool:
    return lower.startswith(word[:-1]) if word.endswith("*") else lower == word


def _covers(outer: Match, inner: Match) -> bool:
    return (
        outer.first < inner.last
        and inner.first < outer.last
        and outer.last - outer.first >= inner.last - inner.first
    )


def _longer(other: Match, match: Match) -> bool:
    """Does `other` contain `match` and more? (Names and fall-back words take nothing away from a term.)"""
    if other.kind in ("names", "fallback") and match.kind != other.kind:
        return False
    return (
        other.first <= match.first
        and match.last <= other.last
        and other.last - other.first > match.last - match.first
    )


def _in_list(tokens: Sequence[Token], match: Match, found: Sequence[Match], first: int, last: int) -> bool:
    """Does a word such as "people" stand in a list with a term of another area ("in culture and people")?"""
    others = {i for m in found if m.area != match.area and m.kind == "terms" for i in range(m.first, m.last)}
    left = match.first - 1
    while left >= first and tokens[left].lower in LISTING:
        left -= 1
    right = match.last
    while right < last and tokens[right].lower in LISTING:
        right += 1
    before = left in others and left < match.first - 1
    after = right in others and right > match.last
    if not (before or after):
        return False
    opening = any(
        tokens[i].lower in LIST_OPENERS for i in range(max(first, match.first - LIST_REACH), match.first)
    )
    closing = any(
        tokens[i].lower in LIST_CLOSERS for i in range(match.last, min(last, match.last + LIST_REACH))
    )
    return opening or closing
