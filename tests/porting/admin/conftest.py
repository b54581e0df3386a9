"""Administrators with something to import."""

from __future__ import annotations

from typing import Any

import pytest
from django.contrib.auth.models import Group
from django.core.files.uploadedfile import SimpleUploadedFile
from django.test import Client

from tests.factories import UserFactory
from tests.porting.admin.exports import ghost_export


@pytest.fixture
def sign_in(db: None) -> Any:
    """A client signed in as a new member of a group."""

    def go(role: str) -> Client:
        client = Client()
        client.force_login(UserFactory(groups=[Group.objects.get(name=role)]))
        return client

    return go


@pytest.fixture
def administrator(sign_in: Any) -> Client:
    """Somebody of the group Administrators."""
    return sign_in("Administrators")


@pytest.fixture
def worker(settings: Any, tmp_path: Any) -> None:
    """Uploads in a folder of this test; work waits for a worker, which is the test."""
    settings.IMPORT_FOLDER = str(tmp_path / "uploads")
    settings.TASKS = {"default": {"BACKEND": "django_tasks_db.DatabaseBackend"}}


@pytest.fixture
def upload(administrator: Client, worker: None) -> Any:
    """Fill in the form with a file; returns the answer."""

    def go(content: bytes | None = None, name: str = "old.json", **fields: Any) -> Any:
        data = {"format": "", "under": "", "new_address": "/blog/"} | fields
        data["export"] = SimpleUploadedFile(name, ghost_export() if content is None else content)
        return administrator.post("/admin/porting/imports/new/", data)

    return go
