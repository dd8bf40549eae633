"""A finished figure: the picture, what it says in words, and the numbers behind it as a table."""

import re
from dataclasses import dataclass, field
from html import escape
from pathlib import Path
from typing import TYPE_CHECKING, Any
from urllib.parse import quote

from analysis.tables import Table

if TYPE_CHECKING:
    import pandas as pd


@dataclass(frozen=True, slots=True)
class Figure:
    """One figure of an article, ready to be shown, saved or read aloud.

    `alt` is written from the numbers and says what the picture says; `table` holds the numbers themselves.
    In a notebook the figure shows itself; `figure.save("figures")` writes `figures/NAME.svg` and `NAME.png`.
    """

    name: str
    svg: str
    caption: str
    alt: str
    table: "pd.DataFrame" = field(compare=False)
    drawing: Any = field(repr=False, compare=False, default=None)

    def __repr__(self) -> str:
        """The figure in words, for a terminal."""
        return f"{self.caption}\n{self.alt}"

    def _repr_html_(self) -> str:
        """The figure as HTML: a picture with its alt text, a caption, and the table to unfold."""
        width, height = re.search(r"viewBox=['\"]0 0 ([\d.]+) ([\d.]+)", self.svg).groups()
        scale = 760 / float(width)  # as wide as the report's column, in CSS pixels
        return (
            '<figure class="communique-figure tex2jax_ignore mathjax_ignore" style="margin:1em 0">'
            '<div class="scroll" tabindex="0" role="group" '
            f'aria-label="{escape(self.name.replace("_", " "))}" style="overflow-x:auto">'
            f'<img alt="{escape(self.alt)}" width="760" height="{round(float(height) * scale)}" '
            f'style="min-width:34em;max-width:100%;height:auto" src="{_uri(self.svg)}"></div>'
            f'<figcaption style="max-width:46em">{escape(self.caption)}</figcaption>'
            f"<details><summary>The numbers behind this figure</summary>"
            f"{Table(self.table)._repr_html_()}</details></figure>"
        )

    def save(self, folder: str | Path) -> tuple[Path, Path]:
        """Write the figure into `folder` as NAME.svg and NAME.png and return the two paths."""
        from analysis.figures.canvas import png

        folder = Path(folder)
        folder.mkdir(parents=True, exist_ok=True)
        svg_path, png_path = folder / f"{self.name}.svg", folder / f"{self.name}.png"
        svg_path.write_text(self.svg, "utf-8", newline="\n")
        png_path.write_bytes(png(self.drawing))
        return svg_path, png_path


def _uri(svg: str) -> str:
    """The picture as a data address; tags take single quotes, which need no escape inside an attribute."""
    plain = re.sub(r"<[^>]*>", lambda tag: tag[0] if "'" in tag[0] else tag[0].replace('"', "'"), svg)
    return "data:image/svg+xml," + quote(plain, safe=" ='/:;,()!*@+?$-._~|").replace("'", "&#x27;")
