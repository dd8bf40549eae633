"""The kernels of a report: where they listen, and the surroundings that make two runs alike."""

import os
import uuid
from pathlib import Path

from jupyter_client.manager import AsyncKernelManager
from jupyter_core.paths import jupyter_runtime_dir

from analysis.paths import PROJECT

LONGEST_SOCKET = (
    90  # a Unix socket's path may have 104 characters on macOS, 108 on Linux, its number included
)

# What a kernel sees instead of the user's own settings: the same hash order, language, time zone, width of
# lines, number of threads (sums of floats depend on it) and figures on every machine.
SURROUNDINGS = {
    "PYTHONHASHSEED": "0",
    "PYTHONUTF8": "1",
    "LC_ALL": "C.UTF-8",
    "LANG": "C.UTF-8",
    "LANGUAGE": "en",
    "TZ": "UTC",
    "COLUMNS": "100",
    "MPLBACKEND": "module://matplotlib_inline.backend_inline",
    "SOURCE_DATE_EPOCH": "0",
    "OPENBLAS_NUM_THREADS": "1",
    "OMP_NUM_THREADS": "1",
    "JUPYTER_PREFER_ENV_PATH": "1",  # our own python3 before a stale one in the user's home
}
UNWANTED = ("PYTHONSTARTUP", "PYTHONWARNINGS", "PYTHONINSPECT", "PYTHONOPTIMIZE")


def surround(scratch: Path) -> None:
    """Set this process's environment for the kernels it will start; their own files go to `scratch`.

    The user's IPython start-up files are not read, and the kernels import the package that runs them.
    """
    for name in UNWANTED:
        os.environ.pop(name, None)
    os.environ.update(SURROUNDINGS)
    scratch.mkdir(exist_ok=True)
    os.environ["IPYTHONDIR"] = os.environ["JUPYTER_RUNTIME_DIR"] = str(scratch)
    paths = [str(PROJECT), *filter(None, os.environ.get("PYTHONPATH", "").split(os.pathsep))]
    os.environ["PYTHONPATH"] = os.pathsep.join(dict.fromkeys(paths))


def stop() -> None:
    """Kill the kernel that this process is running, if any, which would notice only a second late."""
    manager = SocketKernelManager.latest
    process = getattr(manager and manager.provisioner, "process", None)
    if process is not None and process.poll() is None:
        process.kill()


class SocketKernelManager(AsyncKernelManager):
    """Talks with its kernel through socket files that only this user can open, not through TCP ports.

    Ports are picked before the kernel takes them, so kernels started at once now and then get the same one
    (nteract/papermill#511), and TCP carries article and outputs unencrypted, which ipykernel warns of.
    """

    latest: "SocketKernelManager | None" = None  # of this process, for `stop`

    def __init__(self, **options) -> None:
        super().__init__(**options)
        SocketKernelManager.latest = self
        start = f"{jupyter_runtime_dir()}/{uuid.uuid4().hex[:12]}"
        if os.name == "posix" and len(start) <= LONGEST_SOCKET:
            self.transport = "ipc"
            self.ip = start
            self.connection_file = f"{start}.json"
