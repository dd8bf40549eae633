"""Features: what the learnt model sees of a sentence, as names with numbers; nobody's name is among them.

A name is only `NAME`, the target itself `TGT` and a number `0`, so that the model learns how people are
spoken of and not who they are. A `!` marks a word under negation. The first letter of a feature says where
the word stands: w anywhere, c in the target's clause, l or r within eight words left or right of it, o in its
own words, q across a quotation mark from it, p-3 to p3 in that place beside it; b, t and T are runs of two
and three words, s the beginning of a long word, n numbers of the rules.
"""

from bisect import bisect_right
from collections.abc import Iterable, Sequence
from math import log, sqrt

from analysis.language.document import Document, Sentence
from analysis.lexicons import closed
from analysis.sentiment.lexicon import negators
from analysis.sentiment.targets import BREAKS, Span, towards
from analysis.sentiment.tone import USUAL, Hit, bounded

# Weights of the kinds: a first guess, of which halves and doubles of most were tried, five-fold, on the
# training half of NewsMTSC. A larger weight is a smaller penalty; none moved macro-F1 by more than .004.
WEIGHT = {
    "w": 0.35,
    "b": 0.25,
    "c": 0.35,
    "near": 0.6,
    "p": 0.6,
    "T": 0.5,
    "s": 0.3,
    "n": 0.4,
    "q": 0.2,
    "o": 0.3,
}
NEAR = 8  # words left and right of the target
BESIDE = 3
STEM = 6  # letters that a long word is known by
NEGATED = 4  # words after a negator
ENDS = frozenset((",", ";", ".", ":", "but"))

Features = dict[str, float]


def target_features(
    document: Document, sentence: Sentence, hits: Sequence[Hit], target: Span, own: Sequence[Span] = ()
) -> Features:
    """What is seen of a target in its sentence; `own` are its own words, `hits` those of the rules."""
    words, starts, at = _words(document, sentence, target)
    marked, clauses = _negated(words), _clauses(words)
    quotes = [(q.start, q.end) for q in document.quotations if q.depth == 0]
    inside = [any(a <= start < b for a, b in quotes) for start in starts]
    mine = [any(a <= start < b for a, b in own) for start in starts]
    seen: Features = {}

    def add(name: str, weight: float) -> None:
        seen[name] = seen.get(name, 0.0) + weight

    for k, word in enumerate(marked):
        if k + 1 < len(marked):
            add(f"b:{word}_{marked[k + 1]}", WEIGHT["b"])
        if k == at:
            continue
        apart = abs(k - at)
        add(f"w:{word}", WEIGHT["w"])
        if len(words[k]) > STEM:
            add(f"s:{word[: STEM + word.startswith('!')]}", WEIGHT["s"])
        if clauses[k] == clauses[at]:
            add(f"c:{word}", WEIGHT["c"])
        if apart <= NEAR:
            add(f"{'r' if k > at else 'l'}:{word}", WEIGHT["near"] * (1.2 - apart / 10))
        if apart <= BESIDE:
            add(f"p{k - at}:{words[k]}", WEIGHT["p"])
        if mine[k]:
            add(f"o:{word}", WEIGHT["o"])
        if inside[k] != inside[at]:
            add(f"q:{word}", WEIGHT["q"])
    for first in range(at - 2, at + 2):
        if first >= 0 and first + 2 <= len(words):
            add(f"t{first - at}:{'_'.join(words[first : first + 2])}", WEIGHT["p"])
        if first >= 0 and first + 3 <= len(words):
            add(f"T{first - at}:{'_'.join(words[first : first + 3])}", WEIGHT["T"])
    _numbers(add, document, sentence, hits, target, own, starts, at, clauses, inside)
    if own:
        add("n:speaks", WEIGHT["n"])
    if at <= 1:
        add("n:first", WEIGHT["n"])
    return seen


