"""Source phrases: "according to the ministry", "in Chen's view" - a source brought in without a verb.

The phrase claims the sentence around it. Where that sentence holds a statement of somebody else, the source
of the phrase only passed it on (`via`).
"""

from functools import cache
from typing import NamedTuple

from analysis.lexicons import entries
from analysis.speech.phrases import right
from analysis.speech.reduced import over_reduced
from analysis.speech.small_words import EDGES, POSSESSIVE_ENDINGS, POSSESSORS, RELATIVES, TIMES
from analysis.speech.speaking import is_speaker
from analysis.speech.statement import Draft, Span
from analysis.speech.words import Words

BEHIND = EDGES | TIMES  # what is cut off the end of a content
BEFORE = (EDGES - {"."}) | TIMES | {"and", "but"}  # what is cut off its beginning
SHORTEST = 2  # tokens of a content
POSSESSOR_REACH = 6  # tokens of a possessor, "in | the city council's | view"


class Phrase(NamedTuple):
    """A phrase of the lexicon; `tail` is what stands behind the source where the phrase is around it."""

    head: list[str]
    tail: list[str]
    cls: str


def phrase_drafts(text: Words, first: int, last: int) -> list[Draft]:
    """The statements of a passage that a source phrase attributes."""
    found: list[Draft] = []
    behind = first
    for i in text.found(_phrases, first, last):
        if i >= behind and not text.quote_at[i]:
            draft = _draft_at(text, i, first, last)
            if draft and draft.source:
                found.append(draft)
                behind = draft.source[1]
    return found


@cache
def _phrases() -> dict[str, tuple[Phrase, ...]]:
    """The phrases by their first word: those before the source, longest first, then those around it."""
    made: list[Phrase] = []
    for e in entries("source_phrases"):
        head, _, tail = e["phrase"].partition(" ... ")
        phrase = Phrase(head.split(), tail.split(), e["class"])
        if (e["position"] == "before" and _names_source(phrase.head)) or (
            e["position"] == "around" and phrase.head[0] == "in"
        ):
            made.append(phrase)
    table: dict[str, list[Phrase]] = {}
    for phrase in sorted(made, key=lambda p: (bool(p.tail), -len(p.head) if not p.tail else 0)):
        table.setdefault(phrase.head[0], []).append(phrase)
    return {word: tuple(found) for word, found in table.items()}


def _names_source(head: list[str]) -> bool:
    """Is it a phrase behind which the speaker stands, rather than the medium that carried the words?"""
    return head[:2] == ["according", "to"] or (len(head) > 2 and (head[0] == "as" or head[-1] == "of"))


def _draft_at(text: Words, i: int, first: int, last: int) -> Draft | None:
    """The statement of the source phrase that begins at a token."""
    for head, tail, cls in _phrases()[text.lower[i]]:
        end = i + len(head)
        if text.lower[i:end] != head:
            continue
        if tail:
            found = _possessor(text, end, tail, last)
            if found:
                return _around(text, (i, found[1] + len(tail)), found[0], cls, first, last)
        elif end < last:
            stop = right(text, end, last)
            known = stop > end and is_speaker(text, end, stop)  # not "according to plan"
            stop = over_reduced(text, stop, last) if known else stop
            return _around(text, (i, end), (end, stop), cls, first, last) if known else None
    return None


def _possessor(text: Words, start: int, tail: list[str], last: int) -> tuple[Span, int] | None:
    """The possessor between the halves of "in ... view", and where the second half begins."""
    stop = min(start + POSSESSOR_REACH, last)
    if tail[0] not in text.lower[start + 1 : stop]:
        return None
    for end in range(start + 1, stop):
        if text.lower[end : end + len(tail)] == tail:
            if text.lower[end - 1] in POSSESSIVE_ENDINGS:
                return (start, end - 1), end
            return ((start, end), end) if text.lower[start] in POSSESSORS else None
    return None


def _around(text: Words, cue: Span, source: Span, cls: str, first: int, last: int) -> Draft | None:
    """The statement of a source phrase: the rest of its sentence, before and behind it."""
    sentence = text.sentence_of(cue[0])
    quote = text.quote_at[sentence.first]
    low = max(first, quote.first if quote else sentence.first)
    high = min(last, sentence.last)
    while high < last and (open_quote := text.quote_at[high]) and open_quote.first < high:
        high = open_quote.last
    parts = (_part(text, low, cue[0]), _part(text, max(cue[1], source[1]), high))
    contents = tuple(part for part in parts if part)
    rule = "according-to" if cue[1] <= source[0] else "in-ones-view"
    return Draft(contents, cue, source, cls, "affirmed", rule) if contents else None


def _part(text: Words, start: int, end: int) -> Span | None:
    """A part of the content without what hangs at its edges; ", which ..." belongs to the source."""
    while end > start and text.lower[end - 1] in BEHIND and not text.quote_at[end - 1]:
        end -= 1
    while start < end and text.lower[start] in BEFORE:
        start += 1
    return (start, end) if end - start >= SHORTEST and text.lower[start] not in RELATIVES else None
