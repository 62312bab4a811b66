# Makes the virtual environment and hands over: every command below is `python -m site_builder <command>`.
#
#   make BASE_PYTHON=python3.13 site     choose the Python that .venv is made with
#   make bench SIZES=real,17             measure these contents only
#   make bench GROWTH=1                  and build 5000 interventions too
#   make serve PORT=8001                 serve on another port
#   make site COMPRESS=1                 every text also as .br and .gz, for servers that send what lies ready
#   make release VERSION=1.2.0           site, content and data in one archive, with checksums and a list of parts
#   make check SINCE=origin/main         hold locked reports against git's history too
#   make archive FOLDER=../2026-11-29    write the folder for the archive there
#   make lock UPGRADE=1                  take the newest versions that pyproject.toml allows

VENV := .venv
PYTHON := $(VENV)/bin/python
BASE_PYTHON ?=
UPGRADE ?=
PORT ?=
COMPRESS ?=
VERSION ?=
SINCE ?=
SIZES ?=
GROWTH ?=
FOLDER ?= archive
DAY ?=
ARCHIVED ?=

# pip takes nothing that is not in the lock, and nothing whose hash is another.
INSTALL := $(PYTHON) -m pip install -qq --disable-pip-version-check --no-input --require-hashes --only-binary :all:

# The stamps are copies of the locks they stand for: a newer time stamp with the same text installs nothing.
RUNTIME := $(VENV)/requirements.lock
RELEASE := $(VENV)/requirements-release.lock
DEV := $(VENV)/requirements-dev.lock
PUBLISH := $(VENV)/requirements-publish.lock

# A .venv whose Python has gone (an upgrade, a moved pyenv), or that has no pip, is made anew.
BROKEN := $(shell $(PYTHON) -c 'import pip' 2>/dev/null || echo broken)

.DEFAULT_GOAL := help
.PHONY: help site release advisories archive public pdf tools check serve edit schema test lint mutate bench bench-search audit sizes bless lock clean broken

help: ## this list
	@awk -F ':.*## ' '/^[a-z-]+:.*## / {printf "  make %-12s %s\n", $$1, $$2}' $(firstword $(MAKEFILE_LIST))

site: $(RUNTIME) $(if $(COMPRESS),$(RELEASE)) ## build the site into site/
	@$(PYTHON) -m site_builder site$(if $(COMPRESS), --compress)

release: $(RELEASE) ## the site with its content, checksums and list of parts, into release/ (VERSION=1.2.0)
	@$(PYTHON) -m site_builder release $(if $(VERSION),"$(VERSION)")

archive: $(PUBLISH) ## the whole site with content, data and checksums, for a municipal archive (FOLDER=archive)
	@$(PYTHON) -m site_builder archive $(FOLDER)

public: $(RUNTIME) ## note that the site in site/ has become public (DAY=2026-11-29 VERSION=1.2.0 ARCHIVED="…")
	@$(PYTHON) -m site_builder public $(if $(DAY),--day $(DAY)) $(if $(VERSION),--release "$(VERSION)") \
		$(if $(ARCHIVED),--archived "$(ARCHIVED)")

pdf: $(PUBLISH) ## each plan and each organization's duties as accessible PDF files, into pdf/ (on Debian: apt install libpangoft2-1.0-0)
	@$(PYTHON) -m site_builder pdf pdf

tools: $(RUNTIME) ## make .venv and install what the lock says

check: $(RUNTIME) ## check the content, build nothing
	@$(PYTHON) -m site_builder check$(if $(SINCE), --since $(SINCE))

serve: $(RUNTIME) ## the site on this machine, rebuilt at every save
	@$(PYTHON) -m site_builder serve $(if $(PORT),--port $(PORT))

edit: $(RUNTIME) ## the content in forms, in the browser, on this machine alone
	@$(PYTHON) -m site_builder edit $(if $(PORT),--port $(PORT))

schema: $(RUNTIME) ## help while typing: schemas with what exists now, for Visual Studio Code and its relatives
	@$(PYTHON) -m site_builder schema

test: $(DEV) ## all tests; those of the pages need Chromium
	@$(PYTHON) -m site_builder test

lint: $(DEV) ## ruff, mypy, and Biome and TypeScript where there is Node
	@$(PYTHON) -m site_builder lint

mutate: $(DEV) ## put faults in and see that tests notice (PATHS=site_builder/checks SAMPLE=60 SEED=1)
	@$(PYTHON) -m site_builder mutate $(PATHS) $(if $(SAMPLE),--sample $(SAMPLE)) $(if $(SEED),--seed $(SEED))

bench: $(DEV) ## time, memory and waiting, beside stock MkDocs, into docs/dev/benchmarks.md
	@$(PYTHON) -m site_builder bench$(if $(SIZES), --sizes $(SIZES))$(if $(GROWTH), --growth)

