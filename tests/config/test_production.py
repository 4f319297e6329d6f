"""Production starts with everything it needs, or not at all."""

import os
import subprocess
import sys

import pytest

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
    "DEFAULT_FROM_EMAIL": "bonjour@terril.example",
    "EMAIL_URL": "smtp+tls://user:secret@mail.terril.example:587",
}


def check(**environment: str) -> subprocess.CompletedProcess[str]:
    kept = {name: os.environ[name] for name in ("PATH", "HOME") if name in os.environ}
    return subprocess.run(
        [sys.executable, "manage.py", "check", "--deploy", "--fail-level", "WARNING"],
        env={
            **kept,
            "DJANGO_SETTINGS_MODULE": "config.settings.production",
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


@pytest.mark.parametrize(
    ("name", "value"),
    [
        ("SECRET_KEY", "short"),
        ("ALLOWED_HOSTS", "*"),
        ("BASE_URL", "http://terril.example"),
        ("DATABASE_URL", "sqlite:////tmp/db.sqlite3"),
    ],
)
def test_it_refuses_what_would_not_be_safe(name, value):
    result = check(**{**COMPLETE, name: value})
    assert result.returncode != 0
    assert f"{name} must" in result.stderr
