"""Clients signed in as somebody of each role."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

import pytest
from django.contrib.auth.models import Group
from django.test import Client

from tests.factories import UserFactory


@pytest.fixture
def sign_in(db: None) -> Callable[[str], Client]:
    """A client signed in as a new member of a group; the account is its ``user``."""

    def _sign_in(role: str) -> Client:
        user = UserFactory(groups=[Group.objects.get(name=role)])
        client = Client()
        client.force_login(user)
        client.user = user
        return client

    return _sign_in


@pytest.fixture
def author(sign_in: Any) -> Client:
    """Somebody of the group Authors."""
    return sign_in("Authors")


@pytest.fixture
def editor(sign_in: Any) -> Client:
    """Somebody of the group Editors."""
    return sign_in("Editors")


@pytest.fixture
def administrator(sign_in: Any) -> Client:
    """Somebody of the group Administrators."""
    return sign_in("Administrators")
