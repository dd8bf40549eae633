"""Openings: what it takes for a cue of each tier to open an act of its own.

A verb of an act needs no company. Verbs such as expand need a tie as their object, words of value a speaker,
a noun a clause whose verbs tell no act, an event a time to come.
"""

from collections.abc import Callable, Mapping
from typing import TYPE_CHECKING

from analysis.cooperation.clauses import PARTICIPLE, RELATIVE, RESTRICTIVE, Clause
from analysis.cooperation.cues import BE_PAST, Hit
from analysis.cooperation.drafts import TOLD
from analysis.cooperation.stages import (
    OBLIGED,
    PAST,
    PLANNED,
    STALLED,
    TENTATIVE,
    TO_ONGOING,
    TO_PAST,
    TO_PLANNED,
    TO_STALLED,
    Chain,
)
from analysis.lexicons import closed

if TYPE_CHECKING:
    from analysis.cooperation.acts import Decider

ACT_TIERS = ("govern", "stance", "support", "compound", "content")
TIMES = closed("preposition of time")
COMING = closed("coming")
HALTS = "halts"
TALKS, JOINT_WORK = closed("talks"), closed("joint work")
TIE_REACH = 8  # tokens after "expand" in which its tie must be named
DATE_REACH = 5  # tokens before a noun in which "after" or "since" makes it a date


def act(to: "Decider", n: int, hit: Hit, clause: Clause, auxiliaries: Chain) -> None:
    """A verb that names an act opens it, unless it only says more about the act before it in its clause."""
    opened = to.opened(clause)
    if opened and opened[-1].shortened and clause.kind != PARTICIPLE and to.finite(hit, clause, auxiliaries):
        to.drafts.remove(opened.pop())
    if TOLD in hit.cue.flags:
        if opened or not to.told(hit):
            return
        to.open(hit, clause, auxiliaries, hit.cue.act, to.taxonomy.acts[hit.cue.act].stage, TOLD)
        return
    if opened and not to.finite(hit, clause, auxiliaries):
        opened[-1].absorbed.append(hit)
        return
    if (
        opened
        and hit.form == "ed"
        and not (auxiliaries.modal or auxiliaries.perfect or auxiliaries.passive)
        and not (to.coordinate(hit, clause, auxiliaries))
    ):
        opened[-1].absorbed.append(hit)  # "the soldiers arrested in May": a shortened relative clause
        return
    if hit.form == "ing" and "coop" in hit.cue.flags and not auxiliaries.progressive:
        return  # "hoping to", "planning to": an aim
    if clause.kind == RESTRICTIVE and hit.cue.tier == "govern" and to.drafts:
        to.absorb(to.drafts[-1], hit, auxiliaries)
        return
    if auxiliaries.infinitive and auxiliaries.before_to in BE_PAST:
        return  # "the cheapest way was to train masons"
    if (
        auxiliaries.infinitive
        and auxiliaries.before_to not in TO_PLANNED | TO_STALLED | TO_ONGOING | TO_PAST
        and to.drafts
    ):
        to.drafts[-1].absorbed.append(hit)  # "to sign": what another act is for
        return
    if HALTS in hit.cue.flags:
        subject = {to.tokens[i].lower for i in clause.tokens if i < hit.first}
        if clause.kind in (RELATIVE, RESTRICTIVE) and clause.tokens[0] > to.first:
            subject.add(to.tokens[clause.tokens[0] - 1].lower)
        for words, halted in ((TALKS, "CONSULT"), (JOINT_WORK, "COOPERATE")):
            if subject & words:
                to.open(hit, clause, auxiliaries, halted, STALLED)
                return
    to.open(hit, clause, auxiliaries, hit.cue.act, to.stage(hit, clause, auxiliaries, hit.cue.act))


