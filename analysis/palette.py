"""The project's colours, chosen for readers who do not see all colours; this module imports nothing.

Speakers take the hues of Okabe and Ito (2008, "Color Universal Design"), which stay apart for the common
kinds of colour blindness. Tone runs from orange through grey to blue, the pair that almost everybody tells
apart. No figure relies on colour alone: solid, outlined and half-filled marks, shapes and words say the same.
"""

from collections.abc import Iterable

SPEAKERS = ("#0072B2", "#D55E00", "#009E73", "#CC79A7", "#E69F00", "#56B4E9")  # Okabe and Ito, without yellow
OTHERS = "#7A7F87"
NARRATOR = "#DADDE1"
BASELINE = "#9AA0A8"
INK = "#1B1F24"
SOFT = "#5B626B"  # 6.2 : 1 on white, so that small print stays legible
LINE = "#C9CDD2"
PALE = "#F3F4F6"
PAPER = "#FFFFFF"

COOL = "#B35806"
MIDDLE = "#B4B9C0"
WARM = "#0B63A5"


def mixed(colour: str, other: str, part: float) -> str:
    """Mix two colours: `part` of the first, the rest of the other."""
    pairs = ((int(colour[i : i + 2], 16), int(other[i : i + 2], 16)) for i in (1, 3, 5))
    return "#" + "".join(f"{round(a * part + b * (1 - part)):02X}" for a, b in pairs)


def tint(colour: str, part: float = 0.22) -> str:
    """The pale version of a colour on white paper, for what is reported rather than quoted."""
    return mixed(colour, PAPER, part)


def of_tone(tone: float, full: float = 0.9) -> str:
    """The colour of a tone: blue where it is warm, orange where it is cool, grey at zero, full at `full` and
    beyond.
    """
    part = min(abs(tone) / full, 1.0)
    return mixed(WARM if tone >= 0 else COOL, MIDDLE, part)


def print_on(colour: str) -> str:
    """Black or white, whichever is easier to read on the colour (relative luminance as in WCAG 2)."""
    parts = [int(colour[i : i + 2], 16) / 255 for i in (1, 3, 5)]
    r, g, b = (p / 12.92 if p <= 0.04045 else ((p + 0.055) / 1.055) ** 2.4 for p in parts)
    return INK if 0.2126 * r + 0.7152 * g + 0.0722 * b > 0.2 else PAPER


def of_speakers(names: Iterable[str]) -> dict[str, str]:
    """Give each speaker a colour by rank, so that a speaker looks the same in every figure and in the
    article.
    """
    names = list(names)
    return {name: SPEAKERS[i] if i < len(SPEAKERS) else OTHERS for i, name in enumerate(names)}
