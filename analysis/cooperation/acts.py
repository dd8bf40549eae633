"""Acts: which cues of a sentence tell an act, and which of two cues decides.

A governing verb ("proposed") wins over what it governs ("proposed resuming flights" is a proposal); a verb
with its object ("lifted the ban") wins over the verb alone; then the text's order decides. A new finite verb,
a relative or a participle clause can tell an act of its own. What each kind of cue needs to open an
act stands in `openings`; here it is decided to which act a cue belongs.
"""

from collections.abc import Callable, Sequence

from analysis.cooperation.clauses import (
    CONDITIONS,
    CONTENT,
    MAIN,
    RESTRICTIVE,
    SUBORDINATE,
    Clause,
)
from analysis.cooperation.cues import Hit, before
from analysis.cooperation.drafts import TOLD, Draft, settle
from analysis.cooperation.openings import ACT_TIERS, OPENINGS
from analysis.cooperation.stages import (
    OBLIGED,
    PLANNED,
    STALLED,
    TENTATIVE,
    Chain,
    chain,
    stage,
)
from analysis.cooperation.taxonomy import Taxonomy
from analysis.language.document import Token

CONFLICT_DEEDS = ("REDUCE", "COERCE", "PROTEST")
COORDINATORS = frozenset(["and", "but", "or", "then", ","])
NO_SUBJECT = frozenset(["no", "neither", "none", "nobody"])
QUOTES = frozenset(['"', "'", ",", "but", "and", "so", "that"])  # what may stand before a clause's subject


def decide(
    tokens: Sequence[Token],
    first: int,
    last: int,
    hits: Sequence[Hit],
    cut: Sequence[Clause],
    taxonomy: Taxonomy,
    *,
    in_statement: Callable[[int], bool],
    tie_between: Callable[[int, int], bool],
) -> list[Draft]:
    """The acts of one sentence, in text order.

    `in_statement` says whether a token is somebody's reported words, `tie_between` whether a tie or an
    exchange is named between two tokens.
    """
    decider = Decider(tokens, first, last, hits, cut, taxonomy, in_statement, tie_between)
    for n, hit in enumerate(hits):
        decider.read(n, hit)
    return settle(decider.drafts, cut, first)