bench-search: $(DEV) ## how good the search is, and what it costs a visitor
	@$(PYTHON) -m site_builder site
	@$(PYTHON) -m site_builder bench-search

audit: $(DEV) ## try every page in a browser, write content/accessibility.yaml (VNU_JAR=... for the HTML too)
	@$(PYTHON) -m site_builder audit

sizes: $(DEV) ## measure every page on a desktop, a phone and paper, against the limits in tests/audit/sizes.py
	@$(PYTHON) -m site_builder sizes

bless: $(DEV) ## accept the present output as the expected one
	@$(PYTHON) -m site_builder bless

# Asks the package index for known faults in what is locked, and takes no silence for an answer (--strict).
PIP_AUDIT_VERSION := 2.10.1
advisories: $(RUNTIME) ## known faults in what is locked; asks the network, so it is no part of the tests
	@$(PYTHON) -m venv $(VENV)/audit
	@$(VENV)/audit/bin/python -m pip install -qq --disable-pip-version-check --no-input pip-audit==$(PIP_AUDIT_VERSION)
	@$(VENV)/audit/bin/python -m pip_audit --strict --disable-pip --require-hashes \
		-r requirements-dev.lock --progress-spinner off

clean: ## remove what was built (.venv stays)
	rm -rf site .site-* release $(VENV)/cache tests/web/node_modules mutants build *.egg-info .pytest_cache .mypy_cache .ruff_cache .hypothesis
	find . -name __pycache__ -type d -not -path './$(VENV)/*' -prune -exec rm -rf {} +

# The development lock is resolved first and binds the others, so they never disagree.
UV_VERSION := 0.13.8
LOCK := UV_NO_CONFIG=1 $(VENV)/lock/bin/python -m uv pip compile pyproject.toml --quiet --universal \
	--python-version 3.11 --generate-hashes --no-emit-index-url --custom-compile-command 'make lock' \
	$(if $(UPGRADE),--upgrade)

lock: $(RUNTIME) ## resolve pyproject.toml into the lock files
	@$(PYTHON) -m venv $(VENV)/lock
	@$(VENV)/lock/bin/python -m pip install -qq --disable-pip-version-check --no-input uv==$(UV_VERSION)
	@$(LOCK) --group dev --output-file requirements-dev.lock
	@$(LOCK) --constraint requirements-dev.lock --group release --output-file requirements-release.lock
	@$(LOCK) --constraint requirements-dev.lock --output-file requirements.lock
	@$(LOCK) --constraint requirements-dev.lock --group publish --output-file requirements-publish.lock
	@echo "Locked. 'make test' installs it."

$(RUNTIME): requirements.lock $(if $(BROKEN),broken)
	@if ! $(PYTHON) -c 'import pip' 2>/dev/null; then \
		$(FIND_PYTHON); \
		echo "Making $(VENV) with $$("$$python" --version) ..."; \
		"$$python" -m venv --clear $(VENV); \
	fi
	@cmp -s $< $@ || { $(INSTALL) -r $< && cp $< $@; }
	@touch $@

$(RELEASE): requirements-release.lock $(RUNTIME)
	@cmp -s $< $@ || { echo "Adding the tools for a release ..."; $(INSTALL) -r $< && cp $< $@; }
	@touch $@

$(DEV): requirements-dev.lock $(RUNTIME)
	@cmp -s $< $@ || { echo "Adding the tools for tests and lint ..."; $(INSTALL) -r $< && cp $< $@; }
	@touch $@

$(PUBLISH): requirements-publish.lock $(RUNTIME)
	@cmp -s $< $@ || { echo "Adding what archive and PDF are made with ..."; $(INSTALL) -r $< && cp $< $@; }
	@touch $@

# Sets $python to the first Python that is new enough and can make virtual environments.
define FIND_PYTHON
python=; old=; \
for name in $(if $(BASE_PYTHON),"$(BASE_PYTHON)",python3 python3.14 python3.13 python3.12 python3.11); do \
	"$$name" -c 'import sys; sys.exit(sys.version_info < (3, 11))' 2>/dev/null \
		|| { old="$${old:-$$("$$name" --version 2>/dev/null)}"; continue; }; \
	"$$name" -c 'import ensurepip, venv' 2>/dev/null \
		|| { echo "$$name has no venv. On Debian: apt install python3-venv" >&2; continue; }; \
	python="$$name"; break; \
done; \
if [ -z "$$python" ]; then \
	echo "Python 3.11 or newer is needed (found: $${old:-none}). Name one: make BASE_PYTHON=/path/to/python3 ..." >&2; \
	exit 1; \
fi
endef