def _numbers(add, document, sentence, hits, target, own, starts, at, clauses, inside) -> None:
    """The rules' own account: kind and unkind hits by where they stand, and the tone towards the target."""
    sums: Features = {}
    for hit in hits:
        k = max(bisect_right(starts, hit.start) - 1, 0)
        side, sign = "r" if k > at else "l", "+" if hit.value > 0 else "-"
        zones = ["all", side, f"{side}{min(abs(clauses[k] - clauses[at]), 2)}"]
        zones += [f"{reach}{side}" for reach in (3, 6) if abs(k - at) <= reach]
        zones.append("quoted" if inside[k] != inside[at] else "level")
        if any(a <= hit.start < b for a, b in own):
            zones.append("own")
        if " " in hit.rule:
            zones.append("shifted")
        for zone in zones:
            sums[f"{zone}{sign}"] = sums.get(f"{zone}{sign}", 0.0) + abs(hit.value)
    found = towards(document, sentence, hits, [target], own=own)
    for hit in found.hits:
        sign = "near+" if hit.value > 0 else "near-"
        sums[sign] = sums.get(sign, 0.0) + abs(hit.value)
    for name, total in sums.items():
        add(f"n:{name}", WEIGHT["n"] * sqrt(total))
    total = max(-4.0, min(4.0, sum(hit.value for hit in found.hits)))
    add("n:sum", WEIGHT["n"] * total)
    add(f"n:band{round(total)}", WEIGHT["n"])


def sentence_features(words: Sequence[str], hits: Sequence[Hit]) -> Features:
    """What is seen of a whole sentence, for its rating; `words` as `masked` gives them."""
    scale = sqrt(USUAL / max(len(words), NEAR))
    seen: Features = {}

    def add(name: str, weight: float) -> None:
        seen[name] = seen.get(name, 0.0) + weight

    marked = _negated(words)
    for k, word in enumerate(marked):
        add(f"w:{word}", 0.5 * scale)
        if len(words[k]) > STEM:
            add(f"s:{word[: STEM + word.startswith('!')]}", 0.5 * scale)
        if k + 1 < len(marked):
            add(f"b:{word}_{marked[k + 1]}", 0.3 * scale)
    kind = scale * sum(hit.value for hit in hits if hit.value > 0)
    ill = -scale * sum(hit.value for hit in hits if hit.value < 0)
    # The rules' account weighs most: three to six times a word, as the search on the rated sentences had it.
    add("n:tone", 6 * bounded(sum(hit.value for hit in hits), len(words)) if hits else 0.0)
    add("n:+", 3 * sqrt(kind))
    add("n:-", 3 * sqrt(ill))
    add("n:sum", 0.9 * (kind - ill))
    add("n:any", 0.9 * bool(hits))
    add("n:length", 0.9 * log(max(len(words), 1)))
    for mark in ("?", "!", '"'):
        add(f"n:{mark}", 0.9 * (mark in words))
    for hit in hits:
        add(f"n:rule:{hit.rule.split()[-1]}", 0.3 * scale * hit.value)
    return seen


def masked(tokens: Iterable, names: frozenset[int] = frozenset()) -> list[str]:
    """The words of a sentence without names and numbers: a capital inside a sentence is taken for a name."""
    words: list[str] = []
    for k, token in enumerate(tokens):
        word = token.lower
        if k in names or (k and token.text[0].isupper() and words[-1] not in (".", '"', ":")):
            if words and words[-1] == "NAME":
                continue
            word = "NAME"
        words.append("0" if any(c.isdigit() for c in word) else word)
    return words


def _words(document: Document, sentence: Sentence, target: Span) -> tuple[list[str], list[int], int]:
    """The words without names, the offset of each, and which of them is the target."""
    names = {k for name in document.names for k in range(name.first, name.last)}
    words: list[str] = []
    starts: list[int] = []
    at = -1
    for k in range(sentence.first, sentence.last):
        token = document.tokens[k]
        if token.start < target[1] and target[0] < token.end:
            if at < 0:
                at = len(words)
                words.append("TGT")
                starts.append(token.start)
            continue
        word = token.lower
        if k in names:
            if words and words[-1] == "NAME":
                continue
            word = "NAME"
        words.append("0" if any(c.isdigit() for c in word) else word)
        starts.append(token.start)
    if at < 0:  # a target beyond its sentence: it stands at the end
        at = len(words)
        words.append("TGT")
        starts.append(target[0])
    return words, starts, at


def _negated(words: Sequence[str]) -> list[str]:
    marked, left, negating = [], 0, negators()
    for word in words:
        if word in ENDS:
            left = 0
        marked.append(f"!{word}" if left > 0 and word.isalpha() else word)
        left = NEGATED + 1 if word in negating else left - 1
    return marked


def _clauses(words: Sequence[str]) -> list[int]:
    numbers, number, joiners = [], 0, closed("subordinator") | closed("relative")
    for word in words:
        number += word in BREAKS or word in joiners
        numbers.append(number)
    return numbers
