"""The kernel server: kernels come from it, end with it, give the bytes of plain ones, and do without it."""

import asyncio
import os
import signal
import subprocess
import sys
from contextlib import nullcontext

import pytest

from analysis.report import choose, report
from analysis.report import run as run_module
from analysis.report.kernel_server import address, kernel_server
from analysis.report.surroundings import SURROUNDINGS, surrounded
from tests.report.conftest import CHOSEN, FIXTURES

forking = pytest.mark.skipif(
    sys.platform != "linux" or not hasattr(os, "pidfd_open"), reason="kernels are forked on Linux only"
)


@pytest.fixture
def manager(tmp_path, monkeypatch):
    """A kernel manager in surroundings of its own, with no server as yet."""
    from analysis.report import kernel

    monkeypatch.setattr(os, "environ", os.environ.copy())
    monkeypatch.setattr(kernel.SocketKernelManager, "server", None)
    monkeypatch.setattr(kernel.SocketKernelManager, "latest", None)
    scratch = tmp_path / "scratch"
    scratch.mkdir()
    kernel.surround(scratch, scratch / "own")
    made = kernel.SocketKernelManager(kernel_name="python3")
    made.scratch = scratch
    return made


def asked(manager, code, **options):
    """Start the kernel, run a line of code in it, end it; what the line printed, and the kernel's process."""

    async def go():
        await manager.start_kernel(**options)
        process = manager.provisioner.process
        client = manager.client()
        client.start_channels()
        await client.wait_for_ready(timeout=60)
        told = []
        await client.execute_interactive(
            code, timeout=60, output_hook=lambda message: told.append(message["content"].get("text", ""))
        )
        client.stop_channels()
        await manager.shutdown_kernel(now=True)
        return "".join(told), process

    return asyncio.run(go())


@forking
@pytest.mark.slow
def test_a_kernel_is_forked_with_its_own_folder_environment_and_random_numbers(manager, tmp_path):
    with kernel_server(manager.scratch):
        said, process = asked(
            manager,
            "import os, sys, numpy; print(os.getcwd(), os.environ['TZ'], os.environ['MINE'], "
            "os.getpid() == os.getsid(0), 'pandas' in sys.modules, 'debugpy' in sys.modules, "
            "sys.flags.hash_randomization, sys.stdin is None or sys.path.count(''))",
            cwd=str(tmp_path),
            env=os.environ | {"MINE": "yes"},
        )
    assert type(process).__name__ == "Forked"
    assert said == f"{tmp_path} UTC yes True True False 0 1\n"
    assert process.poll() == 1


@forking
@pytest.mark.slow
def test_two_forked_kernels_draw_different_random_numbers(manager):
    code = "import random, numpy; print(random.random(), numpy.random.random())"
    with kernel_server(manager.scratch):
        first = asked(manager, code)[0].split()
        second = asked(type(manager)(kernel_name="python3"), code)[0].split()
    assert first[0] != second[0]
    assert first[1] != second[1]


@forking
@pytest.mark.slow
def test_a_forked_kernel_shares_no_open_file_with_others(manager):
    code = (
        "import os, sys; links = [f'/proc/self/fd/{n}' for n in os.listdir('/proc/self/fd')];"
        "found = [os.path.realpath(link) for link in links];"
        "print([f for f in found if f.startswith(sys.prefix)], len(found) > 3)"
    )
    with kernel_server(manager.scratch):
        said, process = asked(manager, code)
    assert type(process).__name__ == "Forked"
    assert said == "[] True\n"


@forking
def test_an_open_file_or_a_thread_forbids_a_fork():
    code = (
        "import socket, sys, threading; from analysis.report.kernel_server import _can_fork;"
        "listener = socket.socket(); print(_can_fork(listener));"
        "file = open(sys.executable, 'rb'); print(_can_fork(listener)); file.close();"
        "go_on = threading.Event(); thread = threading.Thread(target=go_on.wait); thread.start();"
        "print(_can_fork(listener)); go_on.set(); thread.join(); print(_can_fork(listener))"
    )
    ran = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    assert ran.stdout.split() == ["True", "False", "False", "True"]


@forking
@pytest.mark.slow
def test_the_server_takes_its_kernels_along(manager):
    async def go():
        await manager.start_kernel()
        return manager.provisioner.process

    with kernel_server(manager.scratch):
        process = asyncio.run(go())
        assert type(process).__name__ == "Forked"
        assert process.poll() is None
    assert process.wait() == 1
    process.send_signal(signal.SIGTERM)  # to nobody, and nothing happens


@pytest.mark.slow
@pytest.mark.parametrize("left", [None, "a file", "a socket that nobody listens on"])
def test_without_a_server_a_kernel_starts_as_jupyter_starts_it(manager, left):
    place = address(manager.scratch)
    if left == "a file":
        place.write_text("")
    elif left:
        import socket

        with socket.socket(socket.AF_UNIX) as listener:
            listener.bind(str(place))
    said, process = asked(manager, "import sys; print('pandas' in sys.modules)")
    assert said == "False\n"
    assert type(process).__name__ == "Popen"


@forking
def test_only_the_kernel_of_this_python_is_forked(manager):
    address(manager.scratch).write_text("")
    assert manager._forked(["/usr/bin/other", "-m", "ipykernel_launcher", "-f", "x"]) is None
    assert manager._forked([sys.executable, "-m", "other_kernel", "-f", "x"]) is None


@pytest.mark.slow
def test_a_report_by_plain_kernels_has_the_same_bytes(ran, nasty, tmp_path, monkeypatch):
    monkeypatch.setattr(run_module, "kernel_server", nullcontext)
    choice = choose(CHOSEN, given={"title": "007", "top": "12"}, folder=FIXTURES)
    plain = report([nasty], out=tmp_path / "out", choice=choice)
    assert plain.failures == ran.failures
    files = [p.relative_to(ran.folder) for p in sorted(ran.folder.rglob("*")) if p.is_file()]
    assert len(files) > 10
    for file in files:
        assert (plain.folder / file).read_bytes() == (ran.folder / file).read_bytes(), file


def test_the_surroundings_are_ours_over_the_user_s(tmp_path):
    given = {"HOME": "/h", "TZ": "Asia/Seoul", "PYTHONSTARTUP": "x.py", "PYTHONPATH": str(tmp_path)}
    found = surrounded(given)
    assert found["HOME"] == "/h"
    assert "PYTHONSTARTUP" not in found
    assert SURROUNDINGS.items() <= found.items()
    assert found["PYTHONPATH"].split(os.pathsep)[-1] == str(tmp_path)
    assert given["TZ"] == "Asia/Seoul"
