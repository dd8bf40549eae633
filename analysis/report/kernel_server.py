"""The kernel server: one process that has loaded what notebooks need, and forks every kernel from itself.

A kernel that starts by itself spends a second on imports, each kernel anew. The server does that once, while
the workers load papermill. It has no thread and no open file when it forks, and runs in the kernels' own
surroundings from its first instruction on, so a forked kernel gives the bytes that a plain one gives. Where
it cannot be had (no Linux, no pidfd, a library that keeps a thread or a file), kernels start plainly: see
`analysis.report.kernel`.
"""

import gc
import json
import os
import select
import signal
import socket
import subprocess
import sys
import time
import warnings
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from pathlib import Path
from typing import Any

from analysis.report.surroundings import surrounded

LONGEST_SOCKET = (
    90  # a Unix socket's path may have 104 characters on macOS, 108 on Linux, its number included
)
PATIENCE = 5.0  # seconds the server has to end its kernels and itself
# Any text will do that makes the engines read their word lists, and has a sentence to draw.
SAMPLE = 'The mayor said on Monday that the two cities will share a ferry. "We agreed," she said.'


def address(scratch: Path) -> Path:
    """Where the server of a run listens."""
    return scratch / "kernels"


@contextmanager
def kernel_server(scratch: Path) -> Iterator[None]:
    """Have a kernel server for the length of a run, where this system can have one.

    It ends with the run, or with the process that started it, and takes every kernel along.
    """
    place = str(address(scratch))
    if sys.platform != "linux" or not hasattr(os, "pidfd_open") or len(place) > LONGEST_SOCKET:
        yield
        return
    with socket.socket(socket.AF_UNIX) as listener:
        listener.bind(place)
        listener.listen(128)
        server = subprocess.Popen(
            [sys.executable, "-c", f"from {__name__} import main; main()", str(listener.fileno())],
            stdin=subprocess.PIPE,  # never written to: it closes when this process ends, however it ends
            cwd=scratch,
            env=surrounded(os.environ),
            pass_fds=[listener.fileno()],
            start_new_session=True,  # Ctrl-C is for the process that started it
        )
    try:
        yield
    finally:
        server.stdin.close()
        try:
            server.wait(PATIENCE)
        except subprocess.TimeoutExpired:
            server.kill()  # its kernels see within a second that it is gone
            server.wait()


def main() -> None:
    """Load, serve, and in a forked process be the kernel that was asked for."""
    listener = socket.socket(fileno=int(sys.argv[1]))
    del sys.path[0]  # the folder it was started in; ipykernel_launcher does the same
    os.environ["JPY_PARENT_PID"] = str(os.getpid())  # a kernel ends when this process is gone
    gc.disable()  # while what stays is loaded, the collector would find nothing
    _load()
    if not _can_fork(listener):
        return
    gc.freeze()  # nor need a kernel's collector touch, and so copy, the pages of what is loaded
    wish = _serve(listener)
    if wish is not None:
        import ipykernel.kernelapp

        listener.close()
        _become(wish)
        ipykernel.kernelapp.launch_new_instance()


def _load() -> None:
    """Import what notebooks import, and read and draw something once, which loads the rest.

    What cannot be loaded here is left to the kernel, which says so in the notebook's cell.
    """
    # No front end ever debugs a report's notebook, and pydevd takes longer to load than the kernel: ipykernel
    # finds no debugpy now and goes without. A notebook that asks for debugpy by its name gets it.
    sys.modules["debugpy"] = None
    import ipykernel.debugger
    import ipykernel.kernelapp  # noqa: F401  (without it there is no kernel to be forked)

    del sys.modules["debugpy"]
    with suppress(Exception), warnings.catch_warnings():
        warnings.simplefilter("ignore")
        from matplotlib import font_manager
        from matplotlib.backends import backend_agg, backend_svg  # noqa: F401

        from analysis import analyse, figures, prose, results, tables  # noqa: F401
        from analysis.figures.canvas import png

        reading = analyse(SAMPLE)
        reading._repr_html_()
        gc.freeze()  # it stays; what is drawn goes
        figure = figures.tone_arc(reading)
        figure._repr_html_()
        png(figure.drawing)
        del figure
        # A font is an open file, of which all forks would move the one position that they share. matplotlib
        # lets go of its fonts in a fork, but what drew with them may still hold them.
        font_manager._get_font.cache_clear()
        gc.collect()


def _can_fork(listener: socket.socket) -> bool:
    """Is there no thread, which is not forked along and leaves its locks locked, and no file kept open?"""
    files = [int(entry.name) for entry in Path("/proc/self/fd").iterdir()]
    kept = [file for file in files if file > 2 and Path(f"/proc/self/fd/{file}").exists()]
    return len(list(Path("/proc/self/task").iterdir())) == 1 and not set(kept) - {listener.fileno()}


def _serve(listener: socket.socket) -> dict[str, Any] | None:
    """Fork a kernel for whoever connects and says what it wishes.

    In the forked process this returns the wish; in the server it returns None, when its run is over.
    """
    kernels: set[int] = set()
    lifeline = sys.stdin.fileno()
    while lifeline not in select.select([lifeline, listener], [], [])[0]:
        kernels -= {pid for pid in kernels if os.waitpid(pid, os.WNOHANG)[0]}
        connection, _ = listener.accept()
        with connection, suppress(OSError, ValueError):  # a worker that went away, a system that is full
            with connection.makefile("r", encoding="utf-8") as lines:
                wish = json.loads(lines.readline())
            pid = os.fork()
            if not pid:
                return wish
            kernels.add(pid)
            _hand_over(connection, pid)
    for pid in kernels:
        for kill in (os.killpg, os.kill):  # the kernel and what it has started; or a kernel just forked
            with suppress(ProcessLookupError):
                kill(pid, signal.SIGKILL)
        os.waitpid(pid, 0)
    return None


def _hand_over(connection: socket.socket, pid: int) -> None:
    """Give the worker a handle on its kernel, or end the kernel that nobody waits for."""
    try:
        handle = os.pidfd_open(pid)
        try:
            socket.send_fds(connection, [str(pid).encode()], [handle])
        finally:
            os.close(handle)
    except OSError:
        os.kill(pid, signal.SIGKILL)
        raise


def _become(wish: dict[str, Any]) -> None:
    """Make the forked process what a process is that was just started for this kernel."""
    gc.enable()
    os.setsid()
    nothing = os.open(os.devnull, os.O_RDONLY)
    os.dup2(nothing, 0)
    os.close(nothing)
    os.chdir(wish["cwd"])
    os.environ.clear()
    os.environ.update(wish["environment"])
    time.tzset()
    if "numpy.random" in sys.modules:  # Python's own random does this by itself
        sys.modules["numpy.random"].seed()
    sys.argv = wish["arguments"]
