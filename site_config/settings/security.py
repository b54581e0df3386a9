"""What a public site promises browsers. HTTPS=false turns it off for a try on your own machine."""

from .env import env
from .headers import SECURE_CSP_EVERYWHERE


def trusted_origins(hosts: list[str]) -> list[str]:
    """Return the https origins whose forms the site accepts; a leading dot means every subdomain."""
    return [f"https://*{host}" if host.startswith(".") else f"https://{host}" for host in hosts]


HTTPS = env.flag("HTTPS", True)
SECURE_SSL_REDIRECT = HTTPS
# A load balancer asks for these by plain http from inside.
SECURE_REDIRECT_EXEMPT = [r"^healthz$", r"^readyz$"]
SECURE_HSTS_SECONDS = env.number("HSTS_SECONDS", 365 * 24 * 60 * 60) if HTTPS else 0
SECURE_HSTS_INCLUDE_SUBDOMAINS = HTTPS and env.flag("HSTS_SUBDOMAINS", True)
SECURE_HSTS_PRELOAD = HTTPS and env.flag("HSTS_PRELOAD", True)
SECURE_CONTENT_TYPE_NOSNIFF = True
SECURE_REFERRER_POLICY = "strict-origin-when-cross-origin"
SECURE_CROSS_ORIGIN_OPENER_POLICY = "same-origin"
# Wagtail relaxes this by itself for the previews its admin shows in a frame.
X_FRAME_OPTIONS = "DENY"
if HTTPS:
    SECURE_CSP_EVERYWHERE = {**SECURE_CSP_EVERYWHERE, "upgrade-insecure-requests": []}

SESSION_COOKIE_SECURE = CSRF_COOKIE_SECURE = HTTPS
SESSION_COOKIE_HTTPONLY = True
SESSION_COOKIE_SAMESITE = CSRF_COOKIE_SAMESITE = "Lax"

if env.flag("TRUST_PROXY", False):
    # Only behind a proxy that sets this header itself; otherwise any visitor could.
    SECURE_PROXY_SSL_HEADER = ("HTTP_X_FORWARDED_PROTO", "https")
