"""What makes the suite strict, so that people need not be.

A name that a template of ours does not know fails the test; rows asked for in no order come back
in another; only this machine may be called.
"""

import socket
import sys
from collections.abc import Callable
from ipaddress import ip_address
from pathlib import Path
from typing import Any

import pytest
from django.conf import settings
from django.db.backends.signals import connection_created
from django.template import engines
from django.template.base import Node


class UnknownVariable(str):
    """Stands for `string_if_invalid`: fails in our templates, is empty in those of others.

    Django asks it for its truth just before it would print it, and that is where we look who asks.
    """

    def __bool__(self) -> bool:
        frame = sys._getframe(1)
        variable = frame.f_locals.get("self")
        while frame and not isinstance(frame.f_locals.get("self"), Node):
            frame = frame.f_back  # type: ignore[assignment]  # None ends the loop
        node = frame.f_locals["self"] if frame else None
        origin = Path(getattr(getattr(node, "origin", None), "name", None) or "/")
        if origin.is_relative_to(settings.BASE_DIR / "templates"):
            pytest.fail(
                f"{origin.relative_to(settings.BASE_DIR)}, line {node.token.lineno}: "
                f"nothing is called “{variable}” in this template's context."
            )
        return False


def refuse_unknown_variables() -> None:
    """Set it on the engine that the pages use."""
    engine: Any = engines["django"]
    engine.engine.string_if_invalid = UnknownVariable()


def shuffle_unordered_rows(connection: Any, **kwargs: object) -> None:
    """Whoever forgets `order_by` learns it here, not from PostgreSQL in production."""
    if connection.vendor == "sqlite":
        with connection.cursor() as cursor:
            cursor.execute("PRAGMA reverse_unordered_selects = ON")


def shuffle() -> None:
    connection_created.connect(shuffle_unordered_rows)


def loopback_only(connect: Callable[..., Any]) -> Callable[..., Any]:
    """Wrap `socket.connect` so that it refuses every address but this machine's own."""

    def guarded(self: socket.socket, address: Any) -> Any:
        if self.family in {socket.AF_INET, socket.AF_INET6} and not _is_own(address[0]):
            pytest.fail(f"A test called {address[0]}: tests run without a network.")
        return connect(self, address)

    return guarded


def _is_own(host: str) -> bool:
    try:
        return ip_address(host).is_loopback
    except ValueError:
        return host == "localhost"
