"""The gold set's acts: who does what with whom, at which stage and about what, as people wrote it down.

Beside an article's text and statements stands `article_NN.acts`, a block an act (tests/gold/README.md):

    act: AGREE | agreed
    at: 5 | agreed #2
    actors: Ines Brandt; Ade Bello
    recipients: -
    proposer: -
    themes: economy object; education aim

`at` is the paragraph and the cue's words in it. The folders `passes/a` and `passes/b` hold what two people
wrote independently; the files beside the texts are what counts.
"""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import NoReturn

from analysis.cooperation.taxonomy import Taxonomy, load
from analysis.cooperation.themes import COUNTED, ROLES
from analysis.errors import CommuniqueError
from analysis.evaluation.goldset import Span

FIELDS = ("act", "at", "actors", "recipients", "proposer", "themes")
TOLD = ("past", "ongoing")  # the time of telling, which says nothing of how far an act of words has come
NOTHING = "-"
_PLACE = re.compile(r"^(?P<words>.*\S) #(?P<n>[1-9])$")


@dataclass(frozen=True, slots=True)
class GoldAct:
    """One act as a person marked it; `stage` is None where the taxonomy gives acts of its kind none."""

    line: int
    act: str
    stage: str | None
    marked: str  # the stage as it was written down
    at: Span
    actors: tuple[str, ...]
    recipients: tuple[str, ...]
    proposer: tuple[str, ...]
    themes: tuple[tuple[str, str], ...]  # area and role

    @property
    def areas(self) -> frozenset[str]:
        """The areas that count: those in the role of object or aim."""
        return frozenset(area for area, role in self.themes if role in COUNTED)


def read_acts(path: Path, text: str, taxonomy: Taxonomy | None = None) -> tuple[GoldAct, ...]:
    """Read the acts of an article, in the order of its text.

    Raises CommuniqueError, with file and line, where a block is not as it should be.
    """
    try:
        lines = path.read_text("utf-8").splitlines()
    except OSError as error:
        raise CommuniqueError(f"{path.name} cannot be read: {error.strerror}.") from error
    return _Acts(path.name, text, taxonomy or load()).read(lines)


def stage_of(act: str, marked: str, taxonomy: Taxonomy) -> str | None:
    """How far an act has come, in the taxonomy's sense.

    Whoever marks "thanked" or "demanded" as past says when it was said. How far the thing has come, the
    taxonomy fixes for such acts: a demand is proposed, praise has no stage. Other stages stay as they were
    marked.

    >>> stage_of("DEMAND", "past", load()), stage_of("SUPPORT", "past", load()), stage_of("AGREE",
    "stalled", load()) ('proposed', None, 'stalled')
    """
    fixed = taxonomy.acts[act].stage
    if marked in TOLD and fixed != "tense":
        return fixed or None
    return marked


class _Acts:
    """One .acts file while it is read; it knows where it is, so that every complaint can say so."""

    def __init__(self, name: str, text: str, taxonomy: Taxonomy) -> None:
        self.name, self.text, self.taxonomy = name, text, taxonomy
        self.paragraphs = [m.span() for m in re.finditer(r"[^\n]*\S[^\n]*", text)]
        self.line = 0

    def read(self, lines: Sequence[str]) -> tuple[GoldAct, ...]:
        found = [self._act(block) for block in self._blocks(lines)]
        return tuple(sorted(found, key=lambda act: act.at))

    def _fail(self, what: str) -> NoReturn:
        raise CommuniqueError(f"{self.name}, line {self.line}: {what}.")

    def _blocks(self, lines: Sequence[str]) -> Iterator[list[tuple[int, str]]]:
        block: list[tuple[int, str]] = []
        for number, line in enumerate([*lines, ""], 1):
            if line.startswith("#"):
                continue
            if line.strip():
                block.append((number, line))
            elif block:
                yield block
                block = []

    def _act(self, block: Sequence[tuple[int, str]]) -> GoldAct:
        values, lines = {}, {}
        first = block[0][0]
        for (self.line, line), field in zip(block, (*FIELDS, *[""] * len(block)), strict=False):
            key, _, value = (part.strip() for part in line.partition(":"))
            if key != field or not value:
                self._fail(f"{line.strip()!r} is not {field or 'the end of the block'}, or it is empty")
            values[key], lines[key] = value, self.line
        if len(values) < len(FIELDS):
            self._fail(f"the block ends before {FIELDS[len(values)]}")
        self.line = first
        act, _, marked = (part.strip() for part in values["act"].partition("|"))
        if act not in self.taxonomy.acts or marked not in self.taxonomy.stages:
            self._fail(f"{values['act']!r} is not an act and a stage of the taxonomy")
        self.line = lines["themes"]
        themes = tuple(self._theme(one) for one in _names(values["themes"]))
        self.line = lines["at"]
        return GoldAct(
            line=first,
            act=act,
            stage=stage_of(act, marked, self.taxonomy),
            marked=marked,
            at=self._at(values["at"]),
            actors=_names(values["actors"]),
            recipients=_names(values["recipients"]),
            proposer=_names(values["proposer"]),
            themes=themes,
        )

    def _at(self, value: str) -> Span:
        number, _, words = (part.strip() for part in value.partition("|"))
        if not number.isdigit() or not 1 <= int(number) <= len(self.paragraphs):
            self._fail(f"the text has {len(self.paragraphs)} paragraphs, not {number}")
        place = _PLACE.match(words)
        words, wanted = (place["words"], int(place["n"])) if place else (words, 1)
        starts = [m.start() for m in re.finditer(re.escape(words), self.text)]
        start, end = self.paragraphs[int(number) - 1]
        starts = [s for s in starts if start <= s and s + len(words) <= end]
        if len(starts) < wanted:
            self._fail(f"{words!r} does not stand {wanted} times in paragraph {number}")
        return starts[wanted - 1], starts[wanted - 1] + len(words)

    def _theme(self, value: str) -> tuple[str, str]:
        area, _, role = value.rpartition(" ")
        if area not in self.taxonomy.areas or role not in ROLES:
            self._fail(f"{value!r} is not an area of the taxonomy and one of {', '.join(ROLES)}")
        return area, role


def _names(value: str) -> tuple[str, ...]:
    return () if value == NOTHING else tuple(part.strip() for part in value.split(";") if part.strip())
