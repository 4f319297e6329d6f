"""The commands and the deployment do what README and docs/ say of them."""

import json
import os
import re
import socket
import string
import subprocess
import sys
from pathlib import Path

import pytest
from django.core.management import get_commands

from scripts import run
from scripts import test as suite
from scripts.console import ROOT, Job, Stop
from scripts.stamps import fingerprint

EXAMPLE = (ROOT / "deploy" / "environment.example").read_text()
REQUIRED = dict(re.findall(r"^([A-Z0-9_]+)=(.*)$", EXAMPLE, re.MULTILINE))
FOR_THE_STORAGE = {"AWS_ACCESS_KEY_ID", "AWS_SECRET_ACCESS_KEY"}  # boto3 reads them itself

# Loads the production settings once for each name left out, and tells what each said.
REFUSALS = """
import importlib, json, os, sys
from django.core.exceptions import ImproperlyConfigured
said = {}
for name in json.loads(sys.argv[1]):
    value = os.environ.pop(name)
    for module in ("production", "base"):
        sys.modules.pop(f"config.settings.{module}", None)
    try:
        importlib.import_module("config.settings.production")
    except ImproperlyConfigured as refusal:
        said[name] = str(refusal)
    os.environ[name] = value
print(json.dumps(said))
"""


def production() -> dict[str, str]:
    """A complete environment: deploy/environment.example, filled in as it asks."""
    filled = {
        name: value.strip('"').replace("PASSWORD", "kept-to-ourselves") or string.printable[:60]
        for name, value in REQUIRED.items()
    }
    filled |= {
        "PAYMENT_PROVIDER": "bank",
        "PAYMENT_PROVIDERS": "bank=marketplace.payments.sandbox.provider.Sandbox",
    }
    others = {"PATH", "HOME", "LANG"} & set(os.environ)
    settings = {"DJANGO_SETTINGS_MODULE": "config.settings.production"}
    return {name: os.environ[name] for name in others} | filled | settings


def python(*arguments: str) -> subprocess.CompletedProcess[str]:
    """Run Python in the production environment."""
    return subprocess.run(
        [sys.executable, *arguments], cwd=ROOT, env=production(), capture_output=True, text=True
    )


def test_check_deploy_is_silent():
    result = python("manage.py", "check", "--deploy", "--fail-level", "WARNING")
    assert (result.returncode, result.stderr) == (0, "")


def test_production_refuses_to_start_with_anything_missing_and_says_what():
    names = sorted(set(REQUIRED) - FOR_THE_STORAGE)
    result = python("-c", REFUSALS, json.dumps(names))
    refusals = json.loads(result.stdout)
    assert {name for name in names if name not in refusals.get(name, "")} == set()


def test_the_example_names_every_setting():
    sources = (ROOT / "config" / "settings").glob("*.py")
    read = re.compile(r"\benv(?:\.\w+)?\(\s*\"([A-Z0-9_]+)\"")
    asked = {name for path in sources for name in read.findall(path.read_text())}
    of_one_process = {"VAR_DIR", "TERRIL_PAGE_CACHE"}
    assert {name for name in asked - of_one_process if f"{name}=" not in EXAMPLE} == set()


@pytest.mark.parametrize("page", ["deploy", "docs", ".ci"])
def test_every_command_that_is_named_exists(page):
    # Bytes that are no text (screenshots beside the words) name no command.
    files = [path for path in (ROOT / page).rglob("*") if path.is_file()]
    texts = [path.read_text(errors="replace") for path in files]
    named = {name for text in texts for name in re.findall(r"manage\.py ([a-z_]+)", text)}
    assert named - set(get_commands()) == set()


def test_make_help_lists_every_command():
    makefile = (ROOT / "Makefile").read_text()
    targets = set(re.search(r"^\.PHONY: (.*)$", makefile, re.MULTILINE)[1].split())
    listed = subprocess.run(["make", "help"], cwd=ROOT, capture_output=True, text=True).stdout
    assert set(re.findall(r"^  make ([a-z-]+)", listed, re.MULTILINE)) == targets


def find_python(folder: Path, version: str) -> subprocess.CompletedProcess[str]:
    """Look for a Python where the only one is of this version."""
    fake = folder / "python3"
    fake.write_text(f"#!/bin/sh\necho {version} {fake}\n")
    fake.chmod(0o755)
    return subprocess.run(
        ["/bin/sh", ROOT / "scripts" / "find-python"],
        cwd=folder,
        env={"PATH": str(folder)},
        capture_output=True,
        text=True,
    )


