"""How long one warm `analyse` takes, room by room, and what `import analysis` costs above `import pandas`.

    python benchmarks/engine.py [PATH] [--rounds 50] [--imports 7] [--json]

The rooms are timed one after another on the same article, in every round, and the median over the rounds is
given with the best and the worst; `analyse` is timed as a whole besides, and with the five DataFrames made.
Imports are measured in fresh processes, in turn, in seconds of CPU (user and system), which a busy machine
disturbs less than a clock. The bars: `analyse(seed)` below 30 ms, `import analysis` at most 0.1 s above
`import pandas`.
"""

import argparse
import json
import os
import statistics
import subprocess
import sys
import time
from collections.abc import Callable
from pathlib import Path
from typing import Any

sys.path.insert(0, str(Path(__file__).resolve().parents[1]))

from analysis.paths import PROJECT, SEEDS

ANALYSE_BAR = 30.0  # milliseconds
IMPORT_BAR = 0.1  # seconds of CPU
EVERYTHING = "from analysis import *"  # every public name, and so every room but the report
MEANING = {
    "parse": "tokens, sentences, quotations, names",
    "refer": "who is who",
    "attribute": "statements",
    "score": "tone",
    "code": "acts",
    "gather": "rows of the tables",
    "analyse": "all of the above, in one call",
    "tables": "five DataFrames",
    "record": "the JSON record",
}
IMPORTS = {
    "python alone": "pass",
    "import pandas": "import pandas",
    "import pandas, analysis": "import pandas, analysis",
    "import pandas; from analysis import analyse, read": "import pandas; from analysis import analyse, read",
    f"import pandas; {EVERYTHING}": f"import pandas; {EVERYTHING}",
}


def rooms(path: Path, rounds: int) -> dict[str, list[float]]:
    """Milliseconds of each room, of the whole, and of the whole with its tables, a value a round."""
    from analysis import analyse, read
    from analysis.cooperation import code, tally
    from analysis.findings import gather
    from analysis.language import parse
    from analysis.language.coreference import refer
    from analysis.schema import TABLES
    from analysis.sentiment import score
    from analysis.speech import attribute, speakers

    article = read(path)
    analyse(article)  # the word lists are read now, once
    taken: dict[str, list[float]] = {}

    def timed(name: str, work: Callable[..., Any], *given: Any) -> Any:
        begun = time.perf_counter()
        result = work(*given)
        taken.setdefault(name, []).append((time.perf_counter() - begun) * 1000)
        return result

    def tables(reading: Any) -> list[Any]:
        return [getattr(reading, table) for table in TABLES]

    for _ in range(rounds):
        document = timed("parse", parse, article)
        referents = timed("refer", refer, document)
        statements = timed("attribute", attribute, document, referents)
        heard = timed("speakers", speakers, statements, referents)
        tones = timed("score", score, document)
        acts = timed("code", code, document, statements, referents)
        themes = timed("tally", tally, acts)
        timed("gather", gather, document, tones, statements, heard, acts, themes)
        reading = timed("analyse", analyse, article)
        timed("tables", tables, reading)
        timed("record", reading.record)
    return taken


def first(path: Path) -> float:
    """Milliseconds of the first `analyse` of a fresh process, with the word lists still to be read."""
    code = (
        "import sys, time; from analysis import analyse, read; article = read(sys.argv[1]); "
        "begun = time.perf_counter(); analyse(article); print((time.perf_counter() - begun) * 1000)"
    )
    ran = subprocess.run(
        [sys.executable, "-c", code, str(path)], cwd=PROJECT, capture_output=True, text=True, check=True
    )
    return float(ran.stdout)


def imports(rounds: int) -> dict[str, list[float]]:
    """Seconds of CPU of fresh processes, a value a round; one round before warms the file caches."""
    taken: dict[str, list[float]] = {name: [] for name in IMPORTS}
    for number in range(rounds + 1):
        for name, code in IMPORTS.items():
            child = subprocess.Popen([sys.executable, "-c", code], cwd=PROJECT)
            _, status, used = os.wait4(child.pid, 0)
            child.returncode = os.waitstatus_to_exitcode(status)
            assert child.returncode == 0, f"{code!r} failed"
            if number:
                taken[name].append(used.ru_utime + used.ru_stime)
    return taken


def summary(values: list[float]) -> dict[str, float]:
    return {
        "median": round(statistics.median(values), 4),
        "min": round(min(values), 4),
        "max": round(max(values), 4),
    }


def measure(path: Path, rounds: int, turns: int) -> dict[str, Any]:
    """Everything that this benchmark measures, as one JSON object."""
    from analysis import read

    article = read(path)
    work = {name: summary(values) for name, values in rooms(path, rounds).items()}
    cost = {name: summary(values) for name, values in imports(turns).items()}
    return {
        "article": path.name,
        "words": article.n_words,
        "rounds": rounds,
        "milliseconds": work,
        "first_milliseconds": round(first(path), 4),
        "articles_per_second": round(1000 / work["analyse"]["median"], 1),
        "import_rounds": turns,
        "import_cpu_seconds": cost,
        "above_pandas": {
            name: round(cost[name]["median"] - cost["import pandas"]["median"], 4)
            for name in list(IMPORTS)[2:]
        },
        "bars": {"analyse_milliseconds": ANALYSE_BAR, "import_cpu_seconds_above_pandas": IMPORT_BAR},
    }


def tell(result: dict[str, Any]) -> None:
    """Print what was measured, for a person."""
    work, cost = result["milliseconds"], result["import_cpu_seconds"]
    print(f"{result['article']}, {result['words']} words, median of {result['rounds']} warm rounds")
    for name, one in work.items():
        where = MEANING.get(name, "")
        print(
            f"  {name:<10} {one['median']:8.2f} ms  ({one['min']:.2f} to {one['max']:.2f})  {where}".rstrip()
        )
    print(
        f"  {'first':<10} {result['first_milliseconds']:8.2f} ms  in a fresh process, word lists to be read"
    )
    whole = work["analyse"]["median"]
    print(
        f"analyse: {whole:.1f} ms, the bar is {ANALYSE_BAR:.0f} ms; "
        f"{result['articles_per_second']:.0f} such articles a second on one core"
    )
    print(f"imports, seconds of CPU, median of {result['import_rounds']} fresh processes")
    for name, one in cost.items():
        more = f"  {result['above_pandas'][name]:+.3f}" if name in result["above_pandas"] else ""
        print(f"  {name:<50} {one['median']:6.3f} s  ({one['min']:.3f} to {one['max']:.3f}){more}")
    plain = result["above_pandas"]["import pandas, analysis"]
    print(f"import analysis: {plain:+.3f} s above import pandas, the bar is {IMPORT_BAR} s")


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("path", nargs="?", type=Path, help="an article (default: the seed)")
    parser.add_argument("--rounds", type=int, default=50, help="how often the rooms are timed")
    parser.add_argument("--imports", type=int, default=7, help="how often each import is measured")
    parser.add_argument("--json", action="store_true", help="print one JSON object instead of lines")
    order = parser.parse_args()

    path = (order.path or min(SEEDS.glob("*.txt"))).resolve()
    result = measure(path, order.rounds, order.imports)
    if order.json:
        print(json.dumps(result, indent=1, ensure_ascii=False))
    else:
        tell(result)


if __name__ == "__main__":
    main()
