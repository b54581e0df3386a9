"""What readers get: meaning in the markup, nothing that needs a script to be read."""

from __future__ import annotations

from typing import Any

import pytest
from django.apps import apps
from django.core.files.base import ContentFile
from wagtail.documents import get_document_model
from wagtail.embeds.embeds import get_embed_hash
from wagtail.embeds.models import Embed
from wagtail.images import get_image_model
from wagtail.images.tests.utils import get_test_image_file
from wagtail.models import PageViewRestriction, Site

from core.article.embeds import view_of
from core.article.render import render_article
from core.blocks import ArticleBody, faq_items
from core.security.csp import policy_for

BODY = ArticleBody()


def html_of(name: str, stored: Any) -> str:
    return render_article(BODY.to_python([{"type": name, "value": stored}])).html


def picture(alt: str = "A press", *, decorative: bool = False, image: Any = None) -> dict:
    image = image or get_image_model().objects.create(title="File name", file=get_test_image_file())
    return {"image": image.pk, "decorative": decorative, "alt_text": alt}


def test_a_picture_has_its_description_of_this_place(db: None) -> None:
    html = html_of("image", {"image": picture(), "caption": "<p>By <b>hand</b></p>", "width": "wide"})
    assert 'alt="A press"' in html
    assert "<figcaption" in html
    assert 'class="block block-image is-wide"' in html


def test_a_decorative_picture_says_nothing(db: None) -> None:
    html = html_of("image", {"image": picture("ignored", decorative=True), "caption": "", "width": "text"})
    assert 'alt=""' in html
    assert "File name" not in html


def test_one_picture_used_twice_keeps_two_descriptions(db: None) -> None:
    image = get_image_model().objects.create(title="A", file=get_test_image_file())
    pictures = [{"image": picture(alt, image=image), "caption": ""} for alt in ("First", "Second")]
    html = html_of("gallery", {"images": pictures, "caption": ""})
    assert html.count('alt="First"') == 1
    assert html.count('alt="Second"') == 1


def test_a_deleted_picture_leaves_no_broken_image(db: None) -> None:
    html = html_of("image", {"image": {"image": 999, "decorative": False, "alt_text": "x"}, "caption": "c"})
    assert "<img" not in html


def test_code_can_be_reached_and_scrolled_by_keyboard() -> None:
    html = html_of("code", {"language": "python", "title": "app.py", "code": "x = 1", "highlight_lines": "1"})
    assert 'tabindex="0" role="group" aria-label="Code: app.py"' in html
    assert "line--highlighted" in html
    assert "Python" in html


def test_wrong_lines_in_imported_code_do_no_harm() -> None:
    assert "line--highlighted" not in html_of("code", {"language": "js", "code": "1", "highlight_lines": "x"})


def test_a_table_names_its_columns_and_rows() -> None:
    table = {
        "columns": [{"type": "text", "heading": "Paper"}, {"type": "number", "heading": "Weight"}],
        "rows": [{"values": ["Book", 90]}, {"values": ["News", None]}],
        "caption": "",
    }
    html = html_of("table", {"caption": "Papers", "first_column_is_header": True, "table": table})
    assert "<caption>Papers</caption>" in html
    assert '<th scope="col">Paper</th>' in html
    assert html.count('<th scope="row">') == 2
    assert "90" in html
    assert "None" not in html
    assert 'tabindex="0" role="group" aria-label="Papers"' in html


def test_tabs_are_read_one_after_another_without_a_script() -> None:
    tabs = [
        {"label": name, "body": [{"type": "paragraph", "value": f"<p>On {name}</p>"}]} for name in ("A", "B")
    ]
    html = html_of("tabs", {"group": "os", "tabs": tabs})
    assert html.index(">A</p>") < html.index("On A") < html.index(">B</p>") < html.index("On B")
    assert "hidden" not in html
    assert 'data-tabs-group="os"' in html


def test_steps_are_an_ordered_list() -> None:
    step = {"title": "Open", "body": [{"type": "code", "value": {"language": "text", "code": "x"}}]}
    html = html_of("steps", {"steps": [step, step]})
    assert '<ol class="steps"' in html
    assert html.count("<li") == 2
    assert html.count("<pre") == 2


