# The two commands a newcomer needs are `make run` and `make test`.  `make help` lists the rest.

PYTHON_HERE := .venv/bin/python
TOOLS := .venv/bin

.DEFAULT_GOAL := help
.PHONY: help run test full fuzz check content bench demo pictures lock setup

help: ## this list
	@grep -E '^[a-z]+:.*##' $(MAKEFILE_LIST) | sed -E 's/^([a-z]+):.*## (.*)/  make \1\t\2/' | expand -t 15

run: ## set up what is missing, then start the program
	@.ci/setup run
	@.ci/start

setup: ## set up what is missing for working on the program
	@.ci/setup test

check: setup ## lint, types and the rules of the house
	$(TOOLS)/ruff check --quiet .
	$(TOOLS)/ruff format --check --quiet .
	$(TOOLS)/mypy
	$(TOOLS)/pytest -q tests/test_house.py

content: setup ## check the content; prints every fault
	$(PYTHON_HERE) app.py check

test: setup ## set up what is missing, then run every check and the quick tests (under 10 minutes)
	$(TOOLS)/ruff check --quiet .
	$(TOOLS)/ruff format --check --quiet .
	$(TOOLS)/mypy
	$(PYTHON_HERE) app.py check
	$(TOOLS)/pytest -q -n 2 -m "not full"

full: test ## the quick tests, then the long ones (half an hour more)
	@.ci/setup full
	$(TOOLS)/pytest -q -m full

fuzz: setup ## spoilt files by the thousand for each reader (10 minutes; also part of make full)
	$(TOOLS)/pytest -q -n 2 -m full tests/fuzz tests/exchange/fuzz tests/store/test_damaged.py

bench: setup ## speed and memory against small frozen scripts, as a table
	$(PYTHON_HERE) -m tests.benchmarks

demo: ## the example journeys as PDFs and answers files, in out/
	@.ci/setup run
	$(PYTHON_HERE) app.py demo -o out

pictures: setup ## every screen in every theme and size, in out/screens (20 minutes; JOURNEY=leaving for one)
	$(PYTHON_HERE) -m tests.ui.screens out/screens $(JOURNEY)

lock: setup ## lock the packages anew, with hashes
	.ci/lock
