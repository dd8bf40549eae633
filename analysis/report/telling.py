"""What a run says while it runs, on standard error: one line a notebook, or one bar where there are many."""

import sys

from analysis.report.job import Outcome

MANY = 8  # notebooks; two articles' worth still fit on a screen as lines


class Telling:
    """Tells of notebooks as they end; nothing where `quiet`. Failures are told by the command, at the end."""

    def __init__(self, *, quiet: bool = False) -> None:
        self.quiet = quiet
        self.bar = None

    def __enter__(self) -> "Telling":
        return self

    def __exit__(self, *_) -> None:
        if self.bar is not None:
            self.bar.close()

    def notebook(self, outcome: Outcome, number: int, total: int) -> None:
        """A notebook has ended, as the `number`-th of `total`."""
        if self.quiet:
            return
        if total > MANY and sys.stderr.isatty():
            if self.bar is None:
                from tqdm import tqdm

                self.bar = tqdm(total=total, unit="notebook", leave=False)
            self.bar.update(number - self.bar.n)
            return
        article = outcome.job.folder.removeprefix("articles/")
        words = "broke" if outcome.error else "done"
        print(
            f"{number:>{len(str(total))}}/{total}  {outcome.job.name}  {words}  ({article})", file=sys.stderr
        )
