# Everything one can run. `make help` lists it.

SHELL := /bin/sh
.DEFAULT_GOAL := help

python := .venv/bin/python
runtime := .venv/.installed
tests := .venv/.installed-tests
browser := tests/browser/node_modules/.installed
sources := requirements-build.lock pyproject.toml tools/environment.sh

# Pass more to the build:  make site FLAGS="--drafts" BASE_URL=https://revue.example.org
FLAGS ?=
BASE_URL ?=
PORT ?= 8000
# Pass more to the tests:  make test ARGS="tests/clean -x"  (with a debugger: ARGS="-n 0 --pdb")
ARGS ?=
FUZZ_SECONDS ?= 60

.PHONY: help site test serve check format test-browser test-hostile test-slow test-long test-lighthouse bench fuzz install \
        install-tests install-browser lock audit sbom dist clean distclean

help: ## list what can be run
	@awk -F ':.*## ' '/^[a-z-]+:.*## / { printf "make %-16s %s\n", $$1, $$2 }' $(firstword $(MAKEFILE_LIST))

# --- the two commands -------------------------------------------------------------------------------------------

site: $(runtime) ## build the site into public/
	@$(python) -m sitegen build $(if $(BASE_URL),--base-url "$(BASE_URL)") $(FLAGS)
	@echo
	@echo "Pour lire le site : make serve, puis http://localhost:$(PORT)/"

test: $(tests) ## run the quick tests, in as many processes as there are cores
	@$(python) -m pytest --numprocesses auto --dist worksteal $(ARGS)

# --- while working ----------------------------------------------------------------------------------------------

serve: $(runtime) ## build, show on http://localhost:8000/ and rebuild on every change
	@$(python) -m sitegen serve --port $(PORT) $(FLAGS)

check: $(tests) ## lint, formatting, types, direction of imports
	@failed=0; \
	.venv/bin/ruff check . || failed=1; \
	.venv/bin/ruff format --check . || failed=1; \
	.venv/bin/mypy || failed=1; \
	.venv/bin/lint-imports || failed=1; \
	exit $$failed

format: $(tests) ## format the code and mend what the linter can mend
	@.venv/bin/ruff check --fix .
	@.venv/bin/ruff format .

# A marker that no test carries yet is no failure: pytest then leaves with 5.
marked = $(python) -m pytest -m $(1) $(ARGS) || test $$? -eq 5

test-browser: $(tests) $(browser) ## the tests that drive a real Chromium (Debian: chromium, default-jre-headless)
	@$(call marked,'browser and not slow')

test-lighthouse: $(tests) $(browser) ## Lighthouse on a quiet machine, some minutes
	@$(call marked,'browser and slow')

test-hostile: $(tests) ## the long attacks: kills, faults, huge and broken input
	@$(call marked,hostile)

test-slow: $(tests) ## what is measured over a corpus
	@$(call marked,'slow and not browser')

test-long: $(tests) $(browser) ## the marked tests in one run, Lighthouse aside (what .ci/run does after make test)
	@$(python) -m pytest -m 'hostile or (browser and not slow) or (slow and not browser)' $(ARGS)

bench: $(tests) ## time the stages and whole builds
	@$(python) -m benchmarks $(ARGS)

fuzz: $(tests) ## feed the readers with mutated input for FUZZ_SECONDS
	@$(python) tools/fuzz.py --seconds $(FUZZ_SECONDS) $(ARGS)

# --- what is installed ------------------------------------------------------------------------------------------

install: $(runtime) ## make .venv with what the site needs (make site does it too)

install-tests: $(tests) ## make .venv with the tests' tools as well

$(runtime): requirements.lock $(sources)
	@tools/environment.sh requirements.lock
	@touch $@

# The tests' lock holds all of the runtime's, so whoever has it need not install the other.
$(tests): requirements-dev.lock requirements.lock $(sources)
	@tools/environment.sh requirements-dev.lock
	@touch $(runtime) $@

install-browser: $(browser) ## make .venv and tests/browser/node_modules with the browser tests' checkers as well

# Node comes as a wheel: Debian's is too old for Lighthouse. No package's own scripts are run. Its list is not at the
# top of the tree, where Netlify would install it for every build.
npm := PATH="$$PWD/.venv/bin:$$PATH" .venv/bin/npm --prefix tests/browser
$(browser): tests/browser/package-lock.json requirements-browser.lock | $(tests)
	@echo "installing from requirements-browser.lock and tests/browser/package-lock.json" >&2
	@$(python) -m pip install --quiet --disable-pip-version-check --require-hashes --no-deps --only-binary :all: \
	    -r requirements-browser.lock
	@$(npm) ci --ignore-scripts --no-audit --no-fund --loglevel=error
	@touch $@

# One lock for all systems and Pythons from 3.11 on, with the hash of every file of each release.
# The index is named here so that a mirror's address never gets into a lock.
lock_tool := .venv/bin/uv
compile := $(lock_tool) pip compile --quiet --no-config --default-index https://pypi.org/simple --universal \
           --python-version 3.11 --fork-strategy fewest --generate-hashes --no-emit-index-url --no-emit-find-links \
           --custom-compile-command 'make lock' $(if $(UPGRADE),--upgrade)

lock: $(runtime) ## write the locks again after a change in pyproject.toml (UPGRADE=1: newest versions)
	@test -x $(lock_tool) || $(python) -m pip install --quiet --disable-pip-version-check uv
	@$(compile) pyproject.toml -o requirements.lock
	@$(compile) --group build -c requirements.lock -o requirements-build.lock
	@$(compile) --group browser -o requirements-browser.lock
	@$(compile) pyproject.toml --group dev -c requirements.lock -c requirements-build.lock -o requirements-dev.lock
	@! test -e $(browser) || $(npm) install --package-lock-only --ignore-scripts

# The auditor lives apart: its own dependencies must not move ours.
audit_tool := .sitegen/audit/bin/pip-audit
$(audit_tool): | $(runtime)
	@$(python) -m venv --clear .sitegen/audit
	@.sitegen/audit/bin/python -m pip install --quiet --disable-pip-version-check pip-audit \
	    || { echo "pip-audit cannot be had here: make audit needs the network" >&2; exit 1; }

audit: $(audit_tool) ## look the locked versions up among known vulnerabilities (needs the network)
	@$(audit_tool) --strict --progress-spinner off --disable-pip --require-hashes -r requirements.lock \
	    -r requirements-build.lock 2>.sitegen/audit/said || { tail -n 1 .sitegen/audit/said >&2; \
	    echo "not audited, or not sound: the list of vulnerabilities is asked of pypi.org; all that was said is in" \
	    ".sitegen/audit/said" >&2; exit 1; }

sbom: $(runtime) ## write dist/sbom.cdx.json, the bill of materials of a release
	@$(python) tools/sbom.py requirements.lock dist/sbom.cdx.json

dist: $(runtime) sbom ## build the wheel and the source archive into dist/
	@$(python) -m hatchling build -d dist

clean: ## remove what a build makes
	rm -rf public .sitegen dist build

distclean: clean ## remove the environment and all caches as well
	rm -rf .venv tests/browser/node_modules .mypy_cache .ruff_cache .pytest_cache .hypothesis .import_linter_cache
	find . -name __pycache__ -type d -prune -exec rm -rf {} +
