"""Coordination: those who are named side by side, so that "they" can mean them."""

from bisect import bisect_left
from typing import NamedTuple

from analysis.language.document import Document, Token
from analysis.language.gazetteer import small
from analysis.language.referents import Mention, Referent
from analysis.language.titling import title_starting
from analysis.lexicons import words


class Candidate(NamedTuple):
    """A mention that a pronoun may mean, with its place in the sentence."""

    mention: Mention
    first: int
    last: int
    subject: bool
    quotation: int  # index of the outermost quotation it stands in; -1 outside

    @property
    def referent(self) -> Referent:
        """Who is mentioned."""
        return self.mention.referent


def by_place(candidate: Candidate) -> int:
    """The order of the text."""
    return candidate.first


def numbered(document: Document) -> list[int]:
    """For each token the number of the outermost quotation around it; -1 outside."""
    starts = document.starts
    inside = [-1] * len(starts)
    last = 0
    for number, quotation in enumerate(q for q in document.quotations if q.depth == 0):
        first = bisect_left(starts, quotation.start, last)
        last = bisect_left(starts, quotation.end, first)
        inside[first:last] = [number] * (last - first)
    return inside


def coordinated(
    tokens: tuple[Token, ...], layer: list[Candidate], *, met: bool
) -> tuple[int, Referent] | None:
    """The first of a layer that "they" can mean as a group, with the token where it starts.

    Two or more of a kind named side by side ("Ruiz and Costa"), or, with `met`, the two of "Ruiz met Costa".
    """
    ordered = sorted(layer, key=by_place)
    best: tuple[int, Referent] | None = None
    run: list[Candidate] = []
    for candidate in [*ordered, None]:
        if candidate and run and _joined(tokens, run[-1], candidate, met=met):
            run.append(candidate)
            continue
        names = tuple(dict.fromkeys(c.referent.name for c in run))
        if len(names) > 1 and best is None:
            text = " and ".join([", ".join(names[:-1]), names[-1]])
            best = run[0].first, Referent(text, "group", members=names)
        if candidate is None:
            break
        if candidate.referent.type in ("person", "organisation", "place"):
            if candidate.referent.type == "place" and title_starting(tokens, candidate.last, len(tokens)):
                continue  # "Ruiz and | Beijing | Mayor Yin"
            run = [candidate]
    return best


def _joined(tokens: tuple[Token, ...], left: Candidate, right: Candidate, *, met: bool) -> bool:
    if left.referent.type != right.referent.type or left.referent.type == "group":
        return False
    between = tokens[left.last : right.first]
    small_words = [t.lower for t in between if not t.text[0].isupper() and t.lower not in words("titles")]
    small_words = [w for w in small_words if w not in ("the", "'s", "his", "her")]
    if small_words in (["and"], [","], [",", "and"], ["&"]):
        return True
    person = left.referent.type == "person"
    return met and person and left.subject and small_words[:1] != [] and small_words[0] in small("meeting")
