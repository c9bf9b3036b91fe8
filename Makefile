# make demo: check a sample plan.  make test: everything that has to hold.  PYTHON=python3.12 chooses another Python.
PYTHON ?= python3
VENV := .venv
BIN := $(VENV)/bin
SAMPLES := plans/samples
DEMO := build/demo
SHARED := $(if $(GOUJI_SHARED),$(GOUJI_SHARED),../shared)

.DEFAULT_GOAL := help
.PHONY: help demo test lint unit docs picture bench scoreboard clean

help:
	@echo "make demo        check a sample plan; the verdict here, the report in $(DEMO)"
	@echo "make test        ruff, mypy and all tests with their coverage"
	@echo "make lint        ruff and mypy alone"
	@echo "make docs        write docs/rules.md, the tables kept and the output shown in the pages afresh"
	@echo "make picture     write docs/images/report.png afresh (needs Chromium)"
	@echo "make bench       the benchmarks, see benchmarks/README.md"
	@echo "make scoreboard  score against the labelled documents in $(SHARED)"
	@echo "make clean       remove $(VENV), build and every cache"

# The virtual environment, and what is installed in it: again only when pyproject.toml changed.
$(VENV)/.made:
	@$(PYTHON) -c 'import sys; sys.exit(sys.version_info < (3, 11) and "gouji needs Python 3.11 or later; try make PYTHON=python3.12")'
	@$(PYTHON) -m venv $(VENV) || { echo "no venv here: on Debian, apt-get install python3-venv" >&2; exit 1; }
	@touch $@

$(VENV)/.installed: $(VENV)/.made pyproject.toml
	$(BIN)/python -m pip install --quiet --editable .
	@$(BIN)/python -m engine.prepare
	@touch $@

$(VENV)/.installed-dev: $(VENV)/.made pyproject.toml
	$(BIN)/python -m pip install --quiet --editable '.[dev,durable,ocr]'
	@$(BIN)/python -m engine.prepare
	@touch $@ $(VENV)/.installed

demo: $(VENV)/.installed
	@$(BIN)/gouji check $(SAMPLES)/county-plan.docx --standard $(SAMPLES)/city-standard-2024.yaml --fail-on never
	@$(BIN)/gouji check $(SAMPLES)/county-plan.docx --standard $(SAMPLES)/city-standard-2024.yaml --fail-on never \
		--format html --output $(DEMO)/report.html

test: lint unit

lint: $(VENV)/.installed-dev
	$(BIN)/ruff check .
	$(BIN)/ruff format --check .
	$(BIN)/mypy

unit: $(VENV)/.installed-dev
	$(BIN)/python -m pytest --quiet --numprocesses auto --cov --cov-fail-under=90

docs: $(VENV)/.installed-dev
	$(BIN)/python -m rules docs/rules.md
	$(BIN)/python -m standards
	$(BIN)/python docs/refresh.py

picture: $(VENV)/.installed
	$(BIN)/python docs/picture.py docs/images/report.png

bench: $(VENV)/.installed-dev
	@for file in $$(grep -l __main__ benchmarks/*.py); do echo "== $$file"; $(BIN)/python $$file || exit 1; done

scoreboard: $(VENV)/.installed
	$(BIN)/python $(SHARED)/tools/scoreboard.py

clean:
	rm -rf $(VENV) build dist *.egg-info .mypy_cache .pytest_cache .ruff_cache .hypothesis .coverage .coverage.*
	find . -name __pycache__ -type d -prune -exec rm -rf {} +
