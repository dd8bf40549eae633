"""The gold set's files: a text, and beside it a .gold file in which a person wrote down who says what.

A .gold file is read by eye as well as by this loader (tests/gold/README.md shows it in full):

    half: tune
    speaker: Ines Brandt | person | Mayor | Porto | also: Ines Marie Brandt
    speaker: the two mayors | group | - | - | members: Ines Brandt; Ade Bello

    2 | indirect act negated | Ines Brandt | via City Hall
      cue: promised
      source: she #2
      says: to share the cost [...] of the ferry

The number is the paragraph (lines that are not empty, from 1), in which every string is looked for, as whole
words; " #2" takes its second place there, " [...] " leaves out the middle of a long content. Offsets are
half-open code points of the text as `analysis.read` gives it.
"""

import re
from collections.abc import Iterator
from pathlib import Path
from typing import NoReturn

from analysis.errors import CommuniqueError
from analysis.evaluation.goldset import (
    CLASSES,
    HALVES,
    KINDS,
    POLARITIES,
    TYPES,
    GoldArticle,
    GoldSpeaker,
    GoldStatement,
    Span,
    plain_name,
)
from analysis.paths import PROJECT
from analysis.reading import read

FOLDER = PROJECT / "tests" / "gold"
NOBODY = tuple(f"<{t}>" for t in TYPES)  # a speaker whom nobody can name
_GAP, _NONE = " [...] ", "-"
_PLACE = re.compile(r"^(?P<words>.*\S) #(?P<n>[1-9])$")
_HEAD = re.compile(r"^[0-9]+ \|")


def read_gold(folder: str | Path | None = None) -> tuple[GoldArticle, ...]:
    """Read the annotated articles of a folder in name order; by default the project's own, tests/gold.

    Raises CommuniqueError, one sentence with file and line, where an annotation does not fit its text.
    """
    folder = Path(folder) if folder is not None else FOLDER
    paths = sorted(folder.glob("*.gold")) if folder.is_dir() else []
    if not paths:
        raise CommuniqueError(f"There is no annotated article (*.gold) in {str(folder)!r}.")
    return tuple(_File(path).article() for path in paths)


