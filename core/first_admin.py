"""The administrator a new site starts with."""

from __future__ import annotations

import secrets
from dataclasses import dataclass

from django.contrib.auth import get_user_model

# 12 random bytes are 16 characters: beyond guessing, and still typed by hand if need be.
PASSWORD_BYTES = 12


@dataclass(frozen=True)
class FirstAdmin:
    """A new account. `password` is None when the caller chose it, so that it is not shown again."""

    username: str
    password: str | None


def create_first_admin(username: str = "admin", password: str = "") -> FirstAdmin | None:
    """Create an administrator and return it; None when the site already has one.

    Without `password` a random one is made, and this is the only time it can be read.
    """
    users = get_user_model()._default_manager
    if users.filter(is_superuser=True).exists():
        return None
    chosen = password or secrets.token_urlsafe(PASSWORD_BYTES)
    users.create_superuser(username=username, email="", password=chosen)
    return FirstAdmin(username, None if password else chosen)
