# Two commands do everything: `make deck` and `make test`. README.md says how to do without make.
PYTHON ?= python3
VENV := .venv
# What editors ask about YAML; the newest that runs on the Node.js of Debian 13.
EDITOR_SERVER := yaml-language-server@1.25.0
BIN := $(VENV)/bin

# Where it is set, every program that a test starts would be compiled anew.
unexport PYTHONDONTWRITEBYTECODE

.PHONY: deck check test test-all test-quick test-rendering trials lint bench mutants fuzz clean

deck: $(VENV)/deck-ready
	$(BIN)/talkbuilder build
	@echo "now: source $(BIN)/activate, and then, in a folder of your own: talkbuilder new my-talk"

check: $(VENV)/deck-ready
	$(BIN)/talkbuilder check

# Whoever waits for a browser leaves a core to somebody else, and mypy needs but one.
test: $(VENV)/test-ready
	$(MAKE) -j 2 lint test-all

# Neighbours stay together, so that what a file builds once is built once.
test-all: $(VENV)/test-ready
	$(BIN)/pytest -n 3 --dist worksteal

test-quick: $(VENV)/test-ready
	$(BIN)/pytest -m "not rendering" -n 2 --dist worksteal

test-rendering: $(VENV)/test-ready
	$(BIN)/pytest -m rendering -n 3 --dist worksteal

# What takes long, and of which `make test` tries a sample: tests marked `trial`, examples of property tests, files that are damaged, small faults in the sources.
trials: $(VENV)/test-ready
	$(BIN)/pytest -m trial -n 2
	$(BIN)/pytest -m hypothesis --hypothesis-profile thorough -n 2
	$(MAKE) fuzz mutants

lint: $(VENV)/test-ready
	$(BIN)/ruff format --check .
	$(BIN)/ruff check .
	$(BIN)/mypy

# As users have it: installed, and not as an editable package, which starts more slowly.
bench: $(VENV)/test-ready
	$(PYTHON) -m venv $(VENV)/bench
	$(VENV)/bench/bin/python -m pip install --quiet --quiet --disable-pip-version-check '.[dev,print]'
	$(VENV)/bench/bin/python -m tests.bench
	$(VENV)/bench/bin/python -m tests.bench.page_turn

# make mutants N=20 SEED=2 tries twenty other mutants.
N := 100
SEED := 1
mutants: $(VENV)/test-ready
	$(BIN)/python -m tests.mutants --count $(N) --seed $(SEED)
# make fuzz COUNT=2000 KILLS=40 tries fewer.
COUNT := 20000
KILLS := 300
fuzz: $(VENV)/test-ready
	$(BIN)/python -m tests.fuzz --count $(COUNT) --kills $(KILLS)

clean:
	rm -rf build $(VENV) .mypy_cache .ruff_cache .pytest_cache

$(VENV)/deck-ready: pyproject.toml
	$(PYTHON) -m venv $(VENV)
	$(BIN)/python -m pip install --quiet --quiet --disable-pip-version-check --only-binary typst --editable '.[print]' || \
	  { echo "what goes on paper cannot be made on this machine; all else can"; \
	    $(BIN)/python -m pip install --quiet --quiet --disable-pip-version-check --editable .; }
	touch $@

$(VENV)/test-ready: pyproject.toml $(VENV)/deck-ready
	$(BIN)/python -m pip install --quiet --quiet --disable-pip-version-check --editable '.[dev,print]'
	$(if $(shell command -v npm),npm install --global --prefix $(VENV) --no-fund --no-audit --loglevel=error $(EDITOR_SERVER) || echo "the tests of the language server are skipped")
	touch $@
