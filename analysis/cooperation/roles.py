"""Roles: where in a clause a theme is the object of the act, its aim, or only an obstacle to it.

"Agreed to expand exchanges [object] to address traffic [aim] despite the pandemic [obstacle]."
"""

from collections.abc import Mapping, Sequence
from functools import cache

from analysis.cooperation.cues import DETERMINERS, PREPOSITIONS, verb_forms
from analysis.cooperation.themes import AIM, NAME_ONLY, OBJECT, OBSTACLE, ROLES, Match, Theme
from analysis.language.document import Token
from analysis.lexicons import entries

ENDS_A_ZONE = frozenset([",", ";", ":"])
ADVERBS_BETWEEN = 3  # "to", perhaps two adverbs, and the cue's own verb
LISTED = frozenset(["and", "or"])


def zones(tokens: Sequence[Token], indexes: Sequence[int], verb: int, governs: bool) -> dict[int, str]:
    """The role of each token of a clause whose cue stands at `verb`; what is not in it is the object.

    `governs`: the verb takes "to" + verb as its complement ("agreed to expand"), which is then no aim.
    """
    roles: dict[int, str] = {}
    role = OBJECT
    complement = governs  # the first "to" after the governing verb opens its complement
    skip = -1
    for n, i in enumerate(indexes):
        word = tokens[i].lower
        if word in ENDS_A_ZONE and role != OBJECT and not _goes_on(tokens, indexes, n):
            role = OBJECT
        marker = _marker(tokens, i, indexes[-1] + 1)
        if i > skip and marker and not _is_due_to(tokens, i, marker, indexes):
            found, length = marker
            if found in (AIM, OBSTACLE, OBJECT):
                role, skip = found, i + length - 1
        elif word == "to" and i > skip and role != OBSTACLE and _verb_after(tokens, i, indexes):
            if i > verb and complement:
                complement = False
            elif governs and _before(tokens, indexes, n) in LISTED:
                pass  # "agreed to hold a race and to build a bridge": one more complement
            elif not i < verb <= i + ADVERBS_BETWEEN and _before(tokens, indexes, n) not in _complements():
                role = AIM
        elif (
            word == "for"
            and role == OBJECT
            and i > verb + 1
            and not governs
            and n > 0
            and tokens[i - 1].lower not in verb_forms()
        ):
            role = AIM
        if role != OBJECT:
            roles[i] = role
    return roles


def _is_due_to(tokens: Sequence[Token], i: int, marker: tuple[str, int], indexes: Sequence[int]) -> bool:
    """Is an obstacle's "to" that of an infinitive after all ("due to resume")?"""
    end = i + marker[1] - 1
    return marker[0] == OBSTACLE and tokens[end].lower == "to" and _verb_after(tokens, end, indexes)


def _goes_on(tokens: Sequence[Token], indexes: Sequence[int], n: int) -> bool:
    """Does a list go on after this comma ("due to costs, delays and the pandemic")?"""
    for i in indexes[n + 1 : n + 6]:
        if tokens[i].lower in ENDS_A_ZONE or tokens[i].lower in verb_forms():
            return False
        if tokens[i].lower in LISTED:
            return True
    return False


def _before(tokens: Sequence[Token], indexes: Sequence[int], n: int) -> str:
    return tokens[indexes[n - 1]].lower if n else ""


def _verb_after(tokens: Sequence[Token], i: int, indexes: Sequence[int]) -> bool:
    """Is "to" at token `i` that of an infinitive?"""
    j = i + 1
    while j < len(tokens) and j <= indexes[-1] and tokens[j].lower.endswith("ly"):
        j += 1
    if j >= len(tokens) or j > indexes[-1]:
        return False
    word = tokens[j].lower
    return (
        word in verb_forms()
        and word not in DETERMINERS
        and word not in PREPOSITIONS
        and tokens[j].text.islower()
    )


@cache
def _markers() -> Mapping[str, tuple[tuple[tuple[str, ...], str], ...]]:
    index: dict[str, list[tuple[tuple[str, ...], str]]] = {}
    for entry in entries("role_markers"):
        if entry["role"] != "complement":
            words = tuple(entry["phrase"].split())
            index.setdefault(words[0], []).append((words, entry["role"]))
    return {word: tuple(sorted(found, key=lambda f: -len(f[0]))) for word, found in index.items()}


@cache
def _complements() -> frozenset[str]:
    return frozenset(e["phrase"] for e in entries("role_markers") if e["role"] == "complement")


def _marker(tokens: Sequence[Token], i: int, last: int) -> tuple[str, int] | None:
    for words, role in _markers().get(tokens[i].lower, ()):
        if i + len(words) <= last and all(tokens[i + k].lower == words[k] for k in range(1, len(words))):
            return role, len(words)
    return None


def roles_of(matches: Sequence[Match], places: Mapping[int, str]) -> tuple[Theme, ...]:
    """The themes of a clause, each once with its strongest role, in the order of their first words."""
    best: dict[str, str] = {}
    for match in matches:
        if match.kind == "names":
            role = NAME_ONLY
        elif match.kind == "obstacles":
            role = OBSTACLE
        else:
            role = places.get(match.first, OBJECT)
        if match.area not in best or ROLES.index(role) < ROLES.index(best[match.area]):
            best[match.area] = role
    return tuple(Theme(area, role) for area, role in best.items())
