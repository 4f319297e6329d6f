"""Production starts with everything it needs, or not at all."""

import json
import os
import subprocess
import sys

import pytest

from scripts.console import ROOT

COMPLETE = {
    "SECRET_KEY": "k" * 20 + "9-random-Looking_characters.of.some" + "z" * 20,
    "ALLOWED_HOSTS": "terril.example",
    "BASE_URL": "https://terril.example",
    "DATABASE_URL": "postgres://terril:secret@127.0.0.1:5432/terril",
    "REDIS_URL": "redis://127.0.0.1:6379/0",
    "S3_ENDPOINT_URL": "https://objects.terril.example",
    "S3_PUBLIC_BUCKET": "terril-public",
    "S3_PRIVATE_BUCKET": "terril-private",
    "S3_PUBLIC_DOMAIN": "media.terril.example",
    "ALERT_EMAIL": "night-shift@terril.example",
    "DEFAULT_FROM_EMAIL": "bonjour@terril.example",
    "EMAIL_URL": "smtp+tls://user:secret@mail.terril.example:587",
    "PAYMENT_PROVIDER": "bank",
}
A_BANK = {"PAYMENT_PROVIDERS": "bank=marketplace.payments.sandbox.provider.Sandbox"}
REHEARSAL = {
    "REHEARSAL": "on",
    "PAYMENT_PROVIDER": "sandbox",
    "SANDBOX_WEBHOOK_SECRET": "lamp-room-key-of-pit-nine-bis",
}


def check(**environment: str) -> subprocess.CompletedProcess[str]:
    kept = {name: os.environ[name] for name in ("PATH", "HOME") if name in os.environ}
    return subprocess.run(
        [sys.executable, "manage.py", "check", "--deploy", "--fail-level", "WARNING"],
        env={
            **kept,
            "DJANGO_SETTINGS_MODULE": "config.settings.production",
            **A_BANK,
            **environment,
        },
        capture_output=True,
        text=True,
        check=False,
    )


def test_a_complete_environment_passes_the_deployment_check_in_silence():
    result = check(**COMPLETE)
    assert (result.returncode, result.stderr) == (0, "")


@pytest.mark.parametrize("missing", sorted(COMPLETE))
def test_it_refuses_to_start_without(missing):
    result = check(**{name: value for name, value in COMPLETE.items() if name != missing})
    assert result.returncode != 0
    assert missing in result.stderr
    assert "Traceback" not in result.stderr


@pytest.mark.parametrize(
    ("name", "value"),
    [
        ("SECRET_KEY", "short"),
        ("ALLOWED_HOSTS", "*"),
        ("BASE_URL", "http://terril.example"),
        ("SECRET_KEY", "abc" * 20),
        ("DATABASE_URL", "sqlite:////tmp/db.sqlite3"),
        ("DATABASE_URL", "postgres://terril:PASSWORD@127.0.0.1:5432/terril"),
        ("EMAIL_URL", "smtp+tls://user:PASSWORD@mail.terril.example:587"),
        ("PAYMENT_PROVIDER", "sandbox"),
        ("PAYMENT_PROVIDER", "none-of-them"),
        ("METRICS_TOKEN", "short"),
    ],
)
def test_it_refuses_what_would_not_be_safe(name, value):
    result = check(**{**COMPLETE, name: value})
    assert result.returncode != 0
    assert f"{name} must" in result.stderr


def test_a_rehearsal_may_play():
    result = check(**COMPLETE | REHEARSAL)
    assert (result.returncode, result.stderr) == (0, "")


@pytest.mark.parametrize("secret", ["sandbox-has-no-money", "short", ""])
def test_a_rehearsal_has_a_secret_of_its_own(secret):
    result = check(**COMPLETE | REHEARSAL | {"SANDBOX_WEBHOOK_SECRET": secret})
    assert result.returncode != 0
    assert "SANDBOX_WEBHOOK_SECRET must" in result.stderr


def test_figures_of_several_processes_need_a_folder():
    assert "PROMETHEUS_MULTIPROC_DIR must" in check(**COMPLETE, METRICS="on").stderr


def test_the_example_has_a_line_for_each_setting_that_is_required():
    lines = (ROOT / "deploy" / "environment.example").read_text().splitlines()
    named = {line.partition("=")[0] for line in lines if line and not line.startswith("#")}
    assert named >= COMPLETE.keys()


def test_the_example_as_it_stands_is_refused():
    lines = (ROOT / "deploy" / "environment.example").read_text().splitlines()
    pairs = (line.partition("=") for line in lines if line and not line.startswith("#"))
    result = check(**{name: value for name, _, value in pairs})
    assert result.returncode != 0


SHOW = """
from django.conf import settings
from django.core.files.storage import storages
import json, django
django.setup()
pooled = settings.DATABASES["default"]
config = storages["default"].client_config
print(json.dumps({
    "options": pooled["OPTIONS"].get("options"),
    "cursors": pooled.get("DISABLE_SERVER_SIDE_CURSORS", False),
    "connect": pooled["OPTIONS"]["connect_timeout"],
    "storage": [config.connect_timeout, config.read_timeout, config.retries["total_max_attempts"]],
    "mail": settings.EMAIL_TIMEOUT,
    "sandbox": "sandbox" in settings.PAYMENT_PROVIDERS,
}))
"""


def shown(**environment: str) -> dict[str, object]:
    names = {**COMPLETE, **A_BANK, **environment}
    result = subprocess.run(
        [sys.executable, "-c", SHOW],
        env={
            "PATH": os.environ["PATH"],
            "DJANGO_SETTINGS_MODULE": "config.settings.production",
            **names,
        },
        capture_output=True,
        text=True,
        check=True,
    )
    found: dict[str, object] = json.loads(result.stdout)
    return found


def test_nobody_waits_for_ever_and_no_query_is_compiled():
    assert shown() == {
        "options": "-c jit=off",
        "cursors": False,
        "connect": 5,
        "storage": [3, 5, 2],
        "mail": 10,
        "sandbox": False,
    }


def test_a_pooler_is_asked_nothing_that_it_refuses():
    pooled = shown(DATABASE_POOLED="on")
    assert (pooled["options"], pooled["cursors"]) == (None, True)
