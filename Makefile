# Every target is one plain command, which README.md names too; make only sets up the machine first. Only manual may
# need a second one, the run that its checklist is made from; check and test are a line a tool.
#
#   make acceptance                                   the features against the embedded store
#   make acceptance SHOP=staging                      against a shop that shops.toml names, or https://...
#   make rerun SHOP=staging ID=address_book-07        one scenario again, step by step in a visible browser
#   make rerun-failed SHOP=staging                    what failed last time
#   make scenarios, make steps                        lists of the scenarios, and of the sentences to write them with
#   make manual                                       the last run's scenarios as a checklist for testing by hand
#   make manual SHOP=staging                          the same of a new run, which it makes first
#   make check                                        the suite's own checks, and its tests that start no process
#   make test                                         the same with all of its tests
#   make doctor SHOP=staging                          whether a shop can be tested, and what to do where it cannot
#   make defects                                      every defect of the embedded store, and what it turns red
#   make soak TIMES=1                                 scenarios in any order on a slow and sound store
#   make bench                                        how fast the suite is, beside the same work without it
#   make coverage                                     which lines of the suite nothing runs
#   make audit                                        whether a locked package has a known vulnerability
#   make sandbox                                      the embedded store, for people
#   make sweep SHOP=staging                           delete what killed runs left on a shop; asks first
#
# make sweep takes RUN=<id> for one run's customers, OLDER_THAN=2h for another age, and YES=1 not to be asked.
# PYTEST_OPTIONS goes to pytest as it stands: make acceptance PYTEST_OPTIONS="-m smoke --headed --slowmo 500"

SHOP := embedded
PORT ?= 8080
PYTHON ?= python3
PYTEST_OPTIONS ?=

BIN := .venv/bin
READY := .venv/ready
ACCEPTANCE = $(BIN)/pytest features --shop "$(SHOP)" --alluredir reports/allure-results --clean-alluredir --allure-report reports/allure-report $(PYTEST_OPTIONS)

.PHONY: acceptance rerun rerun-failed scenarios steps manual check test configured defects soak bench coverage audit doctor sandbox sweep setup

acceptance: $(READY)
	rm -f reports/allure-report/index.html
	$(ACCEPTANCE)

rerun: $(READY)
	$(if $(ID),,$(error ID is missing: name a scenario, as in make rerun SHOP=staging ID=address_book-07))
	$(BIN)/pytest features -m "$(ID)" --shop "$(SHOP)" --headed --slowmo 500 --step-by-step --keep $(PYTEST_OPTIONS)

rerun-failed: $(READY)
	$(BIN)/pytest features --last-failed --last-failed-no-failures none --shop "$(SHOP)" $(PYTEST_OPTIONS)

scenarios: $(READY)
	$(BIN)/pytest features --list-scenarios --catalogue reports $(PYTEST_OPTIONS)

steps: $(READY)
	$(BIN)/pytest features --list-steps --catalogue reports $(PYTEST_OPTIONS)

# What failed in the run is marked on the checklist, so a failure (1) is no hindrance. A shop that the command line
# names is run anew, for the results that are there may be another shop's.
RUN_FIRST = $(or $(filter-out file,$(origin SHOP)),$(if $(wildcard reports/allure-results/*-result.json),,no results))

manual: $(READY)
	$(if $(RUN_FIRST),@echo "The scenarios of the checklist are run first; SHOP is $(SHOP).")
	$(if $(RUN_FIRST),$(ACCEPTANCE) || test $$? -eq 1)
	$(BIN)/python -m tools.checklist reports/allure-results --output reports

# What starts a process or a browser is found by the fixtures that a test requests: tests/gears.py.
check: GEAR = -m "not processes"

check test: $(READY)
	$(BIN)/ruff check .
	$(BIN)/ruff format --check .
	$(BIN)/mypy
	$(BIN)/lint-imports
	$(BIN)/vulture
	$(BIN)/pytest tests -n auto --dist loadgroup $(GEAR) $(PYTEST_OPTIONS)

configured: $(READY)
	$(BIN)/python -m tools.configured

defects: $(READY)
	$(BIN)/python -m tools.defects

soak: $(READY)
	$(BIN)/python -m tools.soak $(if $(TIMES),--times "$(TIMES)") $(if $(SEED),--seed "$(SEED)")

bench: $(READY)
	$(BIN)/python -m bench

coverage: $(READY)
	$(BIN)/python -m tools.covered

audit: $(READY)
	$(BIN)/python -m tools.audit

doctor: $(READY)
	$(BIN)/python -m harness.preflight --shop "$(SHOP)" $(if $(TRY),--try)

sandbox: $(READY)
	$(BIN)/python -m sandbox --port "$(PORT)" --sample-customer

sweep: $(READY)
	$(BIN)/python -m harness.customers.sweep --shop "$(SHOP)" $(if $(RUN),--run "$(RUN)") $(if $(OLDER_THAN),--older-than "$(OLDER_THAN)") $(if $(YES),--yes)

setup: $(READY)

$(READY): requirements.txt harness/reporting/generator/package-lock.json
	$(PYTHON) -m venv .venv
	$(BIN)/python -m pip install --quiet --disable-pip-version-check --require-hashes --requirement requirements.txt
	$(BIN)/python -m tools.install
	touch $(READY)
