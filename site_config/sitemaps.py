"""Which parts the sitemap has, and which page types go into the part of plain pages."""

from functools import partial

from blog.models import BlogIndexPage
from blog.sitemap import ArchiveSection, PostSection, SubjectSection
from core.seo.page_sitemap import PageSection
from core.seo.sitemap import Sections
from home.models import HomePage, StandardPage

SECTIONS: Sections = {
    "pages": partial(PageSection, models=(HomePage, StandardPage, BlogIndexPage)),
    "posts": PostSection,
    "categories": partial(SubjectSection, kind="category"),
    "tags": partial(SubjectSection, kind="tag"),
    "authors": partial(SubjectSection, kind="author"),
    "series": partial(SubjectSection, kind="series"),
    "archives": ArchiveSection,
}
