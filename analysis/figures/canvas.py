"""The drawing sheet under every figure: boxes, lines, dots and words on paper measured in points from the
top left.

It stands on matplotlib's objects, without pyplot, and changes no setting outside its own `with`. A sheet
knows its width from the start and its height when it is finished. The same drawing gives the SVG, whose text
stays text, and the PNG; the same numbers give the same bytes.
"""

import io
import logging
import re
import unicodedata
import warnings
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from functools import cache
from html import escape
from html import unescape as html_unescape
from typing import Any

from analysis.palette import INK, LINE, PAPER, SOFT

WIDTH = 547.2  # points: 7.6 inches, 760 CSS pixels at the size in which the report shows it
MARGIN = 4.0
TITLE, TEXT, SMALL = 12.5, 9.0, 8.0  # points; at 760 pixels 17, 12.5 and 11 CSS pixels
FACES = "-apple-system,'Segoe UI',Roboto,'Helvetica Neue',Arial,'Noto Sans','DejaVu Sans',sans-serif"
# Looked for only where a name holds letters that matplotlib's own DejaVu lacks; browsers choose for
# themselves.
FALLBACKS = (
    "Noto Sans CJK SC",
    "Noto Sans CJK JP",
    "Noto Sans CJK KR",
    "Noto Sans SC",
    "PingFang SC",
    "Hiragino Sans GB",
    "Microsoft YaHei",
    "Malgun Gothic",
    "WenQuanYi Zen Hei",
    "Noto Sans Devanagari",
    "Noto Sans Bengali",
    "Noto Sans Tamil",
    "Noto Sans Thai",
    "Noto Sans Ethiopic",
    "Noto Emoji",
    "Arial Unicode MS",
)
STYLE = {
    "text.parse_math": False,
    "text.usetex": False,
    "svg.fonttype": "none",
    "font.size": TEXT,
    "path.sketch": None,
    "path.effects": [],
    "hatch.linewidth": 0.6,
    "savefig.transparent": False,
}


@contextmanager
def _style(name: str, characters: str = "") -> Iterator[None]:
    """matplotlib's settings for the length of one drawing, all of them: a user's matplotlibrc changes
    nothing.
    """
    with _quiet():
        import matplotlib as mpl

        families = ["DejaVu Sans", *_fallbacks("".join(sorted(set(characters))))]
        defaults = {
            k: v for k, v in mpl.rcParamsDefault.items() if k.startswith(("font.", "text.", "svg.", "path."))
        }
        with mpl.rc_context({**defaults, **STYLE, "svg.hashsalt": name, "font.family": families}):
            yield


@contextmanager
def _quiet() -> Iterator[None]:
    """Keep matplotlib's remarks on its font cache and on letters that no font has out of a notebook's
    output.
    """
    logger = logging.getLogger("matplotlib")
    level = logger.level
    logger.setLevel(logging.ERROR)
    try:
        with warnings.catch_warnings():
            warnings.filterwarnings("ignore", message=r"(?s)Glyph \d+|Matplotlib currently does not support")
            yield
    finally:
        logger.setLevel(level)


def _font(bold: bool) -> Any:
    """DejaVu, as matplotlib keeps it; it is not kept here, for its open file must not outlive a fork."""
    from matplotlib.font_manager import FontProperties, findfont, get_font

    return get_font(findfont(FontProperties(family="DejaVu Sans", weight="bold" if bold else "normal")))


@cache
def _advance(character: str, bold: bool) -> float:
    """The width of a character in ems; a letter that DejaVu lacks is taken for as wide as it is usually
    drawn.
    """
    with _quiet():
        font = _font(bold)
        if font.get_char_index(ord(character)) == 0:
            return 0.0 if unicodedata.combining(character) else 1.0
        font.set_size(100, 72)
        return font.load_char(ord(character)).linearHoriAdvance / 65536 / 100


@cache
def _fallbacks(characters: str) -> tuple[str, ...]:
    """Fonts of this machine for characters that DejaVu lacks; none where it lacks none."""
    font = _font(False)
    if all(font.get_char_index(ord(c)) for c in characters if not c.isspace()):
        return ()
    from matplotlib.font_manager import fontManager

    present = {f.name for f in fontManager.ttflist}
    return tuple(name for name in FALLBACKS if name in present)


def clean(text: str) -> str:
    """A text as one line that XML can hold: control characters and line breaks become spaces."""
    return "".join(c if unicodedata.category(c) not in ("Cc", "Cs", "Zl", "Zp") else " " for c in str(text))


def measure(text: str, size: float = TEXT, bold: bool = False) -> float:
    """The width of a text in points, with a little slack: hinting widens letters, and browsers use other
    fonts.
    """
    return sum(_advance(c, bold) for c in text) * size * 1.03


