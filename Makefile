# The only task runner: `make` names its tasks. Each does its own set-up; it needs python3 (3.12 or newer) and make.

PORT ?= 8000
VENV := .venv
# From this folder on, so that the path to it may hold spaces.
BIN := $(VENV)/bin
PY := $(BIN)/python
READY := $(VENV)/.ready node_modules/.ready
WORKERS ?= 2
# Seconds after which a test that waits for ever is told as one.
PATIENCE := 600
UV := 0.13.9

export PATH := $(CURDIR)/$(BIN):$(PATH)
export PYTHONDONTWRITEBYTECODE := 1

.PHONY: help serve site quick test check pythons prove mutate audit bench browser lock upgrade clean

help:
	@echo "make serve   show the site, and each change in its sources, on http://127.0.0.1:$(PORT) (PORT= changes it)"
	@echo "make site    write the static site to site/"
	@echo "make quick   lint of what changed, types, the core and its cases: for every few minutes"
	@echo "make test    every check (FULL=1: pages that have not changed are measured again too)"
	@echo "make prove   what takes long: thousands of made-up cases for each property, on each Python that is here"
	@echo "make mutate  change the calculations one by one and see whether a test notices; goes on where it was stopped"
	@echo "make audit   the Nu HTML checker on every page, Lighthouse on one of each kind"
	@echo "make bench   the performance tables: the build beside stock Material, the calculators beside stock Pyodide"
	@echo "make lock    write the locks again, after a change in pyproject.toml or package.json"
	@echo "make upgrade the newest versions of all packages, into the locks"

serve: $(READY)
	@$(PY) -m site_build serve --port $(PORT)

site: $(READY)
	@$(PY) -m site_build

check: $(READY)
	$(BIN)/ruff check .
	$(BIN)/ruff format --check .
	$(BIN)/mypy
	$(BIN)/lint-imports

quick: $(READY)
	@$(PY) -m tools.quick

test: check pythons browser
	$(BIN)/pytest -n $(WORKERS) --dist worksteal --timeout $(PATIENCE) --cov --cov-report=
	@echo "Coverage of the core, lines and branches: $$($(BIN)/coverage report --format=total)%"

pythons: $(READY)
	@HYPOTHESIS_PROFILE=quick $(PY) -m tools.pythons

prove: $(READY)
	HYPOTHESIS_PROFILE=long $(BIN)/pytest -n $(WORKERS) --dist worksteal tests/core
	@$(PY) -m tools.pythons

mutate: $(READY)
	@$(PY) -m tools.mutation

audit: site browser tools/audit/node_modules/.ready
	@$(PY) -m tools.audit site

bench: $(READY) browser
	@$(PY) -m benchmarks.build
	@$(PY) -m benchmarks

# The browser tests drive a Chromium that is already there; on Debian, as root, it is installed where it is missing.
browser: $(READY)
	@$(PY) -m tests.chromium

$(VENV)/.ready: requirements.lock
	@for candidate in python3 python3.13 python3.14 python3.12; do \
	  if $$candidate -c 'import sys; sys.exit(sys.version_info < (3, 12))' 2>/dev/null; then found=$$candidate; break; fi; \
	done; \
	if [ -z "$$found" ]; then \
	  echo "This project needs Python 3.12 or newer. Neither python3 nor python3.12, 3.13 or 3.14 is one."; exit 1; \
	fi; \
	if ! { [ -x $(PY) ] && $(PY) -c 'import sys, pip; sys.exit(sys.version_info < (3, 12))'; } 2>/dev/null; then \
	  echo "Making $(VENV) with $$($$found --version)"; \
	  $$found -m venv --clear $(VENV) || { echo "python3 -m venv failed: install your system's venv package."; exit 1; }; \
	fi
	@echo "Installing Python packages from requirements.lock"
	@$(PY) -m pip install --quiet --disable-pip-version-check --require-hashes -r requirements.lock
	@touch $@

node_modules/.ready: package-lock.json $(VENV)/.ready
	@echo "Installing Node packages from package-lock.json"
	@npm ci --silent --no-audit --no-fund
	@touch $@

tools/audit/node_modules/.ready: tools/audit/package-lock.json $(READY)
	@echo "Installing the audit's packages from tools/audit/package-lock.json"
	@cd tools/audit && npm ci --silent --no-audit --no-fund
	@touch $@

# One lock for everything, and out of it the part that another Python needs for the core's tests.
COMPILE = $(VENV)/lock/bin/uv pip compile pyproject.toml --quiet --universal --python-version 3.12 \
  --generate-hashes --no-emit-index-url --no-annotate --custom-compile-command "make lock"

lock: $(VENV)/.ready
	@$(PY) -m tools.pinned
	@$(PY) -m venv $(VENV)/lock && $(VENV)/lock/bin/pip install --quiet --disable-pip-version-check uv==$(UV)
	@$(COMPILE) $(RESOLVE) --group dev -o requirements.lock
	@$(COMPILE) --constraint requirements.lock $(RESOLVE) --group core-tests -o requirements-core.lock
	@npm install --package-lock-only --silent
	@cd tools/audit && npm install --package-lock-only --silent --omit-lockfile-registry-resolved

# package.json names exact versions, so npm is told each package with its newest one.
NEWEST = npm pkg get devDependencies --workspaces=false | node -p \
  "Object.keys(JSON.parse(require('fs').readFileSync(0))).map(name => name + '@latest').join(' ')"

upgrade: $(VENV)/.ready
	@npm install --package-lock-only --silent --save-dev --save-exact $$($(NEWEST))
	@cd tools/audit && npm install --package-lock-only --silent --omit-lockfile-registry-resolved --save-dev --save-exact $$($(NEWEST))
	@$(MAKE) lock RESOLVE=--upgrade

clean:
	rm -rf site dist .cache .coverage .mypy_cache .pytest_cache .ruff_cache .import_linter_cache .hypothesis mutants
