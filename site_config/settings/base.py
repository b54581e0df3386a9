"""Settings every environment shares. Values that differ come from dev, test or production."""

from .content import *  # noqa: F403 - settings modules extend each other by design
from .databases import database_settings
from .env import BASE_DIR, env
from .headers import *  # noqa: F403 - settings modules extend each other by design
from .media import *  # noqa: F403 - settings modules extend each other by design

DEBUG = False
WSGI_APPLICATION = "site_config.wsgi.application"
ROOT_URLCONF = "site_config.urls"
DEFAULT_AUTO_FIELD = "django.db.models.BigAutoField"
AUTH_USER_MODEL = "core.User"

INSTALLED_APPS = [
    "home",
    "search",
    "porting",
    "blog",
    "core",
    "wagtail.contrib.redirects",
    "wagtail.contrib.routable_page",
    "wagtail.contrib.settings",
    "wagtail.contrib.typed_table_block",
    "wagtail.embeds",
    "wagtail.sites",
    "wagtail.users",
    "wagtail.snippets",
    "wagtail.documents",
    "wagtail.images",
    "wagtail.search",
    "wagtail.admin",
    "wagtail",
    "modelcluster",
    "taggit",
    "django_filters",
    "django_tasks",
    "django_tasks_db",
    "django.contrib.auth",
    "django.contrib.contenttypes",
    "django.contrib.sessions",
    "django.contrib.messages",
    "django.contrib.staticfiles",
    "django.contrib.postgres",
]

MIDDLEWARE = [
    "django.middleware.security.SecurityMiddleware",
    "core.security.middleware.SecurityHeadersMiddleware",
    "django.contrib.sessions.middleware.SessionMiddleware",
    "core.sites.SiteMiddleware",
    "django.middleware.common.CommonMiddleware",
    "django.middleware.csrf.CsrfViewMiddleware",
    "django.contrib.auth.middleware.AuthenticationMiddleware",
    "django.contrib.messages.middleware.MessageMiddleware",
    "django.middleware.clickjacking.XFrameOptionsMiddleware",
    # In place of Wagtail's: it answers redirects too, but names no page that is hidden.
    "porting.middleware.OldAddressMiddleware",
]

TEMPLATES = [
    {
        "BACKEND": "django.template.backends.django.DjangoTemplates",
        "DIRS": [BASE_DIR / "templates"],
        "APP_DIRS": True,
        "OPTIONS": {
            "context_processors": [
                "django.template.context_processors.request",
                "django.contrib.auth.context_processors.auth",
                "django.contrib.messages.context_processors.messages",
                "core.context_processors.site",
            ],
        },
    },
]

DATABASES = {
    "default": database_settings(
        env.database("DATABASE_URL", f"sqlite:///{BASE_DIR / 'db.sqlite3'}"),
        pool_size=env.number("DATABASE_POOL_SIZE", 8),
    )
}

CACHES = {"default": {"BACKEND": "django.core.cache.backends.locmem.LocMemCache"}}
if redis_url := env.text("REDIS_URL"):
    CACHES["default"] = {
        "BACKEND": "core.cache.ForgivingRedisCache",
        "LOCATION": redis_url,
        # Seconds. A cache that answers slower than this is slower than the database it spares.
        "OPTIONS": {"socket_connect_timeout": 0.5, "socket_timeout": 0.5},
    }

# Work after a save (search index, references) happens at once, or in `manage.py db_worker`.
TASK_BACKENDS = {
    "immediate": "core.tasks.GuardedImmediateBackend",
    "database": "django_tasks_db.DatabaseBackend",
}
TASKS = {"default": {"BACKEND": TASK_BACKENDS[env.choice("TASKS", tuple(TASK_BACKENDS), "immediate")]}}

AUTH_PASSWORD_VALIDATORS = [
    {"NAME": "django.contrib.auth.password_validation.UserAttributeSimilarityValidator"},
    {"NAME": "django.contrib.auth.password_validation.MinimumLengthValidator", "OPTIONS": {"min_length": 10}},
    {"NAME": "django.contrib.auth.password_validation.CommonPasswordValidator"},
    {"NAME": "django.contrib.auth.password_validation.NumericPasswordValidator"},
]
LOGIN_URL = "wagtailadmin_login"
LOGIN_REDIRECT_URL = "wagtailadmin_home"

LANGUAGE_CODE = env.text("LANGUAGE_CODE", "en")
TIME_ZONE = env.text("TIME_ZONE", "UTC")
USE_I18N = True
USE_TZ = True
LOCALE_PATHS = [BASE_DIR / "locale"]

# The address feeds, canonical links and sitemaps name; without it, that of each request.
SITE_URL = env.text("SITE_URL").rstrip("/")
if SITE_URL and not SITE_URL.startswith(("https://", "http://")):
    env.problem("SITE_URL", "must begin with https:// or http://")

STATIC_URL = "static/"
STATIC_ROOT = BASE_DIR / "build" / "static"
STATICFILES_DIRS = [BASE_DIR / "static"]
MEDIA_URL = "media/"
MEDIA_ROOT = env.text("MEDIA_ROOT") or str(BASE_DIR / "media")
# The admin posts one field per block part; long posts pass Django's default of 1,000.
DATA_UPLOAD_MAX_NUMBER_FIELDS = 10_000

DEFAULT_FROM_EMAIL = SERVER_EMAIL = env.text("DEFAULT_FROM_EMAIL", "Colophon <colophon@localhost>")
globals().update(env.email("EMAIL_URL", "consolemail://"))

LOG_LEVELS = ("DEBUG", "INFO", "WARNING", "ERROR")
log_level = env.choice("LOG_LEVEL", LOG_LEVELS, "INFO")
LOGGING = {
    "version": 1,
    "disable_existing_loggers": False,
    "formatters": {"line": {"format": "%(asctime)s %(levelname)s %(name)s %(message)s"}},
    "handlers": {
        "stdout": {"class": "logging.StreamHandler", "stream": "ext://sys.stdout", "formatter": "line"}
    },
    "root": {"handlers": ["stdout"], "level": log_level},
    "loggers": {
        # Without a level and handlers of its own, Django's logger follows the root.
        "django": {"level": log_level},
        # Every save runs two tasks, and each tells twice that it went well.
        "django_tasks": {"level": "WARNING"},
    },
}
