"""Two figures on who speaks: how many words each speaker gets, and where in the article they get them."""

from collections.abc import Iterable

from analysis.figures.canvas import MARGIN, SMALL, TEXT, WIDTH, Sheet, clean, fitted, measure, wrapped
from analysis.figures.figure import Figure
from analysis.measures import NARRATOR, Piece, Speaker, lanes, rows, speakers
from analysis.measures import words_in_all as in_all
from analysis.measures import words_spoken as spoken
from analysis.measures import words_told as told
from analysis.options import most_of
from analysis.palette import LINE, OTHERS, PAPER, SOFT, of_speakers, print_on, tint
from analysis.palette import NARRATOR as TOLD
from analysis.tables import shown
from analysis.wording import capital, count, counted, listed, percent

ROW = 31.0  # points from one speaker to the next
LANE = 27.0
KINDS = {"direct": "quoted", "mixed": "partly quoted", "indirect": "reported"}


def share_by_speaker(reading, *, most: int = 8) -> Figure:
    """How many words each speaker gets, quoted or reported, and what is left to the narrator.

    Words are whitespace tokens of affirmed statements of class speech; the shares are of these words. At most
    `most` speakers stand alone, the rest are folded into one row.
    """
    found = speakers(reading, most=most_of(most))
    total, speech, rest = in_all(reading), spoken(reading), told(reading)
    subtitle = (
        "Words that the article gives to each speaker: quoted, partly quoted, or reported in other words"
    )
    if not found:
        subtitle = "No statement of anybody was found; every word is the narrator’s"
    sheet = Sheet("share_by_speaker", _headline(found, speech), subtitle)
    colours, notes = colours_of(found), _notes(reading, found)
    left = names_width([*(s.name for s in found), "The whole article"], notes.values())
    if found:
        _key(sheet, left)
    room = WIDTH - MARGIN - left - 84
    longest = max((s.words for s in found), default=1) or 1
    for s in found:
        name_in_margin(sheet, left, s.name, notes[s.name])
        x = left
        for kind, word in KINDS.items():
            words = getattr(s, kind)
            width = room * words / longest
            if words:
                _block(sheet, x, sheet.y + 3, width, 18, kind, colours[s.name])
                if kind != "mixed" and measure(f"{words} {word}", SMALL) + 10 < width:
                    inside = print_on(colours[s.name] if kind == "direct" else PAPER)
                    sheet.text(x + 5, sheet.y + 15, f"{words} {word}", size=SMALL, colour=inside)
                x += width
        sheet.text(x + 6, sheet.y + 11, percent(s.share), bold=True)
        sheet.text(x + 6, sheet.y + 21, counted(s.words, "word"), size=SMALL, colour=SOFT)
        sheet.y += ROW
    sheet.y += 6
    _strip(sheet, left, found, colours, speech, rest, total)
    return sheet.finish(
        "A speaker’s words are those of the statements that the article reports from them; shares are of "
        "all such "
        f"words, {counted(speech, 'word')} of {total:,}. Beliefs, acts and denials are not counted.",
        _share_alt(found, speech, rest, total),
        shown(
            [
                {
                    "speaker": s.name,
                    "words": s.words,
                    "share": percent(s.share),
                    "direct": s.direct,
                    "indirect": s.indirect,
                    "mixed": s.mixed,
                    "statements": s.statements,
                }
                for s in found
            ]
            + [
                {
                    "speaker": NARRATOR,
                    "words": rest,
                    "share": None,
                    "direct": None,
                    "indirect": None,
                    "mixed": None,
                    "statements": None,
                }
            ],
            ("speaker", "words", "share", "direct", "indirect", "mixed", "statements"),
        ),
    )


