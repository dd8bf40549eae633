"""Marks: where the lexicons speak in a sentence, longest phrase first, with the shifters in force there.

Negation and hedges hold to the end of their clause, boosters for the next two words. Names are passed over:
a "Unity Party" is no party of unity, and "Smart" in the name of a fair is no praise.
"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from analysis.language.document import Sentence, Token
from analysis.sentiment.lexicon import Entry, Word
from analysis.sentiment.patterns import match

# Words after a negator: VADER takes 3; "denied that there had been any progress" needs 6; on news 3 to 6 tie.
NEGATION_REACH = 6
BOOSTER_REACH = 2  # words after a booster or damper: "very close and ..." reaches no further
HEADLINE = 0.6  # share of capitalised words from which a line is a headline, whose capitals tell nothing
RESETTING = frozenset(("mark", "barrier", "backdrop", "concessive", "while", "contrast", "yet"))
PIVOTS = frozenset(("concessive", "while", "contrast", "yet"))


@dataclass(slots=True)
class Mark:
    """One term found: tokens `first:last`, its entry, its tone, and the factors that bear on it."""

    first: int
    last: int
    entry: Entry
    value: float
    rule: str
    boost: float = 1.0
    negation: float = 1.0
    hedge: float = 1.0
    weight: float = 1.0


def find(
    tokens: Sequence[Token],
    sentence: Sentence,
    table: Mapping[str, Word],
    masked: frozenset[int],
    *,
    named: bool,
    lowered: Sequence[str] | None = None,
) -> list[Mark]:
    """Find the marks of one sentence; `named` says whether the text's names are known (and in `masked`).

    `lowered` are the sentence's words in small letters, where somebody has them already.
    """
    marks: list[Mark] = []
    first, last = sentence.first, sentence.last
    if lowered is None:
        lowered = [token.lower for token in tokens[first:last]]
    known = [
        k
        for k, word in enumerate(lowered, first)
        if word in table
        and ((there := table[word]).alone or (k + 1 < last and lowered[k + 1 - first] in there.seconds))
    ]
    i = first
    boost, boost_end, negation, negation_end, hedge, clause = 1.0, 0, 1.0, 0, 1.0, 0
    both, headline = False, None
    for k in known:
        if k < i:  # inside the phrase before
            continue
        i = k
        token = tokens[i]
        word = table[token.lower]
        if i in masked or token.text[0].isupper():
            if headline is None:
                headline = _headline(tokens, sentence)
            if not headline and (i in masked or _in_name(tokens, sentence, i, named=named)):
                continue
        entry, end = _longest(word, tokens, i, last) if word.phrases else (word.single, i + 1)
        if entry is None:
            continue
        if entry.idle:
            i = end
            continue
        kind = entry.shift
        if both and kind == "contrast":  # the "but" of "not only ... but also"
            both, kind = False, "plain"
            entry = Entry(value=0.0, shift="plain")
        mark = Mark(i, end, entry, entry.value or 0.0, entry.rule)
        if i < boost_end:
            mark.boost = boost
        if i < negation_end:
            mark.negation = negation
        mark.hedge = hedge
        if kind:
            if kind in RESETTING:
                if not _parenthesis(tokens, i, last, negation_end):
                    negation_end, hedge, clause = 0, 1.0, len(marks)
            elif kind == "negator":
                negation = entry.factor * (negation if i < negation_end else 1.0)
                negation_end = end + NEGATION_REACH
            elif kind in ("booster", "damper"):
                boost, boost_end = entry.factor, end + BOOSTER_REACH
            elif kind == "hedge":
                hedge = min(hedge, entry.factor)
            elif kind == "hedge back":
                for before in marks[clause:]:
                    before.hedge = min(before.hedge, entry.factor)
            elif kind == "both":
                both = True
        marks.append(mark)
        i = end
    return marks


def _longest(word: Word, tokens: Sequence[Token], i: int, last: int) -> tuple[Entry | None, int]:
    after = tokens[i + 1].lower if i + 1 < last else ""
    for pattern, entry in word.seconds.get(after, word.gaps):
        end = match(pattern, tokens, i, last)
        if end:
            return entry, end
    return word.single, i + 1


def _headline(tokens: Sequence[Token], sentence: Sentence) -> bool:
    """Is this a line in title case or capitals, whose capitals tell no names?"""
    if tokens[sentence.last - 1].text == ".":
        return False
    long = [t.text for t in tokens[sentence.first : sentence.last] if len(t.text) > 3 and t.text[0].isalpha()]
    return len(long) > 2 and sum(word[0].isupper() for word in long) > HEADLINE * len(long)


def _in_name(tokens: Sequence[Token], sentence: Sentence, i: int, *, named: bool) -> bool:
    """Is the capitalised word at `i` a name: inside a sentence, or, where none are known, before another?"""
    text = tokens[i].text
    if not text[0].isupper():
        return False
    opening = i == sentence.first or tokens[i - 1].text in ('"', "'", ":", "-", "(", "[")
    if not opening:
        return True
    after = tokens[i + 1].text if i + 1 < sentence.last else ""
    return not named and after[:1].isupper()


def _parenthesis(tokens: Sequence[Token], i: int, last: int, negation_end: int) -> bool:
    """Is token `i` part of a single word put in while a negation holds: "did not, however, improve"?"""
    if i >= negation_end:
        return False
    if tokens[i].text == ",":
        return (i + 2 < last and tokens[i + 2].text == ",") or tokens[i - 2].text == ","
    return tokens[i - 1].text == "," and i + 1 < last and tokens[i + 1].text == ","
