"""Casting: the part each party of an act plays: actor, recipient, proposer, or channel of the news."""

from collections.abc import Sequence
from typing import Any, NamedTuple

from analysis.cooperation.drafts import Draft
from analysis.cooperation.parties import FIRST_PERSON, PARTNERS, WITH, Parties, names, together
from analysis.cooperation.stages import PLANNED, PROPOSED, TENTATIVE

PRONOUNS = frozenset(["who", "which", "that"])  # of a relative clause: its antecedent acts
OPEN_STAGES = (PROPOSED, TENTATIVE, PLANNED)  # what is not yet settled has somebody who put it forward
DIRECT_REACH = 8  # tokens after "met" in which its other party is looked for


class Cast(NamedTuple):
    """The parties of one act by their canonical names."""

    actors: tuple[str, ...]
    recipients: tuple[str, ...]
    proposer: str | None
    via: str | None


class Casting:
    """One act, the mentions of its subject and its statement, on the way to its cast."""

    def __init__(
        self,
        draft: Draft,
        region: Sequence[int],
        subject: list[Any],
        parties: Parties,
        sources: frozenset[int],
        speech: int | None,
    ) -> None:
        self.draft, self.region, self.subject = draft, region, subject
        self.parties, self.sources, self.speech = parties, sources, speech
        self.after = [i for i in region if i > draft.hit.first]
        self.announcing = parties.announced_by(draft.hit.first, draft.hit.last)
        self.covering = parties.covering(draft.hit.first)
        self.speaker = self._speaker()

    def cast(self, voiced: bool, carried: tuple[str, ...], same: bool = False) -> Cast:
        """Give out the parts; `carried` are the actors before, for a sentence that names nobody or, where
        they are of the `same` one, for a verb beside theirs.
        """
        partners = self._partners()
        actors = self._actors(partners)
        if not actors and (same or not self.parties.mentions) and self.draft.act != "NONE":
            actors = carried
        recipients = self._recipients(actors)
        if self.draft.hit.form == "noun" and not actors:
            actors = names(partners)
            recipients = tuple(name for name in recipients if name not in actors)
        return Cast(actors, recipients, self._proposer(actors, voiced), self._via(actors))

    def _speaker(self) -> tuple[str, ...]:
        """Whoever acts by speaking: the speaker of "proposed", of "could help", of "we will"."""
        statement = self.announcing
        if statement is None and (self.draft.spoken or self._first_person()):
            statement = self.covering
        if statement is None or not statement.speaker or statement.speaker.lower() in PRONOUNS:
            return ()
        return tuple(statement.joint or (statement.speaker,))

    def _first_person(self) -> bool:
        before = (i for i in self.draft.clause.tokens if i < self.draft.hit.first)
        return any(self.parties.tokens[i].lower in FIRST_PERSON for i in before)

    def _partners(self) -> list[Any]:
        """The other party of a verb that takes two, or the parties of a noun."""
        if self.draft.hit.form == "noun":
            return self.parties.partners(self.after, PARTNERS)
        if "joint" not in self.draft.hit.cue.flags:
            return []
        found = self.parties.partners(self.after, WITH)
        if found or "direct" not in self.draft.hit.cue.flags:
            return found
        near = [i for i in self.after if i <= self.draft.hit.last + DIRECT_REACH]
        return self.parties.objects(near, self.sources)[:1]

    def _actors(self, partners: list[Any]) -> tuple[str, ...]:
        if self.speaker:
            return self.speaker
        if self.draft.chain.passive and self.draft.hit.cue.rule != "be twinned":
            found = names(self.parties.partners(self.after))
            if not found and self.draft.act == "FORMALISE":
                found = names(self.parties.partners(self.region))
        elif self.draft.spoken:
            start = self.parties.first
            found = names(self.parties.subject(range(start, self.speech))[-1:]) if self.speech else ()
        elif self._itself() and self.covering.speaker:
            found = tuple(self.covering.joint or (self.covering.speaker,))
        else:
            found = names(self.subject)
        if "joint" in self.draft.hit.cue.flags:
            found = tuple(dict.fromkeys((*found, *names(partners))))
        return found

    def _itself(self) -> bool:
        """Is the subject an "it" in somebody's words? Then it is whoever speaks."""
        if len(self.subject) != 1 or self.subject[0].kind != "pronoun" or self.covering is None:
            return False
        at = self.subject[0].start
        return any(
            self.parties.tokens[i].start == at and self.parties.tokens[i].lower == "it"
            for i in self.draft.clause.tokens
        )

    def _recipients(self, actors: Sequence[str]) -> tuple[str, ...]:
        towards = names(self.parties.objects(self.after, self.sources))
        if self.draft.spoken or (self.draft.chain.passive and not self.speaker):
            towards = (*names(self.subject), *towards)
        return tuple(dict.fromkeys(name for name in towards if name not in actors))

    def _proposer(self, actors: tuple[str, ...], voiced: bool) -> str | None:
        """An act of words is put forward by who performs it, a thing not yet settled by who speaks of it."""
        if voiced:
            if self.speaker:
                return (self.announcing or self.covering).speaker
            found = together(self.subject if names(self.subject) == actors else (), actors)
            if found is None and self.covering is not None and self.draft.stage in OPEN_STAGES:
                return self.covering.speaker
            return found
        if self.draft.stage in OPEN_STAGES and self.covering is not None and self.draft.act != "NONE":
            return self.covering.speaker
        return None

    def _via(self, actors: Sequence[str]) -> str | None:
        """Who passed the news on: the one who relays the actor's words, or the source of what others did."""
        statement = self.announcing or self.covering
        if statement is None:
            return None
        own = self.announcing is not None or {statement.speaker, *(statement.joint or ())} & set(actors)
        return statement.via if own else statement.speaker or statement.via
