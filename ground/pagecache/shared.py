"""Redis for all processes, and what each does by itself while Redis is away.

A cache that is gone costs time and nothing else: no page fails because of it, and none waits for
it twice. Who meets Redis away says so to its whole process, which then leaves it alone for
`SECONDS` and asks once more. Redis is emptied before it is believed again: it may have slept
through changes of pages and sessions.
"""

import logging
import threading
import time
from typing import Any

from django.core.cache import caches
from django.core.cache.backends.base import DEFAULT_TIMEOUT
from django.core.cache.backends.locmem import LocMemCache
from django.core.cache.backends.redis import RedisCache
from redis.backoff import NoBackoff
from redis.exceptions import RedisError
from redis.retry import Retry

SECONDS = 3
PATIENCE = {
    "socket_connect_timeout": 1,
    "socket_timeout": 1,
    # Once: a connection that was idle while Redis started anew is found closed.
    "retry": Retry(NoBackoff(), 1),
}

logger = logging.getLogger(__name__)


class Presence:
    """What this process knows of one server: Django makes a cache object for each thread."""

    known: dict[str, "Presence"] = {}

    def __init__(self) -> None:
        self.lock = threading.Lock()
        self.away = False
        self.asked_at = 0.0

    @classmethod
    def of(cls, server: str) -> "Presence":
        return cls.known.setdefault(server, cls())

    def is_my_turn(self) -> bool:
        """Whether to ask again after an absence: one thread at a time."""
        with self.lock:
            if time.monotonic() - self.asked_at < SECONDS:
                return False
            self.asked_at = time.monotonic()
            return True

    def left(self, error: RedisError) -> None:
        with self.lock:
            self.away, self.asked_at = True, time.monotonic()
        logger.warning("Redis does not answer, each process helps itself: %s", error)

    def returned(self) -> None:
        self.away = False
        logger.warning("Redis answers again, and has been emptied")


class SharedCache(RedisCache):
    """Django's, whose every method answers from the cache `while_away` where Redis does not."""

    def __init__(self, server: str, params: dict[str, Any]) -> None:
        options = {**PATIENCE, **params.get("OPTIONS", {})}
        self.while_away = options.pop("while_away")
        super().__init__(server, {**params, "OPTIONS": options})
        self.presence = Presence.of(server)

    def ping(self) -> None:
        """Raises RedisError where Redis does not answer."""
        client: Any = getattr(self, "_cache")  # noqa: B009  (no type has it)
        client.get_client().ping()

    def _answers(self) -> bool:
        if self.presence.away and self.presence.is_my_turn():
            try:
                super().clear()
            except RedisError:
                return False
            self.presence.returned()
        return not self.presence.away

    def _ask(self, method: str, *args: Any, **kwargs: Any) -> Any:
        if self._answers():
            try:
                return getattr(super(), method)(*args, **kwargs)
            except RedisError as error:
                self.presence.left(error)
        return getattr(caches[self.while_away], method)(*args, **kwargs)

    def add(
        self, key: str, value: Any, timeout: Any = DEFAULT_TIMEOUT, version: int | None = None
    ) -> Any:
        return self._ask("add", key, value, timeout=timeout, version=version)

    def get(self, key: str, default: Any = None, version: int | None = None) -> Any:
        return self._ask("get", key, default, version=version)

    def set(
        self, key: str, value: Any, timeout: Any = DEFAULT_TIMEOUT, version: int | None = None
    ) -> Any:
        return self._ask("set", key, value, timeout=timeout, version=version)

    def touch(self, key: str, timeout: Any = DEFAULT_TIMEOUT, version: int | None = None) -> Any:
        return self._ask("touch", key, timeout=timeout, version=version)

    def delete(self, key: str, version: int | None = None) -> Any:
        return self._ask("delete", key, version=version)

    def get_many(self, keys: Any, version: int | None = None) -> Any:
        return self._ask("get_many", keys, version=version)

    def has_key(self, key: str, version: int | None = None) -> Any:
        return self._ask("has_key", key, version=version)

    def incr(self, key: str, delta: int = 1, version: int | None = None) -> Any:
        return self._ask("incr", key, delta, version=version)

    def set_many(
        self, data: Any, timeout: Any = DEFAULT_TIMEOUT, version: int | None = None
    ) -> Any:
        return self._ask("set_many", data, timeout=timeout, version=version)

    def delete_many(self, keys: Any, version: int | None = None) -> Any:
        return self._ask("delete_many", keys, version=version)

    def clear(self) -> Any:
        return self._ask("clear")


class OwnCache(LocMemCache):
    """What a process keeps by itself while Redis is away.

    No other process hears of a change, so what would be kept until then is kept for a moment.
    """

    def get_backend_timeout(self, timeout: Any = DEFAULT_TIMEOUT) -> float | None:
        return super().get_backend_timeout(SECONDS if timeout is None else timeout)
