"""Clients signed in as somebody of each role."""

from tests.admin.conftest import administrator, author, editor, sign_in  # noqa: F401 - fixtures
