"""What machines read about a blog's pages: head metadata and JSON-LD. Knows no model."""

from functools import partial
from typing import Any

from django.http import HttpRequest
from django.utils.translation import gettext as _

from blog import addresses, structured_data
from blog.feeds import feed_title
from blog.listings import Listing, Subject
from blog.people import adopt_portrait, author_person
from blog.social_cards import card_image
from blog.trails import index_title, list_crumbs, section_crumbs
from core.article.plain_text import excerpt, rich_text_words
from core.blocks.faq import faq_items
from core.models import SiteSettings
from core.seo import schema
from core.seo.builder import add_schema, crumbs_to, language_of, must_not_be_indexed, page_image, publisher
from core.seo.images import alt_of
from core.seo.metadata import DESCRIPTION_LENGTH, FeedLink, PageMetadata
from core.seo.urls import absolute_url

#: How many posts describe a list that has no description.
NAMED_POSTS = 3
FEED_NAMES = {"rss": "RSS", "atom": "Atom", "json": "JSON Feed"}


def listing_metadata(blog: Any, request: HttpRequest, listing: Listing) -> PageMetadata:
    """The head of one page of a list."""
    subject = Subject(listing.kind, listing.subject)
    title = blog.seo_title or blog.title if listing.kind == "all" else listing.heading
    if listing.number > 1:
        title = _("%(title)s, page %(number)s") % {"title": title, "number": listing.number}
    if listing.kind == "author":
        adopt_portrait(listing.subject, listing.posts)
    cover = getattr(listing.subject, "cover", None) or getattr(listing.subject, "portrait", None)
    meta = PageMetadata(
        title=title,
        # Further pages of a list show other posts; the same description would say otherwise.
        description=_list_description(blog, request, listing) if listing.number == 1 else "",
        canonical=absolute_url(request, listing.page_url),
        image=page_image(request, [(cover, alt_of(cover))]),
        # Posts of a private blog stand in no list, so a list with posts is public.
        noindex=must_not_be_indexed(blog, request, public=listing.total > 0 or None),
        prev_url=absolute_url(request, listing.previous_url),
        next_url=absolute_url(request, listing.next_url),
        feeds=_feeds(blog, request, subject),
        breadcrumbs=list_crumbs(blog, request, listing),
    )
    add_schema(meta, *_list_schema(blog, request, listing, meta))
    return meta


def index_metadata(blog: Any, request: HttpRequest, kind: str) -> PageMetadata:
    """The head of an overview: kind is category, tag, author, series or archive."""
    crumbs = section_crumbs(blog, request, kind)
    meta = PageMetadata(
        title=index_title(kind),
        description=_index_description(blog, kind),
        canonical=crumbs[-1][1],
        image=page_image(request, []),
        noindex=must_not_be_indexed(blog, request),
        feeds=_feeds(blog, request, Subject("all")),
        breadcrumbs=crumbs,
    )
    add_schema(meta, _collection(blog, request, meta))
    return meta


def post_metadata(post: Any, request: HttpRequest, context: dict) -> PageMetadata:
    """The head of a post. ``context`` holds what the page shows already, such as authors and article."""
    blog = context["blog"]
    url = absolute_url(request, post.get_url(request) or request.path)
    cover_alt = alt_of(post.cover, post.cover_alt, post.cover_decorative)
    own = [(post.social_image, alt_of(post.social_image)), (post.cover, cover_alt)]
    # For readers of a private post there is no card: whoever they share it with could not see it.
    card = partial(card_image, post, request, context["authors"]) if context.get("is_public") else None
    meta = PageMetadata(
        title=post.seo_title or post.title,
        description=_post_description(post, blog),
        canonical=post.canonical_url or url,
        image=page_image(request, own, card),
        images_elsewhere=[post.cover_elsewhere] if post.cover_frame else [],
        og_type="article",
        noindex=post.unlisted or must_not_be_indexed(post, request, public=context.get("is_public")),
        published=post.date,
        modified=post.updated or post.date,
        author_names=[author.name for author in context["authors"]],
        section=context["categories"][0].name if context["categories"] else "",
        tags=[tag.name for tag in context["tags"]],
        feeds=_feeds(blog, request, Subject("all")),
        breadcrumbs=crumbs_to(post, request),
    )
    add_schema(meta, _posting(post, request, context, meta, url), schema.faq_page(faq_items(post.body), url))
    return meta


def _posting(post: Any, request: HttpRequest, context: dict, meta: PageMetadata, url: str) -> dict[str, Any]:
    blog, nav = context["blog"], context.get("series_nav")
    blog_url = blog.get_url(request)
    part_of = [structured_data.blog_reference(blog.title, absolute_url(request, blog_url))]
    if nav is not None:
        series_url = absolute_url(request, addresses.subject_path(blog_url, "series", nav.series.slug))
        part_of.append(structured_data.series_reference(nav.series.title, series_url))
    return structured_data.posting(
        post,
        url,
        minutes=post.reading_minutes,
        tags=meta.tags,
        sections=[category.name for category in context["categories"]],
        commentCount=context["comment_count"] or None,
        discussionUrl=f"{url}#comments" if context["comment_count"] else None,
        description=meta.description,
        inLanguage=language_of(post),
        author=[author_person(author, blog_url, request) for author in context["authors"]],
        publisher=publisher(request),
        image=schema.image_object(meta.image),
        isPartOf=part_of,
        position=nav.position if nav is not None else None,
    )


