"""What the tests of pictures and documents share."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest
from django.test import Client


@pytest.fixture(autouse=True)
def _media(settings: Any, tmp_path: Path) -> None:
    """A media folder for each test."""
    settings.MEDIA_ROOT = str(tmp_path / "media")


@pytest.fixture
def editor(client: Client, django_user_model: Any) -> Client:
    """A browser logged in as somebody who may upload."""
    client.force_login(django_user_model.objects.create_superuser("ed", "ed@example.org", "long-password"))
    return client
