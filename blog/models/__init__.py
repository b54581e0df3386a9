"""The blog's models, one concept a file."""

from .authors import Author, PostAuthor
from .former_slugs import FormerSlug
from .index import BlogIndexPage
from .listed import ListedCount, ListedPost
from .post import BlogPage, RelatedPost
from .series import Series
from .tags import Tag, TaggedPost

__all__ = [
    "Author",
    "BlogIndexPage",
    "BlogPage",
    "FormerSlug",
    "ListedCount",
    "ListedPost",
    "PostAuthor",
    "RelatedPost",
    "Series",
    "Tag",
    "TaggedPost",
]
