# Every target works on a fresh machine with Python 3.11 or newer and make.
PYTHON ?= python3
VENV := .venv
BIN := $(VENV)/bin
READY := $(VENV)/.ready

.PHONY: demo test contract tools lint bench build check clean

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

# The contract suite on the mock store, or on the store at STORE_URL, which ARGS="--allow-writes" lets it write to.
contract: export STORE_ADDRESS = $(STORE_URL)
contract: export WOO_KEY = $(STORE_KEY)
contract: export WOO_SECRET = $(STORE_SECRET)
contract: $(READY)
	$(BIN)/woospec contract $(if $(STORE_URL),--url "$$STORE_ADDRESS",--mock) --report contract-report $(ARGS)

# Linters and a generator of others, which hold our documents; tests that need them are skipped without.
tools: tests/tools/.ready

tests/tools/.ready: tests/tools/package-lock.json tests/tools/requirements.txt
	cd tests/tools && npm ci --silent
	$(PYTHON) -m venv tests/tools/.venv
	tests/tools/.venv/bin/pip install --quiet --disable-pip-version-check --requirement tests/tools/requirements.txt
	@touch $@

lint: $(READY)
	$(BIN)/ruff check generator templates generated tests
	$(BIN)/black --check --quiet generator templates generated tests
	$(BIN)/mypy generator/woospec generated/wooclient
	$(BIN)/pyright

bench: $(READY)
	PYTHONPATH=tests $(BIN)/python tests/bench/run.py

build: $(READY)
	$(BIN)/woospec build

check: $(READY)
	$(BIN)/woospec build --check

clean:
	rm -rf $(VENV) tests/tools/.venv tests/tools/node_modules tests/tools/.ready .woospec-cache .mypy_cache .ruff_cache .pytest_cache .hypothesis