def who_speaks_where(reading, *, most: int = 8) -> Figure:
    """Where along the article each speaker is heard: one lane a speaker, the narrator's below.

    The position is counted in words from the start. A tick under a stretch says that it reached the article
    through somebody else ("according to the city government, ...").
    """
    found = speakers(reading, most=most_of(most))
    total = in_all(reading)
    where = lanes(reading, most=most)
    title = _where_headline(lanes(reading, most=len(reading.speakers)), total)
    subtitle = (
        "Each lane is the article from its first word to its last; a filled stretch is somebody’s words"
    )
    sheet = Sheet("who_speaks_where", title, subtitle)
    colours = colours_of(found)
    notes = {s.name: counted(s.words, "word") for s in found} | {NARRATOR: counted(told(reading), "word")}
    left, right = names_width(where, notes.values()), WIDTH - MARGIN - 6
    if found:
        _key(sheet, left)
    scale = (right - left) / max(total, 1)
    marks = [mark for mark in _marks(total) if total - mark > total / 8]
    for mark in (*marks, total):
        sheet.line([left + mark * scale] * 2, [sheet.y, sheet.y + LANE * len(where) + 3], LINE, 0.5)
    for name, pieces in where.items():
        name_in_margin(sheet, left, capital(name) if name == NARRATOR else name, notes[name], 1)
        for p in pieces:
            x, width = left + p.first * scale, max((p.last - p.first) * scale - 0.7, 0.8)
            if name == NARRATOR:
                sheet.box(x, sheet.y + 5, width, 12, TOLD)
            else:
                _block(sheet, x, sheet.y + 3, width, 16, p.kind, colours[name])
                if p.via:
                    sheet.dots([x + width / 2], [sheet.y + 22.5], 2.2, [SOFT], [SOFT], "^", 0)
        sheet.y += LANE
    sheet.y += 13
    sheet.text(left, sheet.y, "first word", size=SMALL, colour=SOFT)
    sheet.text(right, sheet.y, f"word {total:,}", size=SMALL, colour=SOFT, align="right")
    for mark in marks[1:]:
        sheet.text(left + mark * scale, sheet.y, f"{mark:,}", size=SMALL, colour=SOFT, align="center")
    relayed = sorted({p.via for lane in where.values() for p in lane if p.via})
    if relayed:
        sheet.y += 14
        line = f"▲ passed on by {listed(relayed)}"
        sheet.text(left, sheet.y, fitted(line, right - left, SMALL), size=SMALL, colour=SOFT)
    sheet.y += 4
    return sheet.finish(
        "From left to right the article as a reader meets it. Solid stretches are quoted word for word, "
        "pale ones are "
        "reported in other words; grey is the narrator.",
        _where_alt(where, total),
        shown(
            [
                {
                    "from word": p.first + 1,
                    "to word": p.last,
                    "who": name,
                    "form": p.kind,
                    "passed on by": p.via,
                }
                for name, pieces in where.items()
                for p in pieces
            ],
            ("from word", "to word", "who", "form", "passed on by"),
        ),
    )


def colours_of(found: tuple[Speaker, ...]) -> dict[str, str]:
    """Each speaker's colour; the folded others are grey."""
    colours = of_speakers(s.name for s in found)
    return colours | {s.name: OTHERS for s in found if s.folded > 1}


def names_width(names: Iterable[str], notes: Iterable[str] = ()) -> float:
    """Where the drawing starts, right of a column as wide as the names ask for, within limits."""
    widest = [measure(clean(n), TEXT, bold=True) for n in names] + [measure(clean(n), SMALL) for n in notes]
    return min(max(widest, default=0), 150.0) + MARGIN + 10


def name_in_margin(sheet: Sheet, left: float, name: str, note: str, offset: float = 0) -> None:
    """A name right-aligned beside its row, on at most two lines, or on one with a note under it."""
    room = left - MARGIN - 9
    lines = wrapped(name, room, TEXT, bold=True, most=2)
    y = sheet.y + 11 + offset
    for line in lines:
        sheet.text(left - 9, y, line, align="right", bold=True)
        y += 10.5
    if len(lines) == 1:
        sheet.text(left - 9, y - 0.5, fitted(note, room, SMALL), size=SMALL, colour=SOFT, align="right")


def _notes(reading, found: tuple[Speaker, ...]) -> dict[str, str]:
    """What stands under a name: office and side as far as the article gives them, else the statements."""
    notes = {s.name: counted(s.statements, "statement") for s in found}
    for s in rows(reading.speakers):
        parts = [p for p in (s["role"], s["side"]) if p and p != s["name"]]
        if parts and s["name"] in notes:
            notes[s["name"]] = ", ".join(parts)
    return notes


def _block(sheet: Sheet, x: float, y: float, width: float, height: float, kind: str, colour: str) -> None:
    """A stretch of words: solid when quoted, pale with an edge when reported, half filled when partly
    quoted.
    """
    if kind == "direct":
        sheet.box(x, y, width, height, colour)
        return
    sheet.box(x, y, width, height, tint(colour), colour)
    if kind == "mixed":
        sheet.box(x, y + height / 2, width, height / 2, colour)


