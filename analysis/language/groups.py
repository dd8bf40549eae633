"""Groups: "the two mayors", "both cities", "the capitals of Korea and China" - and who belongs to them."""

from bisect import bisect_right

from analysis.language.document import Document, Name, Sentence
from analysis.language.gazetteer import country_names, groups, place_kind, place_of_demonym, small, titles
from analysis.language.nominals import Nominal
from analysis.language.referents import Mention, Referent

MOST = 4  # members of a group without a number; more are a crowd


def group_of(nominal: Nominal, document: Document, mentions: list[Mention]) -> Mention:
    """The group that a nominal names, with the members named before it or right behind it.

    Members are sought for a known group only ("the two mayors", "both cities"), not for "two people" or for
    "China's leading companies".
    """
    member, kind = groups().get(nominal.noun) or groups()[nominal.head]
    end, members = nominal.end, ()
    named = _named_behind(nominal, document)
    if named:
        end, members = named
    elif nominal.determiner == "definite" and nominal.owner is None:
        members = _members(nominal, document, member, kind, mentions)
    text = document.plain[nominal.start : end]
    if nominal.determiner != "owner":
        text = text[0].lower() + text[1:]
    return Mention(nominal.start, end, "group", Referent(text, "group", members=members))


def _members(
    nominal: Nominal, document: Document, member: str, kind: str, mentions: list[Mention]
) -> tuple[str, ...]:
    """The members: the newest that fit, as many as the number says; without a number all that fit, if few."""
    if not nominal.number and nominal.modifiers:
        return ()
    if member in small("side noun"):
        return _sides(nominal, document)
    vague = member in small("any office") and not nominal.number
    newest: dict[str, int] = {}
    sentence = -1
    for at in range(len(mentions) - 1, -1, -1):
        referent = mentions[at].referent
        if referent.name in newest or not _fits(referent, member, kind):
            continue
        here = bisect_right(document.sentences, mentions[at].start, key=_start)
        if vague and len(newest) > 1 and here != sentence:
            break  # "the leaders" are those of the last sentence that names several
        newest[referent.name], sentence = at, here
    wanted = nominal.number or len(newest)
    if not 2 <= wanted <= len(newest) or (not nominal.number and wanted > MOST):
        return ()
    first: dict[str, int] = {}
    for mention in mentions:
        first.setdefault(mention.referent.name, mention.start)
    return tuple(sorted(list(newest)[:wanted], key=first.__getitem__))


def _start(sentence: Sentence) -> int:
    return sentence.start


def _sides(nominal: Nominal, document: Document) -> tuple[str, ...]:
    """ "Both sides": the two countries of the article, where there are just two so far."""
    told = [n.text for n in document.names if n.start < nominal.start]
    countries = dict.fromkeys(country_names().get(t) or place_of_demonym().get(t) for t in told)
    countries.pop(None, None)
    as_written = {country_names().get(t): t for t in told if t in country_names()}
    return tuple(as_written.get(c, c) for c in countries) if len(countries) == 2 == nominal.number else ()


def _fits(referent: Referent, member: str, kind: str) -> bool:
    """Can this one belong to a group of such members?"""
    if kind == "person":
        if referent.type != "person":
            return False
        if member in small("any office"):
            return any(titles().get(role, {}).get("holder") == "unique" for role in referent.roles)
        return any(role == member or role.endswith(" " + member) for role in referent.roles)
    if kind == "organisation":
        return referent.type == "organisation" and member in referent.name.lower().split()
    if referent.type != "place":
        return False
    if member in small("city noun"):
        unknown = "region" if referent.name.split()[-1].lower() in small("place head") - {"city"} else "city"
        return place_kind().get(referent.name, unknown) in ("city", "capital")
    return referent.name in country_names() and member in small("country noun")


def _named_behind(nominal: Nominal, document: Document) -> tuple[int, tuple[str, ...]] | None:
    """ "the capitals of Korea, China and Japan": the members named right behind."""
    tokens, at = document.tokens, nominal.last
    if at >= len(tokens) or tokens[at].lower not in ("of", "from"):
        return None
    starts: dict[int, Name] = {
        n.first: n for n in document.names if nominal.last < n.first < nominal.last + 40
    }
    members: list[Name] = []
    at += 1
    while at < len(tokens):
        at += tokens[at].lower == "the"
        name = starts.get(at)
        if name is None:
            break
        members.append(name)
        at = name.last
        joined = False
        while at < len(tokens) and (tokens[at].text == "," or tokens[at].lower == "and"):
            at, joined = at + 1, True
        if not joined:
            break
    if len(members) < 2:
        return None
    return members[-1].end, tuple(m.text for m in members)
