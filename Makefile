# Every target works on a machine that has only make and Python >= 3.11 with venv:
# the virtual environment is made from the lock when it is missing or stale.

PYTHON ?= python3
VENV := .venv
BIN := $(VENV)/bin
INSTALL := $(BIN)/python -m pip install --quiet --disable-pip-version-check --require-hashes -r

# Compiled once for all the processes that follow, whatever the shell says; .gitignore knows __pycache__.
unexport PYTHONDONTWRITEBYTECODE

.PHONY: demo run secret doctor test check journeys pictures soak bench format audit lock clean

demo: $(VENV)/demo.stamp ## a simulated community in the browser: no account, no network
	$(BIN)/python -m bot demo

secret: $(VENV)/run.stamp ## a new SECRET_KEY for .env
	@$(BIN)/python -m bot secret

doctor: $(VENV)/run.stamp ## checks everything without starting
	$(BIN)/python -m bot check

run: $(VENV)/run.stamp ## the real bot, with the settings of .env
	$(BIN)/python -m bot run

test: $(VENV)/dev.stamp ## every test but the browser's
	$(BIN)/python -m pytest -n auto --dist worksteal tests

check: $(VENV)/dev.stamp ## format, lint, types, import contracts, tests
	$(BIN)/ruff format --check .
	$(BIN)/ruff check .
	$(BIN)/basedpyright
	$(BIN)/lint-imports
	$(MAKE) test

journeys: $(VENV)/dev.stamp ## the demo driven in a headless browser; screenshots in build/journeys
	$(BIN)/python -m pytest -p no:xdist --journeys tests/journeys

soak: $(VENV)/dev.stamp ## crashes, faults, load and the attack in their long form: some twenty-five minutes
	$(BIN)/python -m tests.attack
	$(BIN)/python -m pytest -n auto --dist worksteal --soak -rP --show-capture=stdout --tb=short tests/loopback tests/flows/test_mixed_load.py

pictures: journeys ## the documentation's pictures, anew from the journeys
	$(BIN)/python -m tests.journeys.pictures

bench: $(VENV)/dev.stamp ## figures beside their references
	$(BIN)/python -m tests.bench

format: $(VENV)/dev.stamp
	$(BIN)/ruff format .
	$(BIN)/ruff check --fix .

audit: ## known vulnerabilities of what the bot runs on; asks the public database of advisories
	$(PYTHON) -m venv .venv-audit
	.venv-audit/bin/python -m pip install --quiet pip-audit
	.venv-audit/bin/pip-audit --disable-pip --no-deps -r locks/run.txt

lock: ## the locks again from pyproject.toml, with hashes and without an index address
	$(PYTHON) -m venv .venv-lock
	.venv-lock/bin/python -m pip install --quiet uv
	for extra in run demo dev; do \
	  .venv-lock/bin/uv pip compile pyproject.toml --quiet --universal --python-version 3.11 \
	    --generate-hashes --no-emit-index-url --no-annotate --no-header --upgrade \
	    $$([ $$extra = run ] || echo --extra $$extra) \
	    $$([ $$extra = run ] || echo --constraint locks/run.txt) --output-file locks/$$extra.txt; \
	done

clean:
	rm -rf $(VENV) .venv-lock .venv-audit build

$(VENV)/bin/python:
	$(PYTHON) -c 'import sys; sys.exit(sys.version_info < (3, 11) and "Python 3.11 or newer is needed: make PYTHON=python3.12 …")'
	$(PYTHON) -m venv $(VENV)

$(VENV)/%.stamp: locks/%.txt | $(VENV)/bin/python
	$(INSTALL) $<
	@touch $@
