"""The manifest: what went into a report, with what it was made, and the fingerprint of every file in it.

No time and no absolute path stands in it, so that the same run writes the same manifest.
"""

import hashlib
import json
import platform
from collections.abc import Mapping
from importlib import metadata
from pathlib import Path
from typing import Any

from analysis.errors import CommuniqueError
from analysis.report.choice import Choice

NAME = "manifest.json"
FORMAT = 1
PACKAGES = (
    "communique",
    "ipykernel",
    "matplotlib",
    "nbclient",
    "nbconvert",
    "nltk",
    "numpy",
    "pandas",
    "papermill",
)


def build(
    folder: Path, choice: Choice, inputs: list[dict[str, Any]], failures: list[dict[str, Any]]
) -> dict[str, Any]:
    """Make the manifest of a finished report folder."""
    return {
        "format": FORMAT,
        "inputs": inputs,
        "notebooks": [{"name": n.name, "sha256": n.sha256} for n in choice.notebooks],
        "parameters": dict(choice.given),
        "failures": failures,
        "versions": versions(),
        "outputs": fingerprints(folder),
    }


def write(folder: Path, manifest: Mapping[str, Any]) -> None:
    """Write the manifest into its folder."""
    text = json.dumps(manifest, ensure_ascii=False, indent=1, sort_keys=True) + "\n"
    (folder / NAME).write_text(text, "utf-8", newline="\n")


def load(folder: Path) -> dict[str, Any]:
    """Read the manifest of a report; raises CommuniqueError where the folder is not one."""
    if not folder.exists():
        raise CommuniqueError(f"There is no folder {folder}.")
    try:
        manifest = json.loads((folder / NAME).read_text("utf-8"))
        known = manifest["format"] == FORMAT and isinstance(manifest["outputs"], dict)
    except (OSError, ValueError, KeyError, TypeError):
        raise CommuniqueError(
            f"{folder} is not a report of Communiqué: it holds no {NAME} that can be read."
        ) from None
    if not known:
        raise CommuniqueError(
            f"{folder} was written by another version of Communiqué, whose {NAME} is not known here."
        )
    return manifest


def fingerprints(folder: Path) -> dict[str, str]:
    """The sha256 of every file of a report but the manifest itself, by its path in the folder."""
    return {
        path: hashlib.sha256((folder / path).read_bytes()).hexdigest()
        for path in files(folder)
        if path != NAME
    }


def files(folder: Path) -> list[str]:
    """Every file of a folder, by its path in it; what Jupyter and macOS leave behind is passed over."""
    return sorted(
        path.relative_to(folder).as_posix()
        for path in folder.rglob("*")
        if path.is_file() and path.name != ".DS_Store" and ".ipynb_checkpoints" not in path.parts
    )


def versions() -> dict[str, str]:
    """The versions on which the bytes of a report depend."""
    found = {"python": platform.python_version()}
    for package in PACKAGES:
        try:
            found[package] = metadata.version(package)
        except metadata.PackageNotFoundError:  # Communiqué run from its folder, not installed
            continue
    return found
