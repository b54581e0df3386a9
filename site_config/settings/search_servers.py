"""Where readers search: in the site's database, or on a search server of its own."""

from typing import Any
from urllib.parse import urlsplit

from .env import Environment

ENGINE = "search.engines.wagtail_backend.engine.WagtailBackendEngine"
#: Versions of each product that Wagtail has a backend for; the first is the default.
VERSIONS = {"ELASTICSEARCH": ("8", "7", "9"), "OPENSEARCH": ("2", "3")}


def search_server(env: Environment) -> dict[str, Any]:
    """Return Wagtail's settings for the server that the environment names, or nothing without one."""
    named = [product for product in VERSIONS if env.text(f"{product}_URL")]
    if not named:
        return {}
    if len(named) > 1:
        env.problem(
            "OPENSEARCH_URL", "is set beside ELASTICSEARCH_URL; readers can search in one of them only"
        )
    product = named[0]
    versions = VERSIONS[product]
    version = env.choice(f"{product}_VERSION", versions, versions[0])
    return {
        "BACKEND": f"wagtail.search.backends.{product.lower()}{version}",
        "URLS": _addresses(env, f"{product}_URL"),
        "INDEX_PREFIX": _prefix(env),
        # Seconds. A reader should not wait longer; titles are searched in the database then.
        "TIMEOUT": env.number("SEARCH_TIMEOUT", 3),
        "OPTIONS": {"max_retries": 1},
    }


def _addresses(env: Environment, name: str) -> list[str]:
    addresses = env.words(name)
    if not all(map(_is_address, addresses)):
        # The value may hold a password, so it is not repeated here.
        env.problem(name, "must be addresses that begin with http:// or https://, separated by commas")
        return ["http://127.0.0.1:9200"]
    return addresses


def _is_address(text: str) -> bool:
    try:
        parts = urlsplit(text)
        return parts.scheme in {"http", "https"} and bool(parts.hostname) and parts.port != 0
    except ValueError:
        return False


def _prefix(env: Environment) -> str:
    prefix = env.text("SEARCH_INDEX_PREFIX", "colophon_")
    if (
        prefix != prefix.lower()
        or not prefix.replace("_", "").replace("-", "").isalnum()
        or prefix[0] in "_-"
    ):
        env.problem(
            "SEARCH_INDEX_PREFIX",
            "may hold small letters, digits, - and _ only, and begins with a letter or digit",
        )
        return "colophon_"
    return prefix
