"""Pronouns: whom "he", "it" and "they" mean.

A pronoun goes to the subject of the nearest clause before it that agrees: first in its own sentence, then
the main subject of the sentences before. What stands inside a quotation is never meant from outside; from
inside, the speaker is never "he" or "she". An "it" that means nothing ("it may take time") is left alone, as
are "I" and "we".
"""

from bisect import bisect_left
from collections import Counter
from functools import cache

from analysis.language.antecedents import head_of_relative, in_order, is_unsettled, ranked
from analysis.language.coordination import Candidate, by_place, coordinated, numbered
from analysis.language.document import Document, Sentence
from analysis.language.gazetteer import groups, small
from analysis.language.inflection import finite_forms
from analysis.language.referents import Mention, Referent
from analysis.language.subjects import is_subject
from analysis.lexicons import closed, entries, words

MEMORY = 6  # sentences back in which a person is looked for: a long quotation may lie between
SHORT_MEMORY = 2  # the same for "it" and "they", which grow stale sooner
INTRODUCTION = 10  # tokens before the comma in "In his speech on Monday, Oh said"


class Pronouns:
    """Resolves the pronouns of a document, sentence by sentence, given its other mentions."""

    def __init__(self, document: Document, mentions: list[Mention]):
        self.document = document
        self.tokens = document.tokens
        self.mentions = mentions
        self.starts = document.starts
        self.plurals = document.places(_plurals())
        self.genders: dict[str, str] = {}  # what pronouns have told of persons so far
        self.quotation = numbered(document)

    def resolve(self) -> list[Mention]:
        """The pronouns of the third person that could be resolved."""
        found: list[Mention] = []
        layers: list[list[Candidate]] = []  # a list a sentence: what a later pronoun can mean, best first
        paragraphs = Counter(s.paragraph for s in self.document.sentences)
        forms = _forms()
        pronouns = self.document.places(forms)
        at = 0
        for sentence in self.document.sentences:
            here: list[Candidate] = []
            while at < len(self.mentions) and self.mentions[at].start < sentence.end:
                here.append(self._candidate(self.mentions[at]))
                at += 1
            here += self._bare_plurals(sentence, here)
            for i in sorted(_within(pronouns, sentence), key=self._is_quoted):  # who speaks, then of whom
                here.sort(key=by_place)
                referent = self._referent(forms[self.tokens[i].lower], i, sentence, here, layers)
                if referent:
                    mention = Mention(self.tokens[i].start, self.tokens[i].end, "pronoun", referent)
                    found.append(mention)
                    here.append(self._candidate(mention))
            alone = paragraphs[sentence.paragraph] == 1
            layers.append(ranked(self.tokens, sentence, here, alone=alone))
        return found

    def _is_quoted(self, i: int) -> bool:
        return self.quotation[i] >= 0

    def _candidate(self, mention: Mention) -> Candidate:
        first, last = bisect_left(self.starts, mention.start), bisect_left(self.starts, mention.end)
        own = mention.kind == "pronoun" and _forms()[self.tokens[first].lower]["case"] in _NEVER_SUBJECT
        subject = not own and is_subject(self.document, first, last, mention.referent.type)
        return Candidate(mention, first, last, subject, self.quotation[first])

    def _bare_plurals(self, sentence: Sentence, known: list[Candidate]) -> list[Candidate]:
        """Groups without a determiner ("residents"): no mentions of their own, but "they" may mean them."""
        found = []
        for i in _within(self.plurals, sentence):
            token = self.tokens[i]
            if not any(c.first <= i < c.last for c in known):
                mention = Mention(token.start, token.end, "group", Referent(token.lower, "group"))
                found.append(self._candidate(mention))
        return found

    def _referent(
        self,
        form: dict[str, str],
        i: int,
        sentence: Sentence,
        here: list[Candidate],
        layers: list[list[Candidate]],
    ) -> Referent | None:
        ahead = [c for c in here if c.first > i]
        here = [c for c in here if c.first < i]
        if form["number"] == "plural":
            return self._plural(i, here, layers)
        if form["gender"] not in ("m", "f"):
            return self._thing(i, here, layers) if form["gender"] else None
        quoted = self.quotation[i]
        earlier = [c for c in here if c.quotation in (-1, quoted)]
        barred = (
            {c.referent.name for c in [*here, *ahead] if c.subject and c.quotation < 0}
            if quoted >= 0
            else set()
        )
        if form["case"] == "object" or (form["case"] == "any" and self._is_object(i)):
            barred |= {c.referent.name for c in [c for c in earlier if c.subject][-1:]}
        if head := head_of_relative(self.tokens, i, earlier):
            barred |= {head.referent.name}
        introduced = self._introduced(i, sentence, earlier, ahead, form["gender"])
        if introduced:
            return introduced
        back = layers[-1 : -MEMORY - 1 : -1]
        subject = form["case"] == "subject"
        unsettled: Referent | None = None  # a name of which nothing tells whose it is
        for layer in in_order(self.tokens, i, earlier, back, subject=subject):
            layer = [c for c in layer if c.referent.name not in barred]
            if person := self._person(layer, form["gender"]):
                break
            if subject and not unsettled:
                unsettled = next((c.referent for c in layer if is_unsettled(self.tokens, c)), None)
        else:
            return unsettled
        if quoted < 0 and not person.gender:
            self.genders.setdefault(person.name, form["gender"])
        return person

    def _person(self, layer: list[Candidate], gender: str) -> Referent | None:
        """The first person of a layer that agrees, by what names, titles and earlier pronouns have told.

        "She" is rather a woman who is known for one, for "he" the order decides: most people in the news are.
        """
        people = [r for c in layer if (r := c.mention.referent).type == "person"]
        agreeing = [r for r in people if self._gender(r) in ("", gender)]
        known = (r for r in agreeing if gender == "f" and self._gender(r))
        return next(known, agreeing[0] if agreeing else None)

    def _gender(self, referent: Referent) -> str:
        return referent.gender or self.genders.get(referent.name, "")

    def _is_object(self, i: int) -> bool:
        """Is this "her" an object, not a possessive?"""
        after = self.tokens[i + 1] if i + 1 < len(self.tokens) else None
        return after is None or not after.text[0].isalnum() or after.lower in words("stopwords")

    def _introduced(
        self, i: int, sentence: Sentence, earlier: list[Candidate], ahead: list[Candidate], gender: str
    ) -> Referent | None:
        """ "In his speech on Monday, Oh said": the subject behind the comma."""
        if any(c.referent.type == "person" for c in earlier) or not i - sentence.first < INTRODUCTION:
            return None
        opener = self.tokens[sentence.first].lower
        if opener not in small("preposition") and not opener.endswith("ing"):
            return None
        comma = next((k for k in range(i, sentence.last) if self.tokens[k].text == ","), sentence.last)
        return self._person(
            [c for c in ahead if c.subject and comma < c.first < comma + INTRODUCTION][:1], gender
        )

    def _plural(self, i: int, here: list[Candidate], layers: list[list[Candidate]]) -> Referent | None:
        """The nearest group of the sentence, or those named side by side; then of the sentences before."""
        earlier = [c for c in here if c.quotation in (-1, self.quotation[i])]
        subjects = [c for c in reversed(earlier) if c.subject]
        same = [*subjects, *(c for c in reversed(earlier) if not c.subject)]
        for layer, inner in ((same, True), *((layer, False) for layer in reversed(layers[-SHORT_MEMORY:]))):
            group = next((c for c in layer if c.referent.type == "group"), None)
            pair = coordinated(self.tokens, layer, met=not inner)
            if group and pair:
                chosen = group.first > pair[0] if inner else group.subject or group.first < pair[0]
                return group.referent if chosen else pair[1]
            if group or pair:
                return group.referent if group else pair[1]
        return None

    def _thing(self, i: int, here: list[Candidate], layers: list[list[Candidate]]) -> Referent | None:
        """The body or place that "it" means: a subject, or a body of the same sentence."""
        if self._means_nothing(i):
            return None
        quoted = self.quotation[i]
        earlier = [c for c in here if c.quotation == quoted and c.referent.type in ("organisation", "place")]
        subjects = [c for c in earlier if c.subject]
        if (
            subjects and i and self.tokens[i - 1].lower in small("preposition")
        ):  # "Riga paid for it": not Riga
            earlier = [c for c in earlier if c.referent.name != subjects[-1].referent.name]
            subjects = [c for c in subjects if c in earlier]
        if subjects:
            return subjects[-1].referent
        bodies = [c for c in earlier if c.referent.type == "organisation"]
        if bodies:
            return bodies[-1].referent
        if quoted >= 0:
            return None
        for layer in reversed(layers[-SHORT_MEMORY:]):
            if not layer:
                continue
            first = layer[0]
            if first.subject and first.referent.type in ("organisation", "place"):
                return first.referent if self._opens(first) else None
            return next((c.referent for c in layer if self._closes(c)), None)
        return None

    def _opens(self, candidate: Candidate) -> bool:
        """Does the mention open its sentence or clause, so that no other noun is its subject?"""
        before = self.tokens[candidate.first - 1] if candidate.first else None
        if before is not None and before.lower == "the":
            before = self.tokens[candidate.first - 2] if candidate.first > 1 else None
        return (
            before is None or not before.text[0].isalnum() or before.lower in ("that", "but", "and", "while")
        )

    def _closes(self, candidate: Candidate) -> bool:
        """Is it the body in "..., the city government said." at the end of a sentence?"""
        if candidate.referent.type != "organisation" or candidate.last + 1 >= len(self.tokens):
            return False
        said, stop = self.tokens[candidate.last], self.tokens[candidate.last + 1]
        return stop.text == "." and said.lower in finite_forms("cues", "class", "speech")

    def _means_nothing(self, i: int) -> bool:
        """ "It is important that", "it may take time": the "it" that stands for nothing."""
        at, being = i + 1, False
        aux = closed("be") | closed("modal") | closed("have") | closed("negated auxiliary") | {"'s"}
        while at < len(self.tokens) and (
            self.tokens[at].lower in aux or self.tokens[at].lower in small("adverb")
        ):
            being = being or self.tokens[at].lower in closed("be") or self.tokens[at].lower == "'s"
            at += 1
        word = self.tokens[at].lower if at < len(self.tokens) else ""
        if word in small("taking"):
            return any(t.lower in small("duration") for t in self.tokens[at + 1 : at + 4])
        return word in small("seeming") or (being and word in small("pleonastic"))


_NEVER_SUBJECT = ("object", "possessive", "possessive_pronoun", "reflexive")


def _within(places: list[int], sentence: Sentence) -> list[int]:
    """Those of the tokens, in order, that stand in a sentence."""
    return places[bisect_left(places, sentence.first) : bisect_left(places, sentence.last)]


@cache
def _plurals() -> frozenset[str]:
    """The nouns of groups of people and bodies."""
    return frozenset(noun for noun, (_, kind) in groups().items() if kind != "place")


@cache
def _forms() -> dict[str, dict[str, str]]:
    return {e["word"]: dict(e) for e in entries("pronouns") if e["person"] == "3"}
