"""Two figures on cooperation: which themes at which stage, and who is named with which theme in what tone."""

from statistics import fmean

from analysis.figures.canvas import MARGIN, SMALL, TEXT, WIDTH, Sheet, measure, wrapped
from analysis.figures.figure import Figure
from analysis.figures.share import name_in_margin, names_width
from analysis.measures import (
    STAGES,
    UNSTAGED,
    Mention,
    areas,
    in_order,
    mentions,
    named,
    tally,
    theme_names,
    umbrella,
)
from analysis.options import most_of
from analysis.palette import COOL, INK, LINE, PAPER, SOFT, WARM, of_tone, print_on
from analysis.tables import shown
from analysis.wording import capital, count, counted, listed, percent, signed

STEP = 10.0  # points from one dot of a cell to the next
RADIUS = 4.0
MANY = 15  # dots a cell can hold; beyond, one dot carries the number


def themes_by_stage(reading) -> Figure:
    """What the acts are about, and how far they have come: a dot an act, themes down, stages across.

    A filled dot is an act that has the theme as its object, a hollow one an act that has it as its aim.
    Squares are acts of conflict. The umbrella, the tie itself, stands below the line and is not counted as an
    area.
    """
    found = mentions(reading)
    names = theme_names(reading)
    lines = [*areas(reading), *umbrella(reading)]
    total = sum(t["mentions"] for t in areas(reading))
    sheet = Sheet("themes_by_stage", _stage_headline(reading, names), _stage_subtitle(found))
    stages = [*STAGES, *in_order({m.stage for m in found} - set(STAGES))]
    if lines:
        labels = [capital(names[t["theme"]]) for t in lines]
        notes = [_share_note(t, total) for t in lines]
        left, right = names_width(labels, notes), WIDTH - MARGIN
        column = (right - left) / len(stages)
        sheet.y += 6
        tight = max(measure(stage, TEXT, bold=True) for stage in stages) + 4 > column
        for i, stage in enumerate(stages):
            used = any(m.stage == stage for m in found)
            middle = left + column * (i + 0.5)
            sheet.text(
                middle,
                sheet.y,
                stage,
                size=SMALL if tight else TEXT,
                colour=INK if used else SOFT,
                align="center",
                bold=used,
            )
        sheet.y += 7
        top = sheet.y
        for t, label, note in zip(lines, labels, notes, strict=True):
            if t["share"] is None and len(lines) > 1:
                sheet.y += 5
            sheet.line(
                [MARGIN, right],
                [sheet.y] * 2,
                SOFT if t["share"] is None else LINE,
                0.9 if t["share"] is None else 0.5,
            )
            own = [[m for m in found if m.theme == t["theme"] and m.stage == stage] for stage in stages]
            across = max(int((column - 6) // STEP), 1)
            deep = max(-(-len(cell) // across) if len(cell) <= MANY else 2 for cell in own)
            height = max(29.0, deep * STEP + 10)
            inset = (height - 29) / 2
            sheet.y += inset
            name_in_margin(sheet, left, label, note, 2)
            sheet.y -= inset
            for i, cell in enumerate(own):
                _cell(sheet, cell, left + column * (i + 0.5), sheet.y + height / 2, across)
            sheet.y += height
        for i in range(len(stages)):
            sheet.line([left + column * i] * 2, [top, sheet.y], LINE, 0.5)
        sheet.line([MARGIN, right], [sheet.y] * 2, LINE, 0.5)
        sheet.y += 14
        _dot_key(sheet, left, found)
    return sheet.finish(
        "Each dot is one act, placed under the stage it has reached, from what is done on the left to "
        "what is doubtful "
        "on the right. Shares are of all mentions of areas; the tie itself is not an area.",
        _stage_alt(lines, found, names, total),
        shown(
            [
                {
                    "theme": names[t["theme"]],
                    "mentions": t["mentions"],
                    "share": percent(t["share"]) if t["share"] is not None else "not an area",
                    **{s: sum(m.theme == t["theme"] and m.stage == s for m in found) for s in stages},
                }
                for t in lines
            ],
            ("theme", "mentions", "share", *stages),
        ),
    )


def speaker_theme_tone(reading, *, most: int = 8) -> Figure:
    """Who is named with which theme, and in what tone: larger circles for more acts, blue for warm, orange
    for cool.

    A person or body is counted with a theme when an act that has it as object or aim names them as actor or
    proposer. The tone is the mean of the sentences that tell these acts.
    """
    found = mentions(reading)
    names = theme_names(reading)
    most_of(most)
    ranked = named(found)
    folded = [name for name, _ in ranked[most:]] if len(ranked) > most + 1 else []
    people = [name for name, _ in ranked if name not in folded]
    rows = [(name, {name}) for name in people] + ([(f"{len(folded)} others", set(folded))] if folded else [])
    in_acts = [m for m in found if m.who]
    umbrellas = {t["theme"] for t in umbrella(reading)}
    columns = sorted(
        {m.theme for m in in_acts}, key=lambda t: (t in umbrellas, -sum(m.theme == t for m in in_acts), t)
    )
    cells = {
        (name, theme): own
        for name, who in rows
        for theme in columns
        if (own := [m for m in in_acts if m.theme == theme and who & set(m.who)])
    }
    sheet = Sheet("speaker_theme_tone", _who_headline(ranked, found, names), _who_subtitle(cells))
    if cells:
        _matrix(sheet, rows, columns, cells, names, umbrellas)
    return sheet.finish(
        "A circle is a person or body with a theme: the number counts the acts in which they act or "
        "propose, the colour "
        "is the mean tone of the sentences that tell them. An act by several people counts for each of them.",
        _who_alt(rows, columns, cells, names),
        shown(
            [
                {
                    "who": name,
                    "theme": names[theme],
                    "acts": len(own),
                    "mean tone": fmean(m.tone for m in own),
                    "sentences": sorted({m.sentence for m in own}),
                }
                for (name, theme), own in cells.items()
            ],
            ("who", "theme", "acts", "mean tone", "sentences"),
        ),
    )


def _cell(sheet: Sheet, cell: list[Mention], x: float, y: float, across: int) -> None:
    """The acts of one theme at one stage, as dots in rows."""
    if len(cell) > MANY:
        sheet.dots([x], [y], [11.0], [WARM], [WARM])
        sheet.text(x, y + 3.2, str(len(cell)), colour=PAPER, bold=True, align="center")
        return
    ordered = sorted(cell, key=lambda m: (m.side == "conflict", m.role != "object", m.sentence))
    deep = -(-len(ordered) // across)
    for conflict, shape in ((False, "o"), (True, "s")):
        points = [
            (
                x + STEP * (i % across - (min(across, len(ordered) - i // across * across) - 1) / 2),
                y + STEP * (i // across - (deep - 1) / 2),
                m,
            )
            for i, m in enumerate(ordered)
            if (m.side == "conflict") == conflict
        ]
        colour = COOL if conflict else WARM
        fills = [colour if m.role == "object" else PAPER for _, _, m in points]
        sheet.dots([p[0] for p in points], [p[1] for p in points], RADIUS, fills, [colour], shape, 1.2)


def _dot_key(sheet: Sheet, x: float, found: tuple[Mention, ...]) -> None:
    """What the dots mean, named under the drawing."""
    entries = [("what the act is about", "o", WARM, WARM), ("what it is to help", "o", PAPER, WARM)]
    if any(m.side == "conflict" for m in found):
        entries.append(("an act of conflict", "s", COOL, COOL))
    for label, shape, fill, edge in entries:
        sheet.dots([x + 5], [sheet.y - 3], RADIUS, [fill], [edge], shape, 1.2)
        sheet.text(x + 13, sheet.y, label, size=SMALL, colour=SOFT)
        x += 13 + measure(label, SMALL) + 14
    sheet.y += 3


def _matrix(sheet: Sheet, rows, columns, cells, names: dict[str, str], umbrellas: set[str]) -> None:
    """Names down, themes across, a circle where they meet."""
    acts = {name: {m.number for (n, _), own in cells.items() if n == name for m in own} for name, _ in rows}
    notes = [counted(len(acts[name]), "act") for name, _ in rows]
    left = names_width([name for name, _ in rows])
    labels = [names[t] for t in columns]
    column = min((WIDTH - MARGIN - left) / len(columns), 64.0)
    lines = [wrapped(label, column - 5, SMALL, most=3) for label in labels]
    turned = any(" ".join(some) != label for some, label in zip(lines, labels, strict=True))
    if turned:  # slanted labels lean over the right edge of the last columns
        lean = max(0.79 * measure(label) - column * (len(labels) - i - 0.5) for i, label in enumerate(labels))
        column = min((WIDTH - MARGIN - left - max(lean, 0)) / len(columns), 64.0)
        sheet.y += max(measure(label) for label in labels) * 0.62 + 8
    else:
        sheet.y += 9.5 * max(map(len, lines))
    for i, (label, some) in enumerate(zip(labels, lines, strict=True)):
        x = left + column * (i + 0.5)
        if turned:
            sheet.text(x, sheet.y, label, turn=38)
        else:
            for k, line in enumerate(reversed(some)):
                sheet.text(x, sheet.y - 9.5 * k, line, size=SMALL, align="center")
    sheet.y += 8
    top, height = sheet.y, 30.0
    largest = max(len(own) for own in cells.values())
    full = min(column / 2 - 1, height / 2 - 1.5)
    right = left + column * len(columns)
    for (name, _), note in zip(rows, notes, strict=True):
        sheet.line([MARGIN, right], [sheet.y] * 2, LINE, 0.5)
        name_in_margin(sheet, left, name, note, 2)
        middle = sheet.y + height / 2
        for i, theme in enumerate(columns):
            own = cells.get((name, theme))
            if own:
                colour = of_tone(fmean(m.tone for m in own))
                radius = (
                    max(full * (len(own) / largest) ** 0.5, min(6.5, full)) if largest > 1 else min(8.0, full)
                )
                x = left + column * (i + 0.5)
                sheet.dots([x], [middle], [radius], [colour], [colour], weight=0.4)
                sheet.text(
                    x,
                    middle + 3,
                    str(len(own)),
                    size=SMALL,
                    colour=print_on(colour),
                    align="center",
                    bold=True,
                )
        sheet.y += height
    for i in range(len(columns) + 1):
        heavy = 0 < i < len(columns) and columns[i] in umbrellas
        sheet.line([left + column * i] * 2, [top, sheet.y], SOFT if heavy else LINE, 0.9 if heavy else 0.5)
    sheet.line([MARGIN, right], [sheet.y] * 2, LINE, 0.5)
    sheet.y += 17
    x = left
    sheet.text(x, sheet.y, "cooler", size=SMALL, colour=SOFT)
    x += measure("cooler", SMALL) + 10
    for tone in (-0.9, -0.45, 0.0, 0.45, 0.9):
        colour = of_tone(tone)
        sheet.dots([x], [sheet.y - 3], [4.5], [colour], [colour], weight=0.4)
        x += 12
    sheet.text(x, sheet.y, "warmer than ordinary news", size=SMALL, colour=SOFT)
    sheet.y += 3


def _share_note(theme: dict, total: int) -> str:
    many = counted(theme["mentions"], "mention")
    return many if theme["share"] is None else f"{many}, {percent(theme['mentions'] / max(total, 1))}"


def _stage_headline(reading, names: dict[str, str]) -> str:
    lines = areas(reading)
    if not lines:
        return (
            "Only the tie itself is spoken of, no area"
            if umbrella(reading)
            else "No area of cooperation is named"
        )
    first = [names[t["theme"]] for t in lines if t["mentions"] == lines[0]["mentions"]]
    if len(lines) == 1:
        return f"{capital(first[0])} is the only area that comes up"
    if len(first) == len(lines):
        return f"{capital(count(len(lines), 'area'))} of cooperation come up, all equally often"
    if len(first) > 4:
        return f"{capital(count(len(lines), 'area'))} of cooperation come up, none far ahead of the others"
    return f"{capital(listed(first))} {'comes' if len(first) == 1 else 'come'} up most"


def _stage_subtitle(found: tuple[Mention, ...]) -> str:
    if not found:
        return "No act in this article has a theme as its object or aim"
    stages = tally([m.stage for m in found if m.stage != UNSTAGED])
    most = (
        f"; most often {stages[0][0]}" if stages and (len(stages) == 1 or stages[0][1] > stages[1][1]) else ""
    )
    return f"The themes of the acts and how far the acts have come{most}"


def _stage_alt(lines: list[dict], found: tuple[Mention, ...], names: dict[str, str], total: int) -> str:
    if not lines:
        return "An empty figure: no act in this article has a theme as its object or aim."
    parts = []
    for t in lines:
        own = [m.stage for m in found if m.theme == t["theme"]]
        stages = [f"{own.count(s)} {s}" for s in in_order(own)]
        parts.append(f"{names[t['theme']]} {_share_note(t, total)} ({listed(stages)})")
    conflict = sum(m.side == "conflict" for m in found)
    tail = f" {capital(count(conflict, 'mention'))} in acts of conflict." if conflict else ""
    return f"Themes by stage, {counted(total, 'mention')} of areas. {capital('; '.join(parts))}.{tail}"


def _who_headline(ranked: list[tuple[str, int]], found: tuple[Mention, ...], names: dict[str, str]) -> str:
    if not ranked:
        return "No act in this article has both a theme and a name"
    first = [name for name, n in ranked if n == ranked[0][1]]
    if len(first) > 2:
        return f"{capital(count(len(ranked), 'name'))} share the acts, none ahead of the others"
    about = tally([names[m.theme] for m in found if set(first) & set(m.who)])
    verb = "is" if len(first) == 1 else "are"
    if len(about) > 1 and about[0][1] == about[1][1]:
        return f"{listed(first)} {verb} named most often, with {count(len(about), 'theme')}"
    return f"{listed(first)} {verb} named most often, above all with {about[0][0]}"


def _who_subtitle(cells: dict) -> str:
    if not cells:
        return "There is nothing to place in the matrix"
    return "Who acts or proposes, on which theme, and how warm the sentences are that tell it"


def _who_alt(rows, columns, cells, names: dict[str, str]) -> str:
    if not cells:
        return "An empty figure: no act in this article has both a theme and somebody who acts."
    parts = []
    for name, _ in rows:
        own = [
            f"{names[t]} {len(cells[name, t])} at {signed(fmean(m.tone for m in cells[name, t]))}"
            for t in columns
            if (name, t) in cells
        ]
        parts.append(f"{name}: {listed(own)}")
    return f"Matrix of names and themes, number of acts and mean tone. {'; '.join(parts)}."
