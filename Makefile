# The one door to everything that is done with this repository. `make` or `make help` lists it.

SHELL := /bin/bash
PY := .venv/bin/python
BIN := .venv/bin
SAMPLE ?= resources/samples/lieferbedingungen.pdf
ARGS ?=
SEED ?= 1
TEST_PROCESSES ?= 2
export PYTHON

.DEFAULT_GOAL := help
.PHONY: help run test test-slow check check-static format quality train sample-findings bench fuzz samples screenshots translations notice lock package clean \
	setup-run setup-dev

help: ## list these commands
	@awk -F ':.*## ' '/^[a-z-]+:.*## / { printf "  make %-15s %s\n", $$1, $$2 }' $(MAKEFILE_LIST)

run: setup-run ## set up everything and open the program on a sample (SAMPLE=file for another document)
	@scripts/run.sh "$(SAMPLE)"

test: setup-dev ## set up everything and run all tests but the slow ones (ARGS=… goes to pytest)
	@$(PY) -m pytest -n $(TEST_PROCESSES) --dist loadfile $(ARGS)

test-slow: setup-dev ## the slow tests; those that need LibreOffice, poppler or Tesseract are skipped without
	@$(PY) -m pytest -m slow --timeout 900 $(ARGS)

check: check-static test ## everything that must be green before a commit

check-static: setup-dev ## format, ruff, mypy --strict, import contract
	@failed=; \
	$(BIN)/ruff format --check --quiet . || failed+=" format"; \
	$(BIN)/ruff check --quiet . || failed+=" ruff"; \
	$(BIN)/mypy --strict app || failed+=" mypy"; \
	$(BIN)/lint-imports --no-cache --no-logo || failed+=" lint-imports"; \
	if [ -n "$$failed" ]; then echo "FAILED:$$failed (make format mends the first)"; exit 1; fi

format: setup-dev ## format the code and mend what ruff can mend
	@$(BIN)/ruff format .
	@$(BIN)/ruff check --fix .

quality: setup-dev ## measure against annotated documents (ARGS=… goes to the script)
	@$(PY) scripts/quality.py $(ARGS)

sample-findings: setup-dev ## draw 60 findings over ../shared/corpus for a reader (SEED=…; verdicts: docs/findings.md)
	@$(PY) -m tests.evaluation.findingsample --seed $(SEED)

train: setup-dev ## train the topic model on ../shared/data/agb-de and write resources/models
	@OMP_NUM_THREADS=1 OPENBLAS_NUM_THREADS=1 $(PY) scripts/train.py

bench: setup-dev ## measure time and memory
	@$(PY) -m pytest -m bench --timeout 900 $(ARGS)

fuzz: setup-dev ## thousands of damaged and hostile files through the worker processes, half an hour
	@$(PY) -m pytest -m fuzz --timeout 3600 -s $(ARGS)

samples: setup-dev ## write the sample documents in resources/samples again
	@$(PY) scripts/make_samples.py $(ARGS)

screenshots: setup-dev ## take the pictures in docs/screenshots again (ARGS=--all: every state, into build/screenshots)
	@$(PY) scripts/screenshots.py $(ARGS)

translations: setup-dev ## collect the window's texts and build its translation (ARGS=--check only looks)
	@$(PY) scripts/translations.py $(ARGS)

notice: setup-dev ## write NOTICE again from the installed packages' licences
	@$(PY) scripts/notice.py

lock: ## pin the dependencies again after a change in pyproject.toml (UPGRADE=1: newest versions)
	@scripts/lock.sh

package: setup-dev ## build the program that needs no Python: a folder and a .deb in dist/
	@packaging/build.sh

clean: ## remove everything that was made here, .venv too
	@rm -rf .venv build dist .mypy_cache .ruff_cache .pytest_cache .hypothesis .import_linter_cache
	@find . -name __pycache__ -type d -prune -exec rm -rf {} +

setup-run:
	@scripts/bootstrap.sh run

setup-dev:
	@scripts/bootstrap.sh dev
