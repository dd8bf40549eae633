"""Communiqué: who speaks in diplomatic news, in what tone, and what they agree to do together.

>>> from analysis import analyse, read
>>> reading = analyse(read("seeds/000_41bef5cbfffa6439.txt"))
>>> reading.speakers  # and .statements, .sentences, .acts, .themes

Every name is loaded when it is first used, so that `import analysis` costs next to nothing.
"""

from importlib import import_module
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from analysis import figures, options, prose, results, schema, tables
    from analysis.article import Article
    from analysis.engine import Reading, analyse
    from analysis.errors import CommuniqueError
    from analysis.frames import analyse_frame
    from analysis.reading import from_text, read

_ROOMS = ("figures", "options", "prose", "results", "schema", "tables")
_HOMES = {
    "Article": "article",
    "CommuniqueError": "errors",
    "Reading": "engine",
    "analyse": "engine",
    "analyse_frame": "frames",
    "from_text": "reading",
    "read": "reading",
}

__all__ = [
    "Article",
    "CommuniqueError",
    "Reading",
    "analyse",
    "analyse_frame",
    "figures",
    "from_text",
    "options",
    "prose",
    "read",
    "results",
    "schema",
    "tables",
]


def __getattr__(name: str) -> Any:
    """Load a public name when it is first asked for (PEP 562)."""
    if name == "__version__":
        value = _version()
    elif name in _HOMES:
        value = getattr(import_module(f"analysis.{_HOMES[name]}"), name)
    elif name in _ROOMS:
        value = import_module(f"analysis.{name}")
    else:
        raise AttributeError(f"module 'analysis' has no attribute {name!r}")
    globals()[name] = value
    return value


def __dir__() -> list[str]:
    return sorted({*globals(), *__all__, "__version__"})


def _version() -> str:
    from importlib import metadata

    try:
        return metadata.version("communique")
    except metadata.PackageNotFoundError:  # run from its folder, not installed
        return "0+unknown"
