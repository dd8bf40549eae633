# Communiqué's commands. `make` alone lists them; what each needs is installed into .venv the first time.
# Only relative paths are used, so that the project may stand in any folder, also one with a space in its name.

PYTHON ?= python3
ARGS ?=

VENV := .venv
PY := $(VENV)/bin/python
READY := $(VENV)/.ready
, := ,
PIP := -m pip install --quiet --quiet --disable-pip-version-check --no-input

.DEFAULT_GOAL := help
.PHONY: help report test lab lint format bench lock clean unsettled

help:  ## list the commands
	@echo 'Communiqué: who speaks in diplomatic news, in what tone, and what they agree to do together.'
	@echo
	@sed -n 's/^\([a-z]*\):.*##  *\(.*\)/  make \1	\2/p' Makefile | expand -t 18
	@echo
	@echo 'PYTHON=... names the Python of a new .venv, ARGS=... gives options to test, lab and bench.'

report: $(READY)  ## make the report of the seed article, in report/, and its figures, in figures/
	@page=$$($(PY) -m analysis report seeds --out report --figures figures); code=$$?; \
	if [ -n "$$page" ]; then echo "The report is there: open $$page in a browser."; fi; exit $$code

test: $(READY)  ## run all tests
	@$(PY) -m pytest -rs $(ARGS)

lab: $(READY)  ## open the notebooks in JupyterLab
	@$(PY) -m jupyterlab $(ARGS) notebooks/briefing.ipynb

lint: $(READY)  ## check the code's style
	@$(PY) -m ruff check .
	@$(PY) -m ruff format --check . || { echo 'Some files are not formatted: run make format.' >&2; exit 1; }

format: $(READY)  ## mend the code's style where that can be done for you
	@$(PY) -m ruff check --fix-only --quiet .
	@$(PY) -m ruff format .

bench: $(READY)  ## measure the speed of a report and of its parts
	@$(PY) benchmarks/engine.py $(ARGS)
	@$(PY) benchmarks/speech.py $(filter --json,$(ARGS))
	@$(PY) benchmarks/cooperation.py $(filter --json,$(ARGS))
	@$(PY) benchmarks/report.py

clean:  ## remove what was made: .venv, report/ and the caches (figures/ stays)
	@rm -rf $(VENV) report build dist communique.egg-info .pytest_cache .ruff_cache
	@find . -name __pycache__ -prune -exec rm -rf {} +
	@find . -name .ipynb_checkpoints -prune -exec rm -rf {} +

# The set-up. The stamp is written last and holds the folder in which it was made: an interrupted set-up is begun
# again, and so is one that was moved, since a venv knows its own path. A new lock makes a new venv; a change to
# pyproject.toml alone only adds to the one that is there. Each way of failing is told in one sentence.
ifneq ($(shell [ -x $(PY) ] && cat $(READY) 2>/dev/null),$(shell pwd -P))
$(READY): unsettled
endif

$(READY): pyproject.toml requirements.lock
	@command -v "$(PYTHON)" >/dev/null 2>&1 || { echo 'Communiqué needs Python 3.11 or newer, and there is no "$(PYTHON)": install it (Debian, Ubuntu: apt install python3 python3-venv), or name another with make PYTHON=...' >&2; exit 1; }
	@"$(PYTHON)" -c 'import sys; sys.exit(sys.version_info < (3, 11))' || { echo "Communiqué needs Python 3.11 or newer, and $(PYTHON) is $$("$(PYTHON)" -c 'import platform; print(platform.python_version())'): install a newer one, or name it with make PYTHON=..." >&2; exit 1; }
	@"$(PYTHON)" -c 'import ensurepip, venv' 2>/dev/null || { echo "$(PYTHON) cannot make virtual environments, since its modules venv and ensurepip are missing: install them (Debian, Ubuntu: apt install python3-venv) and try again." >&2; exit 1; }
	@rm -f $(READY)
	@echo '$(if $(filter-out pyproject.toml,$?),Setting up .venv$(,) which takes about a minute.,Updating .venv.)' >&2
	@$(if $(filter-out pyproject.toml,$?),"$(PYTHON)" -m venv --clear $(VENV),true) || { echo 'The virtual environment .venv could not be made; what $(PYTHON) said is above.' >&2; exit 1; }
	@PIP_USER=0 $(PY) $(PIP) -c requirements.lock setuptools \
	&& PIP_USER=0 $(PY) $(PIP) -c requirements.lock --no-build-isolation -e '.[test,lint]' \
	|| { echo 'The packages could not be installed; what pip said is above (without a network, or with a full disk, try again later).' >&2; exit 1; }
	@pwd -P > $(READY)

lock:  ## choose the newest versions of all packages and write them to requirements.lock
	@"$(PYTHON)" -m venv --clear build/lock
	@PIP_USER=0 build/lock/bin/python $(PIP) --upgrade setuptools
	@PIP_USER=0 build/lock/bin/python $(PIP) --no-build-isolation -e '.[test,lint]'
	@{ sed '/^[^#]/,$$d' requirements.lock; \
	build/lock/bin/python -m pip freeze --disable-pip-version-check --all --exclude pip --exclude-editable; } > build/lock/requirements
	@cmp -s build/lock/requirements requirements.lock || mv build/lock/requirements requirements.lock
	@rm -rf build/lock
