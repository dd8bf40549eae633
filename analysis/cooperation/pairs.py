"""Pairs: what one given party does to another in one sentence, as a root of PLOVER.

Event data sets give a sentence with its source and its target marked. The words between and right after the
two decide; a governing verb ("refused") wins over what it governs; modality and negation, which our own
acts keep apart as stages, are folded into the root as PLOVER's codebook asks: help that will come is AGREE,
harm that will come THREATEN, what is not done REJECT. The codes stand in `lexicons/act_cues.tsv` and in the
taxonomy.
"""

import re
from collections.abc import Iterator, Sequence
from typing import NamedTuple

from analysis.cooperation.cue_book import Index
from analysis.cooperation.cues import PREPOSITIONS, Hit, find
from analysis.cooperation.pair_cues import cues, root_of_word
from analysis.cooperation.stages import POSSIBLE, TO_PLANNED, TO_STALLED, Chain, chain
from analysis.cooperation.taxonomy import Taxonomy, load
from analysis.language.document import Token
from analysis.language.plain import plain
from analysis.language.tokens import tokenise

Span = tuple[int, int]

# Quad classes of PLOVER: verbal and material cooperation, verbal and material conflict.
QUADS = {
    **dict.fromkeys(("AGREE", "CONSULT", "SUPPORT"), 1),
    **dict.fromkeys(("YIELD", "COOPERATE", "AID"), 2),
    **dict.fromkeys(("ACCUSE", "REQUEST", "REJECT", "THREATEN"), 3),
    **dict.fromkeys(("PROTEST", "MOBILIZE", "SANCTION", "COERCE", "ASSAULT"), 4),
}
ROOTS = tuple(QUADS)
FIRST_OF_CONFLICT = 3
GOVERNING = ("govern", "stance")
SILENT = ("speech", "aim", "event")  # tiers that tell no event between the two
FUTURE = frozenset(["will", "shall", "'ll", "would"])
WEAK = ("foster", "value", "stance")  # they tell something only where no other cue does
LOOSE_ORDER = ("ASSAULT", "COERCE", "ACCUSE", "SANCTION", "PROTEST", "AID", "SUPPORT")  # force outweighs
LAST_RESORT = "CONSULT"  # nothing at all matched: two parties that have to do with one another
RIGHT_AFTER = 12  # tokens behind the second party in which a cue is still about the two
PEACE, PEACE_TURNS = "peacekeep", {"MOBILIZE": "AID", "YIELD": "SANCTION"}
POSSESSIVE = frozenset(["'s", "'"])
_MARK = re.compile(r"</?[st]>")


class Marked(NamedTuple):
    """A sentence with the spans of its source and of its target; either may stand there twice, or not at
    all.
    """

    text: str
    source: tuple[Span, ...]
    target: tuple[Span, ...]


class Verdict(NamedTuple):
    """The root, and the hit and the rule that decided it (None and "" where none did)."""

    root: str
    hit: Hit | None
    rule: str


def unmark(marked: str) -> Marked:
    """Take the marks out of a sentence such as "<s>Oslo</s> thanked <t>Porto</t>".

    >>> unmark("<s>Oslo</s> thanked <t>Porto</t>").target
    ((13, 18),)
    """
    text, at = "", 0
    opened: dict[str, int] = {}
    spans: dict[str, list[Span]] = {"s": [], "t": []}
    for match in _MARK.finditer(marked):
        text += marked[at : match.start()]
        at = match.end()
        mark = match.group()
        if mark[1] == "/":
            if mark[2] in opened:
                spans[mark[2]].append((opened.pop(mark[2]), len(text)))
        else:
            opened[mark[1]] = len(text)
    return Marked(text + marked[at:], tuple(spans["s"]), tuple(spans["t"]))


class Pair:
    """One marked sentence, taken apart."""

    def __init__(self, marked: Marked, *, index: Index | None = None) -> None:
        self.marked = marked
        copy = plain(marked.text)
        words = tokenise(copy, ((0, len(copy)),))
        spans = sorted([(a, b, "s") for a, b in marked.source] + [(a, b, "t") for a, b in marked.target])
        self.tokens: list[Token] = []
        self.parties: dict[int, str] = {}  # by the index of the token that stands for a party
        self.inside: dict[str, list[str]] = {"s": [], "t": []}
        i = 0
        for a, b, who in spans:
            while i < len(words) and words[i].start < a:
                self.tokens.append(words[i])
                i += 1
            inside = []
            while i < len(words) and words[i].start < b:
                inside.append(words[i])
                i += 1
            if inside:
                self.inside[who] += [t.lower for t in inside]
                self.parties[len(self.tokens)] = who
                self.tokens.append(_head(inside))
        self.tokens += words[i:]
        self.hits = find(
            self.tokens, 0, len(self.tokens), self.parties, index=index or cues(), after_names=True
        )
        self.anchor = min(self.parties, default=-1) + 1

    def words(self) -> Iterator[str]:
        """Every word of the sentence, those of the parties too."""
        for i, token in enumerate(self.tokens):
            if i in self.parties:
                continue
            yield token.lower
        yield from self.inside["s"]
        yield from self.inside["t"]


