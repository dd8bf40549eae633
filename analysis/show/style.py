"""Style: the look of the annotated article, `article.css`, with the colours of `analysis.palette`.

Colours are set outright, the paper's too, so that a dark theme changes nothing. They are never alone: line
styles, signs and words say the same.
"""

from functools import cache
from pathlib import Path

from analysis.palette import COOL, INK, LINE, OTHERS, PAPER, SOFT, SPEAKERS, tint

SHEET = Path(__file__).with_name("article.css")
_VARIABLES = {
    "ink": INK,
    "soft": SOFT,
    "line": LINE,
    "faint": tint(LINE, 0.6),
    "edge": tint(SOFT, 0.4),
    "paper": PAPER,
    "cool": COOL,
    # the report's own fonts, which JupyterLab does not have
    "serif": 'Charter, "Bitstream Charter", "Sitka Text", Cambria, Georgia, "Noto Serif", serif',
    "sans": 'system-ui, -apple-system, "Segoe UI", Roboto, "Helvetica Neue", "Noto Sans", Arial, sans-serif',
}


def name_of(colour: str) -> str:
    """The class that carries a speaker's colour, `c`, and its pale tints: `t` reported, `u` quoted.

    >>> name_of(SPEAKERS[1]), name_of(OTHERS)
    ('cmq-s1', 'cmq-others')
    """
    return f"cmq-s{SPEAKERS.index(colour)}" if colour in SPEAKERS else "cmq-others"


@cache
def style() -> str:
    """The whole style sheet as an element."""
    variables = "; ".join(f"--{name}: {value}" for name, value in _VARIABLES.items())
    speakers = "\n".join(
        f".cmq .{name_of(c)} {{ --c: {c}; --t: {tint(c, 0.13)}; --u: {tint(c, 0.3)}; }}"
        for c in (*SPEAKERS, OTHERS)
    )
    return f"<style>\n.cmq {{ {variables}; }}\n{speakers}\n{SHEET.read_text('utf-8')}</style>"
