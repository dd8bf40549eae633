"""The coder: from a document, its statements and its referents to acts, each with its themes and parties."""

from collections.abc import Sequence
from typing import Any

from analysis.cooperation.acts import decide
from analysis.cooperation.casting import Casting
from analysis.cooperation.clauses import PARTICIPLE, RELATIVE, RESTRICTIVE, Clause, clauses
from analysis.cooperation.cues import BE, HAVE, MODALS, find
from analysis.cooperation.drafts import Draft, rule, unless
from analysis.cooperation.ledger import Act, merge
from analysis.cooperation.parties import Parties
from analysis.cooperation.roles import roles_of, zones
from analysis.cooperation.stages import FUTURE
from analysis.cooperation.taxonomy import Taxonomy, load
from analysis.cooperation.themes import COUNTED, OBJECT, Match, Theme, matcher
from analysis.cooperation.topic import about
from analysis.language.document import Document, Sentence
from analysis.lexicons import closed

MASKED = ("organisation", "event", "person", "place")
EVENTS = closed("event")
WITHOUT_AREA = ("ASSAULT", "MOBILIZE")  # force is about no area of cooperation
COOPERATIVE_TIERS = ("compound", "content", "govern", "value")  # not "expand": that needs a tie
TIME = closed("time")
FACT = (BE | HAVE) - {"be"}  # "suggested that he was to blame" tells a suspicion
ARTICLES = frozenset(["the", "a", "an", "its", "his", "her", "their"])
THAT_REACH = 5  # tokens between "suggested in the papers" and its "that"
SHARED = closed("shared")  # what is asked for is given to be used together ("information", "consultations")
NEEDS_A_TIE = ("stance",)  # "stressed" is an act only where it is about something done together


def code(
    document: Document, statements: Sequence[Any], referents: Any, *, taxonomy: Taxonomy | None = None
) -> tuple[Act, ...]:
    """Find the acts of an article, in the order of its text.

    `statements` are those of `speech.attribute` (or any objects with their fields): they say whose words a
    clause is, hence who proposed and through whom the news came. Rules alone decide; the stage of a mere act
    of words (praise, criticism) is None.
    """
    taxonomy = taxonomy or load()
    masked = _masked(document, referents)
    found: list[Act] = []
    for number, sentence in enumerate(document.sentences, 1):
        coder = _Sentence(document, sentence, number, statements, referents, taxonomy, masked)
        found += coder.acts(found[-1] if found else None)
    return about(found, document, taxonomy, masked)


def _masked(document: Document, referents: Any) -> frozenset[int]:
    """The tokens inside the names of organisations, events, persons and places."""
    return frozenset(
        i for name in document.names if name.kind in MASKED for i in range(name.first, name.last)
    )


