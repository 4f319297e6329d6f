# Every command that a person or CI runs. Each works on a machine with Python 3.11 and make alone:
# it makes .venv with the locked requirements first, and that only once.

.DEFAULT_GOAL := help
.PHONY: help run dev reset test engines lint bench drills shots messages lock clean

PORT ?= 8000
export PORT PYTHON ON FROM

python = @python=$$(sh scripts/find-python) && exec "$$python" -m
tools = @python=$$(sh scripts/find-python) && "$$python" -m scripts.environment dev && exec .venv/bin/python -m

help:  ## list the commands
	@awk -F ':.*## ' '/^[a-z-]+:.*## / { printf "  make %-9s %s\n", $$1, $$2 }' Makefile

run:  ## the whole platform with its demonstration, at http://127.0.0.1:8000/ (PORT=8001 for another)
	$(python) scripts.run

dev:  ## the same for developers: debug pages, reload on every change
	$(python) scripts.run --dev

reset:  ## throw the demonstration's database and pictures away and make them anew
	$(python) scripts.run --reset

test:  ## the whole suite, on SQLite and on what else is found; ARGS="-k stock" for a part, once (ON=servers)
	$(tools) scripts.test $(ARGS)

engines:  ## the four main jobs in Chromium, Firefox and WebKit (ARGS="Firefox shopper" for one)
	$(tools) scripts.engines $(ARGS)

lint:  ## style, types, directions, templates, migrations, translations
	$(tools) scripts.lint

bench:  ## requests per second beside a bare Django view (ARGS="--seed 20000")
	$(tools) scripts.bench $(ARGS)

drills:  ## kill and hang each part of a deployment, reload, upgrade (FROM=commit): what users see, what is lost
	$(tools) scripts.drills

shots:  ## screenshots of the main pages, French and English, phone and desk, in var/shots/
	$(tools) scripts.shots $(ARGS)

messages:  ## collect the words to translate into locale/, and compile them (needs gettext)
	$(tools) scripts.messages

lock:  ## lock the requirements anew from pyproject.toml, with hashes (ARGS=--upgrade)
	$(tools) scripts.lock $(ARGS)

clean:  ## remove .venv and var/, with the database in it
	rm -rf .venv var staticfiles
