"""Settings for a public site. Everything that must be decided comes from the environment."""

from .base import *  # noqa: F403 - settings modules extend each other by design
from .base import MIDDLEWARE
from .env import env
from .security import *  # noqa: F403 - settings modules extend each other by design
from .security import HTTPS, trusted_origins

SHORTEST_KEY = 50

SECRET_KEY = env.required("SECRET_KEY", "a long random text that signs sessions and links")
if SECRET_KEY and len(SECRET_KEY) < SHORTEST_KEY:
    env.problem("SECRET_KEY", f"is too short: use {SHORTEST_KEY} random characters or more")
SECRET_KEY_FALLBACKS = env.words("SECRET_KEY_FALLBACKS")

env.required("ALLOWED_HOSTS", "the site's host names, separated by commas")
ALLOWED_HOSTS = env.words("ALLOWED_HOSTS")
if "*" in ALLOWED_HOSTS:
    env.problem("ALLOWED_HOSTS", "must name the hosts: * would let visitors choose the site's address")
CSRF_TRUSTED_ORIGINS = env.words("CSRF_TRUSTED_ORIGINS", trusted_origins(ALLOWED_HOSTS))

first_host = ALLOWED_HOSTS[0].lstrip(".") if ALLOWED_HOSTS else "localhost"
WAGTAILADMIN_BASE_URL = env.text("WAGTAILADMIN_BASE_URL", f"{'https' if HTTPS else 'http'}://{first_host}")
DEFAULT_FROM_EMAIL = SERVER_EMAIL = env.text("DEFAULT_FROM_EMAIL", f"Colophon <colophon@{first_host}>")

# Right after the security middleware, so that static files skip sessions and everything else. Pages are compressed
# here, with padding of random length against guessing secrets from sizes; static files are compressed beforehand,
# pictures by nature.
MIDDLEWARE = [
    MIDDLEWARE[0],
    "whitenoise.middleware.WhiteNoiseMiddleware",
    "core.compression.TextGZipMiddleware",
    *MIDDLEWARE[1:],
]
STORAGES = {
    "default": {"BACKEND": "django.core.files.storage.FileSystemStorage"},
    "staticfiles": {"BACKEND": "core.static_files.JoinedStaticFilesStorage"},
}

env.check()
