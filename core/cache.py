"""A Redis cache that a broken Redis cannot turn into a broken site."""

from __future__ import annotations

import logging
import time
from collections.abc import Callable
from typing import Any

from django.core.cache.backends.base import DEFAULT_TIMEOUT
from django.core.cache.backends.redis import RedisCache
from redis.exceptions import RedisError

logger = logging.getLogger(__name__)

# Seconds between two warnings, and between two tries while Redis is away: each try may cost a timeout.
PAUSE = 5.0


class ForgivingRedisCache(RedisCache):
    """Django's Redis cache; while Redis is away every key is a miss and nothing is kept.

    Use it for what can be computed again. It must not carry sessions or locks.
    """

    def __init__(self, server: str, params: dict[str, Any]) -> None:
        super().__init__(server, params)
        self._away_until = 0.0

    def _try(self, call: Callable[..., Any], *args: Any, otherwise: Any, **kwargs: Any) -> Any:
        if time.monotonic() < self._away_until:
            return otherwise
        try:
            return call(*args, **kwargs)
        except RedisError as error:
            self._away_until = time.monotonic() + PAUSE
            logger.warning("Redis does not answer, going on without a cache: %s", error)
            return otherwise

    def add(self, key: str, value: Any, timeout: Any = DEFAULT_TIMEOUT, version: int | None = None) -> bool:
        return bool(self._try(super().add, key, value, timeout, version, otherwise=True))

    def get(self, key: str, default: Any = None, version: int | None = None) -> Any:
        return self._try(super().get, key, default, version, otherwise=default)

    def set(self, key: str, value: Any, timeout: Any = DEFAULT_TIMEOUT, version: int | None = None) -> None:
        self._try(super().set, key, value, timeout, version, otherwise=None)

    def touch(self, key: str, timeout: Any = DEFAULT_TIMEOUT, version: int | None = None) -> bool:
        return bool(self._try(super().touch, key, timeout, version, otherwise=False))

    def delete(self, key: str, version: int | None = None) -> bool:
        return bool(self._try(super().delete, key, version, otherwise=False))

    def get_many(self, keys: Any, version: int | None = None) -> dict[str, Any]:
        found: dict[str, Any] = self._try(super().get_many, keys, version, otherwise={})
        return found

    def has_key(self, key: str, version: int | None = None) -> bool:
        return bool(self._try(super().has_key, key, version, otherwise=False))

    def incr(self, key: str, delta: int = 1, version: int | None = None) -> int:
        """Add `delta`; ValueError when the key is missing, which includes Redis being away."""
        value = self._try(super().incr, key, delta, version, otherwise=None)
        if value is None:
            raise ValueError(f"Key '{key}' not found")
        return int(value)

    def set_many(self, data: Any, timeout: Any = DEFAULT_TIMEOUT, version: int | None = None) -> list[str]:
        failed: list[str] = self._try(super().set_many, data, timeout, version, otherwise=list(data))
        return failed

    def delete_many(self, keys: Any, version: int | None = None) -> None:
        self._try(super().delete_many, keys, version, otherwise=None)

    def clear(self) -> bool:
        return bool(self._try(super().clear, otherwise=False))
