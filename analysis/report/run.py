"""A run: articles and notebooks in, one folder out: page, executed notebooks, figures, tables, manifest."""

import json
import os
import shutil
import sys
import tempfile
from collections.abc import Callable, Iterable, Iterator
from concurrent.futures import ProcessPoolExecutor, as_completed
from concurrent.futures.process import BrokenProcessPool
from contextlib import contextmanager
from dataclasses import dataclass
from multiprocessing import active_children, get_context
from pathlib import Path
from typing import Any

from analysis.cooperation import Taxonomy
from analysis.errors import CommuniqueError
from analysis.report import manifest, page, place
from analysis.report.choice import Choice, choose
from analysis.report.inputs import Input, gather
from analysis.report.job import Job, Outcome, execute, start
from analysis.report.kernel_server import kernel_server
from analysis.report.taxonomies import keep_taxonomy, own_taxonomy

Teller = Callable[[Outcome, int, int], None]  # told of each notebook as it ends, with how many of how many
LOADED = "analysis.report.rehearsal"  # by the process that workers are forked from


@dataclass(frozen=True, slots=True)
class Run:
    """A finished run: where the report is, and what went wrong in it, a sentence each."""

    folder: Path
    failures: tuple[str, ...]

    @property
    def page(self) -> Path:
        """The page to open."""
        return self.folder / "report.html"


def report(
    paths: Iterable[str | Path],
    *,
    out: str | Path = "report",
    choice: Choice | None = None,
    figures: str | Path | None = None,
    jobs: int | None = None,
    taxonomy: str | Path | None = None,
    tell: Teller | None = None,
) -> Run:
    """Run the chosen notebooks on the articles behind `paths` and put the report into the folder `out`.

    `figures` names a folder that gets a copy of the figures, `jobs` the number of notebooks run at once,
    `taxonomy` a file with other areas of cooperation, of which the report keeps a copy. Raises
    CommuniqueError with one sentence before anything runs where an input, a notebook or a folder is not as
    it must be. What breaks later is in the result's `failures`, and the rest of the report is whole.

    >>> report(["seeds/000_41bef5cbfffa6439.txt"], out="/tmp/seed").page  # doctest: +SKIP
    PosixPath('/tmp/seed/report.html')
    """
    choice = choice or choose()
    if not str(out).strip():
        raise CommuniqueError("No folder was named for the report.")
    target = place.check(Path(out))
    gallery = _gallery(figures)
    inputs = gather(paths)
    run = make(inputs, choice, target, jobs=jobs, taxonomy=own_taxonomy(taxonomy), tell=tell)
    if gallery:
        _copy_figures(run.folder, inputs, gallery)
    return run


def make(
    inputs: tuple[Input, ...],
    choice: Choice,
    target: Path,
    *,
    jobs: int | None = None,
    taxonomy: bytes | None = None,
    tell: Teller | None = None,
) -> Run:
    """Make the report of inputs that are already read; `verify` comes in by this door."""
    with place.staging(target) as folder:
        _lay_out(folder, inputs)
        areas = keep_taxonomy(folder, taxonomy)
        tasks = _jobs(inputs, choice)
        with _workers(folder, jobs or default_jobs(len(tasks))) as pool:
            pending = {pool.submit(execute, task): task for task in tasks}
            records, broken = _records(folder, inputs, areas)  # while the workers work
            outcomes = {}
            for number, future in enumerate(as_completed(pending), start=1):
                task = pending[future]
                outcomes[task] = _result(future, task)
                if tell:
                    tell(outcomes[task], number, len(pending))
        done = [outcomes[task] for task in tasks]
        failures = [*broken, *(_failure(outcome) for outcome in done if outcome.error)]
        html = page.compose(inputs, done, versions=manifest.versions(), given=choice.given)
        (folder / "report.html").write_text(html, "utf-8", newline="\n")
        manifest.write(folder, manifest.build(folder, choice, records, failures))
    return Run(target, tuple(failure["sentence"] for failure in failures))


def default_jobs(notebooks: int) -> int:
    """How many notebooks to run at once: two more than processors, for a kernel's start is half waiting.

    Measured on two processors: four notebooks at once take 2.2 s, three or two at a time 2.7 s.
    """
    try:
        processors = len(os.sched_getaffinity(0))
    except AttributeError:  # macOS and Windows do not tell
        processors = os.cpu_count() or 1
    return max(1, min(processors + 2, notebooks))


