"""Coreference: whom each name, title, group and pronoun of an article stands for.

Names first, then nominals, then pronouns, each sentence in its turn. A pronoun goes to the person who was
subject last (of this sentence, then of those before), never to somebody named only inside a possessive or
behind a preposition while a subject is there, and never to somebody inside a quotation.
"""

from analysis.language.document import Document, Sentence
from analysis.language.entities import entities
from analysis.language.nominals import find_nominals, resolve_nominal
from analysis.language.referents import Mention, Referent, Referents
from analysis.lexicons import entries, words

MEMORY = 6  # sentences back in which a pronoun's referent is looked for
PREPOSITIONS = frozenset(["of", "with", "to", "by", "from", "for", "in", "at", "on", "against", "between", "about", "under", "like", "than", "via", "behind", "towards", "toward", "into", "among"])


def refer(document: Document) -> Referents:
    """Resolve every mention of an article that can be resolved with some certainty."""
    named = [
        Mention(name.start, name.end, "name", referent)
        for name, referent in entities(document).items()
        if name.kind != "event"
    ]
    mentions = sorted(named)
    taken = [(m.start, m.end) for m in mentions if m.referent.type in ("person", "organisation")]
    for nominal in find_nominals(document):
        before = [m for m in mentions if m.start < nominal.start]
        found = resolve_nominal(nominal, document, before)
        if found and not any(s < found.end and found.start < e for s, e in taken):
            mentions = sorted([m for m in mentions if not (found.start <= m.start and m.end <= found.end)] + [found])
            taken.append((found.start, found.end))
    return Referents(tuple(sorted(mentions + _pronouns(document, mentions))))


def _pronouns(document: Document, mentions: list[Mention]) -> list[Mention]:
    """Resolve the pronouns of the third person, sentence by sentence."""
    forms = {e["word"]: e for e in entries("pronouns") if e["person"] == "3"}
    quoted = [(q.start, q.end) for q in document.quotations if q.depth == 0]
    found: list[Mention] = []
    subjects: list[list[Mention]] = []  # a list a sentence: its mentions outside quotations, best first
    for sentence in document.sentences:
        here = [m for m in mentions if sentence.start <= m.start < sentence.end]
        for i in range(sentence.first, sentence.last):
            token = document.tokens[i]
            form = forms.get(token.lower)
            if form is None:
                continue
            earlier = [m for m in here if m.start < token.start]
            inside = any(s <= token.start < e for s, e in quoted)
            ranked = _ranked(document, earlier, [] if inside else quoted)
            referent = _choose(form, [ranked, *reversed(subjects[-MEMORY:])])
            if referent:
                mention = Mention(token.start, token.end, "pronoun", referent)
                found.append(mention)
                here = sorted([*here, mention])
        subjects.append(_ranked(document, here, quoted))
    return found


def _ranked(document: Document, mentions: list[Mention], quoted: list[tuple[int, int]]) -> list[Mention]:
    """The mentions of a sentence that a later pronoun can mean: subjects first, then in their order."""
    outside = [m for m in mentions if not any(s <= m.start < e for s, e in quoted)]
    return sorted(outside, key=lambda m: (not _is_subject(document, m), m.start))


def _is_subject(document: Document, mention: Mention) -> bool:
    """Not possessive, and not behind a preposition: near enough to "subject" without a parser."""
    after = document.plain[mention.end : mention.end + 2]
    if after.startswith("'"):
        return False
    if mention.kind == "pronoun" and document.plain[mention.start : mention.end].lower() in ("his", "its", "their", "him", "them"):
        return False
    before = document.plain[max(0, mention.start - 40) : mention.start].lower().split()
    before = [w for w in before if w != "the" and w not in words("titles")]
    if mention.referent.type == "person" and before and before[-1] not in PREPOSITIONS:
        # "with Beijing Mayor Yin Yong": look behind the place and the title
        raw = document.plain[max(0, mention.start - 60) : mention.start].split()
        while raw and (raw[-1].lower() in words("titles") or (raw[-1][0].isupper() and raw[-1][-1].isalnum())):
            raw.pop()
        return not (raw and raw[-1].lower() in PREPOSITIONS)
    return not (before and before[-1] in PREPOSITIONS)


def _choose(form: dict[str, str], layers: list[list[Mention]]) -> Referent | None:
    """The first referent, layer by layer, that the pronoun can mean."""
    plural = form["number"] == "plural"
    for layer in layers:
        if plural:
            group = next((m.referent for m in layer if m.referent.type == "group"), None) or _coordinated(layer)
            if group:
                return group
            continue
        for mention in layer:
            if _agrees(form["gender"], mention.referent):
                return mention.referent
    return None


def _agrees(gender: str, referent: Referent) -> bool:
    if gender in ("m", "f"):
        return referent.type == "person" and referent.gender in ("", gender)
    return referent.type in ("organisation", "place")


def _coordinated(layer: list[Mention]) -> Referent | None:
    """Two or more persons (or places) named side by side can be "they"."""
    for kind in ("person", "organisation", "place"):
        members = list(dict.fromkeys(m.referent.name for m in sorted(layer) if m.referent.type == kind))
        if len(members) > 1:
            return Referent(" and ".join([", ".join(members[:-1]), members[-1]]), "group", members=tuple(members))
    return None
