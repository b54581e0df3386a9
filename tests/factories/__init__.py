"""Real objects for tests in one line: ``BlogPageFactory(parent=blog, tags=[tag])``, ``make_post(blog, "draft")``."""

from .media import SiteDocumentFactory, SiteImageFactory
from .pages import BlogIndexPageFactory, BlogPageFactory, HomePageFactory, StandardPageFactory
from .people import AuthorFactory, CategoryFactory, CommentFactory, SeriesFactory, TagFactory, UserFactory
from .states import PUBLIC, STATES, make_post, restrict

__all__ = [
    "PUBLIC",
    "STATES",
    "AuthorFactory",
    "BlogIndexPageFactory",
    "BlogPageFactory",
    "CategoryFactory",
    "CommentFactory",
    "HomePageFactory",
    "SeriesFactory",
    "SiteDocumentFactory",
    "SiteImageFactory",
    "StandardPageFactory",
    "TagFactory",
    "UserFactory",
    "make_post",
    "restrict",
]
