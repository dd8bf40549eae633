"""An executed notebook as a part of the report's page: nbconvert renders it, `weave` fits it in."""

from functools import cache
from html import escape
from typing import Any

from nbconvert.exporters.html import HTMLExporter
from nbconvert.exporters.templateexporter import TemplateExporter

from analysis.paths import TEMPLATES
from analysis.report.clean import INJECTED
from analysis.report.weave import weave

TOP = 3  # a notebook's title in the page: h1 is the report's, h2 the article's
SHOWN = ("text/html", "image/svg+xml", "image/png", "image/jpeg", "text/markdown", "text/latex", "text/plain")


def render(notebook: Any, *, prefix: str, title: str) -> str:
    """The notebook's prose and outputs as HTML, its code folded away at the end.

    Every id starts with `prefix`, headings start at h3, and nothing in it can run or fetch anything.
    """
    # HTMLExporter's own from_notebook_node reads its result again with BeautifulSoup, for its own templates
    body, _ = TemplateExporter.from_notebook_node(_exporter(), notebook)
    return weave(body, prefix=prefix, top=TOP, title=title) + _code(notebook)


@cache
def _exporter() -> HTMLExporter:
    exporter = HTMLExporter(
        template_name="notebook",
        extra_template_basedirs=[str(TEMPLATES)],
        exclude_input=True,
        exclude_anchor_links=True,
        embed_images=False,
    )
    exporter.register_filter("filter_data_type", _first_shown)
    return exporter


def _first_shown(data: dict[str, Any]) -> list[str]:
    """The richest form of an output that a page can show; widgets and scripts are none."""
    return [mime for mime in SHOWN if mime in data][:1]


def _code(notebook: Any) -> str:
    cells = [cell for cell in notebook.cells if cell.cell_type == "code" and cell.source.strip()]
    if not cells:
        return ""
    source = "\n\n".join(
        ("# given for this article\n" if INJECTED in cell.metadata.get("tags", ()) else "")
        + cell.source.strip()
        for cell in cells
    )
    return (
        '<details class="code"><summary>How this was computed</summary>'
        f'<pre tabindex="0"><code>{escape(source)}</code></pre></details>\n'
    )
