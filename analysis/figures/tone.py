"""Two figures on tone: its course through the article, and how each speaker's sentences lie on the scale."""

from statistics import fmean

from analysis.figures.canvas import MARGIN, SMALL, WIDTH, Sheet, fitted, measure
from analysis.figures.figure import Figure
from analysis.figures.share import colours_of, name_in_margin, names_width
from analysis.measures import NARRATOR, Moment, Speaker, course, side, tones
from analysis.options import most_of, window_of
from analysis.palette import BASELINE, INK, LINE, PAPER, SOFT, SPEAKERS, of_tone, tint
from analysis.tables import shown
from analysis.wording import capital, counted, owner, shortened, signed, temper

HEIGHT = 168.0  # points of the course's plot
BAND = tint(SPEAKERS[0], 0.13)
DASHES = (2.0, 1.2)


def tone_arc(reading, *, window: int = 5) -> Figure:
    """The tone through the article: a dot a sentence, the mean of `window` sentences and its spread, VADER
    in grey.

    Tone runs from -1 to 1, zero being the tone of ordinary news. The band is one standard deviation of the
    sentences in the window, to either side; it describes the article, it is not an error of the method.
    """
    moments = course(reading, window=window_of(window))
    sheet = Sheet("tone_arc", _arc_headline(moments), _arc_subtitle(moments, window))
    if moments:
        _plot(sheet, moments)
    return sheet.finish(
        "Each dot is a sentence: filled where it carries somebody’s words, hollow where the narrator "
        "tells. Zero is the "
        "tone of ordinary news. The line is the mean of the sentences around, the band their spread. The "
        "grey line is "
        "the same mean by VADER, a method made for general English.",
        _arc_alt(moments, window),
        shown(
            [
                {
                    "sentence": m.sentence,
                    "tone": m.tone,
                    "rolling mean": m.mean,
                    "spread": m.spread,
                    "VADER": m.vader,
                    "whose words": m.voice,
                    "text": m.text,
                }
                for m in moments
            ],
            ("sentence", "tone", "rolling mean", "spread", "VADER", "whose words", "text"),
        ),
    )


def tone_by_speaker(reading, *, most: int = 8) -> Figure:
    """How warm each speaker sounds: a dot a sentence, the mean and one standard deviation to either side.

    The tone is that of the speaker's own words in each sentence, not what the speaker thinks.
    """
    found = tones(reading, most=most_of(most))
    spoken = tuple((s, some) for s, some in found if s.name != NARRATOR)
    subtitle = (
        "A dot is a sentence, by the speaker’s own words in it; the bar is the mean, the band the spread"
    )
    if not spoken:
        subtitle = "No statement of anybody was found; the dots are the narrator’s sentences"
    sheet = Sheet("tone_by_speaker", _speakers_headline(spoken), subtitle)
    colours = colours_of(tuple(s for s, _ in spoken))
    notes = {s.name: counted(len(some), "sentence") for s, some in found}
    left = names_width([s.name for s, _ in found], notes.values()) + 6
    right = WIDTH - MARGIN - 66
    reach = _reach([tone for _, some in found for tone in some])

    def x_of(tone: float) -> float:
        return left + (right - left) * (tone + reach) / (2 * reach)

    top = sheet.y + 14
    _ends(sheet, left, right, x_of(0.0), sheet.y + 8)
    sheet.y = top + 4
    rows = []
    for s, some in found:
        stacked = _stacked(some, reach, right - left)
        rows.append(
            (s, some, stacked, max(30.0, 22.0 + 2.8 * max((level for _, level in stacked), default=0)))
        )
    sheet.line([x_of(0.0)] * 2, [top, top + 4 + sum(row[3] for row in rows)], SOFT, 0.8)
    for s, some, stacked, height in rows:
        colour = colours.get(s.name, SOFT)
        middle = sheet.y + height / 2
        sheet.y += height / 2 - 13
        name_in_margin(sheet, left, capital(s.name) if s.name == NARRATOR else s.name, notes[s.name])
        sheet.line([left, right], [middle, middle], LINE, 0.5)
        if some:
            if s.tone_spread:
                low, high = max(s.tone - s.tone_spread, -reach), min(s.tone + s.tone_spread, reach)
                sheet.box(x_of(low), middle - 9, x_of(high) - x_of(low), 18, tint(colour, 0.16))
            hollow = s.name == NARRATOR
            sheet.dots(
                [x_of(tone) for tone, _ in stacked],
                [middle - level * 2.8 for _, level in stacked],
                2.9,
                [PAPER if hollow else colour],
                [SOFT if hollow else PAPER],
                weight=0.9 if hollow else 0.6,
            )
            if len(some) > 1:
                sheet.line([x_of(s.tone)] * 2, [middle - 11, middle + 11], INK, 2.2)
            sheet.text(right + 10, middle - 2, signed(s.tone), bold=True)
            note = f"± {s.tone_spread:.2f}" if s.tone_spread is not None else "one sentence"
            sheet.text(right + 10, middle + 8.5, note, size=SMALL, colour=SOFT)
        sheet.y = middle + height / 2
    sheet.y += 4
    return sheet.finish(
        "The tone of the wording, from −1 to 1; zero is the tone of ordinary news. It says how the "
        "sentences are worded, "
        "not what a speaker feels. A mean over few sentences moves easily: the number of them stands "
        "under each name.",
        _speakers_alt(found),
        shown(
            [
                {
                    "speaker": s.name,
                    "sentences": len(some),
                    "mean": s.tone,
                    "spread": s.tone_spread,
                    "tones": [signed(tone) for tone in some],
                }
                for s, some in found
            ],
            ("speaker", "sentences", "mean", "spread", "tones"),
        ),
    )