class _Sentence:
    """One sentence on its way to acts."""

    def __init__(
        self,
        document: Document,
        sentence: Sentence,
        number: int,
        statements: Sequence[Any],
        referents: Any,
        taxonomy: Taxonomy,
        masked: frozenset[int],
    ) -> None:
        self.document, self.sentence, self.number, self.taxonomy, self.masked = (
            document,
            sentence,
            number,
            taxonomy,
            masked,
        )
        self.tokens = document.tokens
        self.first, self.last = sentence.first, sentence.last
        self.statements, self.referents = statements, referents

    def acts(self, previous: Act | None) -> list[Act]:
        """The acts of the sentence; `previous` is the article's last act before it."""
        hits = find(self.tokens, self.first, self.last, self.masked)
        if not hits:
            return []
        self.parties = Parties(self.document, self.sentence, self.statements, self.referents)
        self.sources = self.parties.source_tokens()
        self.matches = matcher(self.taxonomy).match(self.tokens, self.first, self.last, self.masked)
        self.umbrella = next((a.id for a in self.taxonomy.areas.values() if a.umbrella), "")
        self.speech = next((h.first for h in hits if h.cue.tier in ("speech", "stance")), None)
        cut = clauses(self.tokens, self.first, self.last, hits)
        drafts = decide(
            self.tokens,
            self.first,
            self.last,
            hits,
            cut,
            self.taxonomy,
            in_statement=lambda i: self.parties.covering(i) is not None,
            tie_between=self._tie,
        )
        rows: list[tuple[Draft, Act]] = []
        carried: dict[int, list[Any]] = {}
        drafts = unless(drafts, cut, self.taxonomy)
        for draft in drafts:
            region = self._region(draft, drafts, cut)
            self._wants(draft, region)
            if not self._holds(draft, region):
                continue
            if "asks" in draft.hit.cue.flags and draft.act == "PROPOSE" and not self._together(draft, region):
                draft.act = "DEMAND"
            themes = self._themes(draft, region, [act for _, act in rows])
            subject = self._subject(draft, region, cut, carried)
            carried[id(draft)] = subject
            beside = next((act for other, act in rows if other is draft.shares_subject), None)
            rows.append((draft, self._row(draft, region, themes, subject, beside or previous)))
        return merge([act for _, act in rows])

    # --- themes ---

    def _tie(self, first: int, last: int) -> bool:
        """Is a tie, an exchange or a visit named between two tokens?"""
        return any(
            m.area == self.umbrella and first <= m.first and m.last <= last and m.kind != "names"
            for m in self.matches
        )

    def _region(self, draft: Draft, drafts: Sequence[Draft], cut: Sequence[Clause]) -> list[int]:
        """The tokens of an act: its clause up to a coordinated act, and the clauses given to it."""
        beside = sorted(d.first for d in drafts if d.clause.number == draft.clause.number)
        own = [i for i in draft.clause.tokens if i >= draft.first]
        later = [f for f in beside if f > draft.first]
        if later:
            own = [i for i in own if i < later[0]]
        given = [i for n in draft.clauses for i in cut[n].tokens]
        return sorted({*own, *given})

    def _holds(self, draft: Draft, region: Sequence[int]) -> bool:
        """Does the act have what its cue needs: something cooperative to hope for, an event to announce?"""
        if draft.act == "NONE":
            before = [i for i in region if i < draft.hit.first]
            events = any(n.kind == "event" and n.first in before for n in self.document.names)
            return events or any(self.tokens[i].lower in EVENTS for i in before)
        if not self._complete(draft, region):
            return False
        inside = set(region)
        named = [m for m in self.matches if m.first in inside and m.kind not in ("names", "obstacles")]
        tie = any(m.area == self.umbrella and m.first > draft.hit.first for m in named)
        coop = any(
            h.cue.tier in COOPERATIVE_TIERS
            and h.cue.act != "NONE"
            and self.taxonomy.acts[h.cue.act].side == "cooperation"
            for h in draft.absorbed
        )
        if "coop" in draft.hit.cue.flags and draft.act in ("PROPOSE", "AGREE"):
            other = any(
                i in inside and i > draft.hit.last for i, _, m in self.parties.mentions if m.kind != "pronoun"
            )
            return coop or tie or (bool(named) and other)
        if draft.tier in NEEDS_A_TIE and draft.act == "SUPPORT":
            return coop or bool(named)
        return True

    def _wants(self, draft: Draft, region: Sequence[int]) -> None:
        """To want something of somebody else is a demand ("wants the duty to stay")."""
        after = [self.tokens[i].lower for i in region if i >= draft.hit.last]
        if draft.hit.cue.rule == "want" and after[:1] != ["to"] and "to" in after:
            draft.act = "DEMAND"

    def _complete(self, draft: Draft, region: Sequence[int]) -> bool:
        """Does the verb mean the act here? "Her colleague agreed." and "warned that it may rain" tell
        none.
        """
        after = [self.tokens[i].lower for i in region if i >= draft.hit.last]
        rule = draft.hit.cue.rule
        if rule == "agree" and draft.hit.form != "noun":
            return any(word.isalpha() and word not in TIME for word in after)
        if rule == "warn" and draft.act == "THREATEN":
            return bool(draft.absorbed) or any(word in FUTURE or word == "would" for word in after)
        if rule == "suggest" and draft.act == "PROPOSE" and "that" in after[:THAT_REACH]:
            told_as_fact = any(word in FACT for word in after)
            return not told_as_fact and (bool(draft.absorbed) or any(word in MODALS for word in after))
        return True

    def _together(self, draft: Draft, region: Sequence[int]) -> bool:
        """Is something asked for that both sides would do: a cooperative act, talks, a tie, information?"""
        inside = {i for i in region if i > draft.hit.first}
        return (
            any(
                h.cue.tier not in ("aim", "foster", "value")
                and h.cue.act != "NONE"
                and self.taxonomy.acts[h.cue.act].side == "cooperation"
                and "yield" not in h.cue.flags
                for h in draft.absorbed
            )
            or any(
                (m.area == self.umbrella and m.kind != "names" and m.first in inside) for m in self.matches
            )
            or any(self.tokens[i].lower in SHARED for i in inside)
        )

    def _themes(self, draft: Draft, region: Sequence[int], earlier: Sequence[Act]) -> tuple[Theme, ...]:
        if draft.plover in WITHOUT_AREA or draft.act == "PROTEST":
            return ()
        inside = set(region)
        here = [m for m in self.matches if m.first in inside and not self._is_cue(m, draft)]
        here = [
            m
            for m in here
            if m.kind != "names" or (m.first > draft.hit.first and m.first not in self.sources)
        ]
        places = zones(self.tokens, region, draft.hit.first, draft.governs or draft.spoken)
        plain = [m for m in here if m.kind not in ("fallback",)]
        themes = roles_of(plain, places)
        areas = [t for t in themes if t.theme != self.umbrella and t.role in COUNTED]
        if not areas and all(t.theme != self.umbrella or t.role not in COUNTED for t in themes):
            themes = roles_of(
                [m for m in here if m.kind != "names"] + [m for m in here if m.kind == "names"], places
            )
            fallback = self._fallback(draft)
            if fallback and all(t.theme != self.umbrella or t.role not in COUNTED for t in themes):
                themes = (*[t for t in themes if t.theme != self.umbrella], fallback)
        if draft.act == "NONE":
            themes = tuple(t for t in themes if t.theme != self.umbrella)
        if not any(t.role in COUNTED for t in themes) and draft.act in ("REDUCE", "EASE") and earlier:
            known = {t.theme for t in themes}
            themes = (*[t for t in earlier[-1].themes if t.role in COUNTED and t.theme not in known], *themes)
        return themes

    def _fallback(self, draft: Draft) -> Theme | None:
        """The umbrella, where the act names no area and its own verb is a visit or an exchange."""
        verbs = {draft.hit.first, *(h.first for h in draft.absorbed)}
        if any(m.area == self.umbrella and m.first in verbs for m in self.matches):
            return Theme(self.umbrella, OBJECT)
        return None

    def _is_cue(self, match: Match, draft: Draft) -> bool:
        """A cue's own verb is no theme beside it ("collaborating in culture")."""
        return (
            match.area == self.umbrella and match.first == draft.hit.first and match.last == match.first + 1
        )

    # --- parties ---

    def _subject(
        self, draft: Draft, region: Sequence[int], cut: Sequence[Clause], carried: dict[int, list[Any]]
    ) -> list[Any]:
        own = [
            i for i in draft.clause.tokens if draft.first <= i < draft.chain.first and i not in self.sources
        ]
        found = self.parties.subject(own)
        if found:
            return found
        if draft.clause.kind in (RELATIVE, RESTRICTIVE):
            antecedent = self.parties.antecedent(draft.clause.tokens[0])
            if antecedent:
                return antecedent
        if draft.shares_subject is not None and id(draft.shares_subject) in carried:
            return carried[id(draft.shares_subject)]
        if draft.act == "NONE":
            return []
        if draft.clause.kind == PARTICIPLE or draft.hit.form in ("ing", "base"):
            parent = draft.clause.parent
            while parent >= 0:
                above = [i for i in cut[parent].tokens if i < draft.clause.tokens[0]]
                found = self.parties.subject([i for i in above if i not in self.sources])
                if not found and draft.clause.kind == PARTICIPLE:
                    found = self.parties.subject(above)  # who spoke before it does this, too
                if found:
                    return found[:1] if len(found) > 1 else found
                parent = cut[parent].parent
        whole = [i for i in draft.clause.tokens if draft.first <= i < draft.chain.first]
        return self.parties.subject(whole)  # whoever speaks does this, too

    def _row(
        self,
        draft: Draft,
        region: Sequence[int],
        themes: tuple[Theme, ...],
        subject: list[Any],
        previous: Act | None,
    ) -> Act:
        kind = self.taxonomy.acts[draft.act]
        near = previous is not None and previous.sentence >= self.number - 1
        own = [self.tokens[i].lower for i in draft.clause.tokens if draft.first <= i < draft.chain.first]
        finite = draft.hit.form in ("ed", "s") and not draft.chain.passive
        named = finite and any(word in ARTICLES for word in own)  # "the union has ..."
        relative = named or draft.clause.kind in (RELATIVE, RESTRICTIVE)
        carried = previous.actors if previous is not None and near and not relative else ()
        same = previous is not None and previous.sentence == self.number
        cast = Casting(draft, region, subject, self.parties, self.sources, self.speech).cast(
            kind.voiced, carried, same
        )
        a, b = draft.hit.first, max(draft.hit.first + 1, draft.hit.last)
        return Act(
            sentence=self.number,
            start=self.tokens[region[0]].start,
            end=self.tokens[max(region[-1], b - 1)].end,
            act=draft.act,
            stage=draft.stage,
            side=kind.side,
            themes=themes,
            actors=cast.actors,
            recipients=cast.recipients,
            proposer=cast.proposer,
            via=cast.via,
            cue=(self.tokens[a].start, self.tokens[b - 1].end),
            rule=rule(draft, self.tokens),
        )
