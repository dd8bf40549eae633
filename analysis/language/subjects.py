"""Subjects: which mention is the subject of a clause - near enough, without a parser.

Not what owns something ("Oh's visit"), not what stands behind a preposition ("with Yin"), not what no verb
follows ("met Yin on Monday"); but what a verb of speech precedes behind a quotation ('"Fine," said Ruiz').
"""

from functools import cache

from analysis.language.document import Document, Token
from analysis.language.gazetteer import place_of_demonym, small
from analysis.language.inflection import finite_forms, forms_of
from analysis.language.titling import STOPS, title_ahead, title_word
from analysis.lexicons import closed, entries, words

APPOSITION = 20  # tokens of "Rui Costa, the former mayor of Porto and a member of parliament, said"
DESCRIPTION = 5  # tokens of "Ruiz | senior campaign communications adviser"
INSERTIONS = 2  # "Ruiz (R-Texas), who was late, said"
ORIGIN = 6  # tokens of "of the Port of Vigo" and one to spare
LEFT = 8  # tokens of titles and places before a name
OPEN = (",", '"', "'", "''")  # what stands between a speech and the verb that announces it


def is_subject(document: Document, first: int, last: int, kind: str) -> bool:
    """Is the mention `tokens[first:last]` the subject of a clause? `kind` is the type of its referent."""
    tokens = document.tokens
    if last < len(tokens) and tokens[last].text in ("'s", "'"):
        return False
    before = _before(document, first)
    if before is not None:
        if tokens[before].lower in small("preposition"):
            return False
        if _announces(document, before):
            return True
        if tokens[before].text in (",", "-"):
            return _closes_apposition(document, before, last) or _verb_follows(document, last, kind)
        if tokens[last : last + 1] and tokens[last].text == "and" and _is_object(tokens[before]):
            return False
    return _verb_follows(document, last, kind)


def _is_object(before: Token) -> bool:
    """Does a verb or its particle stand before a name: "invited | Oh and the others"?"""
    return (
        before.lower in verbs() or before.lower in closed("particle") or before.lower.endswith(("ed", "ing"))
    )


def _announces(document: Document, i: int) -> bool:
    """Is token `i` a verb of speech right behind a quotation or a comma?"""
    tokens = document.tokens
    said = tokens[i].lower in finite_forms("cues", "class", "speech")
    return said and i > 0 and tokens[i - 1].text in OPEN


def _closes_apposition(document: Document, comma: int, last: int) -> bool:
    """ "The captain, Rui Costa, said" / ", said the mayor, Rui Costa": is the name the one of the subject?"""
    tokens = document.tokens
    mark = tokens[comma].text
    if last + 1 < len(tokens) and tokens[last].text == mark and tokens[last + 1].lower in verbs():
        return True
    if mark != ",":
        return False
    title = title_ahead(tokens, comma + 1)
    if title is None:
        return False
    for i in range(title[0] - 1, max(0, title[0] - LEFT), -1):
        if tokens[i].text in STOPS:
            return False
        if _announces(document, i):
            return True
    return False


def _before(document: Document, first: int) -> int | None:
    """The token before a mention and its titles, determiners and places: "with | Beijing Mayor Yin Yong"."""
    tokens, beside = document.tokens, _before_name()
    for i in range(first - 1, max(-1, first - LEFT), -1):
        token = tokens[i]
        word = token.lower
        if word in beside or (token.text[0].isupper() and word not in small("preposition")):
            continue
        if "-" in word and title_word(token) in words("titles"):
            continue
        return i
    return None


@cache
def _before_name() -> frozenset[str]:
    """Determiners, titles and the words that modify a title."""
    owners = {"the", "a", "an", "'s", "her", "his", "its", "their"}
    return words("titles") | small("modifier") | owners


def _verb_follows(document: Document, at: int, kind: str) -> bool:
    """Does a finite verb follow, behind an apposition, a bracket or an adverb?"""
    tokens = document.tokens
    if kind == "person":
        at = _behind_origin(tokens, at)
    for _ in range(INSERTIONS):
        if at >= len(tokens) or tokens[at].text not in (",", "(", "-"):
            break
        close = {"(": ")"}.get(tokens[at].text, tokens[at].text)
        end = next(
            (i for i in range(at + 1, min(at + APPOSITION, len(tokens))) if tokens[i].text == close), None
        )
        if end is None or tokens[at + 1].lower in ("and", "but"):
            return False
        at = end + 1
    while at < len(tokens) and _beside_verb(tokens[at].lower):
        at += 1
    if at >= len(tokens) or not tokens[at].text[0].isalpha():
        return False
    word = tokens[at].lower
    if word in ("who", "which"):
        return True
    if word == "and":  # "Oh and Yin said"
        return at + 1 < len(tokens) and (tokens[at + 1].text[0].isupper() or tokens[at + 1].lower == "the")
    if word in verbs():
        return True
    if (
        kind != "person"
        or _describes(document, at)
        or word in words("stopwords")
        or tokens[at].text[0].isupper()
    ):
        return False
    return word not in small("preposition") and tokens[at].text not in place_of_demonym()


def _behind_origin(tokens: tuple[Token, ...], at: int) -> int:
    """ "Ruiz | of the Port of Vigo | said": the token behind what tells where somebody is from."""
    if at + 1 >= len(tokens) or tokens[at].lower not in ("of", "from"):
        return at
    end = at + 1
    while end < min(at + ORIGIN, len(tokens)) and (
        tokens[end].text[0].isupper() or tokens[end].lower in ("the", "of")
    ):
        end += 1
    return end


def _beside_verb(word: str) -> bool:
    """What may stand between a subject and its verb: an adverb, or the subject's own "himself"."""
    return word in small("adverb") or word.endswith(("ly", "self", "selves"))


def _describes(document: Document, last: int) -> bool:
    """ "Ruiz senior campaign adviser Ana Lima": the first name only tells whose adviser the second is."""
    tokens = document.tokens
    for i in range(last, min(last + DESCRIPTION, len(tokens) - 1)):
        word = title_word(tokens[i])
        if word in words("titles"):
            if tokens[i + 1].text[0].isupper():
                return True
            continue
        verb = i == last and (word in verbs() or word.endswith("ed"))
        if verb or not word[0].isalpha() or word in words("stopwords"):
            return False
    return False


@cache
def verbs() -> frozenset[str]:
    """Finite forms of auxiliaries, of the verbs that report, and of those in the lists of cooperation."""
    small_ones = closed("be") | closed("have") | closed("modal") | closed("negated auxiliary")
    irregular = {
        form
        for e in entries("verb_forms")
        for form in forms_of(e["verb"], e["forms"])
        if not form.endswith("ing")
    }
    return small_ones | finite_forms("cues") | frozenset(irregular) | small("do")