def _plot(sheet: Sheet, moments: tuple[Moment, ...]) -> None:
    """The course itself: grid, VADER, band, line, dots, and the two ends of the scale in the article's
    words.
    """
    left, right = MARGIN + 64, WIDTH - MARGIN - 10
    values = [v for m in moments for v in (m.tone, m.vader_mean)]
    high, low = _reach([max(0.0, *values)]), -_reach([min(0.0, *values)])
    warmest, coolest = max(moments, key=lambda m: m.tone), min(moments, key=lambda m: m.tone)
    sheet.y += 20
    top, bottom = sheet.y, sheet.y + HEIGHT
    pitch = (right - left) / max(len(moments), 1)
    xs = [left + pitch * (i + 0.5) for i in range(len(moments))]

    def y_of(tone: float) -> float:
        return top + (bottom - top) * (high - max(low, min(high, tone))) / (high - low)

    if len(moments) > 1:
        upper = [(x, y_of(m.mean + m.spread)) for x, m in zip(xs, moments, strict=True)]
        lower = [(x, y_of(m.mean - m.spread)) for x, m in zip(xs, moments, strict=True)]
        sheet.area(upper + lower[::-1], BAND)
    ends = {high: "warm", 0.0: "ordinary", low: "cool"}
    step = 0.25 if high - low <= 1.25 else 0.5
    inner = {round(i * step, 2) for i in range(-4, 5) if low + step <= i * step <= high - step}
    for tone in sorted({*ends, *inner}):
        label = ends.get(tone, "")
        sheet.line([left, right], [y_of(tone)] * 2, SOFT if tone == 0 else LINE, 0.9 if tone == 0 else 0.5)
        sheet.text(
            left - 6, y_of(tone) + 3, signed(tone).removesuffix(".00"), size=SMALL, colour=SOFT, align="right"
        )
        sheet.text(MARGIN, y_of(tone) + 3, label, size=SMALL, colour=SOFT)
    if len(moments) > 1:
        sheet.line(xs, [y_of(m.vader_mean) for m in moments], BASELINE, 1.6, dashes=DASHES)
        sheet.line(xs, [y_of(m.mean) for m in moments], INK, 1.8)
    for told in (True, False):
        some = [(x, m) for x, m in zip(xs, moments, strict=True) if (m.voice == "narrator") == told]
        tints = [of_tone(m.tone) for _, m in some]
        radius = 3.4 if len(moments) < 60 else 2.2
        sheet.dots(
            [x for x, _ in some],
            [y_of(m.tone) for _, m in some],
            radius,
            [PAPER] if told else tints,
            tints if told else [PAPER],
            weight=1.4 if told else 0.7,
        )
    _quote(sheet, warmest, xs[moments.index(warmest)], y_of(warmest.tone), top - 8, left, right)
    if coolest.tone < warmest.tone:
        _quote(sheet, coolest, xs[moments.index(coolest)], y_of(coolest.tone), bottom + 13, left, right)
    sheet.y = bottom + 31
    every = next(n for n in (1, 2, 5, 10, 20, 50, 100, 200, 500, 1000) if len(moments) / n <= 16)
    for x, m in zip(xs, moments, strict=True):
        if m.sentence == 1 or m.sentence % every == 0:
            sheet.text(x, sheet.y, str(m.sentence), size=SMALL, colour=SOFT, align="center")
    sheet.text(MARGIN, sheet.y, "sentence", size=SMALL, colour=SOFT)
    sheet.y += 15
    x = left
    for label, mark in (
        ("in somebody’s words", "filled"),
        ("told by the narrator", "hollow"),
        ("rolling mean", "line"),
        ("its spread", "band"),
        ("VADER’s mean", "vader"),
    ):
        _sample(sheet, x, sheet.y - 3, mark)
        sheet.text(x + 17, sheet.y, label, size=SMALL, colour=SOFT)
        x += 17 + measure(label, SMALL) + 11
    sheet.y += 3


