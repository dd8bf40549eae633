"""Where a report is put: written aside, moved into place when whole, so that a break leaves the old one."""

import os
import shutil
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from analysis.errors import CommuniqueError
from analysis.report import manifest


def check(target: Path) -> Path:
    """The folder a report goes to, checked: new, empty, or an old report that holds nothing else.

    Raises CommuniqueError with one sentence where something stands there that is not ours to replace.
    """
    target = target.expanduser().absolute()
    if target.is_symlink():
        target = target.resolve()
    for parent in target.parents:
        if parent.exists():
            if not parent.is_dir():
                raise CommuniqueError(f"{target} cannot be made: {parent} is a file.")
            if not os.access(parent, os.W_OK | os.X_OK):
                raise CommuniqueError(f"{target} cannot be made: {parent} cannot be written to.")
            break
    if not target.exists():
        return target
    if not target.is_dir():
        raise CommuniqueError(f"{target} is a file; name a folder for the report.")
    if not any(target.iterdir()):
        return target
    try:
        known = manifest.load(target)["outputs"]
    except CommuniqueError:
        raise CommuniqueError(
            f"{target} is not empty and is not a report of Communiqué, so it is left alone; "
            "name another folder."
        ) from None
    foreign = [file for file in manifest.files(target) if file not in known and file != manifest.NAME]
    if foreign:
        raise CommuniqueError(
            f"{target} holds {foreign[0]}, which is not part of the report there; "
            "move it away or name another folder."
        )
    return target


@contextmanager
def staging(target: Path) -> Iterator[Path]:
    """A folder beside `target` to write into; it takes the target's place at the end, if all went well."""
    target.parent.mkdir(parents=True, exist_ok=True)
    aside = Path(tempfile.mkdtemp(prefix=f".{target.name}-", suffix=".part", dir=target.parent))
    try:
        umask = os.umask(0)
        os.umask(umask)
        aside.chmod(
            0o777 & ~umask
        )  # mkdtemp's folders are their owner's alone; a report is a folder like others
        yield aside
        _swap(aside, target)
    finally:
        shutil.rmtree(aside, ignore_errors=True)


def _swap(new: Path, target: Path) -> None:
    if not target.exists():
        new.rename(target)
        return
    old = Path(tempfile.mkdtemp(prefix=f".{target.name}-", suffix=".old", dir=target.parent))
    kept = old / "report"
    try:
        target.rename(kept)
        new.rename(target)
    except BaseException:
        if kept.exists() and not target.exists():
            kept.rename(target)
        raise
    finally:
        shutil.rmtree(old, ignore_errors=True)
