"""What a report's kernels see instead of the user's own settings, so that two runs are alike."""

import os
from collections.abc import Mapping

from analysis.paths import PROJECT

# The same hash order, language, time zone, width of lines, number of threads (sums of floats depend on it)
# and figures on every machine.
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


def surrounded(environment: Mapping[str, str]) -> dict[str, str]:
    """An environment as the kernels have it: ours over the user's, and the package that runs them in reach.

    >>> surrounded({"LANG": "ko_KR.UTF-8", "TZ": "Asia/Seoul"})["TZ"]
    'UTC'
    """
    kept = {name: value for name, value in environment.items() if name not in UNWANTED}
    paths = [str(PROJECT), *filter(None, environment.get("PYTHONPATH", "").split(os.pathsep))]
    return kept | SURROUNDINGS | {"PYTHONPATH": os.pathsep.join(dict.fromkeys(paths))}
