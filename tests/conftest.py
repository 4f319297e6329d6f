"""What every test gets: a copy of one migrated database, a strict world, and reasons to skip."""

import os
import shutil
import socket
from collections.abc import Iterator
from typing import Any

import pytest
from django.conf import settings
from django.core.cache import cache
from django.db import connection
from django.test import TransactionTestCase
from django.utils import translation
from pytest_django import DjangoDbBlocker

from ground.letters.sending import OUTBOX
from tests import strictness
from tests.services import chromium
from tests.services.database import PostgresCopy, SqliteCopy

NEEDS = {
    "postgres": (
        lambda: connection.vendor == "postgresql",
        "PostgreSQL as DATABASE_URL",
    ),
    "redis": (lambda: "REDIS_URL" in os.environ, "Redis as REDIS_URL"),
    "nginx": (lambda: shutil.which("nginx", path="/usr/sbin:/usr/bin") is not None, "nginx"),
    "browser": (lambda: chromium.find() is not None, "Chromium"),
}


def pytest_configure(config: pytest.Config) -> None:
    for name, (_, what) in NEEDS.items():
        config.addinivalue_line("markers", f"{name}: needs {what}")


def pytest_runtest_setup(item: pytest.Item) -> None:
    """Skip what needs a component that is missing; with REQUIRE_ALL=1 fail instead."""
    for name, (found, what) in NEEDS.items():
        if item.get_closest_marker(name) and not found():
            refuse = pytest.fail if os.environ.get("REQUIRE_ALL") == "1" else pytest.skip
            refuse(f"needs {what}: `make test` starts it where it is installed")


@pytest.fixture(scope="session")
def django_db_setup(
    django_test_environment: None, django_db_blocker: DjangoDbBlocker, worker_id: str
) -> Iterator[None]:
    """In place of pytest-django's: a copy of the migrated database rather than a migration."""
    with django_db_blocker.unblock():
        copy = _copy(worker_id)
        connection.settings_dict["NAME"] = copy.name
        with pytest.MonkeyPatch.context() as patch:
            patch.setenv("DATABASE_URL", copy.url)  # for processes that a test starts
            patch.setattr(TransactionTestCase, "_fixture_teardown", lambda self: _undo(copy))
            yield
        connection.close()
        copy.remove()


def _copy(worker: str) -> SqliteCopy | PostgresCopy:
    if connection.vendor == "postgresql":
        return PostgresCopy(os.environ["DATABASE_URL"], f"test_{worker}")
    return SqliteCopy()


def _undo(copy: SqliteCopy | PostgresCopy) -> None:
    connection.close()
    copy.restore()


@pytest.fixture(scope="session", autouse=True)
def strict(django_test_environment: None) -> Iterator[None]:
    """See `tests/strictness.py`."""
    strictness.refuse_unknown_variables()
    strictness.shuffle()
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(socket.socket, "connect", strictness.loopback_only(socket.socket.connect))
        # Django's test runner has set one of its own: here too, all mail goes to the outbox.
        patch.setattr(settings, "EMAIL_BACKEND", OUTBOX)
        yield


@pytest.fixture(autouse=True)
def language_of_the_site(settings: Any) -> Iterator[None]:
    """A request leaves its language behind in the thread; the next test does not get it."""
    with translation.override(settings.LANGUAGE_CODE):
        yield


@pytest.fixture(autouse=True)
def empty_cache() -> Iterator[None]:
    """No test sees what another one cached."""
    yield
    cache.clear()
