"""What each database needs beyond its address to serve several editors at once."""

from typing import Any

SQLITE = "django.db.backends.sqlite3"
POSTGRESQL = "django.db.backends.postgresql"


def database_settings(config: dict[str, Any], pool_size: int) -> dict[str, Any]:
    """Return `config` with its engine's options.

    `pool_size` is how many PostgreSQL connections a process may hold at most; 0 means no pool.
    """
    if config["ENGINE"] == SQLITE:
        return config | {"OPTIONS": sqlite_options()}
    options = config.get("OPTIONS", {})
    if pool_size:
        # `timeout` in seconds: how long a request waits for a free connection before it fails.
        options = options | {"pool": {"min_size": 1, "max_size": pool_size, "timeout": 10}}
    return config | {"OPTIONS": options, "CONN_HEALTH_CHECKS": True}


def sqlite_options() -> dict[str, Any]:
    """Options under which concurrent publishing queues instead of failing.

    A transaction that reads before it writes fails at once when another one wrote meanwhile, whatever the
    timeout; IMMEDIATE makes it queue at its beginning. Write-ahead logging keeps readers out of the queue.

    The search reads much of its index for one query: with the 2 MB of memory SQLite takes by default it would ask
    the system for most of it again. What is mapped is the system's own cache and takes no memory from others.
    """
    return {
        "transaction_mode": "IMMEDIATE",
        "timeout": 30,
        "init_command": "PRAGMA journal_mode=WAL;PRAGMA synchronous=NORMAL;"
        "PRAGMA cache_size=-8000;PRAGMA mmap_size=268435456;",
    }
