# The only task runner: serve, site, test, bench. Each does its own set-up; it needs python3 (3.12 or newer) and make.

PORT ?= 8000
VENV := .venv
# From this folder on, so that the path to it may hold spaces.
BIN := $(VENV)/bin
PY := $(BIN)/python
READY := $(VENV)/.ready node_modules/.ready
WORKERS ?= 2

export PATH := $(CURDIR)/$(BIN):$(PATH)
export PYTHONDONTWRITEBYTECODE := 1

.PHONY: help serve site test check bench browser lock clean

help:
	@echo "make serve   show the site, and each change in its sources, on http://127.0.0.1:$(PORT) (PORT= changes it)"
	@echo "make site    write the static site to site/"
	@echo "make test    every check"
	@echo "make bench   the performance tables: the build beside stock Material, the calculators beside stock Pyodide"
	@echo "make lock    write the locks again, after a change in pyproject.toml or package.json"

serve: $(READY)
	@$(PY) -m site_build serve --port $(PORT)

site: $(READY)
	@$(PY) -m site_build

check: $(READY)
	$(BIN)/ruff check .
	$(BIN)/ruff format --check .
	$(BIN)/mypy
	$(BIN)/lint-imports

test: check browser
	$(BIN)/pytest -n $(WORKERS) --dist worksteal

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

lock:
	@python3 -m venv $(VENV)/lock && $(VENV)/lock/bin/pip install --quiet uv
	@$(VENV)/lock/bin/uv pip compile pyproject.toml --quiet --group dev --universal --python-version 3.12 \
	  --generate-hashes --no-emit-index-url --no-annotate --custom-compile-command "make lock" -o requirements.lock
	@npm install --package-lock-only --silent

clean:
	rm -rf site dist .cache .mypy_cache .pytest_cache .ruff_cache .import_linter_cache .hypothesis
