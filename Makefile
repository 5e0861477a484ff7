# `make` alone lists what can be done. Needs Python 3.11 to 3.13 and nothing else.

VENV := .venv
BIN := $(VENV)/bin
PYTHON ?= $(shell for python in python3 python3.13 python3.12 python3.11; do \
	"$$python" -c 'import sys; sys.exit(not (3, 11) <= sys.version_info < (3, 14))' 2>/dev/null \
	&& echo "$$python" && break; done)
PIP := $(BIN)/python -m pip --disable-pip-version-check -qq
INSTALL := $(PIP) install --require-hashes --no-deps
LOCK := $(BIN)/uv pip compile --quiet --universal --python-version 3.11 \
	--generate-hashes --no-header
AUDIT := $(BIN)/pip-audit --vulnerability-service osv --require-hashes --disable-pip \
	--requirement requirements.lock --progress-spinner off --timeout 5
RUN_READY := $(VENV)/installed-to-run
DEV_READY := $(VENV)/installed-to-develop

.PHONY: help install run test check audit sbom lock bench slack clean
.NOTPARALLEL:
.DEFAULT_GOAL := help

help:  ## Say what can be done
	@sed -nE 's/^([a-z]+):.*## (.*)/  make \1\t\2/p' $(MAKEFILE_LIST) | expand -t 16

install: $(RUN_READY)  ## Install what the bot runs on into .venv, and start nothing

run: $(RUN_READY)  ## Start the bot; without any setting: a chat in your browser
	@$(BIN)/python app.py run

# What was compiled is kept, whatever the environment says: each worker would compile it all anew.
test: $(DEV_READY)  ## Run every test
	@unset PYTHONDONTWRITEBYTECODE && $(BIN)/python -m pytest

check: $(DEV_READY)  ## Check form, types, architecture and known vulnerabilities
	$(BIN)/ruff format --check .
	$(BIN)/ruff check .
	$(BIN)/mypy
	$(BIN)/python -m pytest tests/test_house.py tests/test_readme.py
	@$(MAKE) --no-print-directory audit

audit: $(DEV_READY)  ## Ask osv.dev about the packages we run on (AUDIT_FLAGS adds to it)
	@$(AUDIT) --dry-run >$(VENV)/audit.log 2>&1 || { cat $(VENV)/audit.log; exit 1; }
	@rm -f $(VENV)/audit.txt
	@if $(AUDIT) $(AUDIT_FLAGS) --output $(VENV)/audit.txt >$(VENV)/audit.log 2>&1; \
	then tail -n 1 $(VENV)/audit.log; \
	elif [ -s $(VENV)/audit.txt ]; then cat $(VENV)/audit.txt; exit 1; \
	else echo "osv.dev was out of reach, so known vulnerabilities were not looked up:"; \
	tail -n 1 $(VENV)/audit.log; fi

sbom: $(DEV_READY)  ## Write sbom.json: every package we run on, with version and hashes (CycloneDX)
	@$(BIN)/python -m tests.sbom

lock: $(DEV_READY)  ## Write both lock files anew from pyproject.toml (LOCK_FLAGS=--upgrade for newer ones)
	$(LOCK) $(LOCK_FLAGS) pyproject.toml --output-file requirements.lock
	$(LOCK) $(LOCK_FLAGS) pyproject.toml --extra dev --constraint requirements.lock \
		--output-file requirements-dev.lock

bench: $(DEV_READY)  ## Measure what docs/bench.md reports
	@$(BIN)/python -m bench

slack: $(DEV_READY)  ## Hold all that we show in Slack against the types that Slack publishes (needs node and npm)
	@$(BIN)/python -m tests.slack_types

clean:  ## Remove what was built here; the database and the settings stay
	rm -rf $(VENV) .mypy_cache .ruff_cache .pytest_cache .hypothesis test-output sbom.json
	find . -name __pycache__ -type d -prune -exec rm -rf {} +

$(BIN)/python:
	@[ -n "$(PYTHON)" ] || { \
		echo "Glitterkaktus needs Python 3.11, 3.12 or 3.13; here is: $$(python3 --version 2>&1)." >&2; \
		echo "Install one of them, or name it: make PYTHON=/path/to/python3.11 …" >&2; exit 1; }
	@"$(PYTHON)" -c 'import ensurepip, venv' 2>/dev/null || { \
		echo "This Python cannot make virtual environments. On Debian and Ubuntu:" >&2; \
		echo "    sudo apt install python3-venv" >&2; exit 1; }
	@"$(PYTHON)" -m venv --clear $(VENV)

$(RUN_READY): requirements.lock | $(BIN)/python
	@echo "Installing what Glitterkaktus runs on into $(VENV) (once, under a minute) …"
	@$(INSTALL) -r requirements.lock
	@touch $@

# The development lock holds everything of requirements.lock, in the same versions.
$(DEV_READY): requirements-dev.lock requirements.lock | $(BIN)/python
	@echo "Installing what Glitterkaktus is developed with into $(VENV) (once, a minute or two) …"
	@$(INSTALL) -r requirements-dev.lock
	@touch $(RUN_READY) $@