def _jobs(inputs: tuple[Input, ...], choice: Choice) -> list[Job]:
    pairs = [(i, n) for i in inputs if i.article for n in choice.notebooks]
    return [
        Job(
            notebook.name,
            notebook.source,
            folder := f"articles/{one.folder}",
            tuple(notebook.parameters(f"inputs/{one.file}", folder).items()),
            f"n{number}-",
        )
        for number, (one, notebook) in enumerate(pairs, start=1)
    ]


def _lay_out(folder: Path, inputs: tuple[Input, ...]) -> None:
    (folder / "inputs").mkdir()
    for one in inputs:
        if one.article:
            (folder / "inputs" / one.file).write_bytes(one.data)
            (folder / "articles" / one.folder / "notebooks").mkdir(parents=True)


def _records(
    folder: Path, inputs: tuple[Input, ...], areas: Taxonomy
) -> tuple[list[dict[str, Any]], list[dict[str, Any]]]:
    """Write every article's record; return the inputs as the manifest has them, and those that failed."""
    from analysis.report.records import failed, record

    told, broken = [], []
    with (folder / "records.jsonl").open("w", encoding="utf-8", newline="\n") as lines:
        for one in inputs:
            if one.article:
                row = record(one.article, taxonomy=areas)
                text = json.dumps(row, ensure_ascii=False, indent=1) + "\n"
                (folder / "articles" / one.folder / "record.json").write_text(text, "utf-8", newline="\n")
            else:
                row = failed(one.id, path=None, error=one.error)
            lines.write(json.dumps(row, ensure_ascii=False) + "\n")
            told.append(
                {
                    "id": one.id,
                    "file": one.file,
                    "folder": one.folder,
                    "sha256": row["sha256"],
                    "error": one.error,
                }
            )
            if row["status"] != "ok":
                broken.append({"article": one.folder, "sentence": row["error"]})
    return told, broken


def _failure(outcome: Outcome) -> dict[str, Any]:
    article = outcome.job.folder.removeprefix("articles/")
    return {"article": article, "notebook": outcome.job.name, "sentence": f"{article}: {outcome.sentence}"}


def _result(future, task: Job) -> Outcome:
    try:
        return future.result()
    except BrokenProcessPool:
        return Outcome(task, None, "", "its worker process died, perhaps for want of memory")


@contextmanager
def _workers(folder: Path, jobs: int) -> Iterator[ProcessPoolExecutor]:
    """Worker processes, forked from one that has papermill in it already where the system can do that."""
    context = get_context("forkserver" if sys.platform == "linux" else "spawn")
    if sys.platform == "linux":
        context.set_forkserver_preload([LOADED])
    others = set(active_children())
    scratch = tempfile.mkdtemp(prefix="communique-")
    try:
        with kernel_server(Path(scratch)):
            pool = ProcessPoolExecutor(
                jobs, mp_context=context, initializer=start, initargs=(str(folder), scratch)
            )
            try:
                yield pool
                pool.shutdown()
            except BaseException:
                pool.shutdown(wait=False, cancel_futures=True)
                ours = set(active_children()) - others
                for worker in ours:
                    worker.terminate()
                for worker in ours:
                    worker.join(5)
                    if worker.is_alive():
                        worker.kill()
                        worker.join()
                raise
    finally:
        shutil.rmtree(scratch, ignore_errors=True)


def _gallery(figures: str | Path | None) -> Path | None:
    if figures is None:
        return None
    if not str(figures).strip():
        raise CommuniqueError("No folder was named for the figures.")
    folder = Path(figures).expanduser().absolute()
    if folder.exists() and not folder.is_dir():
        raise CommuniqueError(f"{folder} is a file; name a folder for the figures.")
    return folder


def _copy_figures(folder: Path, inputs: tuple[Input, ...], gallery: Path) -> None:
    read = [one for one in inputs if one.article]
    for one in read:
        goal = gallery if len(read) == 1 else gallery / one.folder
        goal.mkdir(parents=True, exist_ok=True)
        for file in sorted((folder / "articles" / one.folder / "figures").glob("*")):
            part = goal / f".{file.name}.part"
            shutil.copyfile(file, part)
            part.replace(goal / file.name)