def test_questions_are_disclosures_and_known_to_structured_data() -> None:
    stored = {
        "items": [
            {"question": "Why?", "answer": "<p>Because[^1] &amp; so</p>"},
            {"question": "", "answer": ""},
        ]
    }
    stream = BODY.to_python([{"type": "faq", "value": stored}])
    assert "<details" in render_article(stream).html
    assert faq_items(stream) == [("Why?", "Because & so")]


@pytest.mark.parametrize("open_", [True, False])
def test_an_accordion_part_may_be_open_at_first(open_: bool) -> None:
    html = html_of(
        "accordion",
        {"items": [{"title": "T", "body": [{"type": "paragraph", "value": "<p>b</p>"}], "open": open_}]},
    )
    assert ('<details class="disclosure" open>' in html) is open_


def test_an_embed_shows_what_was_stored_in_a_frame_of_its_shape(db: None) -> None:
    url = "https://video.example/1"
    frame = '<iframe width="480" src="https://player.example/1?a=1&amp;b=2" onload="x"></iframe><script>x</script>'
    Embed.objects.create(
        url=url, hash=get_embed_hash(url), type="video", html=frame, width=480, height=480, title="A"
    )
    html = html_of("embed", {"url": url, "caption": "Look"})
    assert 'data-embed="https://player.example/1?a=1&amp;b=2"' in html
    assert "<iframe" not in html
    assert "embed__frame--square" in html
    assert "script" not in html
    assert "onload" not in html
    assert f'href="{url}"' in html


@pytest.mark.parametrize(
    ("stored", "asked"),
    [
        (
            "https://www.youtube.com/embed/x?feature=o",
            "https://www.youtube-nocookie.com/embed/x?feature=o&autoplay=1",
        ),
        ("//player.vimeo.com/video/7", "https://player.vimeo.com/video/7?autoplay=1&dnt=1"),
        ("https://player.example/1", "https://player.example/1"),
        ("http://player.example/1", ""),
    ],
)
def test_a_player_is_asked_not_to_follow_readers(stored: str, asked: str) -> None:
    row = Embed(type="video", html=f'<iframe src="{stored}"></iframe>')
    assert view_of("https://video.example/1", row).frame == asked


def test_a_player_adds_its_host_and_nothing_else_to_the_policy_of_its_page(db: None, rf: Any) -> None:
    url = "https://video.example/2"
    frame = '<iframe src="https://player.example/2"></iframe><iframe src="https://other.example/"></iframe>'
    Embed.objects.create(url=url, hash=get_embed_hash(url), type="video", html=frame)
    request = rf.get("/blog/post/")
    render_article(BODY.to_python([{"type": "embed", "value": {"url": url, "caption": ""}}]), request=request)
    assert policy_for(request)["frame-src"] == ["https://player.example"]
    assert policy_for(rf.get("/blog/other/"))["frame-src"] == ["'none'"]


@pytest.mark.parametrize(("name", "element"), [("a%20b.mp4", "video"), ("TALK.MP3", "audio")])
def test_a_film_elsewhere_plays_when_the_reader_asks_and_only_from_there(
    db: None, rf: Any, name: str, element: str
) -> None:
    url = f"https://films.example/{name}"
    request = rf.get("/blog/post/")
    stream = BODY.to_python([{"type": "embed", "value": {"url": url, "caption": ""}}])
    html = str(render_article(stream, request=request).html)
    assert f'<{element} class="embed__file" controls preload="none" src="{url}"' in html
    assert f'<a href="{url}">' in html
    assert policy_for(request)["media-src"] == ["'self'", "https://films.example"]
    assert policy_for(rf.get("/blog/other/"))["media-src"] == ["'self'"]


def test_an_embedded_text_loses_its_scripts(db: None) -> None:
    url = "https://social.example/1"
    text = '<blockquote style="x"><p>Said</p><img src="https://x.example/p"></blockquote><script src="x"></script>'
    Embed.objects.create(url=url, hash=get_embed_hash(url), type="rich", html=text)
    html = html_of("embed", {"url": url, "caption": ""})
    assert "<blockquote><p>Said</p></blockquote>" in html
    assert "script" not in html


