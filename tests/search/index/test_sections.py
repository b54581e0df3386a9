"""What is read from a page, and where it is cut."""

import json
import re

import pytest
from wagtail.models import Page

from blog.models import BlogPage
from core.article.render import render_article
from core.models import SharedCallout
from search.index.loading import load
from search.index.sections import MOST_CHARACTERS, MOST_SECTIONS, read
from tests.factories import SiteImageFactory, StandardPageFactory, TagFactory

pytestmark = pytest.mark.django_db


def words_of(page):
    """What is read from a page."""
    return read(*load([page.pk]))


def cut(page) -> list[tuple[str, str, str]]:
    """Heading, anchor and text of each section."""
    return [(part.heading, part.anchor, "\n".join(part.texts)) for part in words_of(page).parts]


def heading(text: str, anchor: str = "") -> tuple[str, dict]:
    return "heading", {"text": text, "level": "2", "anchor": anchor}


def store(post, blocks: list[dict]) -> None:
    """Write a body as an import or an older version may have, without the checks of a save."""
    BlogPage.objects.filter(pk=post.pk).update(body=json.dumps(blocks))


def test_a_body_is_cut_at_headings_of_both_kinds(make_post):
    post = make_post(
        body=[
            ("paragraph", "<p>Before.</p>"),
            heading("Rivers & lakes"),
            ("paragraph", "<p>Otters.</p><h3>The <i>cold</i> North</h3><p>Seals.</p><p>Whales.</p>"),
            ("quote", {"text": "<p>Wet.</p>", "attribution": "Ada", "source_url": ""}),
        ]
    )

    sections = cut(post)

    assert [section[:2] for section in sections] == [
        ("", ""),
        ("Rivers & lakes", "rivers-lakes"),
        ("The cold North", "the-cold-north"),
    ]
    assert sections[0][2] == "Before."
    assert sections[1][2] == "Otters."
    assert sections[2][2].split() == ["Seals.", "Whales.", "Wet.", "Ada"]


TRICKY = [
    heading("Notes"),
    heading("Notes"),
    ("paragraph", "<h2>Notes</h2><p>x</p><h2></h2><h2>&nbsp;</h2><h3 id='own'>Own</h3><h2>Own</h2>"),
    heading("Given", "kept-forever"),
    ("paragraph", "<h2>Kept forever</h2><h4>Contents</h4><h2>日本語 見出し</h2><h2>!!!</h2><h2>???</h2>"),
    (
        "tabs",
        {
            "group": "",
            "tabs": [
                {"label": "One", "body": [heading("Tab 7"), ("paragraph", "<p>in</p>")]},
                {"label": "Two", "body": [("paragraph", "<p>out</p>")]},
            ],
        },
    ),
    heading("Tab 1"),
    heading("Tab 7"),
    (
        "accordion",
        {"items": [{"title": "More", "body": [heading("Notes"), heading("Hidden")], "open": False}]},
    ),
    heading("Hidden"),
    (
        "html",
        {
            "html": '<p id="part">x</p><h2>Part</h2><h2 id="Part">y</h2><a name="z">z</a><h3>z</h3>',
            "reason": "",
            "reviewed": True,
        },
    ),
    ("paragraph", "<h2>A note [^one] here</h2><h2>[^one]</h2><h2>Last</h2>"),
    ("footnotes", {"notes": [{"key": "one", "text": "<p>Said.</p>"}]}),
    heading("Last"),
]


def test_anchors_are_those_of_the_rendered_page(make_post):
    post = BlogPage.objects.get(pk=make_post(body=TRICKY).pk)

    outline = []

    def flatten(items):
        for item in items:
            outline.append((item.text, item.anchor))
            flatten(item.children)

    article = render_article(post.body, page=post)
    flatten(article.outline)

    found = [(heading, anchor) for heading, anchor, _text in cut(post) if heading]
    assert found == outline
    assert len(outline) > 15
    assert all(f'id="{anchor}"' in article.html for _heading, anchor in found)


def test_every_block_of_the_preview_is_read_without_a_query(make_post, django_assert_num_queries):
    stream = BlogPage.body.field.stream_block
    blocks = [
        (name, block.get_preview_value())
        for name, block in stream.child_blocks.items()
        if name not in ("callout", "image", "gallery", "download")
    ]
    post = make_post(body=blocks)
    source = load([post.pk])[0]

    with django_assert_num_queries(0):
        text = " ".join(" ".join(part.texts) for part in read(source).parts)

    for words in (
        "Press Ctrl and S.",
        "Find it in the menu",
        "An hour and a cup",
        "Book paper",
        "Lamp black",
    ):
        assert words in text


