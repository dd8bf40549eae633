"""Every folder of the project, in one place; this module imports nothing of the project."""

import os
from pathlib import Path

PACKAGE = Path(__file__).resolve().parent
PROJECT = PACKAGE.parent
SEEDS = PROJECT / "seeds"
NOTEBOOKS = PROJECT / "notebooks"
FIGURES = PROJECT / "figures"
LEXICONS = PACKAGE / "lexicons"
MODELS = PACKAGE / "models"
TEMPLATES = PACKAGE / "report" / "template"


def models_with(name: str) -> Path:
    """The folder whose file of weights counts: the one that COMMUNIQUE_MODELS names, else the package's.

    A folder with the weights of one engine leaves those of the others to the package; one that has none at
    all is returned as it was given, for the reader to complain about.
    """
    named = os.environ.get("COMMUNIQUE_MODELS")
    if not named:
        return MODELS
    folder = Path(named)
    there = {file.name for file in MODELS.iterdir() if (folder / file.name).exists()} - {"MODEL_CARD.md"}
    return MODELS if there and name not in there else folder


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
