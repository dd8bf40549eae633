"""Antecedents: in which order those named before are tried as the one whom "he" or "she" means.

Subjects go before others, near ones before far ones. But what is said beside a speech ('"Fine," he said') is
rather the main speaker's than that of somebody spoken of; who is named side by side with another
("Ruiz and Costa are late, but he") seldom is "he"; and "Ruiz, whom he met" is not.
"""

from collections.abc import Iterator

from analysis.language.coordination import Candidate
from analysis.language.document import Sentence, Token
from analysis.language.inflection import finite_forms
from analysis.lexicons import closed

MARKS = (",", '"', "'", "''", "(")  # what stands before "he said" in the midst or at the end of a speech
TITLED = 5  # tokens of "and Foreign Minister Costa"


def in_order(
    tokens: tuple[Token, ...], i: int, earlier: list[Candidate], back: list[list[Candidate]], *, subject: bool
) -> Iterator[list[Candidate]]:
    """Layers of candidates for the pronoun at token `i`, the best first: its own sentence, then those `back`.

    `earlier` are those before it in its sentence, in the order of the text, `back` has a list a sentence, the
    nearest first; `subject` says whether the pronoun is the subject of its clause.
    """
    said = subject and announces(tokens, i)
    subjects = [c for c in earlier if c.subject]
    if len(subjects) > 1:
        if not (said or (subject and _goes_on(tokens, i))):
            subjects.reverse()
        beside = _side_by_side(tokens, subjects)
        subjects.sort(key=lambda c: c.first in beside)
    others = [c for c in earlier if not c.subject]
    if said and back:  # if there is no subject in the sentence, the speaker before it
        yield subjects
        yield [c for c in back[0] if c.subject]
        yield others
    else:
        yield [*subjects, *others]
    yield from back


def announces(tokens: tuple[Token, ...], i: int) -> bool:
    """Does the pronoun at token `i` announce a speech from within it: '..., he said'?"""
    if not i or i + 1 >= len(tokens) or tokens[i - 1].text not in MARKS:
        return False
    return tokens[i + 1].lower in finite_forms("cues", "class", "speech")


def _goes_on(tokens: tuple[Token, ...], i: int) -> bool:
    """Does the pronoun at token `i` begin a second main clause: "..., but he"?"""
    return i > 1 and tokens[i - 1].lower in ("and", "but") and tokens[i - 2].text == ","


def head_of_relative(tokens: tuple[Token, ...], i: int, earlier: list[Candidate]) -> Candidate | None:
    """Who is spoken of in the relative clause whose subject is token `i`: "Ruiz, whom he met"."""
    if i < 2 or tokens[i - 1].lower not in closed("relative"):
        return None
    end = i - 2 if tokens[i - 2].text == "," else i - 1
    return next((c for c in earlier if c.last == end), None)


def is_unsettled(tokens: tuple[Token, ...], candidate: Candidate) -> bool:
    """A subject of which nothing tells what it is, and that may be somebody: "Garcia", not "NATO"."""
    if candidate.referent.type != "other" or candidate.mention.kind != "name" or not candidate.subject:
        return False
    return all(t.text.isalpha() and t.text.istitle() for t in tokens[candidate.first : candidate.last])


def ranked(
    tokens: tuple[Token, ...], sentence: Sentence, candidates: list[Candidate], *, alone: bool
) -> list[Candidate]:
    """What a later sentence can mean of this one: outside quotations, the main subject first.

    The subject of a clause that opens the sentence ("While Ruiz waited, Costa left") comes after it.
    A name that makes a paragraph `alone`, below a letter or a portrait, does nothing.
    """
    outside = [c for c in candidates if c.quotation < 0]
    if alone and len(outside) == 1 and _is_bare(tokens, sentence, outside[0]):
        return []
    main = _main_clause(tokens, sentence)
    return sorted(outside, key=lambda c: (not c.subject, not _is_tag(tokens, c), c.first < main, c.first))


def _is_tag(tokens: tuple[Token, ...], candidate: Candidate) -> bool:
    """Is it the speaker of what stands before: "Costa is late, Ruiz said."?"""
    first, last = candidate.first, candidate.last
    if not first or last + 1 >= len(tokens) or tokens[first - 1].text not in MARKS[:4]:
        return False
    said = finite_forms("cues", "class", "speech")
    return tokens[last].lower in said and tokens[last + 1].text in (".", ",")


def _is_bare(tokens: tuple[Token, ...], sentence: Sentence, candidate: Candidate) -> bool:
    """Is a sentence nothing but a name?"""
    return all(
        candidate.first <= i < candidate.last or not tokens[i].text[0].isalnum()
        for i in range(sentence.first, sentence.last)
    )


def _main_clause(tokens: tuple[Token, ...], sentence: Sentence) -> int:
    """Where the main clause begins: behind the comma that ends a clause with "while" or "when"."""
    opener = sentence.first
    if tokens[opener].lower in ("but", "and") and opener + 1 < sentence.last:
        opener += 1
    if tokens[opener].lower not in closed("subordinator"):
        return sentence.first
    return next((k for k in range(opener, sentence.last) if tokens[k].text == ","), sentence.first)


def _side_by_side(tokens: tuple[Token, ...], candidates: list[Candidate]) -> set[int]:
    """The first tokens of those who are joined by "and"."""
    found: set[int] = set()
    for left in candidates:
        if tokens[left.last].lower != "and":
            continue
        right = next((c for c in candidates if left.last < c.first < left.last + TITLED), None)
        if right and all(t.text[0].isupper() for t in tokens[left.last + 1 : right.first]):
            found |= {left.first, right.first}
    return found
