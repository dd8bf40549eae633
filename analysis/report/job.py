"""What passes between the runner and its worker processes: a job to do, and what came of it."""

from dataclasses import dataclass
from typing import Any


@dataclass(frozen=True, slots=True)
class Job:
    """One notebook to run on one article; `folder` is the article's, in the report."""

    name: str
    source: str
    folder: str
    parameters: tuple[tuple[str, Any], ...]
    prefix: str  # of every id in its part of the page


@dataclass(frozen=True, slots=True)
class Outcome:
    """What came of a job: the notebook's file, its part of the page, and what broke, if anything."""

    job: Job
    file: str | None
    html: str
    error: str | None = None
    cell: int | None = None

    @property
    def sentence(self) -> str:
        """What broke, for a person, in one line."""
        where = f" in cell {self.cell}" if self.cell else ""
        kept = f" (kept as {self.file})" if self.file else ""
        return f"{self.job.name} failed{where}: {self.error}{kept}"


def execute(job: Job) -> Outcome:
    """Run the job in a worker process; papermill is imported there, not where the jobs are handed out."""
    from analysis.report import worker

    return worker.execute(job)


def start(staging: str, scratch: str) -> None:
    """Prepare a worker process."""
    from pathlib import Path

    from analysis.report import worker
    from analysis.report.taxonomies import use_kept

    use_kept(Path(staging))
    worker.start(staging, scratch)