def _head(inside: Sequence[Token]) -> Token:
    """One token for a party, capitalised, with the last word before its first preposition or comma."""
    last = inside[0]
    for token in inside:
        if token.lower in PREPOSITIONS or token.lower == ",":
            if last is not inside[0] or token is not inside[0]:
                break
        elif token.lower not in POSSESSIVE:
            last = token
    return Token(inside[0].start, inside[-1].end, last.text.capitalize(), last.lower)


def judge(pair: Pair, taxonomy: Taxonomy | None = None) -> Verdict:
    """The root by rules alone."""
    taxonomy = taxonomy or load()
    telling = [hit for hit in pair.hits if tells(hit)]
    for n in _ranked(pair, telling):
        return _turned(pair, _root(pair, telling, n, taxonomy))
    loosely = {root for word in pair.words() if (root := root_of_word(word))}
    for root in LOOSE_ORDER:
        if root in loosely:
            return Verdict(root, None, f"loose: {root}")
    if telling:
        return _root(pair, telling, 0, taxonomy)
    return Verdict(LAST_RESORT, None, "")


def tells(hit: Hit) -> bool:
    """Does a cue tell an event between two parties, be it only if nothing else does?"""
    return hit.cue.tier not in SILENT and hit.cue.act != "NONE"


def _ranked(pair: Pair, telling: Sequence[Hit]) -> Iterator[int]:
    """The numbers of the cues that may decide: after the first party, then before it, the nearest first."""
    strong = [n for n, h in enumerate(telling) if h.cue.tier not in WEAK]
    second = max(pair.parties, default=0)
    yield from (n for n in strong if pair.anchor <= telling[n].first <= second + RIGHT_AFTER)
    yield from (n for n in reversed(strong) if telling[n].first < pair.anchor)


def _turned(pair: Pair, verdict: Verdict) -> Verdict:
    """Troops that keep a peace are help when they come, and a tie broken when they go."""
    turned = PEACE_TURNS.get(verdict.root)
    if turned and any(word.startswith(PEACE) for word in pair.words()):
        return verdict._replace(root=turned)
    return verdict


def plover_of(hit: Hit, taxonomy: Taxonomy) -> str:
    """The root for which a cue speaks by itself."""
    return hit.cue.plover or (taxonomy.acts[hit.cue.act].plover or ("REQUEST",))[0]


def _root(pair: Pair, hits: Sequence[Hit], n: int, taxonomy: Taxonomy) -> Verdict:
    """What one hit, with its auxiliaries and what it governs, tells."""
    hit = hits[n]
    aux = chain(pair.tokens, hit, 0, hits[n - 1] if n else None)
    root = plover_of(hit, taxonomy)
    name = hit.cue.rule
    content = next((h for h in hits[n + 1 :] if h.cue.tier not in ("stance",)), None)
    negated = aux.negated or (aux.infinitive and aux.before_to in TO_STALLED)
    if hit.cue.tier in GOVERNING:
        return _governed(hit, content, root, negated, aux, taxonomy)
    return Verdict(_folded(root, _future(aux), negated, aux.modal in POSSIBLE), hit, name)


def _future(aux: Chain) -> bool:
    return aux.modal.removesuffix("n't") in FUTURE or (aux.infinitive and aux.before_to in TO_PLANNED)


def _governed(
    hit: Hit, content: Hit | None, root: str, negated: bool, aux: Chain, taxonomy: Taxonomy
) -> Verdict:
    name = hit.cue.rule
    if root == "AGREE":
        if negated:
            return Verdict("REJECT", hit, f"not {name}")
        if (
            content is not None
            and _harms(plover_of(content, taxonomy))
            and QUADS[plover_of(content, taxonomy)] == 4
        ):
            return Verdict("THREATEN", hit, f"{name} + {content.cue.rule}")
    elif not _harms(root):
        return Verdict(_folded(root, _future(aux), negated, False), hit, name)
    return Verdict(root, hit, name)


def _harms(root: str) -> bool:
    return QUADS[root] >= FIRST_OF_CONFLICT


def _folded(root: str, future: bool, negated: bool, possible: bool) -> str:
    """PLOVER's root of something that is not done, or not yet."""
    if negated:
        return "REJECT" if not _harms(root) else root
    if possible and QUADS[root] == 4:
        return "THREATEN"
    if future:
        return "THREATEN" if QUADS[root] == 4 else root if _harms(root) else "AGREE"
    return root
