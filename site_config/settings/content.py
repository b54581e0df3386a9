"""What Wagtail lets editors do: search, redirects, the admin's own behaviour."""

from .env import env
from .search_servers import ENGINE, search_server

WAGTAIL_SITE_NAME = "Colophon"
WAGTAILADMIN_BASE_URL = env.text("WAGTAILADMIN_BASE_URL", "http://127.0.0.1:8000")

# Editors search in the database; the backend is chosen by its kind.
WAGTAILSEARCH_BACKENDS = {"default": {"BACKEND": "search.backends"}}
# Readers search there too, unless the environment names a server. Wagtail's commands know nothing of that one.
SEARCH_SERVER = search_server(env)
SEARCH_ENGINE = ENGINE if SEARCH_SERVER else ""
TAGGIT_CASE_INSENSITIVE = True

# Nothing in the admin may call another host.
WAGTAIL_GRAVATAR_PROVIDER_URL = None
WAGTAIL_ENABLE_UPDATE_CHECK = False
WAGTAIL_ENABLE_WHATS_NEW_BANNER = False
