"""Models every other package may build on."""

from .callouts import SharedCallout
from .media import Rendition, SiteDocument, SiteImage
from .navigation import NavigationSettings
from .settings import SiteSettings
from .users import User

__all__ = [
    "NavigationSettings",
    "Rendition",
    "SharedCallout",
    "SiteDocument",
    "SiteImage",
    "SiteSettings",
    "User",
]