def foster(to: "Decider", n: int, hit: Hit, clause: Clause, auxiliaries: Chain) -> None:
    """Verbs such as expand: what they tell depends on their auxiliaries and on a tie as object."""
    if auxiliaries.infinitive and auxiliaries.before_to not in TO_PLANNED | TO_STALLED | TO_ONGOING:
        return
    if hit.form == "ing" and not auxiliaries.progressive:
        return
    if any(d.clause.number == clause.number and d.act == "SUPPORT" for d in to.drafts):
        return
    end = to.hits[n + 1].first if n + 1 < len(to.hits) else to.last
    end = end if to.hits[n + 1 :][:1] and to.hits[n + 1].cue.tier != "noun" else to.last
    if auxiliaries.passive:
        tied = to.tie_between(max(to.first, hit.first - TIE_REACH * 2), hit.first)
    else:
        tied = to.tie_between(hit.last, min(end, hit.last + TIE_REACH))
    modal = auxiliaries.modal.removesuffix("n't")
    told = to.told(hit)
    if modal in ("could", "can", "would") and told:
        if tied or to.tie_between(to.first, to.last):
            to.open(hit, clause, auxiliaries, "SUPPORT", _valued(auxiliaries), "value")
    elif modal in OBLIGED and told and tied:
        to.open(hit, clause, auxiliaries, "PROPOSE", STALLED if auxiliaries.negated else "proposed", "value")
    elif tied and (
        modal in ("will", "shall", "'ll") or (auxiliaries.infinitive and auxiliaries.before_to in TO_PLANNED)
    ):
        to.open(hit, clause, auxiliaries, "AGREE", STALLED if auxiliaries.negated else PLANNED)
    elif tied and (to.finite(hit, clause, auxiliaries) or auxiliaries.infinitive):
        if (
            hit.form == "ed"
            and not (auxiliaries.passive or auxiliaries.perfect)
            and hit.first == clause.tokens[0]
        ):
            return
        to.open(hit, clause, auxiliaries, "COOPERATE", to.stage(hit, clause, auxiliaries, "COOPERATE"))


def _valued(auxiliaries: Chain) -> str | None:
    """A value as such has no stage; an expected benefit ("would", "will") is tentative."""
    if auxiliaries.negated:
        return STALLED
    return TENTATIVE if auxiliaries.modal in ("would", "will", "'ll", "'d") else None


def value(to: "Decider", n: int, hit: Hit, clause: Clause, auxiliaries: Chain) -> None:
    """Words of value ("could help", "is crucial") tell support in somebody's statement about a tie."""
    if not to.told(hit):
        return
    if any(d.act == "SUPPORT" and d.clause.number == clause.number for d in to.drafts):
        return
    if auxiliaries.infinitive or (hit.form == "ing" and not auxiliaries.progressive):
        return
    if hit.cue.rule == "help" and auxiliaries.modal == "":
        return
    if not to.tie_between(to.first, to.last):
        return
    to.open(hit, clause, auxiliaries, "SUPPORT", _valued(auxiliaries))


def noun(to: "Decider", n: int, hit: Hit, clause: Clause, auxiliaries: Chain) -> None:
    """A noun tells an act where no verb of its clause does, unless it is a date ("after the signing")."""
    if any(d.clause.number == clause.number for d in to.drafts):
        next(d for d in reversed(to.drafts) if d.clause.number == clause.number).absorbed.append(hit)
        return
    j = hit.first - 1
    while j >= to.first and to.tokens[j].lower not in (",", ";") and hit.first - j < DATE_REACH:
        if to.tokens[j].lower in TIMES:
            return
        j -= 1
    if clause.kind == RELATIVE:
        return
    said = to.stage(hit, clause, auxiliaries, hit.cue.act)
    following = {to.tokens[i].lower for i in clause.tokens if i >= hit.last}
    if said == PAST and following & COMING:
        said = PLANNED  # "the signing of the pact is expected in May"
    to.open(hit, clause, auxiliaries, hit.cue.act, said)


def event(to: "Decider", n: int, hit: Hit, clause: Clause, auxiliaries: Chain) -> None:
    """An event that is announced: act none, stage planned; nothing for what is over."""
    modal = auxiliaries.modal
    planned = (
        modal in ("will", "'ll")
        or hit.cue.rule in ("schedule", "slate", "be scheduled")
        or (auxiliaries.infinitive and auxiliaries.before_to in TO_PLANNED)
    )
    if not planned or auxiliaries.negated or any(d.clause.number == clause.number for d in to.drafts):
        return
    to.open(hit, clause, auxiliaries, "NONE", PLANNED)


OPENINGS: Mapping[str, Callable[["Decider", int, Hit, Clause, Chain], None]] = {
    **dict.fromkeys(ACT_TIERS, act),
    "foster": foster,
    "value": value,
    "noun": noun,
    "event": event,
}
