"""The kernels of a report: where they listen, and how they are started."""

import json
import os
import select
import signal
import socket
import sys
import uuid
from pathlib import Path
from typing import Any

from jupyter_client.manager import AsyncKernelManager
from jupyter_core.paths import jupyter_runtime_dir

from analysis.report.kernel_server import LONGEST_SOCKET, address
from analysis.report.surroundings import surrounded

PATIENCE = 60.0  # seconds a kernel server may take to load before a kernel is started without it


def surround(scratch: Path, own: Path) -> None:
    """Set this process's environment for the kernels it will start; their own files go to `own`.

    The user's IPython start-up files are not read, the kernels import the package that runs them, and they
    come from the kernel server that listens in `scratch`, if there is one.
    """
    environment = surrounded(os.environ)
    os.environ.clear()
    os.environ.update(environment)
    own.mkdir(exist_ok=True)
    os.environ["IPYTHONDIR"] = os.environ["JUPYTER_RUNTIME_DIR"] = str(own)
    SocketKernelManager.server = address(scratch)


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
    server: Path | None = None  # where a kernel server may listen

    def __init__(self, **options) -> None:
        super().__init__(**options)
        SocketKernelManager.latest = self
        start = f"{jupyter_runtime_dir()}/{uuid.uuid4().hex[:12]}"
        if os.name == "posix" and len(start) <= LONGEST_SOCKET:
            self.transport = "ipc"
            self.ip = start
            self.connection_file = f"{start}.json"

    async def _async_launch_kernel(self, kernel_cmd: list[str], **options: Any) -> None:
        """Have the kernel server fork the kernel; where it cannot, start the kernel as jupyter does."""
        forked = self._forked(kernel_cmd, **options)
        if forked is None:
            await super()._async_launch_kernel(kernel_cmd, **options)
            return
        provisioner = self.provisioner
        provisioner.process, provisioner.pid, provisioner.pgid = forked, forked.pid, forked.pid
        self._reconcile_connection_info(provisioner.connection_info)

    def _forked(self, command: list[str], **options: Any) -> "Forked | None":
        """The kernel as a fork; None where the command is not that of this Python's own kernel."""
        launched = [sys.executable, "-m", "ipykernel_launcher"]
        if command[:3] != launched or self.server is None or not self.server.exists():
            return None
        wish = {
            "arguments": command[2:],
            "cwd": str(options.get("cwd") or Path.cwd()),
            "environment": dict(options.get("env") or os.environ),
        }
        try:
            with socket.socket(socket.AF_UNIX) as connection:
                connection.settimeout(PATIENCE)
                connection.connect(str(self.server))
                connection.sendall(json.dumps(wish).encode() + b"\n")
                pid, handles, *_ = socket.recv_fds(connection, 32, 1)
        except OSError:
            return None
        return Forked(int(pid), handles[0]) if handles else None


class Forked:
    """A kernel that is not this process's child, with what jupyter asks of a `subprocess.Popen`.

    `handle` is a pidfd: it can mean no other process, should the kernel be gone and its number be given anew.
    """

    stdin = stdout = stderr = None

    def __init__(self, pid: int, handle: int) -> None:
        self.pid, self.handle = pid, handle
        self.returncode: int | None = None

    def poll(self) -> int | None:
        """None while the kernel runs, then 1: how it ended, only its server knows."""
        if self.returncode is None and select.select([self.handle], [], [], 0)[0]:
            os.close(self.handle)
            self.returncode = 1
        return self.returncode

    def wait(self) -> int:
        """Wait for the end."""
        if self.returncode is None:
            select.select([self.handle], [], [])
        return self.poll() or 0

    def send_signal(self, number: int) -> None:
        """Send a signal, unless the kernel has ended."""
        if self.poll() is None:
            signal.pidfd_send_signal(self.handle, number)

    def terminate(self) -> None:
        """Ask the kernel to end."""
        self.send_signal(signal.SIGTERM)

    def kill(self) -> None:
        """End the kernel."""
        self.send_signal(signal.SIGKILL)
