# Every target works on a fresh machine with Python 3.11 or newer and make.
PYTHON ?= python3
VENV := .venv
BIN := $(VENV)/bin
READY := $(VENV)/.ready

# What is missing is said before anything is made.
define CHECK_PYTHON
$(PYTHON) -c '' 2>/dev/null || { echo "There is no $(PYTHON) here. Install Python 3.11 or newer; on Debian and Ubuntu:\
 apt install python3 python3-venv" >&2; exit 1; }; \
$(PYTHON) -c 'import sys; sys.exit(sys.version_info < (3, 11))' || { echo "$(PYTHON) is $$($(PYTHON) --version 2>&1), and\
 3.11 or newer is needed. Install one and name it: make $(MAKECMDGOALS) PYTHON=python3.12" >&2; exit 1; }; \
$(PYTHON) -c 'import ensurepip, venv' 2>/dev/null || { echo "$(PYTHON) cannot make a virtual environment. On Debian and\
 Ubuntu: apt install python3-venv" >&2; exit 1; }
endef

.PHONY: demo test mutants contract tools docs lint bench build check connectors dist clean

$(READY): pyproject.toml requirements-dev.txt
	@$(CHECK_PYTHON)
	$(PYTHON) -m venv $(VENV)
	$(BIN)/pip install --quiet --disable-pip-version-check --requirement requirements-dev.txt
	$(BIN)/pip install --quiet --disable-pip-version-check --no-deps --no-build-isolation --editable .
	@touch $(READY)

demo: $(READY)
	$(BIN)/woospec validate
	$(BIN)/woospec build
	$(BIN)/python tests/demo.py

# The tests start hundreds of processes: modules that each would have to compile anew are kept compiled.
test: export PYTHONDONTWRITEBYTECODE =
test: $(READY)
	$(BIN)/python -m pytest -n auto --dist worksteal

# The code broken on purpose, and what no test noticed, in mutants.md. ARGS="--changed main" takes only what you changed.
mutants: $(READY)
	PYTHONPATH=tests $(BIN)/python -m mutation $(ARGS)

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

# The documentation, in .site/html: warnings of its generator are errors.
docs: $(READY) .site/.ready
	$(BIN)/python -m woospec.site .site
	cp .site/package/scalar/browser/standalone.js .site/docs/description/scalar.js
	cp .site/package/iframe-worker/index.js .site/docs/assets/iframe-worker.js
	cd .site && venv/bin/zensical build --strict --clean
	rm -f .site/html/404.html  # its links fit only a site at the root of its host

# The two scripts of others that the pages need come as they are published, and are checked against their digests.
.site/.ready: templates/site/requirements.txt templates/site/SHA256SUMS
	@$(CHECK_PYTHON)
	@command -v npm >/dev/null || { echo "The documentation needs npm, once. On Debian and Ubuntu: apt install npm" >&2; exit 1; }
	$(PYTHON) -m venv .site/venv
	.site/venv/bin/pip install --quiet --disable-pip-version-check --requirement templates/site/requirements.txt
	mkdir -p .site/package/scalar .site/package/iframe-worker
	cd .site/package && npm pack --silent @scalar/api-reference@1.76.0 iframe-worker@1.0.4 >/dev/null
	cd .site/package && sha256sum --quiet --check ../../templates/site/SHA256SUMS
	tar -xzf .site/package/scalar-api-reference-1.76.0.tgz -C .site/package/scalar --strip-components=2 package/dist/browser/standalone.js
	tar -xzf .site/package/iframe-worker-1.0.4.tgz -C .site/package/iframe-worker --strip-components=2 package/shim/index.js
	@touch $@

# Engines that records are read into or by, in an environment of their own; tests that need them are skipped without.
connectors: tests/connectors/.ready

tests/connectors/.ready: tests/connectors/requirements.txt
	$(PYTHON) -m venv tests/connectors/.venv
	tests/connectors/.venv/bin/pip install --quiet --disable-pip-version-check --requirement $<
	@touch $@

lint: $(READY)
	$(BIN)/ruff check generator templates generated tests
	$(BIN)/black --check --quiet generator templates generated tests
	$(BIN)/mypy generator/woospec generated/wooclient
	$(BIN)/pyright

# Both packages as they are published, in dist/, tried in empty environments.
dist:
	@$(CHECK_PYTHON)
	.ci/dist $(PYTHON)

bench: $(READY)
	PYTHONPATH=tests $(BIN)/python tests/bench/run.py

build: $(READY)
	$(BIN)/woospec build

check: $(READY)
	$(BIN)/woospec build --check

clean:
	rm -rf $(VENV) tests/connectors/.venv tests/connectors/.ready tests/tools/.venv tests/tools/node_modules tests/tools/.ready .site .woospec-cache .mypy_cache .ruff_cache .pytest_cache .hypothesis
