# Every target works on a fresh machine with Python 3.11 or newer and make.
PYTHON ?= python3
VENV := .venv
BIN := $(VENV)/bin
READY := $(VENV)/.ready

.PHONY: demo test lint bench build check clean

$(READY): pyproject.toml requirements-dev.txt
	$(PYTHON) -m venv $(VENV)
	$(BIN)/pip install --quiet --disable-pip-version-check --requirement requirements-dev.txt
	$(BIN)/pip install --quiet --disable-pip-version-check --no-deps --no-build-isolation --editable .
	@touch $(READY)

demo: $(READY)
	$(BIN)/woospec validate
	$(BIN)/woospec build
	$(BIN)/python tests/demo.py

test: $(READY)
	$(BIN)/python -m pytest -n auto

lint: $(READY)
	$(BIN)/ruff check generator templates generated tests
	$(BIN)/ruff format --check --diff generator templates/runtime tests
	$(BIN)/black --check --quiet generated
	$(BIN)/mypy generator/woospec generated/wooclient
	$(BIN)/pyright

bench: $(READY)
	PYTHONPATH=tests $(BIN)/python tests/bench/run.py

build: $(READY)
	$(BIN)/woospec build

check: $(READY)
	$(BIN)/woospec build --check

clean:
	rm -rf $(VENV) .mypy_cache .ruff_cache .pytest_cache .hypothesis
