"""Settings for working on the site: debug pages, a fixed key, mail on the console."""

from .base import *  # noqa: F403 - settings modules extend each other by design
from .base import LOG_LEVELS, LOGGING
from .env import env

DEBUG = True
SECRET_KEY = "development-only-key"  # noqa: S105 - never used outside development
ALLOWED_HOSTS = ["localhost", "127.0.0.1", "[::1]"]
# A newcomer's first screen is for the address and the password.
LOGGING["root"]["level"] = LOGGING["loggers"]["django"]["level"] = env.choice(
    "LOG_LEVEL", LOG_LEVELS, "WARNING"
)

env.check()
