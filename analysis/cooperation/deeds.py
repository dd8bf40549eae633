"""Deeds: the same act told twice is one deed with both tellings, and an index that adds deeds up.

News repeats itself: the headline, the lead and a quotation may tell of one signing. Two rows of the table
of acts are one deed where the same actors do the same, at the same stage, about the same areas, and the two
clauses share their words. Praise and criticism are not merged: each is said once.

The index of cooperation is the mean score of the deeds on the scale of Goldstein (-10 to 10), each deed
with the score of its kind of act in the taxonomy; cooperation that was denied or stopped counts as nothing.
Its interval is that of resampled deeds: a single article has few, and the index says so.
"""

import random
import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from analysis.cooperation.stages import STALLED
from analysis.cooperation.taxonomy import Taxonomy, load
from analysis.cooperation.themes import COUNTED
from analysis.lexicons import words

ALIKE = 0.4  # of the words of two clauses, for them to tell the same
SAID_ONCE = ("SUPPORT", "CRITICISE")
DRAWS, SEED = 1000, 20180507  # of the resampling; fixed, so that two runs say the same
FEWEST = 2  # deeds that have an interval
_WORD = re.compile(r"[^\W_]{3,}")
_YEAR = re.compile(r"\b[12]\d{3}\b")

Row = Mapping[str, Any]


@dataclass(frozen=True, slots=True)
class Deed:
    """One act with all the rows that tell it, in the order of the article."""

    rows: tuple[Row, ...]

    @property
    def first(self) -> Row:
        """The telling that comes first."""
        return self.rows[0]

    @property
    def sentences(self) -> tuple[int, ...]:
        """The numbers of the sentences that tell it."""
        return tuple(dict.fromkeys(row["sentence"] for row in self.rows))

    @property
    def themes(self) -> tuple[tuple[str, str], ...]:
        """Its areas with their roles, of all tellings, each area once."""
        found: dict[str, str] = {}
        for row in self.rows:
            for theme in row["themes"] or ():
                found.setdefault(theme["theme"], theme["role"])
        return tuple(found.items())


@dataclass(frozen=True, slots=True)
class Index:
    """The index of cooperation: a mean with its interval, the number of deeds, and each deed with its
    score.
    """

    value: float | None
    interval: tuple[float, float] | None
    parts: tuple[tuple[Deed, float], ...]

    @property
    def n(self) -> int:
        """How many deeds it is made of."""
        return len(self.parts)


def deeds(rows: Sequence[Row]) -> tuple[Deed, ...]:
    """Merge the rows of the table of acts that tell one deed; acts without a side (none) are left out.

    A row is a mapping with the columns of `analysis.schema.ACTS`, its `text` among them.
    """
    found: list[list[Row]] = []
    for row in rows:
        if row["side"] == "none":
            continue
        same = next((told for told in found if any(_same(other, row) for other in told)), None)
        if same is None:
            found.append([row])
        else:
            same.append(row)
    return tuple(Deed(tuple(told)) for told in found)


def _same(a: Row, b: Row) -> bool:
    return (
        a["act"] not in SAID_ONCE
        and (a["act"], a["stage"]) == (b["act"], b["stage"])
        and bool(a["actors"])
        and set(a["actors"]) == set(b["actors"] or ())
        and _areas(a) == _areas(b)
        and _years(a) == _years(b)
        and _alike(a, b)
    )


def _areas(row: Row) -> set[str]:
    return {t["theme"] for t in row["themes"] or () if t["role"] in COUNTED}


def _years(row: Row) -> set[str]:
    return set(_YEAR.findall(row["text"]))


def _alike(a: Row, b: Row) -> bool:
    """Do two clauses share enough of the shorter one's words, the actors' names aside?"""
    left, right = _told(a), _told(b)
    smaller = min(len(left), len(right))
    return bool(smaller) and len(left & right) >= ALIKE * smaller


def _told(row: Row) -> set[str]:
    named = {word for name in row["actors"] for word in _WORD.findall(name.lower())}
    return {w for w in _WORD.findall(row["text"].lower()) if w not in words("stopwords")} - named


def index(found: Sequence[Deed], taxonomy: Taxonomy | None = None) -> Index:
    """The index of cooperation of some deeds.

    >>> rows = [{"act": "FORMALISE", "stage": "past", "side": "cooperation", "themes": [], "actors": ["Oslo"],
    ...          "recipients": [], "proposer": None, "sentence": 1, "text": "Oslo signed."}]
    >>> index(deeds(rows)).value
    8.0
    """
    taxonomy = taxonomy or load()
    parts = tuple((deed, score(deed, taxonomy)) for deed in found)
    values = [value for _, value in parts]
    if not values:
        return Index(None, None, ())
    mean = sum(values) / len(values)
    if len(values) < FEWEST:
        return Index(mean, None, parts)
    lots = random.Random(SEED)
    means = sorted(sum(lots.choices(values, k=len(values))) / len(values) for _ in range(DRAWS))
    edge = DRAWS // 40  # 2.5 % on either side
    return Index(mean, (means[edge], means[DRAWS - 1 - edge]), parts)


def score(deed: Deed, taxonomy: Taxonomy) -> float:
    """The score of a deed: that of its kind, and nothing for cooperation that was denied or stopped."""
    kind = taxonomy.acts[deed.first["act"]]
    stalled = deed.first["stage"] == STALLED and kind.side == "cooperation"
    return 0.0 if stalled else kind.score