def _post_description(post: Any, blog: Any) -> str:
    own = post.search_description or post.summary or excerpt(post.body, DESCRIPTION_LENGTH)
    # A post of nothing but pictures still needs a line in lists of results.
    return own or _("%(title)s, in %(blog)s") % {"title": post.title, "blog": blog.title}


def _list_description(blog: Any, request: HttpRequest, listing: Listing) -> str:
    if listing.kind == "author":
        own = rich_text_words(listing.subject.bio) or listing.subject.job_title
        return _shortened(own or _titles(blog, listing))
    if listing.kind != "all":
        return _shortened(listing.description or _titles(blog, listing))
    settings = SiteSettings.for_request(request)
    own = blog.search_description or rich_text_words(blog.introduction)
    return _shortened(own or settings.description or settings.tagline or _titles(blog, listing))


def _titles(blog: Any, listing: Listing) -> str:
    """What a list nobody has described holds, in words; nothing for an empty one."""
    if not listing.posts:
        return ""
    titles = ", ".join(f"“{post.title}”" for post in listing.posts[:NAMED_POSTS])
    words = _("%(heading)s, in %(blog)s: %(titles)s")
    return words % {"heading": listing.heading, "blog": blog.title, "titles": titles}


def _index_description(blog: Any, kind: str) -> str:
    texts = {
        "category": _("The parts of %(blog)s, and what was written in each."),
        "tag": _("Everything written in %(blog)s, by subject."),
        "author": _("Everyone who writes in %(blog)s."),
        "series": _("The series of %(blog)s: posts that belong together, to be read in order."),
        "archive": _("Every post of %(blog)s by year and month."),
    }
    return texts[kind] % {"blog": blog.title}


def _shortened(text: str) -> str:
    """A description of about the length search engines show, cut between words."""
    words = " ".join(text.split())
    if len(words) <= 2 * DESCRIPTION_LENGTH:
        return words
    return words[: 2 * DESCRIPTION_LENGTH].rsplit(" ", 1)[0].rstrip(" ,;:.-") + "…"


def _feeds(blog: Any, request: HttpRequest, subject: Subject) -> list[FeedLink]:
    """The feeds readers' software may find: of the list being read, then of the whole blog."""
    blog_url = blog.get_url(request)
    name = SiteSettings.for_request(request).name
    lists = [(Subject("all"), blog_url)]
    if subject.kind in addresses.SECTIONS:
        path = addresses.subject_path(blog_url, subject.kind, subject.value.slug)
        lists.insert(0, (subject, path))
    return [
        FeedLink(
            addresses.FEED_TYPES[kind],
            f"{feed_title(blog, each, name)} ({FEED_NAMES[kind]})",
            absolute_url(request, url),
        )
        for each, path in lists
        for kind, url in addresses.feed_paths(path).items()
    ]


def _list_schema(
    blog: Any, request: HttpRequest, listing: Listing, meta: PageMetadata
) -> list[dict[str, Any] | None]:
    if listing.kind == "all":
        return [_blog(blog, request, listing, meta)]
    if listing.kind == "series":
        return [_series(blog, request, listing, meta), _collection(blog, request, meta, listing)]
    if listing.kind == "author":
        return [_profile(blog, request, listing, meta)]
    return [_collection(blog, request, meta, listing)]


def _blog(blog: Any, request: HttpRequest, listing: Listing, meta: PageMetadata) -> dict[str, Any]:
    return structured_data.blog(
        name=blog.title,
        url=absolute_url(request, blog.get_url(request)),
        description=meta.description,
        language=language_of(blog),
        publisher=publisher(request),
        posts=_postings(request, listing),
    )


def _series(blog: Any, request: HttpRequest, listing: Listing, meta: PageMetadata) -> dict[str, Any]:
    return structured_data.series(
        name=listing.subject.title,
        url=absolute_url(request, listing.url),
        description=listing.subject.description,
        image=meta.image,
        part_of=structured_data.blog_reference(blog.title, absolute_url(request, blog.get_url(request))),
        posts=_postings(request, listing, numbered=True),
    )


def _profile(blog: Any, request: HttpRequest, listing: Listing, meta: PageMetadata) -> dict[str, Any]:
    person = author_person(listing.subject, blog.get_url(request), request, with_bio=True)
    return schema.web_page(
        kind="ProfilePage",
        name=meta.title,
        url=meta.canonical,
        description=meta.description,
        language=language_of(blog),
        mainEntity=person,
    )


def _collection(
    blog: Any, request: HttpRequest, meta: PageMetadata, listing: Listing | None = None
) -> dict[str, Any]:
    part_of = structured_data.blog_reference(blog.title, absolute_url(request, blog.get_url(request)))
    posts = (
        [(post.title, absolute_url(request, post.get_url(request))) for post in listing.posts]
        if listing
        else []
    )
    return schema.web_page(
        kind="CollectionPage",
        name=meta.title,
        url=meta.canonical,
        description=meta.description,
        language=language_of(blog),
        isPartOf=part_of,
        mainEntity=structured_data.item_list(posts, listing.start) if listing else None,
    )


def _postings(request: HttpRequest, listing: Listing, *, numbered: bool = False) -> list[dict[str, Any]]:
    return [
        structured_data.posting_summary(
            post, absolute_url(request, post.get_url(request)), position if numbered else None
        )
        for position, post in enumerate(listing.posts, start=listing.start)
    ]
