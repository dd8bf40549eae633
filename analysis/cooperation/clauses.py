"""Clauses: a sentence cut where a new verb with its own subject, or a relative clause, begins.

One pass from left to right with a stack, by closed-class words and punctuation alone: relative pronouns open
a clause that ends where the sentence goes on ("..., which have ..., should ..."), subordinators one that ends
at the comma before the main clause, ", noting" a participle clause, and "that" after "said" its content.
"""

from collections.abc import Sequence
from typing import NamedTuple

from analysis.cooperation.cues import ADVERBS, AUXILIARIES, DETERMINERS, PREPOSITIONS, Hit, is_finite
from analysis.language.document import Token
from analysis.lexicons import closed

MAIN, RELATIVE, RESTRICTIVE, SUBORDINATE, PARTICIPLE, CONTENT = (
    "main",
    "relative",
    "restrictive",
    "subordinate",
    "participle",
    "content",
)
RELATIVE_PRONOUNS = frozenset(["which", "who", "whom", "whose"])
SUBORDINATORS = closed("subordinator")
PREPOSITIONS_TOO = closed("subordinator or preposition")  # a clause only where a verb follows
CONDITIONS = frozenset(["if", "unless", "whether"])
CONJUNCTIONS = frozenset(["and", "but", "yet", "or", "so"])
PREPOSITIONS_FIRST = PREPOSITIONS | frozenset(["according"])  # "According to a man who saw it, she left"
THAT_REACH = 4  # tokens between "told reporters in Rome" and its "that"
REACH = 9  # tokens after a comma in which the verb of a new clause must stand
SUBJECT_OPENERS = DETERMINERS | frozenset(["he", "she", "it", "they", "we", "i", "you", "there"])
SPEECH_TIERS = ("speech", "stance", "govern", "support", "content", "noun")


class Clause(NamedTuple):
    """A clause: its kind, its marker (the word that opens it), its parent and the tokens that are its own."""

    number: int
    kind: str
    marker: str
    parent: int  # -1: none
    tokens: tuple[int, ...]  # indexes, without those of the clauses inside it


def clauses(tokens: Sequence[Token], first: int, last: int, hits: Sequence[Hit]) -> tuple[Clause, ...]:
    """The clauses of the sentence [first, last), in the order in which they begin."""
    verbs = {hit.first: hit for hit in hits if hit.form != "noun"}
    kinds: list[tuple[str, str, int]] = [(MAIN, "", -1)]
    owned: list[list[int]] = [[]]
    stack = [0]
    fronted = (
        False  # does the sentence open with a subordinate clause, which the main clause still has to follow?
    )

    def push(kind: str, marker: str, parent: int) -> None:
        kinds.append((kind, marker, parent))
        owned.append([])
        stack.append(len(kinds) - 1)

    def has_verb(number: int) -> bool:
        return any(i in verbs or tokens[i].lower in AUXILIARIES for i in owned[number])

    for i in range(first, last):
        word = tokens[i].lower
        kind = kinds[stack[-1]][0]
        after_comma = i > first and tokens[i - 1].lower == ","
        inside = kind in (RELATIVE, RESTRICTIVE, PARTICIPLE) and has_verb(stack[-1])
        resumed = (
            _verb_next(tokens, i, last, verbs)
            or (kind == PARTICIPLE and word in CONJUNCTIONS and _new_clause(tokens, i + 1, last, verbs))
            or (
                kind == RESTRICTIVE
                and len(stack) == 2
                and tokens[first].lower in PREPOSITIONS_FIRST
                and _new_clause(tokens, i, last, verbs)
            )
        )
        if after_comma and len(stack) > 1 and inside and resumed:
            stack.pop()
        kind = kinds[stack[-1]][0]
        if (
            after_comma
            and kind == SUBORDINATE
            and (fronted or has_verb(stack[-1]))
            and word not in CONJUNCTIONS
            and (_new_clause(tokens, i, last, verbs))
        ):
            stack.pop()
            if fronted and stack == [0]:
                fronted = False
        elif word == ";" or (
            after_comma
            and word in CONJUNCTIONS
            and has_verb(stack[-1])
            and _new_clause(tokens, i + 1, last, verbs)
        ):
            base = 1 if kinds[stack[-1]][0] != CONTENT and len(stack) < 3 else len(stack)
            if kinds[stack[-1]][0] == CONTENT:
                push(CONTENT, word, kinds[stack.pop()][2])
            else:
                del stack[base:]
                stack.pop()
                push(MAIN, word, -1)
        elif word in RELATIVE_PRONOUNS and i > first:
            push(*_relative(tokens, i, first, stack[-1]))
        elif word == "that" and i > first and (what := _that(tokens, i, first, last, hits, verbs)):
            push(what, word, stack[-1])
        elif word in SUBORDINATORS and _subordinate(tokens, i, first, last, verbs):
            fronted = fronted or i == first
            if kind == SUBORDINATE and len(stack) > 1 and after_comma:
                stack.pop()
            push(SUBORDINATE, word, stack[-1])
        elif after_comma and _participle(tokens, i, last, verbs):
            if kinds[stack[-1]][0] in (PARTICIPLE, CONTENT) and len(stack) > 1 and has_verb(stack[-1]):
                stack.pop()
            push(PARTICIPLE, word, stack[-1])
        owned[stack[-1]].append(i)
    return tuple(
        Clause(n, kind, marker, parent, tuple(own))
        for n, ((kind, marker, parent), own) in enumerate(zip(kinds, owned, strict=True))
    )


