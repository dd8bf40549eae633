"""What the workers' fork server loads: `worker`, and all that a first notebook would have a worker load.

Imported for its effect alone, in the process that the workers are forked from. It runs no kernel.
"""

import signal
from contextlib import suppress

signal.signal(signal.SIGINT, signal.SIG_IGN)  # Ctrl-C is the runner's to handle, also while this loads
from analysis.report import worker  # noqa: E402
from analysis.report.clean import clean  # noqa: E402

NOTEBOOK = {
    "cells": [
        {"cell_type": "markdown", "id": "a", "metadata": {}, "source": "# A title\n\nProse, *set*."},
        {
            "cell_type": "code",
            "id": "b",
            "metadata": {"tags": ["parameters"]},
            "source": "1",
            "execution_count": 1,
            "outputs": [
                {
                    "output_type": "execute_result",
                    "execution_count": 1,
                    "metadata": {},
                    "data": {"text/html": "<p>1</p>", "text/plain": "1"},
                }
            ],
        },
    ],
    "metadata": {},
    "nbformat": 4,
    "nbformat_minor": 5,
}


def rehearse() -> None:
    """Validate, write and render a notebook, which loads the schemas, the filters and the template."""
    import ipykernel.displayhook  # by way of which IPython: jupyter asks it where kernels are
    import ipykernel.kernelspec  # noqa: F401
    from papermill.iorw import load_notebook_node
    from papermill.parameterize import parameterize_notebook

    notebook = load_notebook_node(worker.nbformat.from_dict(NOTEBOOK))
    notebook = parameterize_notebook(notebook, {"article": "a"}, kernel_name="python3", language="python")
    clean(notebook)
    worker.nbformat.writes(notebook)
    worker.render(notebook, prefix="n0-", title="a")


with suppress(Exception):  # what cannot be done here is told by the worker that has to do it
    rehearse()
