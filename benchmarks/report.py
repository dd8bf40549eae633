"""How long a warm `communique report` takes on the seed, against papermill on as many empty notebooks.

    python benchmarks/report.py [--rounds 3]

Both run in one go, in turn, each as a fresh command with the same worker processes and kernels; the first
round of each warms the file caches and is not counted. The bar: at most 2.5 times as long, the aim 1.5.
Two more lines have the same workers without a kernel server, so that each kernel is a Python that starts by
itself and imports nothing, and papermill as its manual would run it (spawned processes, TCP kernels, graceful
ends).
"""

import argparse
import json
import statistics
import subprocess
import sys
import tempfile
import time
from concurrent.futures import ProcessPoolExecutor
from contextlib import nullcontext
from pathlib import Path

sys.path.insert(0, str(Path(__file__).resolve().parents[1]))

from analysis.paths import PROJECT, SEEDS

EMPTY = {
    "cells": [
        {
            "cell_type": "code",
            "id": "parameters",
            "metadata": {"tags": ["parameters"]},
            "source": 'article: str = ""',
            "execution_count": None,
            "outputs": [],
        }
    ],
    "metadata": {"kernelspec": {"display_name": "Python 3", "language": "python", "name": "python3"}},
    "nbformat": 4,
    "nbformat_minor": 5,
}
IMPORTS = {
    "python": "pass",
    "pandas": "import pandas",
    "analysis": "import analysis",
    "figures": "import analysis.figures, matplotlib.figure, matplotlib.backends.backend_svg",
    "analyse": "from analysis import read, analyse; analyse(read({seed!r})).record()",
}


def empty(number: int) -> float:
    """Run one empty notebook in a worker process as the report runs its own."""
    from analysis.report import worker

    begun = time.perf_counter()
    worker.papermill.execute_notebook(
        worker.nbformat.from_dict(json.loads(json.dumps(EMPTY))),
        f"empty-{number}.ipynb",
        parameters={"article": "none"},
        kernel_name="python3",
        progress_bar=False,
        record_timing=False,
        shutdown_kernel="immediate",
        kernel_manager_class=worker.SocketKernelManager,
    )
    return time.perf_counter() - begun


def plain(number: int) -> float:
    """Run one empty notebook as papermill does by itself."""
    import papermill

    begun = time.perf_counter()
    Path(f"plain-{number}.in.ipynb").write_text(json.dumps(EMPTY))
    papermill.execute_notebook(
        f"plain-{number}.in.ipynb",
        f"plain-{number}.ipynb",
        parameters={"article": "none"},
        kernel_name="python3",
        progress_bar=False,
    )
    return time.perf_counter() - begun


def baseline(way: str, notebooks: int, jobs: int) -> None:
    """The command that is measured against: only papermill, on empty notebooks."""
    from analysis.report import run

    folder = Path.cwd()
    if way == "fresh":
        run.kernel_server = nullcontext
    if way in ("empty", "fresh"):
        with run._workers(folder, jobs) as pool:
            list(pool.map(empty, range(notebooks)))
    else:
        with ProcessPoolExecutor(jobs) as pool:
            list(pool.map(plain, range(notebooks)))


def measure(command: list[str], *, tries: int = 1) -> float:
    """Run a command in an empty folder and return the seconds it took; try again where it failed."""
    with tempfile.TemporaryDirectory(prefix="communique-") as folder:
        begun = time.perf_counter()
        ran = subprocess.run(command, cwd=folder, capture_output=True, text=True)
        took = time.perf_counter() - begun
    if ran.returncode and tries > 1:
        return measure(command, tries=tries - 1)
    assert ran.returncode == 0, ran.stderr
    return took


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("--rounds", type=int, default=3)
    parser.add_argument("--jobs", type=int, help="notebooks run at once (default: the report's)")
    parser.add_argument("--baseline", choices=("empty", "fresh", "plain"), help=argparse.SUPPRESS)
    order = parser.parse_args()

    from analysis.report.choice import choose
    from analysis.report.run import default_jobs

    notebooks = len(choose().notebooks)
    jobs = order.jobs or default_jobs(notebooks)
    if order.baseline:
        baseline(order.baseline, notebooks, jobs)
        return
    (seed,) = sorted(SEEDS.glob("*.txt"))
    itself = [sys.executable, str(Path(__file__).resolve()), "--jobs", str(jobs), "--baseline"]
    here = f"import sys; sys.path.insert(0, {str(PROJECT)!r}); "
    runner = here + "from analysis.__main__ import main; sys.exit(main())"
    commands = {
        "communique report": [
            sys.executable,
            "-c",
            runner,
            "report",
            str(seed),
            "--quiet",
            "--jobs",
            str(jobs),
        ],
        "papermill, same workers": [*itself, "empty"],
        "papermill, fresh kernels": [*itself, "fresh"],
        "papermill, plain": [*itself, "plain"],
    }
    taken: dict[str, list[float]] = {name: [] for name in commands}
    for number in range(order.rounds + 1):
        for name, command in commands.items():
            # Kernels that papermill starts at once now and then take the same port (nteract/papermill#511)
            seconds = measure(command, tries=5 if name.endswith("plain") else 1)
            if number:
                taken[name].append(seconds)
    middle = {name: statistics.median(seconds) for name, seconds in taken.items()}
    print(f"{notebooks} notebooks, {jobs} at once, median of {order.rounds} rounds after a warm one")
    for name, seconds in taken.items():
        print(f"  {name:<24} {middle[name]:6.2f} s  ({min(seconds):.2f} to {max(seconds):.2f})")
    ratio, fresh, loose = (middle["communique report"] / middle[name] for name in list(commands)[1:])
    print(f"ratio {ratio:.2f} (bar 2.5, aim 1.5); fresh kernels {fresh:.2f}; plain papermill {loose:.2f}")
    print("its parts, each in a fresh process of its own, the best of the rounds:")
    for name, code in IMPORTS.items():
        part = [sys.executable, "-c", here + code.format(seed=str(seed))]
        print(f"  {name:<24} {min(measure(part) for _ in range(order.rounds)):6.2f} s")


if __name__ == "__main__":
    main()
