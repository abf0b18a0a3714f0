# Each target sets up what it needs, in .venv; where that has been done, it starts at once.
# A stamp in .venv says what is installed, and is out of date when pyproject.toml changes.

VENV := .venv
BIN := $(VENV)/bin
PORT ?= 8000
export PYTHON
export PIP_DISABLE_PIP_VERSION_CHECK := 1

.PHONY: help site serve test check gallery bench bench-discover bench-import histories kills clean
.DEFAULT_GOAL := help

help:  ## print this list
	@sed -n 's/^\([a-z-]*\):.*## /\1 /p' $(MAKEFILE_LIST) | while read -r name what; do \
		printf '  make %-14s %s\n' "$$name" "$$what"; \
	done

site: $(VENV)/.installed  ## build the showcase newsletter into build/site
	@$(BIN)/digest build
	@echo "To read it: make serve"

serve: $(VENV)/.installed  ## show it at http://127.0.0.1:8000/ (or PORT=…), anew after every save
	@$(BIN)/digest serve --port $(PORT)

test: $(VENV)/.installed-test  ## run the tests (ARGS=… goes to pytest)
	@.ci/set-up-browser
	$(BIN)/python -m pytest --numprocesses auto --dist worksteal $(ARGS)

check: $(VENV)/.installed-check  ## lint, formatting and types
	$(BIN)/ruff check
	$(BIN)/ruff format --check
	$(BIN)/mypy

gallery: $(VENV)/.installed-test  ## take pictures of all pages in all themes (ARGS='--theme paper --kind home')
	@.ci/set-up-browser
	@$(BIN)/python -m tests.gallery $(ARGS)

bench: $(VENV)/.installed-bench  ## time builds and previews beside Hugo (ARGS='--editions 1000' for more than 100)
	@$(BIN)/python -m tests.bench $(ARGS)

bench-import: $(VENV)/.installed-test  ## time imports of 2,000 posts (ARGS='--posts 200')
	@$(BIN)/python -m tests.bench.importing $(ARGS)

bench-discover: $(VENV)/.installed-test  ## measure what 'digest discover' finds of real choices (ARGS=FOLDER)
	@$(BIN)/python -m tests.bench.discovering $(ARGS)

histories: $(VENV)/.installed-test  ## compare builds after random edits with clean ones (ARGS='--count 500')
	@$(BIN)/python -m tests.histories $(ARGS)

kills: $(VENV)/.installed-test  ## kill builds at random moments, and look at what they leave (ARGS='--count 300')
	@$(BIN)/python -m tests.kills $(ARGS)

clean:  ## remove all that was made, the set-up too
	rm -rf build dist $(VENV) tests/browser/node_modules
	rm -rf .hypothesis .mypy_cache .pytest_cache .ruff_cache
	find . -name __pycache__ -type d -prune -exec rm -rf {} +

$(BIN)/python:
	@python=$$(.ci/find-python) || exit 1; \
	echo "setting up $(VENV) with $$("$$python" --version)"; \
	"$$python" -c 'import ensurepip' 2>/dev/null || .ci/apt-install python3-venv; \
	"$$python" -m venv $(VENV) || { rm -rf $(VENV); exit 1; }

$(VENV)/.installed: pyproject.toml | $(BIN)/python
	@$(BIN)/python -m pip install --quiet --editable .
	@# pip does this for all it copies, but not for an editable install
	@$(BIN)/python -m compileall -q digest
	@touch $@

# dependency groups need a pip of 25.1 or newer, and Python may have brought an older one
$(VENV)/.installed-%: $(VENV)/.installed
	@$(BIN)/python -m pip install --quiet --upgrade 'pip>=25.1'
	@$(BIN)/python -m pip install --quiet --group $*
	@touch $@
