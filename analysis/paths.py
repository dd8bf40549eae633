"""Every folder of the project, in one place; this module imports nothing of the project."""

from pathlib import Path

PACKAGE = Path(__file__).resolve().parent
PROJECT = PACKAGE.parent
SEEDS = PROJECT / "seeds"
NOTEBOOKS = PROJECT / "notebooks"
FIGURES = PROJECT / "figures"
LEXICONS = PACKAGE / "lexicons"
MODELS = PACKAGE / "models"
TEMPLATES = PACKAGE / "report" / "template"


def find(path: str | Path) -> Path:
    """Find an input as a person means it: from the working directory, a folder above it, or the project.

    JupyterLab starts a notebook in the notebook's folder, papermill where it was called; so a relative path
    is looked for in the working directory, then in each folder above it, then in the project's root. A path
    that is nowhere is returned as it was given, for the reader to complain about.
    """
    path = Path(path).expanduser()
    if path.is_absolute():
        return path
    here = Path.cwd()
    for folder in (here, *here.parents, PROJECT):
        if (folder / path).exists():
            return folder / path
    return path
