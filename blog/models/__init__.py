"""The blog's models, one concept a file."""

from .authors import Author, PostAuthor
from .categories import Category, PostCategory
from .comments import Comment
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
    "Category",
    "Comment",
    "FormerSlug",
    "ListedCount",
    "ListedPost",
    "PostAuthor",
    "PostCategory",
    "RelatedPost",
    "Series",
    "Tag",
    "TaggedPost",
]
