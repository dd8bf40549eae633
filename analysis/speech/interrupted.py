"""Interrupted contents: what goes on behind its cue - '"Our port," she said, "is open."'"""

from analysis.speech.cues import SPOKEN, Cue
from analysis.speech.small_words import SUBORDINATORS
from analysis.speech.statement import Span
from analysis.speech.turns import TAG_REACH
from analysis.speech.verbs import is_verb
from analysis.speech.words import Words

BREAKS = frozenset([";", ":"])
LINKS = frozenset(["and", "but"])
MARKS = frozenset([".", ",", ";"])


def quotation_behind(text: Words, after: int, limit: int) -> Span | None:
    """The second half of a quotation that its cue interrupts: '"Our port," Lindqvist said, "is open."'"""
    for i in range(after, min(limit, after + TAG_REACH)):
        quote = text.quote_at[i]
        if quote:
            return (quote.first, quote.last) if text.lower[i - 1] == "," and quote.speech else None
        if text.lower[i] in BREAKS:
            return None
    return None


def is_interruption(text: Words, cue: Cue, start: int) -> bool:
    """Does it stand between commas with its subject, which begins at `start`: ", he said,"?"""
    return bool(cue.entry.frames & SPOKEN) and text.word(start - 1) == "," and text.word(cue.last) == ","


def last_clause(text: Words, left: Span) -> Span:
    """What an interruption claims of the words before it: "It rains, and | if he goes, | he says, ..."."""
    for i in range(left[1] - 1, left[0] + 1, -1):
        if text.lower[i] in SUBORDINATORS and text.lower[i - 1] in LINKS and text.lower[i - 2] == ",":
            return i, left[1]
    return left


def clause_behind(text: Words, cue: Cue, after: int, limit: int) -> Span | None:
    """The rest of a clause that its cue interrupts: "The plan, Chen told reporters, would ..."."""
    if not cue.entry.frames & SPOKEN:
        return None
    for i in range(after, min(limit, after + TAG_REACH)):
        if text.lower[i] == ",":
            end = limit
            while end > i + 1 and text.lower[end - 1] in MARKS:
                end -= 1
            return (i + 1, end) if end - i > 2 else None
        if is_verb(text, i):
            return None
    return None
