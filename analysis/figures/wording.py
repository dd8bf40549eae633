"""Three figures on wording: the tone towards those named, the words that set a speaker apart, and VADER."""

from statistics import fmean

from analysis.figures.canvas import MARGIN, SMALL, WIDTH, Sheet, fitted
from analysis.figures.figure import Figure
from analysis.figures.share import name_in_margin, names_width
from analysis.measures import course, rows, side
from analysis.options import most_of
from analysis.palette import INK, LINE, PAPER, SOFT, of_tone
from analysis.shifts import PER, Shift, Wording, against_rest, apart, shift
from analysis.tables import shown
from analysis.wording import counted, owner, shortened, signed

ROW = 25.0  # points
SCATTER = 210.0  # points, both ways
LABELLED = 6  # sentences of the scatter that carry their number


def tone_by_target(reading, *, most: int = 8) -> Figure:
    """The tone towards those whom the article names most: the mean of the sentences that speak of them.

    What somebody says is not counted towards themselves. A hollow mark says that there is no evidence.
    """
    found = sorted(rows(reading.targets), key=lambda t: (-t["mentions"], t["name"]))[: most_of(most)]
    known = [t for t in found if t["tone"] is not None]
    sheet = Sheet("tone_by_target", _target_headline(known), "Tone towards those named most often")
    notes = {t["name"]: f"named in {counted(t['mentions'], 'sentence')}" for t in found}
    left, right = names_width([t["name"] for t in found], notes.values()) + 6, WIDTH - MARGIN - 84
    zero, half = (left + right) / 2, (right - left) / 2
    _scale(sheet, left, zero, right)
    top = sheet.y
    sheet.line([zero, zero], [top, top + ROW * max(len(found), 1)], SOFT, 0.8)
    for t in found:
        middle = sheet.y + ROW / 2
        sheet.y = middle - 13
        name_in_margin(sheet, left, t["name"], notes[t["name"]])
        sheet.line([left, right], [middle, middle], LINE, 0.5)
        if t["tone"] is None:
            sheet.dots([zero], [middle], 3.4, [PAPER], [SOFT], weight=1.2)
            sheet.text(right + 10, middle + 3, "no evidence", size=SMALL, colour=SOFT)
        else:
            x = zero + half * t["tone"]
            sheet.line([zero, x], [middle, middle], of_tone(t["tone"]), 5.0)
            sheet.dots([x], [middle], 4.2, [of_tone(t["tone"])], [PAPER])
            sheet.text(right + 10, middle - 2, signed(t["tone"]), bold=True)
            sheet.text(right + 10, middle + 8, counted(t["tone_n"], "sentence"), size=SMALL, colour=SOFT)
        sheet.y = middle + ROW / 2
    sheet.y += 2
    return sheet.finish(
        "How the clauses that speak of somebody are worded; words nearer to the name count more, and "
        "nobody’s own words count towards themselves. “No evidence” means that nothing of the kind was "
        "found, which is not the same as neutral.",
        _target_alt(found),
        shown(
            [
                {
                    "towards": t["name"],
                    "kind": t["type"],
                    "named in": t["mentions"],
                    "tone": "no evidence" if t["tone"] is None else t["tone"],
                    "sentences": t["tone_n"],
                    "spread": t["tone_spread"],
                }
                for t in found
            ],
            ("towards", "kind", "named in", "tone", "sentences", "spread"),
        ),
    )


