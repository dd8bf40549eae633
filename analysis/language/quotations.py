"""Quotation marks: what stands inside them, in every style newspapers use.

Curly, straight, single, double, angled and ``typed'' marks; nested; over several paragraphs; never closed.
Marks are paired by shape and by the characters beside them, never by counting: an apostrophe opens nothing,
a foot or inch mark quotes nothing, and one lost mark spoils one paragraph at most.
"""

import re
from typing import NamedTuple

from analysis.language.document import Quotation

OPENING = {"“": '"', "„": '"', "‟": '"', "«": "«", "‹": "«", "‘": "'", "‛": "'", "‚": "'"}
CLOSING = {"”": '"', "»": "«", "›": "«", "’": "'"}
ELISIONS = ("tis", "twas", "twere", "em", "n'", "n’", "til", "cause", "round", "bout")


TURNED = {("„", "“"), ("‚", "‘"), ("»", "«"), ("›", "‹")}  # as German sets them: what opens elsewhere closes
MARKS = re.compile("``|''|[\"'" + "".join([*OPENING, *CLOSING]) + "]")


class _Open(NamedTuple):
    start: int
    mark: str
    char: str


def find_quotations(text: str, blocks: tuple[tuple[int, int], ...]) -> tuple[Quotation, ...]:
    """Find every stretch inside quotation marks, outermost and nested, in the order of their openings.

    `text` is the user's own text (the direction of a curly mark matters), `blocks` its paragraphs.

    >>> [text[q.start:q.end] for text in ['“Yes,” he said. The so-called "hub" opened.']
    ...  for q in find_quotations(text, ((0, len(text)),))]
    ['“Yes,”', '"hub"']
    """
    found: list[Quotation] = []
    pending: str | None = None  # the mark that the paragraph before left open
    for number, (start, end) in enumerate(blocks):
        following = blocks[number + 1] if number + 1 < len(blocks) else None
        here, left = _paragraph(text, start, end)
        goes_on = left is not None and following is not None and _opens(text, *following) == left.mark
        if left and (left.mark != "'" or goes_on):
            here = sorted([*here, Quotation(left.start, end, left.mark, 0, False, False)])
        if pending and here and here[0].start == start and here[0].mark == pending:
            here[0] = here[0]._replace(continued=True)
        pending = left.mark if left and goes_on else None
        found += here
    return tuple(_with_depth(found))


def _paragraph(text: str, start: int, end: int) -> tuple[list[Quotation], _Open | None]:
    """The closed quotations of one paragraph, and the outermost one left open."""
    found: list[Quotation] = []
    stack: list[_Open] = []
    for match in MARKS.finditer(text, start, end):
        at, behind = match.span()
        before = text[at - 1] if at > start else " "
        after = text[behind] if behind < end else " "
        mark, opens, closes = _read(text, start, at, end, before, after, behind - at, stack)
        if closes:
            while stack[-1].mark != mark:
                stack.pop()
            found.append(Quotation(stack.pop().start, behind, mark, 0, True, False))
        elif opens:
            stack.append(_Open(at, mark, text[at]))
    doubles = [o for o in stack if o.mark != "'"]
    left = doubles[0] if doubles else (stack[0] if stack and stack[0].start == start else None)
    return sorted(found), left


def _read(
    text: str, start: int, at: int, end: int, before: str, after: str, width: int, stack: list[_Open]
) -> tuple[str, bool, bool]:
    """What the mark at `at` is: its kind, and whether it opens or closes."""
    char, open_marks = text[at], [o.mark for o in stack]
    if stack and (stack[-1].char, char) in TURNED:
        return stack[-1].mark, False, True
    at_word = not before.isalnum() and not after.isspace()
    if width == 2:
        opens = char == "`" or ('"' not in open_marks and before.isspace() and after.isalnum())
        return '"', opens, char == "'" and '"' in open_marks
    if char in OPENING and OPENING[char] != "'":
        return OPENING[char], OPENING[char] not in open_marks[-1:], False
    if char in CLOSING and CLOSING[char] != "'":
        mark = CLOSING[char]
        return mark, mark not in open_marks and at_word and before.isspace(), mark in open_marks
    if char == '"':
        if '"' in open_marks and not (before.isspace() and not after.isspace()):
            return '"', False, True
        return '"', at_word and not before.isdigit() and '"' not in open_marks, False
    if char in "‘‛‚'’":
        if "'" in open_marks and char not in "‘‛‚" and not before.isspace() and not after.isalnum():
            possessive = before in "sS" and after == " " and _closes_later(text, at + 1, end)
            return "'", False, not possessive
        apostrophe = char == "’" or text.startswith(ELISIONS, at + 1) or after.isdigit()
        opens = at_word and after.isalnum() and not apostrophe and "'" not in open_marks
        return "'", opens and _closes_later(text, at + 1, end, or_open=char != "'" or at == start), False
    return "", False, False


def _closes_later(text: str, at: int, end: int, *, or_open: bool = False) -> bool:
    """Does a closing single mark follow in this paragraph (or may the paragraph stay open)?"""
    if or_open:
        return True
    for i in range(at, end):
        if text[i] in "'’" and not text[i - 1].isspace() and (i + 1 >= end or not text[i + 1].isalnum()):
            if text[i - 1] in ".,!?…;:" or text[i - 1] not in "sS":
                return True
            if text[i - 1] in "sS" and (i + 1 >= end or not text[i + 1].isspace()):
                return True
    return False


def _opens(text: str, start: int, end: int) -> str | None:
    """The kind of mark with which a paragraph opens, if any."""
    char = text[start]
    if char in '"“„«':
        return OPENING.get(char, '"')
    return "'" if char in "'‘" else None


def _with_depth(found: list[Quotation]) -> list[Quotation]:
    """Number the nesting: 0 for the outermost."""
    numbered: list[Quotation] = []
    open_ends: list[int] = []
    for quotation in sorted(found, key=lambda q: (q.start, -q.end)):
        while open_ends and open_ends[-1] <= quotation.start:
            open_ends.pop()
        numbered.append(quotation._replace(depth=len(open_ends)))
        open_ends.append(quotation.end)
    return numbered