class Decider:
    """Reads the cues of one sentence in their order and keeps the acts that they open."""

    def __init__(
        self,
        tokens: Sequence[Token],
        first: int,
        last: int,
        hits: Sequence[Hit],
        cut: Sequence[Clause],
        taxonomy: Taxonomy,
        in_statement: Callable[[int], bool],
        tie_between: Callable[[int, int], bool],
    ) -> None:
        self.tokens, self.first, self.last, self.hits, self.cut = tokens, first, last, hits, cut
        self.taxonomy, self.in_statement, self.tie_between = taxonomy, in_statement, tie_between
        self.owner = {i: clause.number for clause in cut for i in clause.tokens}
        self.drafts: list[Draft] = []
        self.governor: dict[int, Draft | None] = {}  # the governing act that is open in each clause
        self.past = any(h.form == "ed" for h in hits) or any(
            tokens[i].lower in ("was", "were", "had", "did", "have", "has") for i in range(first, last)
        )
        self._speech = any(h.cue.tier in ("speech", "stance") for h in hits)
        self.previous: Hit | None = None

    # --- reading one cue ---

    def read(self, n: int, hit: Hit) -> None:
        """Let one cue open an act, or belong to the act that governs it."""
        clause = self.cut[self.owner[hit.first]]
        auxiliaries = chain(self.tokens, hit, self.first, self.previous)
        opening = next((i for i in clause.tokens if self.tokens[i].lower not in QUOTES), hit.first)
        if self.tokens[opening].lower in NO_SUBJECT and opening < hit.first and not auxiliaries.infinitive:
            auxiliaries = auxiliaries._replace(negated=True)  # "no agreement was signed"
        if hit.form != "noun":
            self.previous = hit
        governor = self._governor(hit, clause, auxiliaries)
        tier = hit.cue.tier
        if governor is not None and tier != "event":
            self.absorb(governor, hit, auxiliaries)
            return
        if tier == "speech":
            self.governor[clause.number] = None
        elif tier in OPENINGS:
            OPENINGS[tier](self, n, hit, clause, auxiliaries)

    def _governor(self, hit: Hit, clause: Clause, auxiliaries: Chain) -> Draft | None:
        """The open governing act in whose reach the cue stands, or None."""
        own = self.governor.get(clause.number)
        if own is not None:
            if self.coordinate(hit, clause, auxiliaries):
                self.governor[clause.number] = None
                return None
            return own
        if clause.kind in (CONTENT, RESTRICTIVE) and clause.parent >= 0:
            above = self.governor.get(clause.parent)
            if (
                above is not None
                and above.hit.first < hit.first
                and (
                    clause.kind == CONTENT
                    or hit.cue.tier in ("govern", "foster", "value", "aim", "stance", "noun")
                )
            ):
                return above
        if clause.kind == SUBORDINATE and clause.parent >= 0 and self.cut[clause.parent].kind == CONTENT:
            return self.governor.get(self.cut[clause.parent].parent)
        return None

    def finite(self, hit: Hit, clause: Clause, auxiliaries: Chain) -> bool:
        """Is the cue a finite verb of its clause (no infinitive, gerund, noun or shortened relative)?"""
        if hit.form == "noun" or auxiliaries.infinitive:
            return False
        if auxiliaries.modal or auxiliaries.perfect or auxiliaries.progressive or auxiliaries.passive:
            return True
        return hit.form in ("ed", "s") or (hit.form == "base" and clause.tokens[0] != hit.first)

    def coordinate(self, hit: Hit, clause: Clause, auxiliaries: Chain) -> bool:
        """Does the cue open a verb phrase beside the one before ("met ... and signed ...")?"""
        if not self.finite(hit, clause, auxiliaries):
            return False
        j = before(self.tokens, auxiliaries.first, self.first)
        return hit.form in ("ed", "s") and j >= 0 and self.tokens[j].lower in COORDINATORS

    def absorb(self, draft: Draft, hit: Hit, auxiliaries: Chain) -> None:
        """A cue in the reach of a governing act belongs to it, and may turn it."""
        first = not any(h.cue.tier in (*ACT_TIERS, "noun") for h in draft.absorbed)
        draft.absorbed.append(hit)
        modal = auxiliaries.modal.removesuffix("n't")
        draft.obliged = draft.obliged or modal in OBLIGED
        if draft.tier == TOLD and hit.cue.tier == "foster" and self.tie_between(hit.first, self.last):
            self._turn(draft, "PROPOSE", "proposed")
        if not first or hit.cue.tier not in (*ACT_TIERS, "noun"):
            if modal in OBLIGED and draft.tier == "stance":
                self._turn(draft, "PROPOSE", "proposed")
            return
        content = hit.cue.act
        if (
            draft.tier == TOLD
            and self._side(content) == "cooperation"
            and "yield" not in hit.cue.flags
            and not auxiliaries.negated
        ):
            self._turn(draft, "PROPOSE", "proposed")
            return
        if draft.hit.cue.rule == "order" and content == "EASE" and not auxiliaries.negated:
            self._turn(draft, "EASE", stage(draft.hit, "tense", draft.chain))
            return
        asks = "yield" in hit.cue.flags or (auxiliaries.negated and content in CONFLICT_DEEDS)
        if draft.act == "PROPOSE" and draft.tier == "govern":
            if asks:
                self._turn(draft, "DEMAND", "proposed")
            elif content in ("REDUCE", "COERCE") and "coop" not in draft.hit.cue.flags:
                named = content == "REDUCE" and hit.form == "noun"  # "calls for sanctions", not "asks to end"
                self._turn(draft, "CRITICISE" if named else "DEMAND", None if named else "proposed")
        elif draft.act == "AGREE" and content == "REJECT" and not auxiliaries.negated:
            self._turn(draft, content, STALLED)
        elif draft.act == "AGREE" and content in CONFLICT_DEEDS and not auxiliaries.negated:
            self._turn(draft, content, PLANNED if draft.stage != STALLED else STALLED, hit.cue.plover)
        elif draft.tier == "stance":
            if asks and modal in OBLIGED:
                self._turn(draft, "DEMAND", "proposed")
            elif modal in OBLIGED and self._side(content) == "cooperation":
                self._turn(draft, "PROPOSE", "proposed")
            elif self._side(content) == "conflict" or content in ("AGREE", "PROPOSE"):
                said = stage(hit, self.taxonomy.acts[content].stage, auxiliaries, reported=True)
                self._turn(draft, content, said, hit.cue.plover)
        elif draft.act == "INVITE":
            draft.stage = PLANNED if hit.cue.stage == PLANNED else draft.stage

    def _turn(self, draft: Draft, act: str, new_stage: str | None, plover: str = "") -> None:
        draft.act, draft.plover = act, plover
        draft.stage = draft.stage if draft.stage in (STALLED, TENTATIVE) else new_stage

    def _side(self, act: str) -> str:
        return self.taxonomy.acts[act].side

    # --- opening an act ---

    def opened(self, clause: Clause) -> list[Draft]:
        """The acts that verbs of this clause have opened so far."""
        return [d for d in self.drafts if d.clause.number == clause.number and d.tier != "noun"]

    def told(self, hit: Hit) -> bool:
        """Are these somebody's words, by a statement or by a verb of speech in the sentence?"""
        return self._speech or self.in_statement(hit.first)

    def open(
        self, hit: Hit, clause: Clause, auxiliaries: Chain, act: str, new_stage: str | None, tier: str = ""
    ) -> None:
        """Open an act; what it governs in its clause will belong to it."""
        earlier = self.opened(clause)
        draft = Draft(hit, clause, auxiliaries, act, new_stage, tier or hit.cue.tier, hit.cue.plover)
        draft.agent = hit.last < self.last and self.tokens[hit.last].lower == "by"
        draft.first = auxiliaries.first if earlier else clause.tokens[0]
        draft.shares_subject = earlier[-1] if earlier else None
        self.drafts.append(draft)
        self.governor[clause.number] = draft if draft.governs else None

    def stage(self, hit: Hit, clause: Clause, auxiliaries: Chain, act: str) -> str | None:
        """The stage of an act of this kind; what will be done if something else happens is tentative."""
        found = stage(
            hit,
            self.taxonomy.acts[act].stage,
            auxiliaries,
            reported=self.told(hit),
            condition=clause.kind == SUBORDINATE and clause.marker in CONDITIONS,
            past_context=self.past,
        )
        hangs = any(c.kind == SUBORDINATE and c.marker in ("if", "unless") for c in self.cut)
        return TENTATIVE if hangs and found == PLANNED and clause.kind in (MAIN, CONTENT) else found