def _sample(sheet: Sheet, x: float, y: float, mark: str) -> None:
    """One entry of the key under the course."""
    if mark in ("filled", "hollow"):
        hollow = mark == "hollow"
        sheet.dots([x + 7], [y], 3.2, [PAPER if hollow else SOFT], [SOFT], weight=1.4 if hollow else 0.7)
    elif mark == "band":
        sheet.box(x, y - 4, 14, 8, BAND)
    elif mark == "line":
        sheet.line([x, x + 14], [y, y], INK, 1.8)
    else:
        sheet.line([x, x + 14], [y, y], BASELINE, 1.6, dashes=DASHES)


def _quote(sheet: Sheet, m: Moment, x: float, y: float, at: float, left: float, right: float) -> None:
    """The beginning of a sentence over or under the plot, tied to its dot."""
    words = shortened(m.text.strip('“”" '), 62)
    text = fitted(f"{signed(m.tone)}  “{words}”", right - left, SMALL)
    width = measure(text, SMALL)
    start = min(max(x - width / 2, left), right - width)
    above = at < y
    sheet.line([x, x], [at + 2 if above else at - 8, y - 4.5 if above else y + 4.5], SOFT, 0.5)
    if start + width >= right - 1:
        sheet.text(right, at, text, size=SMALL, align="right")
    elif start <= left:
        sheet.text(left, at, text, size=SMALL)
    else:
        sheet.text(x, at, text, size=SMALL, align="center")


def _reach(values: list[float]) -> float:
    """How far the scale goes: to the next quarter beyond the largest of the tones, at least to 0.5."""
    largest = max((abs(v) for v in values), default=0.0)
    return min(max(0.5, 0.25 * (int(largest / 0.25 - 1e-9) + 1)), 1.0)


def _stacked(values: tuple[float, ...], reach: float, width: float) -> list[tuple[float, int]]:
    """Dots that would hide one another step aside: tone and level, 0 on the line, then by turns above and
    below.
    """
    placed: list[tuple[float, int]] = []
    nearest = 6.0 / width * 2 * reach
    for value in sorted(values):
        taken = {level for other, level in placed if abs(other - value) < nearest}
        level = next(
            n
            for n in (*(s * k for k in range(0, 2 * len(values) + 2, 2) for s in (1, -1)),)
            if n not in taken
        )
        placed.append((value, level))
    return placed


