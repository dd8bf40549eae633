"""Holders: whom a title or an epithet stands for: "the minister", "the leader", "the 57-year-old".

Only one live person may be meant: the only one of the article who holds the title, or the only holder named
in the last sentences. An epithet ("the leader") leads to those whose titles it can take up ("president").
"""

from bisect import bisect_right
from dataclasses import replace
from functools import cache
from operator import attrgetter

from analysis.language.document import Document
from analysis.language.gazetteer import country_names, place_of_demonym, small, titles
from analysis.language.nominals import Nominal
from analysis.language.offices import place_of
from analysis.language.referents import Mention, Referent
from analysis.language.titling import title_ending, title_starting, title_word
from analysis.lexicons import entries, words

LIVE = 2  # sentences back in which one of several holders must have been named
LEAD = 5  # sentences of an article in which somebody may be called by a title before the name is told
NEAR = 2  # paragraphs further on in which the name must come
ADDRESSES = {
    "majesty": frozenset(["king", "queen", "emperor", "empress", "sultan"]),
    "highness": frozenset(["prince", "princess", "crown prince", "emir", "sheikh"]),
    "holiness": frozenset(["pope", "patriarch"]),
}
WHOSE = {"his": "m", "her": "f"}
YEARS = "year-old"


def side_of(nominal: Nominal) -> str | None:
    """The place or body that a nominal names: "the Kenyan president" -> "Kenya"."""
    return place_of(nominal.owner) if nominal.owner else None


def title_of(nominal: Nominal) -> str | None:
    """The title that a nominal ends with; None where its noun is none."""
    return next((noun for noun in (nominal.noun, nominal.head) if noun in titles()), None)


def holder(
    nominal: Nominal, document: Document, people: list[Referent], mentions: list[Mention]
) -> Referent | None:
    """The person of `people` whom a nominal stands for; None where it is nobody, or more than one could be.

    `mentions` are those told so far, in order.
    """
    title = title_of(nominal)
    if title is None:
        return None
    if nominal.modifiers and nominal.modifiers[-1].lower in small("lesser") | small("past"):
        return None
    side = side_of(nominal)
    exact = [p for p in people if _is_holder(p, title)]
    found = _of_side(exact, side)
    if not found and not exact:
        found = _of_side([p for p in people if _is_kin(p, title)], side)
    if len(found) > 1:
        found = _live(found, nominal, document, mentions)
    return found[0] if len(found) == 1 else None


def introduced(nominal: Nominal, document: Document, mentions: list[Mention]) -> Referent | None:
    """Whom a report names only after its first words: "India's minister left. | Raghav Iyer | told"."""
    title = title_of(nominal)
    if nominal.owner is None or title is None or titles()[title]["kind"] != "office":
        return None
    here = _sentence(document, nominal.start)
    if here >= LEAD:
        return None
    known = {m.referent.name for m in mentions if m.start < nominal.start}
    for mention in mentions:
        if mention.start < nominal.end or mention.referent.type != "person" or mention.kind != "name":
            continue
        if mention.referent.name in known or mention.referent.roles or " " not in mention.referent.name:
            known.add(mention.referent.name)
            continue
        there, first = document.sentences[_sentence(document, mention.start)], document.sentences[here]
        near = there.paragraph - first.paragraph <= NEAR
        return mention.referent if near and there.start == mention.start else None
    return None


def with_sides(document: Document, people: dict[str, Referent]) -> dict[str, Referent]:
    """The people with sides that stand elsewhere: "Prime Minister Halmos", and "the Hungarian premier"."""
    found = dict(people)
    for name in document.names:
        if name.kind != "demonym":
            continue
        size = title_starting(document.tokens, name.last, len(document.tokens))
        title = " ".join(title_word(t) for t in document.tokens[name.last : name.last + size])
        side = place_of_demonym().get(name.text)
        holders = [p for p in found.values() if _is_holder(p, title) or _is_kin(p, title)] if size else []
        without = [p for p in holders if p.type == "person" and p.side is None]
        if len(without) == 1 and not any(p.side == side for p in holders):
            found[without[0].name] = replace(without[0], side=side)
    return found


