"""Two figures on who with whom: the parties and the deeds between them, and what each side puts forward."""

from math import cos, pi, sin

from analysis.accounts import Link, all_deeds, links
from analysis.figures.canvas import MARGIN, SMALL, TEXT, WIDTH, Sheet, fitted, measure, wrapped
from analysis.figures.figure import Figure
from analysis.figures.share import name_in_margin, names_width
from analysis.measures import in_order, tally, theme_names, umbrella
from analysis.options import most_of
from analysis.palette import COOL, INK, LINE, PAPER, SOFT, WARM
from analysis.tables import shown
from analysis.wording import capital, count, counted, listed

AHEAD = ("proposed", "tentative", "planned", "agreed")  # stages of what is still to come
HEIGHT = 250.0  # points of the ring with its names
LINE_HEIGHT = 10.0
THIN, THICK = 0.9, 5.0  # points of a line of one deed, and of the most


def actors_network(reading, *, most: int = 8) -> Figure:
    """Who does something with whom: parties on a ring, a line where they share a deed, thicker for more.

    Blue lines are deeds of cooperation, orange ones of conflict; a line of both is drawn twice. Of more than
    `most` parties those with most deeds are shown.
    """
    most_of(most)
    found = links(reading)
    ranked = tally([name for link in found for name in (link.one, link.other) for _ in link.deeds])
    names = [name for name, _ in ranked[:most]]
    drawn = [link for link in found if link.one in names and link.other in names]
    sheet = Sheet("actors_network", _ring_headline(found), _ring_subtitle(found, names, ranked))
    if drawn:
        _ring(sheet, sorted(names), drawn)
        _ring_key(sheet, drawn)
    return sheet.finish(
        "A line joins two parties that act together, or one of which acts towards the other; its width "
        "is the number of deeds, each counted once however often it is told. Parties of one city are not "
        "joined.",
        _ring_alt(found),
        shown(
            [
                {
                    "who": link.one,
                    "with whom": link.other,
                    "deeds": len(link.deeds),
                    "of conflict": link.conflict,
                    "acts": [f"{act.lower()} {n}" for act, n in tally([d.first["act"] for d in link.deeds])],
                    "sentences": sorted({s for d in link.deeds for s in d.sentences}),
                }
                for link in found
            ],
            ("who", "with whom", "deeds", "of conflict", "acts", "sentences"),
        ),
    )


def proposals_by_side(reading, *, most: int = 8) -> Figure:
    """What each side puts forward: a row a proposer, a mark a deed that is still to come, named by its
    theme.
    """
    most_of(most)
    names = theme_names(reading)
    umbrellas = {t["theme"] for t in umbrella(reading)}
    found = [d for d in all_deeds(reading) if d.first["proposer"] and d.first["stage"] in AHEAD]
    ranked = tally([d.first["proposer"] for d in found])[:most]
    sheet = Sheet("proposals_by_side", _table_headline(ranked, found), _table_subtitle(found))
    lines = []
    if found:
        left = names_width([name for name, _ in ranked], [counted(n, "deed") for _, n in ranked])
        stages = in_order({d.first["stage"] for d in found})
        column = (WIDTH - MARGIN - left) / len(stages)
        for i, stage in enumerate(stages):
            sheet.text(left + column * i + 5, sheet.y + 6, stage, bold=True)
        sheet.y += 13
        for name, n in ranked:
            own = [d for d in found if d.first["proposer"] == name]
            cells = [[d for d in own if d.first["stage"] == stage] for stage in stages]
            told = [[_label(d, names, umbrellas, column - 20) for d in cell] for cell in cells]
            height = max(29.0, max(sum(LINE_HEIGHT * len(some) + 3 for some in cell) for cell in told) + 9)
            sheet.line([MARGIN, WIDTH - MARGIN], [sheet.y] * 2, LINE, 0.5)
            name_in_margin(sheet, left, name, counted(n, "deed"), 2)
            for i, cell in enumerate(cells):
                x, y = left + column * i + 9, sheet.y + 14
                for deed, label in zip(cell, told[i], strict=True):
                    conflict = deed.first["side"] == "conflict"
                    colour = COOL if conflict else WARM
                    sheet.dots([x], [y - 3], 3.5, [colour], [colour], "s" if conflict else "o", 1.0)
                    for line in label:
                        sheet.text(x + 8, y, line, size=SMALL)
                        y += LINE_HEIGHT
                    y += 3
            sheet.y += height
        sheet.line([MARGIN, WIDTH - MARGIN], [sheet.y] * 2, LINE, 0.5)
        sheet.y += 3
        lines = [
            {
                "proposer": d.first["proposer"],
                "act": d.first["act"].lower(),
                "stage": d.first["stage"],
                "about": [names.get(t, t) for t, _ in d.themes],
                "sentences": list(d.sentences),
            }
            for d in found
        ]
    return sheet.finish(
        "Every deed that is still to come and has a name to it, under the stage that it has reached. "
        "A square is a threat, a demand or another act of conflict.",
        _table_alt(ranked, found, names),
        shown(lines, ("proposer", "act", "stage", "about", "sentences")),
    )