def word_shift(reading, *, of: str = "", most: int = 12) -> Figure:
    """The words that set a speaker (by default the longest) or a theme apart from the rest of the article."""
    here, there = against_rest(reading, of)
    lines = shift(here, there, most=most_of(most))
    sheet = Sheet("word_shift", _shift_headline(here, lines), _shift_subtitle(here, there))
    widest = names_width([line.term for line in lines])
    left, right = widest + 6, WIDTH - MARGIN - 60
    low = max((-line.difference for line in lines), default=0.0)
    high = max((line.difference for line in lines), default=1.0)
    zero = left + (right - left) * max(low, 0.0) / max(max(low, 0.0) + max(high, 0.0), 1e-9)
    reach = (max(low, 0.0) + max(high, 0.0)) or 1.0
    if low > 0:
        sheet.text(left, sheet.y + 8, "◀ cooler than the rest", size=SMALL, colour=SOFT)
    sheet.text(right, sheet.y + 8, "warmer than the rest ▶", size=SMALL, colour=SOFT, align="right")
    sheet.y += 16
    sheet.line([zero, zero], [sheet.y, sheet.y + 15 * max(len(lines), 1)], SOFT, 0.8)
    for line in lines:
        middle = sheet.y + 7.5
        x = zero + (right - left) * line.difference / reach
        sheet.text(left - 9, middle + 3, fitted(line.term, left - MARGIN - 12, SMALL + 1), align="right")
        colour = of_tone(0.8 if line.difference > 0 else -0.8)
        sheet.box(min(zero, x), middle - 4.5, max(abs(x - zero), 0.6), 9, colour)
        sheet.text(right + 10, middle + 3, signed(line.difference), size=SMALL, colour=SOFT)
        sheet.y += 15
    sheet.y += 2
    return sheet.finish(
        f"What each scored word adds to {PER} words of {here.name}, less what it adds to {PER} words of "
        f"{there.name}. A bar to the right makes {here.name} warmer in comparison, also where it is a cool "
        "word that the rest has more of.",
        _shift_alt(here, there, lines),
        shown(
            [
                {
                    "word": line.term,
                    here.name: f"{line.here:+.2f}",
                    there.name: f"{line.there:+.2f}",
                    "difference": f"{line.difference:+.2f}",
                }
                for line in lines
            ],
            ("word", here.name, there.name, "difference"),
        ),
    )


def tone_beside_vader(reading) -> Figure:
    """Every sentence by its tone here and by VADER's: on the diagonal we agree."""
    moments = course(reading)
    differ = apart(reading)
    sheet = Sheet("tone_beside_vader", _vader_headline(len(moments), len(differ)), "A dot is a sentence")
    top, left = sheet.y + 14, MARGIN + 44
    middle, half = (left + SCATTER / 2, top + SCATTER / 2), SCATTER / 2
    sheet.text(left, top - 5, "warmer here ▲", size=SMALL, colour=SOFT)
    sheet.text(
        left + SCATTER, top + SCATTER + 12, "warmer by VADER ▶", size=SMALL, colour=SOFT, align="right"
    )
    sheet.box(left, top, SCATTER, SCATTER, None, LINE)
    sheet.line([left, left + SCATTER], [middle[1]] * 2, LINE, 0.6)
    sheet.line([middle[0]] * 2, [top, top + SCATTER], LINE, 0.6)
    sheet.line([left, left + SCATTER], [top + SCATTER, top], SOFT, 0.6, dashes=(2.0, 2.0))
    numbers = {one.sentence for one in differ}
    for agree in (True, False):
        some = [m for m in moments if (m.sentence not in numbers) == agree]
        xs = [middle[0] + half * m.vader for m in some]
        ys = [middle[1] - half * m.tone for m in some]
        tints = [of_tone(m.tone) for m in some]
        sheet.dots(
            xs, ys, 2.6, [PAPER] * len(some) if agree else tints, [SOFT] * len(some) if agree else tints
        )
    for one in differ[:LABELLED]:
        x, y = middle[0] + half * one.vader, middle[1] - half * one.tone
        sheet.text(x + 4.5, y + 3, str(one.sentence), size=SMALL, colour=INK)
    _reasons(sheet, differ, left + SCATTER + 16, top)
    sheet.y = top + SCATTER + 16
    return sheet.finish(
        "Filled dots are sentences that the two methods put on different sides of neutral; the six furthest "
        "apart carry their numbers, and beside them stands what each method read. VADER’s words are those of "
        "its list, before its own rules.",
        _vader_alt(moments, differ),
        shown(
            [
                {
                    "sentence": one.sentence,
                    "tone": one.tone,
                    "VADER": one.vader,
                    "what is read here": [f"{word} {signed(value)}" for word, value in one.ours],
                    "what VADER reads": [f"{word} {signed(value)}" for word, value in one.theirs],
                    "text": one.text,
                }
                for one in differ
            ],
            ("sentence", "tone", "VADER", "what is read here", "what VADER reads", "text"),
        ),
    )


