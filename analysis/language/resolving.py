"""Resolving: whom a nominal stands for, by what the article has named before it.

A title is resolved only when one live person holds it (`holders`); a body by its head word or its usual
short forms; a group by its noun and number. "Colombia's government", if it has no name, is a body of its own.
"""

from analysis.language.document import Document
from analysis.language.gazetteer import (
    body_heads,
    groups,
    heads_of_short_form,
    small,
    titles,
)
from analysis.language.groups import group_of
from analysis.language.holders import holder, side_of, title_of
from analysis.language.inflection import finite_forms
from analysis.language.nominals import Nominal
from analysis.language.offices import place_of
from analysis.language.referents import Mention, Referent

OPENERS = frozenset(".!?\"'")
BESIDE = frozenset(["for", "of", "at", "from", "in"])  # between somebody and his body or place


class Told:
    """What an article has told so far: its mentions in order, its people, its bodies."""

    def __init__(self) -> None:
        self.mentions: list[Mention] = []
        self.people: dict[str, Referent] = {}
        self.bodies: dict[str, Referent] = {}  # in the order of their last mention

    def add(self, mention: Mention) -> None:
        """Take note of the next mention."""
        referent = mention.referent
        self.mentions.append(mention)
        if referent.type == "person":
            self.people[referent.name] = referent
        elif referent.type == "organisation":
            self.bodies.pop(referent.name, None)
            self.bodies[referent.name] = referent


def resolve(nominal: Nominal, document: Document, told: Told) -> Mention | None:
    """Whom a nominal stands for; None where that is not certain.

    >>> from analysis.language import parse
    >>> from analysis.language.coreference import refer
    >>> from analysis.reading import from_text
    >>> document = parse(from_text("Porto Mayor Rui Costa spoke. The mayor was glad."))
    >>> [(m.kind, m.referent.name) for m in refer(document).within(29, 50)]
    [('title', 'Rui Costa')]
    """
    if nominal.noun in groups() or nominal.head in groups():
        return group_of(nominal, document, told.mentions)
    if nominal.determiner == "indefinite":
        return _somebody(nominal, document)
    if nominal.determiner == "number":
        return None
    person = holder(nominal, document, list(told.people.values()), told.mentions)
    if person:
        return Mention(nominal.start, nominal.end, "title", person)
    body = _body(nominal, document, told) or _body_of_place(nominal, document, told)
    return Mention(nominal.start, nominal.end, "metonym", body) if body else None


def _somebody(nominal: Nominal, document: Document) -> Mention | None:
    """Somebody without a name who may come up again as "the diplomat": "A spokesman for the ministry".

    He stands at the head of a sentence or behind a verb of speech.
    """
    tokens = document.tokens
    title = title_of(nominal)
    before = tokens[nominal.first - 1] if nominal.first else None
    opens = before is None or before.text in OPENERS or "\n" in document.plain[before.end : nominal.start]
    opens = opens or before.lower in finite_forms("cues", "class", "speech")
    if title is None or not opens or nominal.last >= len(tokens) or tokens[nominal.last].text == ",":
        return None
    end, side = nominal.end, side_of(nominal)
    if tokens[nominal.last].lower in BESIDE:  # "a spokesman | for the Foreign Office"
        behind = nominal.last + 1 + (tokens[min(nominal.last + 1, len(tokens) - 1)].lower == "the")
        name = next((n for n in document.names if n.first == behind), None)
        end, side = (name.end, place_of(name)) if name else (end, side)
    text = document.plain[nominal.start : end]
    role = " ".join(w.capitalize() for w in title.split())
    referent = Referent(
        text[0].lower() + text[1:],
        "person",
        role=role,
        side=side,
        roles=(title,),
        gender=titles()[title]["gender"],
    )
    return Mention(nominal.start, nominal.end, "title", referent)


def _body(nominal: Nominal, document: Document, told: Told) -> Referent | None:
    """The body last named whose head word the phrase takes up, or whose usual short form it is."""
    phrase = " ".join([*(m.lower() for m in nominal.modifiers), nominal.noun])
    if nominal.head in small("city noun") | small("country noun") and _behind_preposition(nominal, document):
        return None  # "in the city" is the place
    heads = {*heads_of_short_form().get(phrase, ()), *heads_of_short_form().get(nominal.noun, ())}
    if nominal.head in body_heads():
        heads |= {nominal.noun, nominal.head} & set(body_heads())
    side = side_of(nominal)
    for body in reversed(told.bodies.values()):
        name = body.name.lower()
        if side and side not in (body.side, body.name) and nominal.owner.text not in body.name:
            continue
        if any(head in name if " " in head else head in name.split() for head in heads):
            return body
    return None


def _behind_preposition(nominal: Nominal, document: Document) -> bool:
    return nominal.first > 0 and document.tokens[nominal.first - 1].lower in small("preposition")


def _body_of_place(nominal: Nominal, document: Document, told: Told) -> Referent | None:
    """The body of a place that has no other name in the article: "Colombia's government"."""
    if nominal.owner is None or nominal.owner.kind not in ("place", "demonym", "other"):
        return None
    if nominal.head not in small("body of a place"):
        return None
    text = document.plain[nominal.start : nominal.end]
    name = text.split(" ", 1)[1] if nominal.determiner == "definite" else text
    return Referent(name, "organisation", side=side_of(nominal))
