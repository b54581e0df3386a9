"""Settings are what a process starts with, so each test starts one."""

import json
import os
import subprocess
import sys
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parents[2]
GOOD = {"SECRET_KEY": "k3y" * 20 + "-and-some-more", "ALLOWED_HOSTS": "www.example.org,.example.net"}


def run(*command: str, **variables: str) -> subprocess.CompletedProcess[str]:
    environment = {
        "PATH": os.environ["PATH"],
        "ENV_FILE": "",
        "DJANGO_SETTINGS_MODULE": "site_config.settings.production",
        **variables,
    }
    return subprocess.run(
        [sys.executable, *command], cwd=ROOT, env=environment, capture_output=True, text=True, timeout=120
    )


def production(names: str, **variables: str) -> dict:
    """Return the named production settings as a fresh process sees them."""
    code = (
        "import json; from django.conf import settings; "
        f"values = {{name: getattr(settings, name, None) for name in {names.split()!r}}}; "
        "print(json.dumps(values, default=str))"
    )
    done = run("-c", code, **(GOOD | variables))
    assert done.returncode == 0, done.stderr
    return json.loads(done.stdout)


def test_production_reports_every_missing_variable_in_one_error() -> None:
    done = run("manage.py", "check")
    assert done.returncode != 0
    assert "SECRET_KEY is missing" in done.stderr
    assert "ALLOWED_HOSTS is missing" in done.stderr
    assert done.stderr.count("The site cannot start with these settings") == 1


def test_production_reports_every_malformed_variable_together() -> None:
    done = run(
        "manage.py",
        "check",
        SECRET_KEY="short",
        ALLOWED_HOSTS="*",
        HTTPS="perhaps",
        HSTS_SECONDS="long",
        DATABASE_URL="mysql://root:hunter2@localhost/site",
        TASKS="later",
        CSP_REPORT_URI="somewhere; script-src *",
    )
    assert done.returncode != 0
    for name in (
        "SECRET_KEY",
        "ALLOWED_HOSTS",
        "HTTPS",
        "HSTS_SECONDS",
        "DATABASE_URL",
        "TASKS",
        "CSP_REPORT_URI",
    ):
        assert f"- {name} " in done.stderr
    assert "hunter2" not in done.stderr.split("ImproperlyConfigured")[-1]


def test_the_production_check_for_deployment_has_nothing_to_say() -> None:
    done = run("manage.py", "check", "--deploy", "--fail-level", "WARNING", **GOOD)
    assert done.returncode == 0, done.stderr
    assert "no issues" in done.stdout


def test_production_is_strict_about_transport_by_default() -> None:
    values = production(
        "DEBUG SECURE_SSL_REDIRECT SECURE_HSTS_SECONDS SESSION_COOKIE_SECURE CSRF_COOKIE_SECURE"
        " SECURE_PROXY_SSL_HEADER"
    )
    assert values == {
        "DEBUG": False,
        "SECURE_SSL_REDIRECT": True,
        "SECURE_HSTS_SECONDS": 31536000,
        "SESSION_COOKIE_SECURE": True,
        "CSRF_COOKIE_SECURE": True,
        "SECURE_PROXY_SSL_HEADER": None,
    }


def test_a_try_on_one_machine_works_without_encryption() -> None:
    values = production(
        "SECURE_SSL_REDIRECT SECURE_HSTS_SECONDS SESSION_COOKIE_SECURE WAGTAILADMIN_BASE_URL", HTTPS="false"
    )
    assert values == {
        "SECURE_SSL_REDIRECT": False,
        "SECURE_HSTS_SECONDS": 0,
        "SESSION_COOKIE_SECURE": False,
        "WAGTAILADMIN_BASE_URL": "http://www.example.org",
    }


def test_addresses_follow_from_the_hosts() -> None:
    values = production("ALLOWED_HOSTS CSRF_TRUSTED_ORIGINS WAGTAILADMIN_BASE_URL DEFAULT_FROM_EMAIL")
    assert values == {
        "ALLOWED_HOSTS": ["www.example.org", ".example.net"],
        "CSRF_TRUSTED_ORIGINS": ["https://www.example.org", "https://*.example.net"],
        "WAGTAILADMIN_BASE_URL": "https://www.example.org",
        "DEFAULT_FROM_EMAIL": "Colophon <colophon@www.example.org>",
    }


def test_a_trusted_proxy_says_what_was_encrypted() -> None:
    values = production("SECURE_PROXY_SSL_HEADER", TRUST_PROXY="true")
    assert values["SECURE_PROXY_SSL_HEADER"] == ["HTTP_X_FORWARDED_PROTO", "https"]


def test_postgresql_gets_a_pool_with_health_checks() -> None:
    database = production("DATABASES", DATABASE_URL="postgres://ann:s%40fe@db.example.org:5433/site")[
        "DATABASES"
    ]
    config = database["default"]
    assert config["ENGINE"] == "django.db.backends.postgresql"
    assert (config["USER"], config["PASSWORD"]) == ("ann", "s@fe")
    assert (config["HOST"], str(config["PORT"]), config["NAME"]) == ("db.example.org", "5433", "site")
    assert config["CONN_HEALTH_CHECKS"] is True
    assert config["OPTIONS"]["pool"]["max_size"] == 8


def test_sqlite_queues_its_writers() -> None:
    config = production("DATABASES")["DATABASES"]["default"]
    assert config["OPTIONS"] == {
        "transaction_mode": "IMMEDIATE",
        "timeout": 30,
        "init_command": "PRAGMA journal_mode=WAL;PRAGMA synchronous=NORMAL;"
        "PRAGMA cache_size=-8000;PRAGMA mmap_size=268435456;",
    }


def test_mail_goes_where_email_url_says() -> None:
    values = production(
        "EMAIL_BACKEND EMAIL_HOST EMAIL_PORT EMAIL_USE_TLS",
        EMAIL_URL="smtp+tls://me:secret@mail.example.org:587",
    )
    assert values == {
        "EMAIL_BACKEND": "django.core.mail.backends.smtp.EmailBackend",
        "EMAIL_HOST": "mail.example.org",
        "EMAIL_PORT": 587,
        "EMAIL_USE_TLS": True,
    }


def test_tasks_can_wait_for_a_worker() -> None:
    assert production("TASKS", TASKS="database")["TASKS"] == {
        "default": {"BACKEND": "django_tasks_db.DatabaseBackend"}
    }


def test_an_env_file_fills_in_what_the_environment_leaves_open(tmp_path: Path) -> None:
    env_file = tmp_path / "site.env"
    env_file.write_text(f"SECRET_KEY={GOOD['SECRET_KEY']}\nALLOWED_HOSTS=from.file\nTIME_ZONE=Europe/Oslo\n")
    code = "from django.conf import settings; print(settings.ALLOWED_HOSTS, settings.TIME_ZONE)"
    done = run("-c", code, ENV_FILE=str(env_file), ALLOWED_HOSTS="from.environment")
    assert done.stdout.strip() == "['from.environment'] Europe/Oslo", done.stderr


@pytest.mark.parametrize("module", ["dev", "test"])
def test_development_and_tests_need_no_variable(module: str) -> None:
    done = run("manage.py", "check", DJANGO_SETTINGS_MODULE=f"site_config.settings.{module}", DATABASE_URL="")
    assert done.returncode == 0, done.stderr