def fitted(text: str, room: float, size: float = TEXT, bold: bool = False) -> str:
    """The text, cut with an ellipsis where it is wider than the room."""
    text = clean(text)
    if measure(text, size, bold) <= room:
        return text
    while text and measure(text + "…", size, bold) > room:
        text = text[:-1]
    return text.rstrip() + "…"


def wrapped(text: str, room: float, size: float = TEXT, bold: bool = False, most: int = 3) -> list[str]:
    """The text in at most `most` lines that fit the room."""
    lines, line = [], ""
    for word in clean(text).split():
        longer = f"{line} {word}".strip()
        if line and measure(longer, size, bold) > room:
            lines.append(line)
            line = word
        else:
            line = longer
    lines.append(line)
    if len(lines) > most:
        lines[most - 1 :] = [" ".join(lines[most - 1 :])]
    return [fitted(line, room, size, bold) for line in lines]


def balanced(text: str, room: float, size: float) -> list[str]:
    """A headline on as few lines as it needs, of about the same length."""
    lines = wrapped(text, room, size, bold=True)
    for part in (0.55, 0.7, 0.85):
        even = wrapped(text, room * part, size, bold=True)
        if len(even) == len(lines) > 1 and " ".join(even) == " ".join(lines):
            return even
    return lines


class Sheet:
    """A sheet of paper with a title and a subtitle, on which the figure functions draw from the top down.

    `sheet.y` is where the drawing goes on; coordinates are points, y grows downwards.
    """

    def __init__(self, name: str, title: str, subtitle: str):
        self.name, self.title, self.y = name, clean(title), 0.0
        self._ops: list[tuple[str, tuple, dict]] = []
        self._characters = ""
        self.y = 16.0
        for line in balanced(title, WIDTH - 2 * MARGIN, TITLE):
            self.text(MARGIN, self.y, line, size=TITLE, bold=True)
            self.y += 16
        self.y += 0.5
        for line in wrapped(subtitle, WIDTH - 2 * MARGIN, TEXT):
            self.text(MARGIN, self.y, line, colour=SOFT)
            self.y += 12.5
        self.y += 6

    def text(
        self, x: float, y: float, text: str, *, size: float = TEXT, colour: str = INK, bold: bool = False,
        align: str = "left", turn: float = 0,
    ) -> None:  # fmt: skip
        """Set a line of text with its baseline at y."""
        text = clean(text)
        if text.strip():
            self._characters += text
            weight = "bold" if bold else "normal"
            kwargs = {"fontsize": size, "color": colour, "ha": align, "va": "baseline", "weight": weight}
            if turn:
                kwargs |= {"rotation": turn, "rotation_mode": "anchor"}
            self._ops.append(("text", (x, y, text), kwargs))

    def box(
        self, x: float, y: float, width: float, height: float, fill: str | None, edge: str | None = None,
        weight: float = 0.9,
    ) -> None:  # fmt: skip
        """Draw a box from its top left corner; an edge is drawn inside, so that boxes keep their size."""
        inset = weight / 2 if edge else 0
        size = (max(width - 2 * inset, 0.2), max(height - 2 * inset, 0.2))
        self._ops.append(
            ("box", ((x + inset, y + inset), *size),
             {"facecolor": fill or "none", "edgecolor": edge or "none", "linewidth": weight if edge else 0})
        )  # fmt: skip

    def line(
        self, xs: Sequence[float], ys: Sequence[float], colour: str = LINE, weight: float = 0.8, **style: Any
    ) -> None:
        """Draw a line through points."""
        self._ops.append(("line", (list(xs), list(ys)), {"color": colour, "linewidth": weight, **style}))

    def area(self, points: Sequence[tuple[float, float]], fill: str) -> None:
        """Fill a closed shape."""
        self._ops.append(("area", (list(points),), {"facecolor": fill, "edgecolor": "none", "linewidth": 0}))

    def dots(
        self, xs: Sequence[float], ys: Sequence[float], radius: float | Sequence[float], fills: Sequence[str],
        edges: Sequence[str], shape: str = "o", weight: float = 0.9,
    ) -> None:  # fmt: skip
        """Draw dots, all of one shape, each with its fill and edge."""
        if len(xs):
            self._ops.append(
                ("dots", (list(xs), list(ys), radius, list(fills), list(edges), shape, weight), {})
            )

    def finish(self, caption: str, alt: str, table: Any) -> Any:
        """Close the sheet at `sheet.y` and give back the finished `Figure`."""
        from analysis.figures.figure import Figure

        height = round(self.y + MARGIN, 1)
        with _style(self.name, self._characters):
            drawing = self._draw(height)
            stream = io.StringIO()
            drawing.savefig(
                stream, format="svg", metadata=dict.fromkeys(("Date", "Creator", "Format", "Type"))
            )
        svg = _slim(stream.getvalue(), self.title, height)
        return Figure(self.name, svg, caption, alt, table, _Drawing(self.name, self._characters, drawing))

    def _draw(self, height: float) -> Any:
        from matplotlib.backends.backend_agg import FigureCanvasAgg
        from matplotlib.collections import PathCollection
        from matplotlib.figure import Figure as Drawing
        from matplotlib.lines import Line2D
        from matplotlib.markers import MarkerStyle
        from matplotlib.patches import Polygon, Rectangle
        from matplotlib.text import Text
        from matplotlib.transforms import Affine2D, IdentityTransform

        drawing = Drawing(
            figsize=(WIDTH / 72, height / 72), dpi=72, facecolor=PAPER, edgecolor="none", linewidth=0
        )
        FigureCanvasAgg(drawing)
        points = Affine2D().scale(1 / 72, -1 / 72).translate(0, height / 72) + drawing.dpi_scale_trans
        for order, (kind, args, kwargs) in enumerate(self._ops):
            if kind == "text":
                artist = Text(*args, transform=points, **kwargs)
            elif kind == "box":
                artist = Rectangle(*args, transform=points, **kwargs)
            elif kind == "line":
                artist = Line2D(*args, transform=points, solid_capstyle="butt", **kwargs)
            elif kind == "area":
                artist = Polygon(*args, transform=points, **kwargs)
            else:
                xs, ys, radius, fills, edges, shape, weight = args
                marker = MarkerStyle(shape)
                path = marker.get_path().transformed(marker.get_transform())
                sizes = [radius] if isinstance(radius, int | float) else radius
                artist = PathCollection(
                    [path], sizes=[1.0], offsets=list(zip(xs, ys, strict=True)), offset_transform=points,
                    facecolors=fills, edgecolors=edges, linewidths=weight,
                )  # fmt: skip
                artist.set_sizes([(2 * r) ** 2 for r in sizes])
                artist.set_transform(IdentityTransform())
            artist.set_zorder(order)
            drawing.add_artist(artist)
            artist.set_clip_on(False)
        return drawing


