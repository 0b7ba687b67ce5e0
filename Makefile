# Everything runs in .venv, made from the locks; nothing but git, make and Python 3.11 or newer is needed.
PYTHON ?= $(firstword $(foreach python,python3.13 python3.12 python3.11 python3 python3.14 python,$(if $(shell $(python) -c 'import sys, venv, ensurepip; sys.exit(sys.version_info < (3, 11))' 2>/dev/null && echo yes),$(python))))
BIN := .venv/bin
PIP := $(BIN)/python -m pip --disable-pip-version-check
# Tests wait more than they compute: four at a time for each core that may be used.
JOBS ?= $(shell echo $$((4 * $$(nproc 2>/dev/null || getconf _NPROCESSORS_ONLN 2>/dev/null || echo 2))))
# pip would compile every file of every package, which is most of what it does; Python compiles and keeps what is imported.
unexport PYTHONDONTWRITEBYTECODE

.PHONY: sandbox run test coverage screenshots soak foreign check lint types format components snapshot lock clean

sandbox: .venv/run.stamp  ## the bot, running, in a local Discord: no account needed
	@$(BIN)/yokoku sandbox $(ARGS)

run: .venv/run.stamp  ## the bot on Discord itself; needs DISCORD_TOKEN
	@$(BIN)/yokoku run

test: .venv/dev.stamp  ## every test
	$(BIN)/python -m pytest -n $(JOBS) --dist worksteal $(ARGS)

coverage: .venv/dev.stamp  ## every test, and which lines they ran
	$(BIN)/python -m slipcover --json --out .coverage.json -m pytest -n $(JOBS) --dist worksteal $(ARGS)
	@# With a floor, the run itself would report without the lines of the tests' processes: it is held against afterwards.
	$(BIN)/python -m slipcover --merge .coverage.json --out .coverage.json --fail-under 85

screenshots: .venv/dev.stamp  ## the README's pictures, taken anew into docs/; needs Chromium
	YOKOKU_PICTURES=$(CURDIR)/docs $(BIN)/python -m pytest tests/page/test_screenshots.py $(ARGS)

soak: .venv/dev.stamp  ## an hour of killing the bot in all weathers; ARGS="--minutes 5 --seed 7"
	$(BIN)/python -m tests.crash.soak $(ARGS)

foreign: .venv/dev.stamp  ## bots on other libraries in the sandbox, and what each can do; ARGS="hikari discord.js"
	@$(BIN)/python -m tests.foreign $(ARGS)

check: lint  ## what CI runs: lint, format, types, tests and their coverage
	@# Tests wait now and then; types are checked meanwhile.
	$(MAKE) --jobs=2 --output-sync=line types coverage

lint: .venv/dev.stamp  ## the rules and the layout of the code
	$(BIN)/ruff check .
	$(BIN)/ruff format --check .

types: .venv/dev.stamp  ## strictly, the tests too
	$(BIN)/mypy

format: .venv/dev.stamp
	$(BIN)/ruff check --fix .
	$(BIN)/ruff format .

components:  ## build the chat page's components anew, from sandbox/vendor (this alone needs Node)
	cd sandbox/vendor && npm ci --ignore-scripts --no-audit --no-fund --silent && node build.mjs

snapshot: .venv/run.stamp  ## the catalogue of a first start, of FILE=data.json from npm's bangumi-data, published on DATE=2026-05-15
	$(call install,requirements-readings.lock)
	@$(BIN)/python -m bot.catalogue.romanise $(FILE)
	@$(BIN)/python -m bot.catalogue.sources.bangumi.snapshot $(FILE) $(DATE)

lock: .venv/dev.stamp  ## pin the newest versions that fit pyproject.toml, by hash and without addresses
	$(PIP) install --quiet uv
	$(BIN)/uv pip compile $(COMPILE) --upgrade --group build --group dev pyproject.toml -o requirements-dev.lock
	@# What runs is what was tested: the same versions, less the tests' own packages.
	$(BIN)/uv pip compile $(COMPILE) --upgrade --constraint requirements-dev.lock --group build pyproject.toml -o requirements.lock
	$(BIN)/uv pip compile $(COMPILE) --upgrade --group pyproject.toml:readings -o requirements-readings.lock
COMPILE := --quiet --universal --python-version 3.11 --generate-hashes --no-emit-index-url --no-header

clean:
	rm -rf .venv .foreign .coverage.json .mypy_cache .pytest_cache .ruff_cache .hypothesis build *.egg-info

.venv/bin/python:
	@test -n "$(PYTHON)" || { echo "Yokoku needs Python 3.11 or newer, with venv."; exit 1; }
	@echo "Making .venv with $(PYTHON) …"
	@$(PYTHON) -m venv .venv

# pip itself says nothing, or names the places that it asks: a dot stands for each package. A pipe's status is its last part's,
# so that pip's own goes through a file.
DOTS := $(BIN)/python -c 'import sys; [print(".", end="", flush=True) for line in sys.stdin if line.startswith(("Collecting", "Requirement already"))]; print()'
define install
@printf "Installing %s packages from $(1), usually within a minute " "$$(grep -c '^[^ ].*==' $(1))"
@rm -f .venv/failed; { $(PIP) install $(2) --require-hashes -r $(1) || touch .venv/failed; } | $(DOTS); test ! -e .venv/failed
endef

# The runtime's packages are a part of the developer's: whoever has the latter is not sent back.
.venv/run.stamp: requirements.lock pyproject.toml | .venv/bin/python
	$(call install,requirements.lock,--no-compile)
	@$(PIP) install --quiet --no-deps --no-build-isolation --editable .
	@touch $@

.venv/dev.stamp: requirements-dev.lock .venv/run.stamp
	$(call install,requirements-dev.lock)
	@# All is compiled, and read through by hypothesis, once: each of the tests' processes would do it by itself.
	@$(BIN)/python -m pytest -qq -k test_any_text_is_read >/dev/null 2>&1 || true
	@touch $@
