"""Weighing: what a sentence concedes counts less than what it asserts.

"Although trust grew, trade has seen a slowdown" is about the slowdown. The clause after although, though,
while or despite counts half, the main clause one and a half times; so do the sides of "but". Ill news that is
only the background of kind news ("after years of disruption") counts half as well.
The two factors are VADER's for "but" (Hutto and Gilbert 2014), applied to the clause instead of the sentence.
"""

from collections.abc import Sequence

from analysis.language.document import Sentence, Token
from analysis.sentiment.marks import PIVOTS, Mark

CONCEDED = 0.5
ASSERTED = 1.5
BEHIND = 0.25  # ill that is over: chosen on invented sentences, no corpus has enough of them
# After a comma these words go on with the same clause: "although X, such as Y, Z".
CONTINUING = frozenset(("including", "which", "who", "where", "especially", "particularly", "like", "whose"))
# A main clause does not begin with these: "although the talks, such as those in May, were cordial, ...".
AUXILIARIES = frozenset(("is", "are", "was", "were", "has", "have", "had", "will", "would", "could"))
QUOTES = ('"', "'")
# "while visiting", "while in office": time, not concession.
TEMPORAL = frozenset(("in", "on", "at", "there", "abroad"))


def weigh(marks: Sequence[Mark], tokens: Sequence[Token], sentence: Sentence) -> None:
    """Set the weight of each mark by the clauses of the sentence; without a pivot nothing changes."""
    shifters = [mark for mark in marks if mark.entry.shift]
    for mark in shifters:
        if mark.entry.shift == "backdrop":
            _set_back(mark, marks, tokens, sentence)
    for pivot in [mark for mark in shifters if mark.entry.shift in PIVOTS]:
        sides = _sides(pivot, tokens, sentence)
        if sides is None:
            continue
        first, last = sides
        conceded = [m for m in marks if first <= m.first < last and m.value]
        asserted = [m for m in marks if not first <= m.first < last and m.value]
        if pivot.entry.shift in ("contrast", "yet") and not asserted:
            continue
        for mark in conceded:
            mark.weight *= CONCEDED
        for mark in asserted if conceded else ():
            mark.weight *= ASSERTED


def _set_back(head: Mark, marks: Sequence[Mark], tokens: Sequence[Token], sentence: Sentence) -> None:
    """Halve the ill that is only the background: "resumed exchanges after years of disruption"."""
    end = _clause_end(head.last, tokens, sentence)
    behind = [m for m in marks if head.last <= m.first < end]
    rest = sum(m.value * m.negation for m in marks if not head.last <= m.first < end)
    if rest > 0 > sum(m.value * m.negation for m in behind):
        for mark in behind:
            mark.weight *= BEHIND


def _sides(pivot: Mark, tokens: Sequence[Token], sentence: Sentence) -> tuple[int, int] | None:
    """The tokens of the conceded clause, half-open; None where the word is no concession here."""
    kind, at = pivot.entry.shift, pivot.first
    before = tokens[at - 1].lower if at > sentence.first else ""
    head = at == sentence.first or before in QUOTES or before in (",", ";", ":", "-", "that", "and")
    if kind == "contrast":
        return sentence.first, at
    if kind == "yet":
        return (sentence.first, at) if head and at > sentence.first else None
    if kind == "while":
        after = tokens[pivot.last].lower if pivot.last < sentence.last else ""
        opens = at == sentence.first or before in QUOTES or before == "that"
        if not opens or after in TEMPORAL or after.endswith("ing"):
            return None
    return at, _clause_end(pivot.last, tokens, sentence)


def _clause_end(at: int, tokens: Sequence[Token], sentence: Sentence) -> int:
    for k in range(at, sentence.last):
        text = tokens[k].lower
        if text in (";", ":"):
            return k
        if text == "," and k + 1 < sentence.last:
            after = tokens[k + 1].lower
            such_as = after == "such" and k + 2 < sentence.last and tokens[k + 2].lower == "as"
            goes_on = after in CONTINUING or after in AUXILIARIES or after in QUOTES or after.endswith("ing")
            if not goes_on and not such_as:
                return k
    return sentence.last