def _key(sheet: Sheet, x: float) -> None:
    """The three forms, named once, over the drawing."""
    for kind, word in KINDS.items():
        _block(sheet, x, sheet.y, 14, 9, kind, SOFT)
        sheet.text(x + 18, sheet.y + 8, word, size=SMALL, colour=SOFT)
        x += 18 + measure(word, SMALL) + 12
    sheet.y += 18


def _strip(
    sheet: Sheet, left: float, found, colours: dict[str, str], speech: int, rest: int, total: int
) -> None:
    """The whole article as one band: its speakers, and the narrator's remainder."""
    right, whole = WIDTH - MARGIN - 6, max(speech + rest, 1)
    scale = (right - left) / whole
    name_in_margin(sheet, left, "The whole article", counted(total, "word"))
    x = left
    for s in found:
        sheet.box(x, sheet.y + 3, max(s.words * scale - 0.8, 0.3), 14, colours[s.name])
        x += s.words * scale
    sheet.box(x, sheet.y + 3, max(rest * scale, 0.3), 14, TOLD)
    sheet.y += 28
    if speech:
        sheet.text(left, sheet.y, f"{percent(speech / whole)} in somebody’s words", size=SMALL, colour=SOFT)
    note = f"{percent(rest / whole)} told by the narrator"
    sheet.text(right, sheet.y, note, size=SMALL, colour=SOFT, align="right")
    sheet.y += 3


def _headline(found: tuple[Speaker, ...], speech: int) -> str:
    if not found:
        return "Nobody speaks in this article"
    first = found[0]
    if len(found) == 1:
        return f"Only one speaker is heard: {first.name}"
    level = [s for s in found if s.words == first.words and s.folded == 1]
    if len(level) > 1:
        return f"{listed([s.name for s in level])} get equally many of the words spoken"
    return f"{first.name} gets {percent(first.share)} of the words spoken"


def _share_alt(found: tuple[Speaker, ...], speech: int, rest: int, total: int) -> str:
    if not found:
        return f"Nobody speaks in this article: all of its {counted(total, 'word')} are told by the narrator."
    parts = []
    for s in found:
        kinds = [
            f"{n} {k}" for k, n in (("direct", s.direct), ("indirect", s.indirect), ("mixed", s.mixed)) if n
        ]
        parts.append(f"{s.name} {counted(s.words, 'word')}, {percent(s.share)} ({listed(kinds)})")
    return (
        f"Bar chart of words by speaker. {'; '.join(parts)}. In all {counted(speech, 'word')} of the "
        f"article’s {total:,} "
        f"are somebody’s; the narrator tells the other {rest:,}."
    )


def _where_headline(where: dict[str, tuple[Piece, ...]], total: int) -> str:
    pieces = sorted((p, name) for name, lane in where.items() if name != NARRATOR for p in lane)
    if not pieces:
        return "The narrator speaks alone, from the first word to the last"
    first, last = pieces[0], max(pieces, key=lambda pair: (pair[0].last, pair[0].first))
    after = f"after {counted(first[0].first, 'word')}" if first[0].first else "from the first word"
    if len(pieces) == 1:
        return f"One statement, by {first[1]}, {after}"
    if first[1] == last[1]:
        return f"{first[1]} is heard first, {after}, and last"
    return f"{first[1]} is heard first, {after}; {last[1]} comes last"


def _where_alt(where: dict[str, tuple[Piece, ...]], total: int) -> str:
    parts = []
    for name, lane in where.items():
        if name != NARRATOR and lane:
            places = listed([f"{p.first + 1} to {p.last}" for p in lane[:12]])
            more = f" and {count(len(lane) - 12, 'stretch', 'stretches')} more" if len(lane) > 12 else ""
            parts.append(f"{name} speaks in words {places}{more}")
    if not parts:
        return f"A single lane: the narrator tells all {counted(total, 'word')}; nobody else speaks."
    return (
        f"Lanes along the article’s {counted(total, 'word')}. {'; '.join(parts)}. The rest is the narrator’s."
    )


def _marks(total: int) -> list[int]:
    """Round positions for the axis, some four to seven of them."""
    step = next(
        (s for s in (5, 10, 20, 25, 50, 100, 200, 250, 500, 1000, 2000, 5000) if total / s <= 6.5), 10000
    )
    return list(range(0, total + 1, step))