class _Drawing:
    """The drawn sheet, kept for the PNG."""

    def __init__(self, name: str, characters: str, drawing: Any):
        self.name, self.characters, self.drawing = name, characters, drawing


def png(kept: _Drawing) -> bytes:
    """The drawing as PNG, twice as fine as a plain screen, without the name of the program in it."""
    stream = io.BytesIO()
    with _style(kept.name, kept.characters):
        kept.drawing.savefig(stream, format="png", dpi=200, metadata={"Software": None})
    return stream.getvalue()


def _slim(svg: str, title: str, height: float) -> str:
    """Take out of matplotlib's SVG what nobody reads: prolog, comments, names of groups, repeated styles."""
    body = svg[svg.index("<svg") :]
    body = re.sub(r"<!--.*?-->|<metadata>.*?</metadata>", "", body, flags=re.S)
    body = re.sub(r"<defs>\s*<style[^>]*>.*?</style>\s*</defs>", "", body, flags=re.S)
    body = re.sub(r"\s*\n\s*", " ", body)
    body = re.sub(r"> <", "><", body)
    body = re.sub(r"<[^>]*>", _tidy, body)
    while re.search(r"<g>(<[^g/][^<]*?/>|<text[^<]*</text>)</g>", body):
        body = re.sub(r"<g>(<[^g/][^<]*?/>|<text[^<]*</text>)</g>", r"\1", body)
    head = (
        f'<svg xmlns="http://www.w3.org/2000/svg" xmlns:xlink="http://www.w3.org/1999/xlink" '
        f'viewBox="0 0 {WIDTH:g} {height:g}" width="{WIDTH:g}pt" height="{height:g}pt" role="img" '
        f'font-family="{FACES}" stroke-linejoin="round"><title>{escape(title, quote=False)}</title>'
    )
    return head + re.sub(r"^<svg[^>]*>", "", body).strip() + "\n"


def _tidy(found: re.Match) -> str:
    """One tag: no name of a group, no turn by nothing, two decimals."""
    tag = re.sub(r'(^<g) id="[^"]*"| transform="rotate\(-?0 [^"]*"', r"\1", found[0])
    tag = re.sub(r'(?<=^<text )style="([^"]*)"', _face, tag)
    return re.sub(r"\d+\.\d{3,}", lambda number: f"{float(number[0]):.2f}".rstrip("0").rstrip("."), tag)


def _face(found: re.Match) -> str:
    """A text's style without its font, which stands once at the top, and without what is so anyway."""
    style = re.sub(r"font: (?:(bold|700) )?([\d.]+)px [^;]*", r"\1;font-size: \2px", html_unescape(found[1]))
    parts = [part.strip() for part in style.split(";") if part.strip()]
    kept = [p for p in parts if not p.startswith(("font-family", "text-anchor: start"))]
    return f'style="{"; ".join("font-weight: 700" if p in ("bold", "700") else p for p in kept)}"'
