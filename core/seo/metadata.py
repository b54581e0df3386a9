"""What the head of a page says about it."""

from dataclasses import dataclass, field
from datetime import datetime

#: Characters of a description made from the text; search engines show about as many.
DESCRIPTION_LENGTH = 160


@dataclass(frozen=True)
class FeedLink:
    """A feed a reader's software can discover: MIME type, title, absolute or rooted address."""

    type: str
    title: str
    url: str


@dataclass(frozen=True)
class MetaImage:
    """A picture for shared links: absolute address, size in pixels, alternative text."""

    url: str
    width: int
    height: int
    alt: str = ""


@dataclass
class PageMetadata:
    """Everything ``partials/head_meta.html`` prints. Addresses are absolute."""

    title: str
    description: str = ""
    canonical: str = ""
    image: MetaImage | None = None
    images_elsewhere: list[str] = field(
        default_factory=list
    )  # after the image; nobody knows whether they last
    og_type: str = "website"
    noindex: bool = False
    published: datetime | None = None
    modified: datetime | None = None
    author_names: list[str] = field(default_factory=list)
    section: str = ""
    tags: list[str] = field(default_factory=list)
    prev_url: str = ""
    next_url: str = ""
    feeds: list[FeedLink] = field(default_factory=list)
    schema: list[dict] = field(default_factory=list)
    breadcrumbs: list[tuple[str, str]] = field(default_factory=list)
