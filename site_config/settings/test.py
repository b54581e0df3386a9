"""Settings the test suite runs with. A developer's .env has no say here."""

import os

os.environ["ENV_FILE"] = ""

from .base import *  # noqa: F403 - after the line above; settings modules extend each other by design
from .base import BASE_DIR, DATABASES
from .databases import SQLITE
from .env import env

SECRET_KEY = "test-only-key"  # noqa: S105 - never used outside tests
ALLOWED_HOSTS = ["*"]
PASSWORD_HASHERS = ["django.contrib.auth.hashers.MD5PasswordHasher"]
EMAIL_BACKEND = "django.core.mail.backends.locmem.EmailBackend"
# One database and one media folder for each process, so that two runs in one checkout never meet.
TEST_FOLDER = BASE_DIR / ".cache" / "tests"
TEST_FOLDER.mkdir(parents=True, exist_ok=True)
MEDIA_ROOT = str(TEST_FOLDER / f"media-{os.getpid()}")

# What a request leaves for later happens in another thread, which sees nothing of a test's open transaction.
PICTURES_STAND_IN = False

if DATABASES["default"]["ENGINE"] == SQLITE:
    # A file, because an in-memory database cannot be shared with the threads and processes of some tests.
    DATABASES["default"]["TEST"] = {"NAME": str(TEST_FOLDER / f"run-{os.getpid()}.sqlite3")}
else:
    # Tests open and drop databases; a pool would hold connections to them.
    DATABASES["default"]["OPTIONS"].pop("pool", None)

# Tests of the search server reach it themselves; all others search in the database they run on.
SEARCH_SERVER, SEARCH_ENGINE = {}, ""

env.check()
