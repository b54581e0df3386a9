"""The cache against a real Redis, and against one that is gone."""

import os
import shutil
import socket
import subprocess
import time
from collections.abc import Iterator
from pathlib import Path

import pytest

from core import cache as cache_module
from core.cache import ForgivingRedisCache


def free_port() -> int:
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        return int(probe.getsockname()[1])


class Redis:
    def __init__(self, folder: Path) -> None:
        self.port = free_port()
        self.folder = folder
        self.process: subprocess.Popen[bytes] | None = None

    def start(self) -> None:
        self.process = subprocess.Popen(
            [
                "redis-server",
                "--port",
                str(self.port),
                "--bind",
                "127.0.0.1",
                "--save",
                "",
                "--dir",
                self.folder,
            ],
            stdout=subprocess.DEVNULL,
        )
        for _ in range(100):
            with socket.socket() as probe:
                if probe.connect_ex(("127.0.0.1", self.port)) == 0:
                    return
            time.sleep(0.05)
        raise TimeoutError("redis-server did not start")

    def stop(self) -> None:
        if self.process is not None:
            self.process.kill()
            self.process.wait()
            self.process = None


@pytest.fixture
def redis(tmp_path: Path) -> Iterator[Redis]:
    if shutil.which("redis-server") is None:
        pytest.skip("redis-server is not installed")
    server = Redis(tmp_path)
    server.start()
    yield server
    server.stop()


def cache_on(port: int) -> ForgivingRedisCache:
    options = {"socket_connect_timeout": 0.5, "socket_timeout": 0.5}
    return ForgivingRedisCache(f"redis://127.0.0.1:{port}/0", {"OPTIONS": options})


def test_it_caches_like_any_other(redis: Redis) -> None:
    cache = cache_on(redis.port)
    cache.set("a", {"kept": [1, 2]})
    assert cache.get("a") == {"kept": [1, 2]}
    assert cache.add("a", 1) is False
    assert cache.set_many({"b": 2, "c": 3}) == []
    assert cache.get_many(["b", "c", "d"]) == {"b": 2, "c": 3}
    assert cache.incr("b", 5) == 7
    assert cache.touch("c", 60) is True
    assert cache.has_key("c")
    assert cache.delete("c") is True
    cache.delete_many(["a"])
    assert cache.get("a", "gone") == "gone"
    assert cache.clear() is True


def test_without_redis_every_key_is_a_miss_and_nothing_fails() -> None:
    cache = cache_on(free_port())
    cache.set("a", 1)
    assert cache.get("a", "miss") == "miss"
    assert cache.add("a", 1) is True
    assert cache.get_many(["a"]) == {}
    assert cache.set_many({"a": 1}) == ["a"]
    assert cache.touch("a") is False
    assert not cache.has_key("a")
    assert cache.delete("a") is False
    cache.delete_many(["a"])
    assert cache.clear() is False
    assert cache.get_or_set("a", lambda: "computed") == "computed"
    with pytest.raises(ValueError, match="not found"):
        cache.incr("a")


def test_it_comes_back_by_itself_when_redis_does(redis: Redis, monkeypatch) -> None:
    monkeypatch.setattr(cache_module, "PAUSE", 0.1)
    cache = cache_on(redis.port)
    cache.set("a", 1)
    redis.stop()
    assert cache.get("a") is None
    redis.start()
    time.sleep(0.2)
    cache.set("a", 2)
    assert cache.get("a") == 2


def test_a_hanging_redis_costs_one_timeout_and_not_one_for_each_key(redis: Redis) -> None:
    cache = cache_on(redis.port)
    cache.set("a", 1)
    assert redis.process is not None
    os.kill(redis.process.pid, 19)
    started = time.monotonic()
    for _ in range(20):
        assert cache.get("a") is None
    assert time.monotonic() - started < 5
