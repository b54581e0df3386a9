"""A blog with something of everything, for exporters to write and readers to read back."""

from __future__ import annotations

import json
from datetime import UTC, datetime, timedelta
from typing import Any

from django.utils import timezone
from wagtail.contrib.redirects.models import Redirect
from wagtail.models import Site

from blog.models import BlogPage, Category, Comment, PostCategory, Series, Tag
from porting.convert import ConvertContext, LinkTarget, to_blocks
from tests.factories import (
    AuthorFactory,
    SiteDocumentFactory,
    SiteImageFactory,
    StandardPageFactory,
    make_post,
)

DATE = datetime(2024, 3, 4, 5, 6, 7, tzinfo=UTC)
BODY = """
<p>Some <strong>bold</strong> and <a href="page">a link</a>, {braces} &lt;and&gt; *marks*
.<sup data-footnote="1"></sup></p>
<h2 id="a-heading">A heading</h2><ul><li>one<ul><li>deeper</li></ul></li><li>two</li></ul>
<pre data-language="python" data-title="x.py" data-lines="1"><code>if x:

    pass</code></pre>
<figure data-width="wide"><img src="picture" alt="A sunset"><figcaption>Over the sea</figcaption></figure>
<figure data-block="gallery"><figure><img src="picture" alt="One"></figure>
<figure><img src="picture" alt="Two"><figcaption>two</figcaption></figure></figure>
<aside data-block="admonition" data-kind="tip" data-title="Look"><p>Here</p></aside>
<blockquote><p>Said</p><footer>Ada</footer></blockquote>
<table><caption>Numbers</caption><thead><tr><th>A</th><th>B</th></tr></thead>
<tbody><tr><td>1</td><td>2</td></tr></tbody></table>
<div data-block="tabs" data-group="os"><section data-item data-title="macOS"><p>Do <code>x</code></p></section>
<section data-item data-title="Linux"><pre data-language="bash"><code>x

y</code></pre></section></div>
<section data-block="faq"><div data-item data-title="Why?"><p>So.</p></div></section>
<p data-block="button"><a href="https://example.org/">Go</a></p>
<p data-block="download"><a href="document">Words</a> <span>to keep</span></p>
<div data-block="html" data-reason="shortcode"><div class="x">kept <strong>so</strong></div></div>
<section data-block="footnotes"><div data-item data-key="1">A note</div></section>
"""


def fill(blog: Any) -> BlogPage:
    """Make posts in every state and one with a bit of everything, which is returned."""
    for state in ("draft", "scheduled", "expired", "unlisted", "login", "password"):
        text = f"<p>Words of the {state} one</p>"
        make_post(blog, state, title=f"A {state} post", slug=state, text=text, date=DATE)
    post = _rich_post(blog)
    Redirect.objects.create(
        old_path="/2019/05/rich", redirect_page=post, site=Site.objects.get(is_default_site=True)
    )
    _comments(post)
    page = StandardPageFactory(parent=blog.get_parent(), title="About", body=[("paragraph", "<p>Us</p>")])
    StandardPageFactory(parent=page, title="Team")
    return post


def _rich_post(blog: Any) -> BlogPage:
    target = make_post(blog, title="Linked", slug="linked", date=datetime(2024, 1, 2, 3, 4, 5, tzinfo=UTC))
    picture, document = SiteImageFactory(title="Sea"), SiteDocumentFactory(title="Words")
    context = ConvertContext(
        picture=lambda src, alt: picture.pk,
        document=lambda href: document.pk if href == "document" else None,
        link=lambda href: LinkTarget(page=target.pk) if href == "page" else LinkTarget(href=href),
    )
    post = make_post(
        blog,
        title='Rich: "all" of {it}; \\ & <more>',
        slug="rich",
        summary="What: is - in 'it'\n---\nreally",
        date=datetime(2024, 5, 6, 7, 8, 9, tzinfo=UTC),
        updated=datetime(2024, 6, 7, 8, 9, 10, tzinfo=UTC),
        cover=picture,
        cover_alt="The cover",
        featured=True,
        seo_title="For search",
        search_description="Found by",
        expire_at=timezone.now().replace(microsecond=0) + timedelta(days=900),
        series=Series.objects.create(
            title="A series",
            slug="a-series",
            description="Of parts",
            cover=SiteImageFactory(title="Parts", file__color="green"),
        ),
        series_position=2,
        authors=[AuthorFactory(name="Zoë Zimmer", job_title="Editor"), AuthorFactory(name="Ada Abel")],
        body=json.dumps(to_blocks(BODY, context).blocks),
    )
    return _with_terms(post)


def _with_terms(post: BlogPage) -> BlogPage:
    tags = [Tag.objects.create(name=name, slug=slug) for name, slug in (("C++", "cpp"), ("Ärger", "aerger"))]
    post.tags.add(*tags)
    above = Category.objects.create(name="Work", slug="work", description="All of it")
    below = Category.objects.create(name="Tools & more", slug="tools", parent=above)
    post.post_categories = [
        PostCategory(category=below, sort_order=0),
        PostCategory(category=above, sort_order=1),
    ]
    post.minor_change = True
    post.save()
    return post


def _comments(post: BlogPage) -> None:
    when = datetime(2024, 5, 7, 8, 0, tzinfo=UTC)
    first = Comment.objects.create(
        page=post,
        author_name="Ida",
        author_url="https://ida.example",
        text="<p>Yes</p>",
        state="approved",
        created=when,
    )
    Comment.objects.create(
        page=post,
        author_name="Bot",
        text="<p>Buy</p>",
        state="spam",
        parent=first,
        created=when + timedelta(hours=1),
    )
