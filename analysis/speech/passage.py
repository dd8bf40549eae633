"""The statements of one passage: its cues from left to right, each with its source and its content.

What an earlier cue announced is closed to later cues: the outermost reporter of a clause wins.
"""

from collections.abc import Sequence
from typing import NamedTuple

from analysis.lexicons import closed
from analysis.speech.clauses import has_verb
from analysis.speech.contents import left_content, right_content
from analysis.speech.cues import FINITE, PARTICIPLE, PASSIVE, SPOKEN, Cue, find_cues
from analysis.speech.interrupted import clause_behind, is_interruption, last_clause, quotation_behind
from analysis.speech.quoted_as import quoted_as
from analysis.speech.small_words import SUBORDINATORS
from analysis.speech.sources import Found, find_source
from analysis.speech.statement import Draft, Span
from analysis.speech.turns import is_tag, limit
from analysis.speech.words import Words

CONDITIONS = frozenset(["if", "unless"])
NOBODY = closed("negative subject")


class Parts(NamedTuple):
    """The parts of a content, and the rule that found them."""

    spans: tuple[Span, ...]
    rule: str


def passage_drafts(text: Words, first: int, last: int, taken: set[int]) -> list[Draft]:
    """The statements that the verb cues of a passage announce; `taken` are the tokens of source phrases."""
    resolved = _resolved(text, first, last, taken)
    drafts: list[Draft] = []
    done = floor = first
    for number, (cue, found) in enumerate(resolved):
        if cue.first < done or _is_interrupted(text, cue, resolved[number + 1 :]):
            continue
        if _leads_to(text, cue, resolved[number + 1 :], floor, last, taken):
            continue
        draft = _draft(text, cue, found, resolved[number + 1 :], floor, last, taken)
        if draft is not None:
            drafts.append(draft)
            done = max(done, draft.end)
            if draft.rule.startswith(("clause-cue", "quote-cue")):  # what its closing tag has claimed
                floor = max(floor, draft.end)
    return drafts


def _is_interrupted(text: Words, cue: Cue, later: Sequence[tuple[Cue, Found]]) -> bool:
    """Is it in somebody's words: "If Porto were to announce it, he said, ..." / "She hopes, she said, to"?"""
    condition = text.lower[text.sentence_of(cue.first).first] in SUBORDINATORS
    if not condition and cue.entry.cls == "speech":
        return False
    sentence = text.sentence(cue.first)
    tag = next((pair for pair in later if is_interruption(text, pair[0], pair[1].start)), None)
    return tag is not None and text.sentence(tag[0].first) == sentence and tag[1].start > cue.last


def _leads_to(
    text: Words, cue: Cue, later: Sequence[tuple[Cue, Found]], floor: int, last: int, taken: set[int]
) -> bool:
    """Is it the head of a verb that says what: "declined to comment on fares", not "declined to comment"?"""
    if not later or later[0][0].group > cue.first:
        return False
    return _draft(text, *later[0], later[1:], floor, last, taken) is not None


def _resolved(text: Words, first: int, last: int, taken: set[int]) -> list[tuple[Cue, Found]]:
    """The cues of a passage that have a source, or need none."""
    resolved: list[tuple[Cue, Found]] = []
    for cue in find_cues(text, first, last):
        if cue.first in taken:
            continue
        found = find_source(text, cue, first, last, resolved)
        if found is None and _is_impersonal(text, cue, first):
            found = Found((cue.group, cue.group), cue.group)
        if found:
            resolved.append((cue, found))
    return resolved


def _is_impersonal(text: Words, cue: Cue, first: int) -> bool:
    """ "It was announced that ...": somebody said so, nobody is named."""
    return (
        cue.form == PASSIVE
        and cue.group > first
        and text.lower[cue.group - 1] == "it"
        and "that" in cue.entry.frames
        and text.word(cue.last) == "that"
    )


def _draft(
    text: Words,
    cue: Cue,
    found: Found,
    later: Sequence[tuple[Cue, Found]],
    floor: int,
    last: int,
    taken: set[int],
) -> Draft | None:
    """The statement of one cue; `floor` is the first token that a content left of it can have."""
    relay = quoted_as(text, cue, found, last)
    if relay:
        return relay
    after = found.span[1] if found.inverted else cue.last
    start = cue.group if found.inverted or found.shared else found.start
    end = limit(text, cue, after, later, last, taken)
    left = None
    if not found.shared and cue.form == FINITE and cue.entry.frames & SPOKEN:
        left = left_content(text, start, max(floor, _sentence_first(text, start)))
    parts = _quoted_before(text, left, after, end) or _parts(text, cue, found, left, after, end, last)
    if parts is None:
        return None
    implicit = found.span[0] == found.span[1]
    conditional = start > floor and text.lower[start - 1] in CONDITIONS
    nobody = not implicit and text.lower[found.span[0]] in NOBODY  # "Neither side mentioned the fares"
    return Draft(
        contents=parts.spans,
        cue=(cue.first, cue.last),
        source=None if implicit else found.span,
        cls=cue.entry.cls,
        polarity=_polarity(cue, conditional=conditional, nobody=nobody),
        rule=_named(parts.rule, cue, implicit),
        implicit=implicit,
    )


def _quoted_before(text: Words, left: Span | None, after: int, end: int) -> Parts | None:
    """A quotation before the cue, with its second half behind it."""
    if left is None or text.quote_at[left[1] - 1] is None:
        return None
    behind = quotation_behind(text, after, end)
    return Parts((left, behind), "quote-cue-quote") if behind else Parts((left,), "quote-cue")


def _parts(
    text: Words, cue: Cue, found: Found, left: Span | None, after: int, end: int, last: int
) -> Parts | None:
    """What stands behind the cue; where nothing does, the clause before it, or the one it interrupts."""
    right = right_content(text, cue, after, end)
    if right:
        return Parts(((right.start, right.end),), right.rule)
    start = cue.group if found.inverted or found.shared else found.start
    if not found.inverted and text.word(start - 1) == "as" and text.word(after) == ",":
        rest = clause_behind(text, cue, after, end)  # "As the agency noted, fares rose."
        return Parts((rest,), "as-cue-clause") if rest else None
    if left is None:
        return None
    if is_tag(text, after, last) and has_verb(text, *left):
        return Parts((left,), "clause-cue")
    rest = clause_behind(text, cue, after, end) if found.span[0] != found.span[1] else None
    return Parts((last_clause(text, left), rest), "clause-cue-clause") if rest else None


def _polarity(cue: Cue, *, conditional: bool, nobody: bool) -> str:
    if cue.polarity != "affirmed":
        return cue.polarity
    return "negated" if nobody else "irrealis" if conditional else "affirmed"


def _named(rule: str, cue: Cue, implicit: bool) -> str:
    """The name of a rule: those of participles and of sources without a name are counted by themselves."""
    if implicit:
        return "impersonal"
    of_participle = cue.form == PARTICIPLE and rule.startswith("cue-")
    return rule.replace("cue-", "participle-", 1) if of_participle else rule


def _sentence_first(text: Words, at: int) -> int:
    """Where the sentence of a token starts, a quotation that runs over sentences taken as a whole."""
    first = text.sentence_of(at).first
    if at > 0 and at == first:
        return at
    quote = text.quote_at[first]
    return quote.first if quote else first
