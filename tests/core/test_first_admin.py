import io

import pytest
from django.contrib.auth import authenticate
from django.core.management import call_command

from core.first_admin import create_first_admin

pytestmark = pytest.mark.django_db


def run() -> str:
    out = io.StringIO()
    call_command("create_first_admin", stdout=out)
    return out.getvalue()


def test_a_new_site_gets_an_administrator_whose_password_is_shown_once(monkeypatch) -> None:
    monkeypatch.delenv("ADMIN_PASSWORD", raising=False)
    printed = run()
    password = printed.split("Password:")[1].split()[0]
    account = authenticate(username="admin", password=password)
    assert account is not None
    assert account.is_superuser
    assert run() == ""


def test_a_chosen_password_is_used_and_not_repeated(monkeypatch) -> None:
    monkeypatch.setenv("ADMIN_PASSWORD", "a long phrase of my own")
    printed = run()
    assert "a long phrase of my own" not in printed
    assert authenticate(username="admin", password="a long phrase of my own") is not None


def test_a_site_with_an_administrator_of_another_name_is_left_alone(django_user_model) -> None:
    django_user_model.objects.create_superuser("ada", "", "secret words")
    assert create_first_admin() is None
    assert django_user_model.objects.count() == 1


def test_every_random_password_is_another() -> None:
    first = create_first_admin("one")
    assert first is not None
    assert len(first.password or "") >= 16