@pytest.mark.parametrize("version", ["3.11.0", "3.13.9", "3.20.1"])
def test_a_python_that_is_new_enough_is_taken(tmp_path, version):
    assert find_python(tmp_path, version).stdout == f"{tmp_path / 'python3'}\n"


@pytest.mark.parametrize("version", ["2.7.18", "3.1.5", "3.9.2", "3.10.14"])
def test_a_python_that_is_too_old_is_refused_in_one_sentence(tmp_path, version):
    result = find_python(tmp_path, version)
    assert result.returncode == 1
    assert result.stderr.startswith(
        f"Terril needs Python 3.11 or newer and this machine has {version}"
    )
    assert result.stderr.count("\n") == 1


def test_a_taken_port_is_refused_in_one_sentence():
    with socket.create_server((run.HOST, 0)) as taken:
        port = taken.getsockname()[1]
        with pytest.raises(Stop, match=f"Port {port} is taken by another program.*PORT={port + 1}"):
            run.free_port(str(port))


@pytest.mark.parametrize("wanted", ["", "0", "65536", "http", "-1"])
def test_a_port_that_is_none_is_refused_in_one_sentence(wanted):
    with pytest.raises(Stop, match="PORT must be a number from 1 to 65535"):
        run.free_port(wanted)


@pytest.mark.parametrize(
    ("known", "address"),
    [
        ({"PORT": "8123"}, "http://127.0.0.1:8123"),
        ({}, "http://127.0.0.1:8000"),
        (
            {"PORT": "8123", "BASE_URL": "https://demo.terril.example"},
            "https://demo.terril.example",
        ),
    ],
)
def test_the_demonstration_is_where_it_says_it_is(tmp_path, monkeypatch, known, address):
    monkeypatch.setattr(run, "VAR", tmp_path)
    monkeypatch.setattr(run.os, "environ", known)
    monkeypatch.setattr(sys, "argv", ["run"])
    monkeypatch.setattr(run, "free_port", int)
    monkeypatch.setattr(run, "prepare", lambda: None)
    monkeypatch.setattr(run, "Job", lambda *_, **__: None)  # no timer that would outlive the test
    monkeypatch.setattr(run, "serve", lambda *_: None)
    run.main()
    assert known["BASE_URL"] == address


def test_data_in_use_is_not_thrown_away(tmp_path, monkeypatch):
    monkeypatch.setattr(run, "VAR", tmp_path)

    def use(**options):
        with run.use_data(**options):
            pass

    with run.use_data():
        use()  # a second server
        with pytest.raises(Stop, match="in use: stop the server first"):
            use(alone=True)
    with run.use_data(alone=True), pytest.raises(Stop, match="wait until that is done"):
        use()
    use(alone=True)


def test_a_server_that_outlives_its_launcher_still_uses_the_data(tmp_path, monkeypatch):
    monkeypatch.setattr(run, "VAR", tmp_path)
    monkeypatch.setattr("scripts.console.VAR", tmp_path)
    kept = tmp_path / "db.sqlite3"
    kept.touch()
    monkeypatch.setattr(run, "DATABASE", kept)
    monkeypatch.setattr(sys, "argv", ["run", "--reset"])
    monkeypatch.setenv("DJANGO_SETTINGS_MODULE", os.environ["DJANGO_SETTINGS_MODULE"])
    with run.use_data() as used:
        server = Job("server", ["sleep", "60"], inherits=[used])
    try:
        with pytest.raises(Stop, match="in use: stop the server first"):
            run.main()
    finally:
        server.end()
    assert kept.exists()


def test_work_is_due_again_only_when_a_source_changes(tmp_path, monkeypatch):
    monkeypatch.setattr("scripts.stamps.ROOT", tmp_path)
    source = tmp_path / "words.po"
    source.write_text("one")
    before = fingerprint(["*.po"])
    source.touch()
    assert fingerprint(["*.po"]) == before
    source.write_text("two")
    assert fingerprint(["*.po"]) != before


def test_a_part_of_the_suite_runs_once_and_starts_nothing(monkeypatch):
    ran = []
    monkeypatch.setattr(suite, "PART", ["-k", "stock"])
    monkeypatch.setattr(suite, "pytest", lambda *run: ran.append(run) or 0)
    monkeypatch.setattr(suite, "start", lambda services: pytest.fail("a server was started"))
    assert suite.main() == 0
    assert ran == [("on SQLite", "", {})]


def test_a_part_that_wants_servers_is_refused_where_there_are_none(monkeypatch):
    monkeypatch.setattr(suite, "PART", ["-k", "stock"])
    monkeypatch.setattr(suite, "ON_SERVERS", True)
    monkeypatch.setattr(suite, "start", lambda services: {})
    with pytest.raises(Stop, match="ON=servers"):
        suite.main()