def _reasons(sheet: Sheet, differ, left: float, top: float) -> None:
    """Beside the scatter: for the sentences furthest apart, the words that each method read."""
    room, y = WIDTH - MARGIN - left, top + 6
    for one in differ[:LABELLED]:
        head = f"{one.sentence}:  {signed(one.tone)} here, {signed(one.vader)} by VADER"
        sheet.text(left, y, fitted(head, room, SMALL + 1), bold=True)
        for who, words in (("here", one.ours), ("VADER", one.theirs)):
            y += 11
            read = ", ".join(f"{word} {signed(value)}" for word, value in words) or "nothing"
            sheet.text(left, y, fitted(f"{who}: {read}", room, SMALL), size=SMALL, colour=SOFT)
        y += 14


def _scale(sheet: Sheet, left: float, zero: float, right: float) -> None:
    y = sheet.y + 8
    sheet.text(left, y, "◀ cooler", size=SMALL, colour=SOFT)
    sheet.text(zero, y, "ordinary news", size=SMALL, colour=SOFT, align="center")
    sheet.text(right, y, "warmer ▶", size=SMALL, colour=SOFT, align="right")
    sheet.y += 16


def _target_headline(known: list[dict]) -> str:
    if not known:
        return "Of nobody is anything said that has a tone"
    warmest, coolest = max(known, key=lambda t: t["tone"]), min(known, key=lambda t: t["tone"])
    if len(known) == 1 or signed(warmest["tone"]) == signed(coolest["tone"]):
        return f"The wording towards {warmest['name']} has the tone {signed(warmest['tone'])}"
    return f"Spoken of most warmly: {warmest['name']}; least warmly: {coolest['name']}"


def _target_alt(found: list[dict]) -> str:
    parts = [
        f"{t['name']} no evidence"
        if t["tone"] is None
        else f"{t['name']} {signed(t['tone'])} over {counted(t['tone_n'], 'sentence')}"
        for t in found
    ]
    return f"Tone towards those named: {'; '.join(parts)}." if parts else "An empty figure: nobody is named."


def _shift_headline(here: Wording, lines: tuple[Shift, ...]) -> str:
    if not lines:
        return "No scored word sets one part of the article apart from another"
    first = lines[0]
    return f"“{shortened(first.term, 40)}” sets {owner(here.name)} words apart most"


def _shift_subtitle(here: Wording, there: Wording) -> str:
    return f"{here.name}, {counted(here.words, 'word')}, against {there.name}, {counted(there.words, 'word')}"


def _shift_alt(here: Wording, there: Wording, lines: tuple[Shift, ...]) -> str:
    if not lines:
        return "An empty figure: no scored word differs between the parts of the article."
    parts = [f"{line.term} {signed(line.difference)}" for line in lines]
    return f"What sets {here.name} apart from {there.name}, for {PER} words: {'; '.join(parts)}."


def _vader_headline(n: int, differ: int) -> str:
    if not n:
        return "There is no sentence on which two methods could be compared"
    return f"VADER is on the same side of neutral in {n - differ} of {counted(n, 'sentence')}"


def _vader_alt(moments, differ) -> str:
    if not moments:
        return "An empty figure: the article holds no sentence."
    opposed = sum(side(one.tone) * side(one.vader) < 0 for one in differ)
    return (
        f"{counted(len(moments), 'sentence')} by tone here (mean {signed(fmean(m.tone for m in moments))}) "
        f"and by VADER (mean {signed(fmean(m.vader for m in moments))}): the two are on different sides of "
        f"neutral in {len(differ)}, on opposite sides in {opposed}."
    )
