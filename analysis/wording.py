"""Numbers and names as English words: the one place where a figure of the project is rounded for people.

Prose, titles, labels and alt texts all speak through these functions, so that a number reads the same
everywhere.
"""

import math
from collections.abc import Sequence
from decimal import ROUND_HALF_UP, Decimal

_SMALL = (
    "no",
    "one",
    "two",
    "three",
    "four",
    "five",
    "six",
    "seven",
    "eight",
    "nine",
    "ten",
    "eleven",
    "twelve",
)

# Below 0.05 a tone is called neutral, the cut that VADER's authors publish for their compound score (Hutto
# and Gilbert 2014). The other two cuts divide the rest of the scale for words only; no count depends on them.
NEUTRAL = 0.05
SLIGHT = 0.2
STRONG = 0.5


def percent(share: float) -> str:
    """Say a share as a whole percentage, rounded once, halves up: 0.5755 is "58%"; "under 1%" is never
    "0%".
    """
    if not math.isfinite(share):
        return "no share"
    if 0 < share < 0.005:
        return "under 1%"
    if 0.995 <= share < 1:
        return "over 99%"
    return f"{(Decimal(repr(float(share))) * 100).quantize(Decimal(1), ROUND_HALF_UP)}%"


def count(number: int, singular: str, plural: str | None = None) -> str:
    """Say how many: `count(1, "act")` is "one act", `count(3, "city", "cities")` is "three cities", 141
    stays 141.
    """
    return f"{spelled(number)} {singular if number == 1 else (plural or singular + 's')}"


def spelled(number: int) -> str:
    """A number as running text has it: in letters up to twelve."""
    return _SMALL[number] if 0 <= number < len(_SMALL) else f"{number:,}"


def counted(number: int, singular: str, plural: str | None = None) -> str:
    """The same in figures, for labels: `counted(1, "word")` is "1 word", `counted(2, "word")` is "2
    words".
    """
    return f"{number:,} {singular if number == 1 else (plural or singular + 's')}"


def listed(names: Sequence[str], last: str = "and") -> str:
    """Join names as a sentence does: "a", "a and b", "a, b and c"."""
    names = list(names)
    if len(names) < 2:
        return "".join(names)
    return f"{', '.join(names[:-1])} {last} {names[-1]}"


def signed(tone: float | None) -> str:
    """Write a tone with its sign and two decimals, "+0.31" or "−0.07"; "no tone" where there is none."""
    if tone is None or not math.isfinite(tone):
        return "no tone"
    text = f"{abs(tone):.2f}"
    return text if text == "0.00" else f"{'+' if tone > 0 else '−'}{text}"


def temper(tone: float | None) -> str:
    """Put a tone into a word, from "very cool" through "neutral" to "very warm": +0.31 is "warm"."""
    if tone is None or not math.isfinite(tone):
        return "without a tone"
    if abs(tone) < NEUTRAL:
        return "neutral"
    side = "warm" if tone > 0 else "cool"
    return f"slightly {side}" if abs(tone) < SLIGHT else side if abs(tone) < STRONG else f"very {side}"


def capital(sentence: str) -> str:
    """Begin a sentence with a capital and leave the rest as it is: "the two mayors" gives "The two
    mayors".
    """
    return sentence[:1].upper() + sentence[1:]


def owner(name: str) -> str:
    """The possessive of a name: "Yin Yong's", "the two mayors'"."""
    return name + ("’" if name.endswith(("s", "S")) else "’s")


def shortened(text: str, most: int) -> str:
    """Cut a text at a word's end so that it has at most `most` characters, an ellipsis among them."""
    text = " ".join(text.split())
    if len(text) <= most:
        return text
    head = text[: most - 1]
    return (head.rsplit(" ", 1)[0] if " " in head[most // 2 :] else head).rstrip(" ,;:.—–-") + "…"


def quoted(text: str, most: int) -> str:
    """A text of the article in quotation marks, cut to `most` characters; its own marks become single
    ones.
    """
    inner = shortened(text, most).replace("“", "‘").replace("”", "’")
    return f"“{inner}”"