def test_code_stands_apart_and_settings_of_blocks_are_no_words(make_post):
    code = {"code": "get_context()", "language": "python", "title": "views.py", "highlight_lines": "1"}
    posts = {"heading": "Latest", "source": "latest", "count": 3, "tag": "birds", "posts": []}
    post = make_post(body=[("paragraph", "<p>See.</p>"), ("code", code), ("posts", posts)])

    part = words_of(post).parts[0]

    assert part.texts == ["See.", "views.py", "Latest"]
    assert part.code == ["get_context()"]


def test_descriptions_of_pictures_are_found_but_not_shown(make_post):
    image = SiteImageFactory()
    described = {"image": {"image": image.pk, "alt_text": "A wet otter", "decorative": False}}
    decorative = {"image": {"image": image.pk, "alt_text": "A line", "decorative": True}}
    post = make_post(cover=image, cover_alt="A river")
    store(
        post,
        [{"type": "image", "value": {**one, "caption": "<p>By Ada</p>"}} for one in (described, decorative)],
    )

    words = words_of(post)

    assert sorted(words.notes) == ["A river", "A wet otter"]
    assert [part.texts for part in words.parts] == [["By Ada", "By Ada"]]


def test_shared_texts_are_words_of_the_pages_that_show_them(make_post, home):
    shown = SharedCallout.objects.create(title="New here?", body="<p>Begin with otters.</p>")
    draft = SharedCallout.objects.create(title="Secret", live=False)
    post = make_post(body=[("callout", shown), ("callout", draft)])

    assert cut(post) == [("", "", "New here?\nBegin with otters.")]


def test_pages_of_every_type_are_read(home, blog):
    blog.introduction = "<p>Stories about rivers</p>"
    blog.save()
    about = StandardPageFactory(
        parent=home, title="About", summary="Us", body=[("paragraph", "<p>Hello</p>")]
    )

    assert cut(blog) == [("", "", "Stories about rivers")]
    assert cut(about) == [("", "", "Hello")]
    assert load([about.pk])[0].summary == "Us"


def test_a_bare_page_and_a_body_of_unknown_blocks_have_no_words(make_post):
    bare = Page.get_first_root_node().add_child(instance=Page(title="Bare", slug="bare"))
    post = make_post()
    store(post, [{"type": "gone", "value": {"x": 1}, "id": "1"}])

    assert cut(bare) == cut(post) == []


def test_an_endless_page_is_cut_and_keeps_its_first_words(make_post):
    post = make_post(
        body=[("paragraph", f"<p>{'otter ' * 200_000}</p>")] + [heading(f"H {n}") for n in range(2)]
    )

    words = words_of(post)

    assert sum(len(text) for part in words.parts for text in part.texts) <= MOST_CHARACTERS
    assert words.parts[0].texts[0].startswith("otter otter")


def test_endless_headings_become_text(make_post):
    html = "".join(f"<h2>Head {number}</h2><p>x</p>" for number in range(MOST_SECTIONS + 50))

    parts = words_of(make_post(text=html)).parts

    assert len(parts) == MOST_SECTIONS
    assert f"Head {MOST_SECTIONS + 49}" in parts[-1].texts


def test_what_no_database_takes_is_left_out(make_post):
    post = make_post(text="<p>x</p>")
    source = load([post.pk])[0]
    source.bodies[0].raw[0]["value"] = "<p>a\0b \ud83d c</p><h2>h\0\ud83d</h2>"

    parts = read(source).parts

    assert not re.search(
        "[\0\ud83d]", "".join(part.heading + part.anchor + "".join(part.texts) for part in parts)
    )


def test_names_and_subjects_of_a_post(make_post):
    tag = TagFactory(name="Waders")

    source = load([make_post(tags=[tag], title="One").pk])[0]

    assert [(name.kind, name.text) for name in source.names] == [("tag", "Waders")]
    assert ("tag", tag.pk) in source.facets


def test_kept_html_with_ids_and_no_heading_is_read_as_it_is(make_post):
    post = make_post(body=[("paragraph", "<p>x</p>")])
    store(post, [{"type": "html", "value": {"html": '<p id="why">Tides</p>', "reason": ""}}])

    assert cut(post) == [("", "", "Tides")]