def is_office(role: str, title: str) -> bool:
    """Does a title name an office ("minister" a "foreign minister")? A vice president is no president."""
    if role == title:
        return True
    return role.endswith(" " + title) and not set(role.removesuffix(title).split()) & (
        small("lesser") | small("past")
    )


def _of_side(holders: list[Referent], side: str | None) -> list[Referent]:
    """Those of a side; if there is none, those of whom no place is told: "the Hungarian leader"."""
    if side is None:
        return holders
    same = [p for p in holders if p.side == side]
    return same or [p for p in holders if p.side is None or not _is_place(p.side)]


def _is_place(side: str) -> bool:
    return side in country_names() or side in words("places")


def _live(
    holders: list[Referent], nominal: Nominal, document: Document, mentions: list[Mention]
) -> list[Referent]:
    """Those named in the sentence of the nominal or in the two before."""
    since = document.sentences[max(0, _sentence(document, nominal.start) - LIVE)].start
    recent = {m.referent.name for m in mentions if m.start >= since}
    return [p for p in holders if p.name in recent]


def _sentence(document: Document, offset: int) -> int:
    """The number, from 0, of the sentence that holds an offset."""
    return bisect_right(document.sentences, offset, key=attrgetter("start")) - 1


def _is_holder(person: Referent, title: str) -> bool:
    return any(is_office(role, title) for role in person.roles)


def _is_kin(person: Referent, title: str) -> bool:
    return any(is_office(role, one) for role in person.roles for one in kin().get(title, ()))


@cache
def kin() -> dict[str, tuple[str, ...]]:
    """For each epithet the titles that it can take up."""
    return {e["noun"]: tuple(e["titles"].split("; ")) for e in entries("title_kin")}


def aged(document: Document, named: list[Mention]) -> list[Mention]:
    """The mentions by age: "the 57-year-old" is Halmos, where the article has "Halmos, 57,"."""
    tokens = document.tokens
    if YEARS not in document.lower:
        return []
    olds = [i for i in range(3, len(tokens) - 1) if tokens[i].lower == YEARS and tokens[i - 1].text == "-"]
    if not olds:
        return []
    index = {t.start: i for i, t in enumerate(tokens)}
    ends = {t.end: i for i, t in enumerate(tokens)}
    ages: dict[str, Referent] = {}
    for mention in named:
        if mention.referent.type in ("person", "other"):
            age = _age_of(document, index[mention.start], ends[mention.end] + 1)
            ages.setdefault(age, mention.referent)
    found = []
    for i in olds:
        bare = tokens[i - 3].lower == "the" and not tokens[i + 1].text[0].isupper()
        if bare and tokens[i + 1].lower not in titles() and tokens[i - 2].text in ages:
            found.append(Mention(tokens[i - 3].start, tokens[i].end, "title", ages[tokens[i - 2].text]))
    return found


def addressed(document: Document, named: list[Mention]) -> list[Mention]:
    """The mentions by a form of address: "His Majesty" is the only king or queen of the article."""
    at = [i for i in document.places(ADDRESSES) if i and document.tokens[i].text[0].isupper()]
    people = {m.referent.name: m.referent for m in named if at and m.referent.roles}.values()
    found = []
    for i in at:
        roles, gender = ADDRESSES[document.lower[i]], WHOSE.get(document.lower[i - 1])
        meant = [p for p in people if gender and roles & set(p.roles) and p.gender in ("", gender)]
        if len(meant) == 1:
            found.append(Mention(document.starts[i - 1], document.tokens[i].end, "title", meant[0]))
    return found


def _age_of(document: Document, first: int, last: int) -> str:
    """The age told beside a name: "Halmos, | 57 |,", "| 19 |-year-old Matilde Faria"; "" where none is."""
    tokens = document.tokens
    if last + 2 < len(tokens) and tokens[last].text == "," and tokens[last + 2].text in (",", "."):
        return tokens[last + 1].text if tokens[last + 1].text.isdigit() else ""
    first -= title_ending(tokens, first)
    return tokens[first - 3].text if first > 2 and tokens[first - 1].lower == YEARS else ""