def _ends(sheet: Sheet, left: float, right: float, zero: float, y: float) -> None:
    """The scale in words, over the drawing."""
    sheet.text(left, y, "◀ cooler", size=SMALL, colour=SOFT)
    sheet.text(zero, y, "ordinary news", size=SMALL, colour=SOFT, align="center")
    sheet.text(right, y, "warmer ▶", size=SMALL, colour=SOFT, align="right")


def _arc_headline(moments: tuple[Moment, ...]) -> str:
    if not moments:
        return "There is no sentence whose tone could be drawn"
    mean = fmean(m.tone for m in moments)
    coolest = min(moments, key=lambda m: m.tone)
    if coolest.tone >= 0 or len(moments) < 3:
        return capital(f"{temper(mean)} on the whole")
    return capital(f"{temper(mean)} on the whole, coolest in sentence {coolest.sentence}")


def _arc_subtitle(moments: tuple[Moment, ...], window: int) -> str:
    if not moments:
        return "The article holds no sentence"
    mean = fmean(m.tone for m in moments)
    around = "the sentence itself" if window == 1 else f"the {window} sentences around it"
    return (
        f"Tone of the wording, {counted(len(moments), 'sentence')}, mean {signed(mean)}; the line "
        f"averages {around}"
    )


def _arc_alt(moments: tuple[Moment, ...], window: int) -> str:
    if not moments:
        return "An empty figure: the article holds no sentence whose tone could be drawn."
    mean = fmean(m.tone for m in moments)
    warmest, coolest = max(moments, key=lambda m: m.tone), min(moments, key=lambda m: m.tone)
    warm, cool = (sum(side(m.tone) == s for m in moments) for s in (1, -1))
    return (
        f"The tone of {counted(len(moments), 'sentence')}, mean {signed(mean)}: {warm} warm, {cool} cool, "
        f"{len(moments) - warm - cool} neutral. The warmest is sentence {warmest.sentence} at "
        f"{signed(warmest.tone)}, the "
        f"coolest sentence {coolest.sentence} at {signed(coolest.tone)}. The mean of {window} runs from "
        f"{signed(min(m.mean for m in moments))} to {signed(max(m.mean for m in moments))}. VADER's mean is "
        f"{signed(fmean(m.vader for m in moments))}."
    )


def _speakers_headline(spoken: tuple[tuple[Speaker, tuple[float, ...]], ...]) -> str:
    toned = [s for s, some in spoken if some and s.folded == 1 and s.tone is not None]
    if not toned:
        return "Nobody speaks, so nobody has a tone"
    if len(toned) == 1:
        return f"{owner(toned[0].name)} sentences are {temper(toned[0].tone)}"
    several = [s for s in toned if s.tone_n > 1]
    toned = several if len(several) > 1 else toned
    warmest, coolest = max(toned, key=lambda s: s.tone), min(toned, key=lambda s: s.tone)
    if signed(warmest.tone) == signed(coolest.tone):
        return f"The speakers sound alike: {temper(warmest.tone)}"
    return f"{owner(warmest.name)} sentences are the warmest, {owner(coolest.name)} the coolest"


def _speakers_alt(found: tuple[tuple[Speaker, tuple[float, ...]], ...]) -> str:
    parts = []
    for s, some in found:
        if some:
            spread = f", spread {s.tone_spread:.2f}" if s.tone_spread is not None else ""
            ends = f", from {signed(min(some))} to {signed(max(some))}" if len(some) > 1 else ""
            parts.append(f"{s.name} {signed(s.tone)} over {counted(len(some), 'sentence')}{spread}{ends}")
    if not parts:
        return "An empty figure: there is no sentence whose tone could be drawn."
    return f"Mean tone by speaker: {'; '.join(parts)}."