class _File:
    """One .gold file while it is read; it knows where it is, so that every complaint can say so."""

    def __init__(self, path: Path) -> None:
        self.path = path
        self.text_path = path.with_suffix(".txt")
        if not self.text_path.is_file():
            raise CommuniqueError(f"{path.name} has no text {self.text_path.name!r} beside it.")
        self.read = read(self.text_path)
        self.paragraphs = [m.span() for m in re.finditer(r"[^\n]*\S[^\n]*", self.read.text)]
        self.line = 0
        self.speakers: dict[str, GoldSpeaker] = {}

    def article(self) -> GoldArticle:
        fields: dict[str, str] = {}
        statements = []
        for head, rows in self._blocks():
            if _HEAD.match(head):
                statements.append(self._statement(head, rows))
                continue
            key, _, value = (part.strip() for part in head.partition(":"))
            if key == "speaker":
                self._add_speaker(value)
            elif key in ("half", "about") and value and key not in fields:
                fields[key] = value
            else:
                self._fail(f"{head!r} is neither half, about, speaker nor a statement")
        if fields.get("half") not in HALVES:
            self._fail(f"half is {fields.get('half')!r}, not tune or kept")
        return GoldArticle(
            article=self.read,
            half=fields["half"],
            about=fields.get("about", ""),
            speakers=tuple(self.speakers.values()),
            statements=tuple(statements),
        )

    def _fail(self, what: str) -> NoReturn:
        raise CommuniqueError(f"{self.path.name}, line {self.line}: {what}.")

    def _blocks(self) -> Iterator[tuple[str, list[tuple[int, str]]]]:
        """Every line that is not indented, with the indented ones under it and their numbers."""
        lines = self.path.read_text(encoding="utf-8").splitlines()
        full = [(n, line) for n, line in enumerate(lines, 1) if line.strip() and not line.startswith("#")]
        at = 0
        while at < len(full):
            self.line, head = full[at]
            end = at + 1
            while end < len(full) and full[end][1][0] == " ":
                end += 1
            yield head.strip(), full[at + 1 : end]
            at = end

    def _add_speaker(self, value: str) -> None:
        parts = [part.strip() for part in value.split("|")]
        if len(parts) < 4:
            self._fail(f"{value!r} is not name | type | role | side, with - for what is not told")
        name, type_, role, side, *more = parts
        extra: dict[str, tuple[str, ...]] = {"also": (), "members": ()}
        for part in more:
            key, _, names = part.partition(":")
            if key not in extra or not names.strip():
                self._fail(f"{part!r} is neither also: nor members: with names behind it")
            extra[key] = tuple(n.strip() for n in names.split(";"))
        if type_ not in TYPES:
            self._fail(f"{type_!r} is not a type of speaker ({', '.join(TYPES)})")
        known = {plain_name(n): s.name for s in self.speakers.values() for n in (s.name, *s.also)}
        for other in (name, *extra["also"]):
            if known.setdefault(plain_name(other), name) != name or name in self.speakers:
                self._fail(f"{other!r} stands for two speakers")
        self.speakers[name] = GoldSpeaker(
            name, type_, _or_none(role), _or_none(side), extra["also"], extra["members"]
        )

    def _statement(self, head: str, rows: list[tuple[int, str]]) -> GoldStatement:
        start = self.line
        number, *cells = (part.strip() for part in head.split("|"))
        if not 2 <= len(cells) <= 3:
            self._fail(f"{head!r} is not paragraph | kind | speaker, with | via somebody where it is relayed")
        kind, name, *more = cells
        if not 1 <= int(number) <= len(self.paragraphs):
            self._fail(f"the text has {len(self.paragraphs)} paragraphs, not {number}")
        kind, cls, polarity = self._manner(kind)
        via = more[0].removeprefix("via ") if more else None
        if more and via == more[0]:
            self._fail(f"{via!r} is not 'via' and a speaker")
        for who in filter(None, (name if name not in NOBODY else None, via)):
            if who not in self.speakers:
                self._fail(f"{who!r} is not among the speakers of this article")
        found: dict[str, list[Span]] = {"cue": [], "source": [], "says": []}
        for self.line, row in rows:
            key, _, words = (part.strip() for part in row.partition(":"))
            if key not in found or not words or (key != "says" and found[key]):
                self._fail(f"{row.strip()!r} is not one cue, one source or a part of what is said")
            found[key].append(self._find(words, self.paragraphs[int(number) - 1]))
        self.line = start
        if not found["says"] or any(
            a[1] > b[0] for a, b in zip(found["says"], found["says"][1:], strict=False)
        ):
            self._fail("what is said is missing, or its parts are not in the order of the text")
        speaker = self.speakers.get(name)
        return GoldStatement(
            line=start,
            spans=tuple(found["says"]),
            kind=kind,
            cls=cls,
            polarity=polarity,
            cue=found["cue"][0] if found["cue"] else None,
            source=found["source"][0] if found["source"] else None,
            speaker=speaker.name if speaker else None,
            speaker_type=speaker.type if speaker else name.strip("<>"),
            via=via,
            joint=speaker.members or None if speaker else None,
        )

    def _manner(self, words: str) -> tuple[str, str, str]:
        """The kind, then class and polarity where they are not the usual ones: "indirect belief negated"."""
        kind, *rest = words.split() or [""]
        cls = rest.pop(0) if rest and rest[0] in CLASSES else "speech"
        polarity = rest.pop(0) if rest and rest[0] in POLARITIES else "affirmed"
        if kind not in KINDS or rest:
            self._fail(f"{words!r} is not a kind (direct, indirect, mixed), then a class, then a polarity")
        return kind, cls, polarity

    def _find(self, words: str, within: Span) -> Span:
        """The one place of some words in a paragraph, or the place that their number asks for."""
        place = _PLACE.match(words)
        words, wanted = (place["words"], int(place["n"])) if place else (words, None)
        first, gap, last = words.partition(_GAP)
        starts = self._places(first, within)
        if wanted is None and len(starts) > 1:
            self._fail(f"{first!r} stands {len(starts)} times in that paragraph: add #1 to #{len(starts)}")
        if len(starts) < (wanted or 1):
            self._fail(f"{words!r} does not stand in that paragraph{f' {wanted} times' if wanted else ''}")
        start, end = starts[(wanted or 1) - 1]
        if not gap:
            return start, end
        ends = self._places(last, (end, within[1]))
        if len(ends) != 1:
            self._fail(f"{last!r} stands {len(ends)} times behind {first!r}, not once")
        return start, ends[0][1]

    def _places(self, words: str, within: Span) -> list[Span]:
        left = r"(?<!\w)" if words[:1].isalnum() else ""
        right = r"(?!\w)" if words[-1:].isalnum() else ""
        pattern = re.compile(left + re.escape(words) + right)
        return [m.span() for m in pattern.finditer(self.read.text, *within)]


def _or_none(value: str) -> str | None:
    return None if value in ("", _NONE) else value
