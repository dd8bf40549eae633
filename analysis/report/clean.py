"""An executed notebook made the same on every run: no times, no paths of the run, no random ids."""

import re
from typing import Any

NOTEBOOK_KEPT = ("parameters", "version")  # of papermill's metadata; the rest is times and paths
KERNELSPEC = {"display_name": "Python 3", "language": "python", "name": "python3"}
LANGUAGE = {"file_extension": ".py", "mimetype": "text/x-python", "name": "python"}
INJECTED, BROKEN = "injected-parameters", "papermill-error-cell-tag"
# A warning names the cell by a file that holds the kernel's process id: /tmp/ipykernel_4711/1234.py
CELL_FILE = re.compile(r"\S*ipykernel_\d+[/\\](\d+\.py)")


def name_cells(notebook: dict[str, Any]) -> None:
    """Give each cell without an id (in a notebook's JSON) a fixed one, before nbformat makes one up."""
    for number, cell in enumerate(notebook["cells"]):
        cell.setdefault("id", f"cell-{number}")
    notebook["nbformat"], notebook["nbformat_minor"] = 4, 5


def clean(notebook: Any) -> None:
    """Take out of an executed notebook whatever another run would write differently."""
    told = notebook.metadata.pop("papermill", {})
    notebook.metadata["papermill"] = {key: told[key] for key in NOTEBOOK_KEPT if key in told}
    notebook.metadata["kernelspec"] = dict(KERNELSPEC)
    notebook.metadata["language_info"] = dict(LANGUAGE)
    notebook.metadata.pop("widgets", None)
    marks = 0
    for cell in notebook.cells:
        tags = cell.metadata.get("tags", [])
        for key in ("papermill", "execution"):
            cell.metadata.pop(key, None)
        if not tags:
            cell.metadata.pop("tags", None)
        if INJECTED in tags:
            cell["id"] = INJECTED
        elif BROKEN in tags:
            marks += 1
            cell["id"] = f"papermill-error-{marks}"
        for output in cell.get("outputs", ()):
            if output.output_type == "stream":
                output["text"] = CELL_FILE.sub(r"\1", output["text"])
