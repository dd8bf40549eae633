"""One notebook, run by papermill in a process of its own; the other half, `run`, hands out the jobs.

Only the worker processes import this module: papermill and nbconvert are heavy.
"""

import json
import logging
import multiprocessing.connection
import os
import signal
import sys
import threading
from pathlib import Path
from typing import Any

# jsonschema builds a grammar for internationalised addresses at import, 1.3 s of papermill's 1.7 s, where
# rfc3987-syntax is installed (jupyterlab brings it). No notebook's schema has such a field.
_absent = "rfc3987_syntax" not in sys.modules
if _absent:
    sys.modules["rfc3987_syntax"] = None
import nbformat  # noqa: E402
import papermill  # noqa: E402
from nbclient.exceptions import DeadKernelError  # noqa: E402
from papermill.engines import NBClientEngine, papermill_engines  # noqa: E402
from papermill.exceptions import PapermillExecutionError  # noqa: E402

if _absent:
    del sys.modules["rfc3987_syntax"]

from analysis.report.clean import clean, name_cells  # noqa: E402
from analysis.report.fragment import render  # noqa: E402
from analysis.report.job import Job, Outcome  # noqa: E402
from analysis.report.kernel import SocketKernelManager, stop, surround  # noqa: E402

ENGINE = "communique"


class KeptEngine(NBClientEngine):
    """papermill's own engine, which lets go of a notebook that broke; this one keeps hold of it."""

    notebook: Any = None

    @classmethod
    def execute_managed_notebook(cls, nb_man, kernel_name, **options):
        """Run as papermill does, and remember what is being run."""
        cls.notebook = nb_man.nb
        return super().execute_managed_notebook(nb_man, kernel_name, **options)


logging.getLogger("papermill").setLevel(logging.CRITICAL)  # what breaks is told once, by the runner
papermill_engines.register(ENGINE, KeptEngine)


def start(staging: str, scratch: str) -> None:
    """Prepare this process: it works in the report's folder, and Ctrl-C is its parent's to handle."""
    os.chdir(staging)
    surround(Path(scratch), Path(scratch) / str(os.getpid()))
    signal.signal(signal.SIGINT, signal.SIG_IGN)
    signal.signal(signal.SIGTERM, _leave)
    threading.Thread(target=_outlive_nobody, daemon=True).start()


def execute(job: Job) -> Outcome:
    """Run one notebook on one article, write it into the report, and return its part of the page."""
    source = json.loads(job.source)
    name_cells(source)
    error = cell = None
    try:
        KeptEngine.notebook = nbformat.from_dict(source)
        papermill.execute_notebook(
            KeptEngine.notebook,
            None,  # written below, once, and clean
            parameters=dict(job.parameters),
            engine_name=ENGINE,
            kernel_name="python3",
            progress_bar=False,
            autosave_cell_every=0,
            record_timing=False,
            coalesce_streams=True,
            shutdown_kernel="immediate",
            extra_arguments=["--log-level=ERROR"],  # a kernel whose report is interrupted dies without a word
            kernel_manager_class=SocketKernelManager,
        )
    except PapermillExecutionError as broken:
        error, cell = f"{broken.ename}: {_line(broken.evalue)}".rstrip(": "), broken.exec_count
    except DeadKernelError:
        error, cell = "the kernel died", _last_begun(KeptEngine.notebook)
    except Exception as broken:  # a kernel that does not start, a notebook that papermill cannot read
        error = f"{type(broken).__name__}: {_line(str(broken))}"
    notebook = KeptEngine.notebook
    clean(notebook)
    file = f"{job.folder}/notebooks/{job.name}{'.failed' if error else ''}.ipynb"
    Path(file).write_text(nbformat.writes(notebook) + "\n", "utf-8", newline="\n")
    return Outcome(job, file, render(notebook, prefix=job.prefix, title=job.name), error, cell)


def _outlive_nobody() -> None:
    """Wait for the parent's end: should it be killed outright, nobody else would end this process."""
    parent = multiprocessing.parent_process()
    if parent is not None:
        multiprocessing.connection.wait([parent.sentinel])
        _leave()


def _leave(*_: object) -> None:
    """The run was interrupted: take the kernel along, leave the files to the parent."""
    stop()
    os._exit(143)  # 128 + SIGTERM, as shells count


def _last_begun(notebook: Any) -> int | None:
    """The number of the cell under way when the kernel died, In [n]; the cell is given this number."""
    code = [cell for cell in notebook.cells if cell.cell_type == "code" and cell.source.strip()]
    begun = [
        n for n, cell in enumerate(code, start=1) if cell.metadata.get("papermill", {}).get("start_time")
    ]
    if not begun:
        return None
    code[begun[-1] - 1]["execution_count"] = begun[-1]  # whether the kernel still told it is chance
    return begun[-1]


def _line(text: str) -> str:
    """The first line of a message that says something."""
    lines = [line.strip() for line in str(text).splitlines() if line.strip()]
    return lines[0] if lines else ""
