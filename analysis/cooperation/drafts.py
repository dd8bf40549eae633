"""Drafts: an act in the making, from its cue until its parties and themes are known."""

from collections.abc import Sequence
from dataclasses import dataclass, field

from analysis.cooperation.clauses import PARTICIPLE, RELATIVE, Clause
from analysis.cooperation.cues import GAP, REACH, Hit
from analysis.cooperation.stages import PLANNED, TENTATIVE, Chain
from analysis.cooperation.taxonomy import Taxonomy
from analysis.language.document import Token

UNLESS = "unless"
GOVERNING_TIERS = ("govern", "stance", "support")
TOLD = "told"  # flag and tier of "must", which counts only in somebody's words


@dataclass(eq=False)
class Draft:
    """An act in the making: its cue, its clause and what has been decided so far."""

    hit: Hit
    clause: Clause
    chain: Chain
    act: str
    stage: str | None
    tier: str
    plover: str
    absorbed: list[Hit] = field(default_factory=list)
    clauses: list[int] = field(default_factory=list)  # numbers of the clauses whose words belong to it
    first: int = 0  # where its words begin in its own clause: a coordinated verb begins with itself
    shares_subject: "Draft | None" = None
    obliged: bool = False  # its content says "should" or "must"
    agent: bool = False  # "by" follows

    @property
    def governs(self) -> bool:
        """Does what follows in its clause belong to it?"""
        return self.tier in GOVERNING_TIERS or self.tier == TOLD or self.act in ("CRITICISE", "INVITE")

    @property
    def spoken(self) -> bool:
        """Is it an act of the one who speaks, not of the verb's own subject ("could help", "must stop")?"""
        return self.tier in ("value", TOLD)

    @property
    def shortened(self) -> bool:
        """Is it a shortened relative clause ("rebels fighting the army", "men backed by Rome")?"""
        loose = not (
            self.chain.modal
            or self.chain.perfect
            or self.chain.passive
            or self.chain.progressive
            or self.chain.infinitive
        )
        return loose and (self.hit.form == "ing" or (self.hit.form == "ed" and self.agent))


def rule(draft: Draft, tokens: Sequence[Token]) -> str:
    """The name of the rule: tier and cue, with the words that matched in place of the alternatives."""
    cue = draft.hit.cue
    words = cue.rule.split()[:1]
    for part in cue.rest:
        if part == (GAP,):
            words.append(GAP)
        elif len(part) == 1:
            words.append(part[0].rstrip("*"))
        else:
            near = [
                tokens[i].lower
                for i in range(max(0, draft.hit.first - 4 * REACH), min(len(tokens), draft.hit.last + 1))
            ]
            words.append(
                next(
                    (p.rstrip("*") for p in part if any(w.startswith(p.rstrip("*")) for w in reversed(near))),
                    "…",
                )
            )
    return f"{draft.tier}: {' '.join(words)}"


def settle(drafts: Sequence[Draft], cut: Sequence[Clause], first: int) -> list[Draft]:
    """Give each clause to its act; drop a noun's act where the clause has a verb's."""
    with_verb = {d.clause.number for d in drafts if d.tier != "noun"}
    kept = [d for d in drafts if d.tier != "noun" or d.clause.number not in with_verb]
    having = {d.clause.number for d in kept}
    for clause in cut:
        home = None if clause.number in having else _home(clause, kept, cut, first)
        if home is not None:
            home.clauses.append(clause.number)
    return kept


def unless(drafts: Sequence[Draft], cut: Sequence[Clause], taxonomy: Taxonomy) -> list[Draft]:
    """A harm that will be done "unless" something happens is a threat, and what would avert it no act."""
    averting = {clause.number for clause in cut if clause.marker == UNLESS}
    if not averting:
        return list(drafts)
    for draft in drafts:
        harms = taxonomy.acts[draft.act].side == "conflict" and draft.stage in (PLANNED, TENTATIVE)
        if harms and draft.clause.number not in averting:
            draft.act, draft.stage = "THREATEN", TENTATIVE
    return [draft for draft in drafts if draft.clause.number not in averting]


def _home(clause: Clause, kept: Sequence[Draft], cut: Sequence[Clause], first: int) -> Draft | None:
    """The act to which a clause without an act of its own belongs: the last one before it, above it."""
    if clause.kind == RELATIVE:
        return None
    at = clause.tokens[0] if clause.tokens else first
    parent = clause.parent
    while parent >= 0:
        above = [d for d in kept if d.clause.number == parent]
        if above:
            earlier = [d for d in above if d.hit.first < at]
            return earlier[-1] if earlier else above[0]
        parent = cut[parent].parent
    inside = [d for d in kept if _under(d.clause.number, clause.number, cut)]
    return inside[0] if inside and clause.kind != PARTICIPLE else None


def _under(number: int, above: int, cut: Sequence[Clause]) -> bool:
    while number >= 0:
        if number == above:
            return True
        number = cut[number].parent
    return False
