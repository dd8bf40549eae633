"""Furniture: what stands before the story and belongs to nobody - dateline, credit, byline.

"WEB DESK:" is a credit, "PORTO (Wire) -- " a dateline with place and agency, "By Jo Park" a byline. They go
into the article's metadata, and the body starts behind them.
"""

import re
from functools import cache
from typing import NamedTuple

from analysis.language.plain import plain
from analysis.lexicons import entries

_BYLINE = re.compile(
    r"\s*By (?P<names>[A-Z][\w.'-]*(?: [A-Z][\w.'-]*){0,4}(?: and [A-Z][\w.'-]*(?: [A-Z][\w.'-]*){0,3})?)"
    r"(?:, [A-Z][^\n]{0,60})?\s*\n\s*"  # ", Diplomatic Correspondent"
)
_DATELINE = re.compile(
    r"\s*(?P<place>(?=[A-Z./' -]{3})[A-Z][A-Z.']*(?:[ /-][A-Z.']+){0,3}"  # MEXICO CITY
    r"(?:, [A-Z][A-Za-z.' ]{1,20})?)"  # PORTO, Portugal
    r"(?:,? (?P<date>(?:[A-Z][a-z]{2,8}\.? \d{1,2}|\d{1,2} [A-Z][a-z]{2,8})(?:,? \d{4})?))?"
    r"(?: ?\((?P<agency>[A-Za-z][\w .&/-]{1,30})\))?"
    r" *(?:--+|-|:) *(?=[A-Z\"'])"
)
_WIRE = re.compile(r"\s*\((?P<agency>[A-Z][\w .&/-]{1,30})\) *(?:--+|-|:) *(?=[A-Z\"'])")


@cache
def _credit() -> re.Pattern[str]:
    """A credit, "WEB DESK:" or "CITY NEWS SERVICE -": capitals that end in a word for those who write."""
    ends = "|".join(sorted(e["word"].upper() for e in entries("function_words") if e["kind"] == "credit"))
    return re.compile(rf"\s*([A-Z][A-Z&.'/ -]{{1,40}}?(?:{ends}))\s*[:\-]+\s+")


class Furniture(NamedTuple):
    """What the first line says of the article, and where the story starts."""

    body: int
    credit: str | None = None
    place: str | None = None
    outlet: str | None = None
    date: str | None = None


def strip(text: str) -> Furniture:
    """Read the dateline, credit and byline of a text; the story starts at `body`.

    >>> strip("PORTO (Wire) -- The ferry is back.")
    Furniture(body=16, credit=None, place='PORTO', outlet='Wire', date=None)
    """
    copy = plain(text)
    at = len(copy) - len(copy.lstrip())
    credits, place, outlet, date = [], None, None, None
    for _ in range(4):
        if (match := _BYLINE.match(copy, at)) or (match := _credit().match(copy, at)):
            credits.append(text[match.start(1) : match.end(1)])
        elif (match := _DATELINE.match(copy, at)) and match.group("place").isupper() | bool(
            match.group("agency")
        ):
            place = place or match.group("place").strip()
            outlet = outlet or match.group("agency")
            date = date or match.group("date")
        elif match := _WIRE.match(copy, at):
            outlet = outlet or match.group("agency")
        else:
            break
        at = match.end()
    return Furniture(at, "; ".join(credits) or None, place, outlet, date)
