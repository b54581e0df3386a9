"""The one reader of environment variables: typed values, and every problem reported in a single error."""

from __future__ import annotations

import os
from collections.abc import Mapping
from pathlib import Path
from typing import Any

import environ
from django.core.exceptions import ImproperlyConfigured

BASE_DIR = Path(__file__).resolve().parents[2]


def read_env_file() -> None:
    """Load the file ENV_FILE names (default `.env` beside manage.py); variables already set win."""
    name = os.environ.get("ENV_FILE", ".env")
    if name and (BASE_DIR / name).is_file():
        environ.Env.read_env(BASE_DIR / name, overwrite=False)


class Environment:
    """Typed access to variables. Problems are collected, and `check()` reports all of them at once."""

    def __init__(self, variables: Mapping[str, str] | None = None) -> None:
        self.problems: list[str] = []
        self._env = environ.Env()
        if variables is not None:
            self._env.ENVIRON = dict(variables)

    def required(self, name: str, why: str) -> str:
        """Return a text that has no default; a missing one joins the problems, explained by `why`."""
        value = self.text(name)
        if not value:
            self.problem(name, f"is missing: {why}")
        return value

    def text(self, name: str, default: str = "") -> str:
        """Return a text; a variable that is set to nothing counts as not set."""
        return self._env.str(name, default="").strip() or default

    def words(self, name: str, default: list[str] | None = None) -> list[str]:
        """Return a comma-separated list without empty items."""
        return [word.strip() for word in self._env.list(name, default=default or []) if word.strip()]

    def flag(self, name: str, default: bool) -> bool:
        """Return a yes or no: true/false, 1/0, yes/no, on/off."""
        value = self.text(name).lower()
        if value in {"true", "1", "yes", "on"}:
            return True
        if value in {"false", "0", "no", "off"}:
            return False
        if value:
            self.problem(name, f"is {value!r}, but must be true or false")
        return default

    def number(self, name: str, default: int) -> int:
        return self._parsed(name, int, default, "a whole number")

    def choice(self, name: str, choices: tuple[str, ...], default: str) -> str:
        value = self.text(name, default)
        if value not in choices:
            self.problem(name, f"is {value!r}, but must be one of {', '.join(choices)}")
            return default
        return value

    def database(self, name: str, default: str) -> dict[str, Any]:
        """Return Django's dictionary for a database address such as postgres://user:password@host/name."""
        url = self.text(name, default)
        config: dict[str, Any] = self._parsed_url(name, environ.Env.db_url_config, url, default)
        if config.get("ENGINE") in {"django.db.backends.sqlite3", "django.db.backends.postgresql"}:
            return config
        self.problem(name, "must begin with sqlite:// or postgres://")
        return dict(environ.Env.db_url_config(default))

    def email(self, name: str, default: str) -> dict[str, Any]:
        """Return Django's EMAIL_* settings for an address such as smtp+tls://user:password@host:587."""
        return self._parsed_url(name, environ.Env.email_url_config, self.text(name, default), default)

    def problem(self, name: str, text: str) -> None:
        self.problems.append(f"{name} {text}.")

    def check(self) -> None:
        """Raise ImproperlyConfigured with one line for each problem found so far."""
        if self.problems:
            lines = "\n".join(f"  - {problem}" for problem in self.problems)
            raise ImproperlyConfigured(
                f"The site cannot start with these settings:\n{lines}\n"
                "Set them in the environment or in the file .env; docs/operations.md explains each one."
            )

    def _parsed(self, name: str, parse: Any, default: Any, expected: str) -> Any:
        value = self.text(name)
        if not value:
            return default
        try:
            return parse(value)
        except ValueError:
            self.problem(name, f"is {value!r}, but must be {expected}")
            return default

    def _parsed_url(self, name: str, parse: Any, url: str, default: str) -> dict[str, Any]:
        try:
            return dict(parse(url))
        except (ValueError, KeyError, ImproperlyConfigured):
            # The value may hold a password, so it is not repeated here.
            self.problem(name, "is not an address this site understands")
            return dict(parse(default))


read_env_file()
env = Environment()
