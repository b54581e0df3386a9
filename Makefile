# Every command of the house; `make` alone lists them.
PORT ?= 8000
WORKERS ?= 2
TEST_PROCESSES ?= 2
PYTHON ?= python3
export PYTHON
export PYTHONUNBUFFERED := 1

VENV := .venv/bin/python
MANAGE := $(VENV) manage.py
PYTEST := $(VENV) -m pytest -n $(TEST_PROCESSES)
# Development settings, so that checks do not depend on a .env made for a server.
CHECK_ENV := ENV_FILE= DJANGO_SETTINGS_MODULE=site_config.settings.dev
PRODUCTION := DJANGO_SETTINGS_MODULE=site_config.settings.production
LOCAL := HTTPS=false LOG_LEVEL=WARNING ALLOWED_HOSTS=localhost,127.0.0.1 WAGTAILADMIN_BASE_URL=http://127.0.0.1:$(PORT)

.DEFAULT_GOAL := help
.PHONY: help run demo serve setup setup-dev test test-postgresql check lint format lock bench score audit python port

help: ## Show this list
	@grep -hE '^[a-z-]+:.*##' $(MAKEFILE_LIST) | sed -E 's/^([a-z-]+):.*## */\1|/' | \
		while IFS='|' read -r name text; do printf '  make %-16s %s\n' "$$name" "$$text"; done

run: python port setup ## Set everything up and serve the site on 127.0.0.1 (PORT=8000)
	@$(MANAGE) prepare_site
	@echo "Colophon is at http://127.0.0.1:$(PORT)/ and its admin at http://127.0.0.1:$(PORT)/admin/ (stop: Ctrl-C)"
	@$(MANAGE) runserver --skip-checks 127.0.0.1:$(PORT)

demo: setup ## Load the demo into an empty site
	@$(MANAGE) migrate --verbosity 0
	@$(MANAGE) load_demo

serve: export SECRET_KEY ?= $(shell $(PYTHON) scripts/local_secret_key.py)
serve: python port setup build/static/.collected ## Serve with production settings behind granian (PORT=8000, WORKERS=2)
	@$(PRODUCTION) $(LOCAL) $(MANAGE) prepare_site
	@echo "Colophon is at http://127.0.0.1:$(PORT)/ with production settings (stop: Ctrl-C)"
	@$(PRODUCTION) $(LOCAL) .venv/bin/python -m granian --interface wsgi --host 127.0.0.1 --port $(PORT) \
		--workers $(WORKERS) --blocking-threads 4 --log-level warning --respawn-failed-workers site_config.wsgi:application

build/static/.collected: export SECRET_KEY ?= $(shell $(PYTHON) scripts/local_secret_key.py)
build/static/.collected: requirements/base.txt core/static_files.py $(shell find static -type f 2>/dev/null)
	@echo "Collecting and compressing static files"
	@$(PRODUCTION) $(LOCAL) $(MANAGE) collectstatic --no-input --clear --verbosity 0
	@touch $@

setup: python ## Create .venv and install what the site needs
	@scripts/setup.sh base

setup-dev: python ## Create .venv and install what tests and checks need as well
	@scripts/setup.sh dev

test: setup-dev ## Run the tests with branch coverage (DATABASE_URL=... for PostgreSQL)
	@$(PYTEST) --cov --cov-report=term

test-postgresql: setup-dev ## Run the tests that use the database, but the journeys, on a throw-away PostgreSQL
	@scripts/with_postgresql.sh $(PYTEST) -m "database and not journey"

check: setup-dev ## Lint, types, import contracts, templates, settings, missing migrations
	@$(VENV) -m ruff check .
	@$(VENV) -m ruff format --check .
	@$(CHECK_ENV) $(VENV) -m mypy
	@$(CHECK_ENV) .venv/bin/python .venv/bin/lint-imports --cache-dir .cache/import-linter
	@$(VENV) -m djlint templates --lint --quiet
	@$(CHECK_ENV) $(MANAGE) check --fail-level WARNING
	@$(CHECK_ENV) $(MANAGE) makemigrations --check --dry-run
	@ENV_FILE= $(PRODUCTION) SECRET_KEY=$$($(VENV) -c 'import secrets; print(secrets.token_hex(32))') \
		ALLOWED_HOSTS=www.example.org $(MANAGE) check --deploy --fail-level WARNING

lint: setup-dev ## Find and mend what ruff can mend
	@$(VENV) -m ruff check --fix .

format: setup-dev ## Bring Python files into the house's layout
	@$(VENV) -m ruff format .
	@$(VENV) -m ruff check --select I --fix .

lock: ## Pin the newest allowed packages with hashes (needs uv)
	cd requirements && for name in base elasticsearch opensearch dev; do UV_NO_CONFIG=1 uv pip compile --universal --generate-hashes --upgrade \
		--python-version 3.11 --no-emit-index-url --custom-compile-command 'make lock' --quiet $$name.in -o $$name.txt; done

bench: setup ## Print what pages and searches cost at 1,000 to 20,000 posts
	@$(VENV) -m scripts.bench.run
	@$(VENV) -m scripts.bench.search

score: export SECRET_KEY ?= $(shell $(PYTHON) scripts/local_secret_key.py)
score: setup-dev build/static/.collected ## Score the search against a test collection (COLLECTION=folder DATABASE=sqlite)
	@$(VENV) -m scripts.search.score $(COLLECTION) --database $(or $(DATABASE),sqlite)

audit: export SECRET_KEY ?= $(shell $(PYTHON) scripts/local_secret_key.py)
audit: setup-dev build/static/.collected ## Hold a site against every limit (BLOGS="dir ..." or URL=http://127.0.0.1:8000, RUNS=3)
	@$(VENV) -m scripts.audit.run $(URL) $(PATHS) $(if $(BLOGS),--blogs $(BLOGS)) $(if $(ONLY),--only $(ONLY)) $(if $(RUNS),--runs $(RUNS))

python:
	@scripts/setup.sh python

port: python
	@$(PYTHON) scripts/port_is_free.py $(PORT)