def _verb_next(tokens: Sequence[Token], i: int, last: int, verbs: dict[int, Hit]) -> bool:
    """Is the next word that is no adverb a finite verb: does the sentence go on after a relative clause?"""
    while i < last and (tokens[i].lower in ADVERBS or tokens[i].lower.endswith("ly")):
        i += 1
    return i < last and is_finite(tokens, i, verbs)


def _new_clause(tokens: Sequence[Token], i: int, last: int, verbs: dict[int, Hit]) -> bool:
    """Do a subject and its finite verb follow, before the next comma?"""
    for j in range(i, min(last, i + REACH)):
        word = tokens[j].lower
        if word in (",", ";", ":", "that", "to") or (word in RELATIVE_PRONOUNS):
            return False
        if j > i and is_finite(tokens, j, verbs) and tokens[j - 1].lower not in PREPOSITIONS:
            return (
                tokens[j - 1].lower not in CONJUNCTIONS
            )  # "after the storm and thanked": no clause of its own
    return False


def _relative(tokens: Sequence[Token], i: int, first: int, parent: int) -> tuple[str, str, int]:
    """A relative pronoun opens a clause that tells of its noun (after a comma) or picks it out (without)."""
    back = range(i - 1, max(first, i - 4) - 1, -1)
    commas = [j for j in back if tokens[j].lower == ","]
    bare = commas and all(
        tokens[j].lower in PREPOSITIONS
        or tokens[j].lower in ("all", "both", "many", "some", "most", "one", "none")
        for j in range(commas[0] + 1, i)
    )
    return (RELATIVE if bare else RESTRICTIVE, tokens[i].lower, parent)


def _that(
    tokens: Sequence[Token], i: int, first: int, last: int, hits: Sequence[Hit], verbs: dict[int, Hit]
) -> str:
    """What "that" opens here: a content clause, a relative clause, or (as a determiner) nothing."""
    if i + 1 >= last:
        return ""
    after = i + 1
    while after < last and (tokens[after].lower in ADVERBS or tokens[after].lower.endswith("ly")):
        after += 1
    has_subject = after == last or not (is_finite(tokens, after, verbs) or after in verbs)
    if has_subject and any(
        hit.cue.tier in SPEECH_TIERS and hit.last <= i <= hit.last + THAT_REACH for hit in hits
    ):
        return CONTENT if _subject(tokens, i + 1, last, verbs) else ""
    if tokens[i - 1].lower in PREPOSITIONS or tokens[i - 1].lower in AUXILIARIES:
        return ""
    if not has_subject:
        return RESTRICTIVE
    return CONTENT if _new_clause(tokens, i + 1, last, verbs) else ""


def _subject(tokens: Sequence[Token], i: int, last: int, verbs: dict[int, Hit]) -> bool:
    """Does any verb follow in the sentence, so that "that" cannot be a determiner ("rejected that offer")?"""
    return any(j in verbs or tokens[j].lower in AUXILIARIES for j in range(i, last)) or last - i > REACH


def _subordinate(tokens: Sequence[Token], i: int, first: int, last: int, verbs: dict[int, Hit]) -> bool:
    """Does the word open a subordinate clause here (and not a phrase: "after the talks", "as a partner")?"""
    word = tokens[i].lower
    if word not in PREPOSITIONS_TOO:
        return not (word == "while" and i > first and tokens[i - 1].lower == "a")
    if i + 1 < last and tokens[i + 1].lower in ("well", "part", "soon", "long"):
        return False
    return _new_clause(tokens, i + 1, last, verbs)


def _participle(tokens: Sequence[Token], i: int, last: int, verbs: dict[int, Hit]) -> bool:
    """Does ", noting" or ", further bolstering" open a participle clause? (Not one of a list of gerunds.)"""
    while i < last and (tokens[i].lower in ADVERBS or tokens[i].lower.endswith("ly")):
        i += 1
    return i < last and i in verbs and verbs[i].form == "ing"