def _ring(sheet: Sheet, names: list[str], drawn: list[Link]) -> None:
    """The parties on an ellipse and the lines between them."""
    middle, centre = WIDTH / 2, sheet.y + HEIGHT / 2
    wide, high = WIDTH * 0.24, HEIGHT / 2 - 22
    spots = {}
    for n, name in enumerate(names):
        turn = 2 * pi * (n + 0.5) / len(names) - pi / 2
        spots[name] = middle + wide * cos(turn), centre + high * sin(turn), cos(turn)
    largest = max(len(link.deeds) for link in drawn)
    for link in sorted(drawn, key=lambda one: len(one.deeds)):
        (x, y, _), (u, v, _) = spots[link.one], spots[link.other]
        parts = [(WARM, len(link.deeds) - link.conflict), (COOL, link.conflict)]
        both = all(n for _, n in parts)
        for shift, (colour, n) in zip((-2.5, 2.5), parts, strict=True):
            if n:
                off = shift if both else 0.0
                weight = THIN + (THICK - THIN) * (n - 1) / max(largest - 1, 1)
                sheet.line([x + off, u + off], [y + off, v + off], colour, weight)
    for name, (x, y, lean) in spots.items():
        sheet.dots([x], [y], 5.0, [PAPER], [INK], "o", 1.4)
        align = "left" if lean > 0.2 else "right" if lean < -0.2 else "center"
        room = (
            WIDTH - MARGIN - x - 9 if align == "left" else x - 9 - MARGIN if align == "right" else WIDTH / 2
        )
        label = fitted(name, room, TEXT, bold=True)
        if align == "center":
            sheet.text(x, y - 10 if y < centre else y + 17, label, align=align, bold=True)
        else:
            sheet.text(x + (9 if align == "left" else -9), y + 3, label, align=align, bold=True)
    sheet.y += HEIGHT


def _ring_key(sheet: Sheet, drawn: list[Link]) -> None:
    sheet.y += 8
    x = MARGIN
    entries = [("acts of cooperation", WARM)]
    if any(link.conflict for link in drawn):
        entries.append(("acts of conflict", COOL))
    for label, colour in entries:
        sheet.line([x, x + 18], [sheet.y - 3] * 2, colour, 2.4)
        sheet.text(x + 23, sheet.y, label, size=SMALL, colour=SOFT)
        x += 23 + measure(label, SMALL) + 14
    sheet.y += 3


def _ring_headline(found: tuple[Link, ...]) -> str:
    if not found:
        return "Nobody is named as doing anything with somebody else"
    first = [link for link in found if len(link.deeds) == len(found[0].deeds)]
    if len(first) == 1:
        return f"{first[0].one} and {first[0].other} share most of the deeds"
    parties = list(dict.fromkeys(name for link in first for name in (link.one, link.other)))
    if len(parties) < 4:
        return f"{listed(parties)} share most of the deeds"
    if len(first) == 2:
        pairs = [f"{link.one} with {link.other}" for link in first]
        return f"{' and '.join(pairs)} share most of the deeds"
    return f"{capital(count(len(found), 'pair'))} of parties share deeds, none far ahead of the others"


def _ring_subtitle(found: tuple[Link, ...], names: list[str], ranked: list[tuple[str, int]]) -> str:
    if not found:
        return "There is no line to draw"
    left = len(ranked) - len(names)
    more = f"; {counted(left, 'party', 'parties')} with fewer deeds left out" if left > 0 else ""
    return f"Who acts together with whom, or towards whom{more}"


def _ring_alt(found: tuple[Link, ...]) -> str:
    if not found:
        return "An empty figure: no act in this article names two parties."
    parts = [
        f"{link.one} and {link.other} {len(link.deeds)}"
        + (f" ({link.conflict} of conflict)" if link.conflict else "")
        for link in found
    ]
    return f"Network of parties, number of deeds they share. {'; '.join(parts)}."


def _about(deed, names: dict[str, str]) -> str:
    about = [names.get(t, t) for t, role in deed.themes if role in ("object", "aim")]
    return listed(about) if about else "no area named"


def _label(deed, names: dict[str, str], umbrellas: set[str], room: float) -> list[str]:
    """A deed in one or two lines; the tie itself is named only where no area is."""
    about = [t for t, role in deed.themes if role in ("object", "aim")]
    areas = [names.get(t, t) for t in about if t not in umbrellas] or [names.get(t, t) for t in about]
    label = f"{deed.first['act'].lower()}: {listed(areas)}" if areas else deed.first["act"].lower()
    return wrapped(label, room, SMALL, most=2)


def _table_headline(ranked: list[tuple[str, int]], found: list) -> str:
    if not found:
        return "Nobody is named as putting anything forward"
    if len(ranked) == 1:
        return f"{ranked[0][0]} alone puts something forward"
    if ranked[0][1] > ranked[1][1]:
        return f"{ranked[0][0]} puts most forward"
    return f"{capital(count(len(ranked), 'proposer'))} put something forward, none most"


def _table_subtitle(found: list) -> str:
    return "What is still to come, by who stands behind it" if found else "There is nothing to show"


def _table_alt(ranked: list[tuple[str, int]], found: list, names: dict[str, str]) -> str:
    if not found:
        return "An empty figure: no act that is still to come has a proposer."
    parts = []
    for name, _ in ranked:
        own = [
            f"{d.first['act'].lower()} {_about(d, names)}, {d.first['stage']}"
            for d in found
            if d.first["proposer"] == name
        ]
        parts.append(f"{name}: {'; '.join(own)}")
    return f"What each side puts forward. {'. '.join(parts)}."
