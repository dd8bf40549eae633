"""Coreference: whom each name, title, group and pronoun of an article stands for.

Names first, then nominals in the order of the text, each judged by what was told before it, then pronouns.
"""

from analysis.language.document import Document
from analysis.language.entities import entities
from analysis.language.gazetteer import groups
from analysis.language.holders import addressed, aged, holder, introduced
from analysis.language.nominals import Nominal, find_nominals
from analysis.language.pronouns import Pronouns
from analysis.language.referents import Mention, Referents
from analysis.language.resolving import Told, resolve


def refer(document: Document) -> Referents:
    """Resolve every mention of an article that can be resolved with some certainty.

    >>> from analysis.language import parse
    >>> from analysis.reading import from_text
    >>> text = "Porto Mayor Rui Costa spoke. He was glad."
    >>> [(text[m.start : m.end], m.referent.name) for m in refer(parse(from_text(text))).mentions]
    [('Porto', 'Porto'), ('Rui Costa', 'Rui Costa'), ('He', 'Rui Costa')]
    """
    mentions = _nominals(document, _with_forms(document, _named(document)))
    return Referents(tuple(sorted(mentions + Pronouns(document, mentions).resolve(), key=_place)))


def _named(document: Document) -> list[Mention]:
    """The names that name somebody, in order."""
    named = entities(document)
    return [Mention(n.start, n.end, "name", referent) for n, referent in named.items() if n.kind != "event"]


def _with_forms(document: Document, named: list[Mention]) -> list[Mention]:
    """The names with the ages and forms of address that stand for people among them."""
    found = aged(document, named) + addressed(document, named)
    inside = [m for m in named if not any(o.start <= m.start and m.end <= o.end for o in found)]
    return sorted(inside + found, key=_place) if found else named


def _nominals(document: Document, named: list[Mention]) -> list[Mention]:
    """The names with the nominals among them; a name inside "the capitals of Korea and China" gives way."""
    told = Told()
    at = 0
    unknown: list[Nominal] = []
    for nominal in find_nominals(document):
        while at < len(named) and named[at].start < nominal.start:
            told.add(named[at])
            at += 1
        found = resolve(nominal, document, told)
        if found is None:
            unknown.append(nominal)
            continue
        while told.mentions and told.mentions[-1].end > found.start:
            told.mentions.pop()
        while at < len(named) and named[at].start < found.end:
            at += 1
        told.add(found)
    for mention in named[at:]:
        told.add(mention)
    later = _named_later(document, unknown, told)
    inside = {id(m) for m in told.mentions for one in later if m.start < one.end and one.start < m.end}
    return sorted([*(m for m in told.mentions if id(m) not in inside), *later], key=_place)


def _named_later(document: Document, unknown: list[Nominal], told: Told) -> list[Mention]:
    """Whom the titles mean that stand before the name: "Livorno's mayor signed. Bruna Neri told ..."."""
    people = list(told.people.values())
    found = []
    for nominal in unknown:
        if nominal.determiner in ("definite", "owner") and nominal.noun not in groups():
            person = holder(nominal, document, people, told.mentions)
            person = person or introduced(nominal, document, told.mentions)
            if person:
                found.append(Mention(nominal.start, nominal.end, "title", person))
    return found


def _place(mention: Mention) -> tuple[int, int]:
    return mention.start, mention.end