def test_an_embed_nobody_answered_for_is_a_card_and_asks_nobody(db: None, monkeypatch: Any) -> None:
    monkeypatch.setattr(
        "requests.get", lambda *args, **kwargs: pytest.fail("asked the network while rendering")
    )
    html = html_of("embed", {"url": "https://www.example.org/x", "caption": ""})
    assert 'class="embed__card" href="https://www.example.org/x"' in html
    assert "example.org" in html


def test_saving_an_embed_survives_a_provider_that_fails_and_asks_once(db: None, monkeypatch: Any) -> None:
    asked = []

    def fail(*args: Any, **kwargs: Any) -> None:
        asked.append(args)
        raise OSError("no network")

    monkeypatch.setattr("requests.get", fail)
    block = BODY.child_blocks["embed"]
    stored = {"url": "https://www.youtube.com/watch?v=survives", "caption": ""}
    for _ in range(2):
        assert block.clean(block.to_python(stored))["url"].url == stored["url"]
    assert len(asked) == 1


def test_a_button_to_a_page_that_is_not_for_everybody_disappears(db: None) -> None:
    page = Site.objects.get(is_default_site=True).root_page
    button = {"text": "Go", "page": page.pk, "url": "", "style": "primary"}
    assert 'href="/"' in html_of("button", button)
    PageViewRestriction.objects.create(page=page, restriction_type="login")
    assert "Go" not in html_of("button", button)


def test_a_download_tells_type_and_size(db: None) -> None:
    document = get_document_model().objects.create(title="Guide", file=ContentFile(b"x" * 2048, "guide.pdf"))
    document.file_size = 2048
    document.save()
    html = html_of("download", {"document": document.pk, "title": "", "description": "Two pages"})
    assert "Guide" in html
    assert "PDF, 2.0\xa0KB" in html
    assert document.url in html


def test_a_shared_callout_is_shown_while_it_is_live(db: None) -> None:
    callout = apps.get_model("core.SharedCallout").objects.create(
        title="New here?", kind="tip", body="<p>Begin.</p>"
    )
    assert "Begin." in html_of("callout", callout.pk)
    assert "note--tip" in html_of("callout", callout.pk)
    callout.live = False
    callout.save()
    assert "Begin." not in html_of("callout", callout.pk)
    assert callout.title in BODY.child_blocks["callout"].get_searchable_content(callout)


def test_a_quotation_names_its_source() -> None:
    quote = {
        "text": "<p>One</p><p>Two <b>words</b></p>",
        "attribution": "Ada",
        "role": "writer",
        "source_url": "https://example.org/",
    }
    html = html_of("quote", quote)
    assert '<blockquote cite="https://example.org/"><p>One</p><p>Two <b>words</b></p>' in html
    assert '<cite><a href="https://example.org/">Ada</a></cite>' in html


def test_a_note_without_a_title_is_named_after_its_kind() -> None:
    body = [{"type": "paragraph", "value": "<p>x</p>"}]
    assert "Warning</p>" in html_of("admonition", {"kind": "warning", "title": "", "body": body})


@pytest.mark.parametrize(("size", "whole"), [((640, 480), False), ((252, 512), True), ((1600, 300), True)])
def test_a_gallery_crops_no_screenshot_of_a_phone_and_no_banner(db: None, size: tuple, whole: bool) -> None:
    image = get_image_model().objects.create(title="A", file=get_test_image_file(size=size))
    html = html_of("gallery", {"images": [{"image": picture(image=image), "caption": ""}], "caption": ""})
    assert ("gallery__link--whole" in html) is whole


@pytest.mark.parametrize(
    "address", ["https://[example.org/a.jpg", "http://[::1", "https://exa℀mple.org/a.jpg"]
)
def test_an_address_that_is_none_breaks_no_page(db: None, address: str) -> None:
    picture = {"url": address, "alt_text": "A press", "caption": "", "width": "text", "link": ""}
    assert "A press" in html_of("remote_picture", picture)
    assert "Look" in html_of("embed", {"url": address, "caption": "Look"})
    frame = f'<iframe src="{address}"></iframe>'
    Embed.objects.create(
        url="https://video.example/1", hash=get_embed_hash("https://video.example/1"), html=frame
    )
    assert "Look" in html_of("embed", {"url": "https://video.example/1", "caption": "Look"})
