"""Parties: the people, bodies and places that a clause names, and how they hang on its verb.

The subject side of the verb names the actors, the object side the recipients; a passive turns this round, and
where the verb is one that takes two ("met with", "talks between") both sides act.
"""

from bisect import bisect_left
from collections.abc import Sequence
from typing import Any

from analysis.cooperation.cues import PREPOSITIONS, SUBJECT_PRONOUNS
from analysis.language.document import Document, Sentence
from analysis.lexicons import closed, words

PARTY_TYPES = ("person", "organisation", "group", "place")
TIMES = closed("preposition of time")  # open an adjunct up to its comma
PLACES = closed("preposition of place")
PARTNERS = frozenset(["with", "between", "by"])
WITH = frozenset(["with"])
BESIDE_A_NAME = ("-", "counterpart", "counterparts", ",")  # "his Oslo counterpart, Ana Lie,"
LONGEST_TITLE = 4  # words ("Deputy Foreign Minister")
FIRST_PERSON = closed("first person")


class Parties:
    """The mentions of one sentence, by the indexes of their tokens, and the statements that cover it."""

    def __init__(
        self, document: Document, sentence: Sentence, statements: Sequence[Any], referents: Any
    ) -> None:
        self.tokens = document.tokens
        self.first = sentence.first
        starts = [t.start for t in document.tokens[sentence.first : sentence.last]]
        self.statements = [
            s for s in statements if any(a < sentence.end and sentence.start < b for a, b in _reach(s))
        ]
        found = []
        for mention in referents.within(sentence.start, sentence.end):
            if mention.referent.type in PARTY_TYPES:
                i = sentence.first + bisect_left(starts, mention.start)
                j = sentence.first + bisect_left(starts, mention.end)
                found.append((i, max(i + 1, j), mention))
        self.mentions = [
            (i, j, m)
            for n, (i, j, m) in enumerate(found)
            if m.referent.type != "place" or n + 1 == len(found) or not self._belongs(j, found[n + 1])
        ]

    # --- statements ---

    def covering(self, i: int) -> Any:
        """The innermost statement whose content holds token `i`, or None."""
        at = self.tokens[i].start
        over = [(b - a, n, s) for n, s in enumerate(self.statements) for a, b in s.spans if a <= at < b]
        return min(over, key=lambda found: found[:2])[2] if over else None

    def announced_by(self, first: int, last: int) -> Any:
        """The statement whose cue stands at the tokens [first, last), or None."""
        a, b = self.tokens[first].start, self.tokens[last - 1].end
        return next((s for s in self.statements if s.cue and s.cue[0] < b and a < s.cue[1]), None)

    def source_tokens(self) -> frozenset[int]:
        """The tokens that name the source of a statement ("X said", "according to X").

        Whoever does something with words ("X invited", "X and Y discussed") is an actor, not a source.
        """
        spans = [s.source for s in self.statements if s.source and s.cls != "act"]
        return frozenset(
            k for i, j, m in self.mentions if any(a <= m.start < b for a, b in spans) for k in range(i, j)
        )

    # --- names ---

    def within(self, indexes: Sequence[int]) -> list[tuple[int, int, Any]]:
        """The mentions that begin at one of these tokens."""
        wanted = set(indexes)
        return [found for found in self.mentions if found[0] in wanted]

    def subject(self, indexes: Sequence[int]) -> list[Any]:
        """The mentions of a subject: those without a preposition, else those after "of" or "between"."""
        found = self.within(indexes)
        free = [
            m for i, _, m in found if self._preposition(i, indexes) == "" and not self._possessive_head(i)
        ]
        own = [m for i, _, m in found if self._preposition(i, indexes) == ""]
        return free or own or [m for i, _, m in found if self._preposition(i, indexes) in ("of", "between")]

    def antecedent(self, marker: int) -> list[Any]:
        """The mentions right before a relative pronoun, with those coordinated with the last one."""
        chain: list[Any] = []
        edge = marker
        for i, j, m in reversed(self.mentions):
            if j > edge:
                continue
            between = [t.lower for t in self.tokens[j:edge]]
            if any(w not in (",", "and", "'s", '"') for w in between) or (
                chain and "and" not in between and "," not in between
            ):
                break
            chain.insert(0, m)
            edge = i
        return chain

    def objects(self, indexes: Sequence[int], skip: frozenset[int]) -> list[Any]:
        """The mentions of an object side, without places where and times when."""
        adjuncts = self._adjuncts(indexes)
        return [
            m
            for i, _, m in self.within(indexes)
            if i not in skip
            and i not in adjuncts
            and self.tokens[i].lower not in SUBJECT_PRONOUNS
            and self._preposition(i, indexes) not in PLACES
        ]

    def partners(self, indexes: Sequence[int], words: frozenset[str] = PARTNERS) -> list[Any]:
        """The mentions after "with", "between" or "by", coordinated ones included."""
        adjuncts = self._adjuncts(indexes)
        return [
            m
            for i, _, m in self.within(indexes)
            if i not in adjuncts and self._preposition(i, indexes) in words
        ]

    def _adjuncts(self, indexes: Sequence[int]) -> set[int]:
        inside: set[int] = set()
        on = False
        for i in indexes:
            word = self.tokens[i].lower
            on = word in TIMES or (on and word != ",")
            if on:
                inside.add(i)
        return inside

    def _preposition(self, i: int, indexes: Sequence[int]) -> str:
        """The preposition before the mention at token `i` and those in a list with it; "" for none."""
        lowest = indexes[0] if indexes else self.first
        j = i - 1
        ends = {last: first for first, last, _ in self.mentions}
        after = next(
            (
                self.tokens[last].lower
                for first, last, _ in self.mentions
                if first == i and last < len(self.tokens)
            ),
            "",
        )
        listed = after in ("and", ",", "or")  # only then a comma before it is one of a list
        while j >= lowest:
            word = self.tokens[j].lower
            if word in PREPOSITIONS or word in TIMES or word == "to":
                return word
            if j + 1 in ends and ends[j + 1] < j + 1:
                if self._apposition(ends[j + 1], i):
                    return ""  # "the mayor of Porto, Ana Ruiz,"
                j = ends[j + 1] - 1
            elif word == "," and not listed:
                return ""
            elif word in (
                ",",
                "and",
                "&",
                "the",
                "both",
                "or",
                "as",
                "well",
                "new",
                "former",
                "its",
                "their",
            ):
                j -= 1
            else:
                return ""
        return ""

    def _apposition(self, i: int, j: int) -> bool:
        """Does a person named at `j`, after a comma, say who is meant by what stands at `i`?"""
        kinds = {first: m.referent.type for first, _, m in self.mentions}
        return kinds.get(j) == "person" and kinds.get(i) != "person" and self.tokens[j - 1].lower == ","

    def _belongs(self, end: int, following: tuple[int, int, Any]) -> bool:
        """Does a place that ends at `end` only say whose mayor follows ("Seoul Mayor Oh Se-hoon")?"""
        between = self.tokens[end : following[0]]
        return (
            following[2].referent.type == "person"
            and len(between) <= LONGEST_TITLE
            and all(
                t.lower in words("titles") or t.lower in BESIDE_A_NAME or t.text[0].isupper() for t in between
            )
        )

    def _possessive_head(self, i: int) -> bool:
        """Is the mention only the owner of what follows ("Oh's visit")?"""
        j = next(last for first, last, _ in self.mentions if first == i)
        return j < len(self.tokens) and self.tokens[j].lower in ("'s", "'")


def _reach(statement: Any) -> list[tuple[int, int]]:
    return [*statement.spans, *([statement.cue] if statement.cue else ())]


def names(mentions: Sequence[Any]) -> tuple[str, ...]:
    """The canonical names of mentions, groups by their members, each once and in order."""
    return tuple(dict.fromkeys(name for m in mentions for name in (m.referent.members or (m.referent.name,))))


def together(mentions: Sequence[Any], actors: Sequence[str]) -> str | None:
    """One name for those who act together: the group's own ("the two mayors"), or "A and B"."""
    if len(mentions) == 1:
        return mentions[0].referent.name
    if not actors:
        return None
    return " and ".join(actors) if len(actors) < 3 else ", ".join(actors[:-1]) + " and " + actors[-1]
