"""Structured data as plain dictionaries."""

from core.seo import schema
from core.seo.metadata import MetaImage


def test_empty_values_are_left_out():
    assert schema.node("Thing", id_="x", name="", url=None, sameAs=[], position=0) == {
        "@type": "Thing",
        "@id": "x",
        "position": 0,
    }


def test_breadcrumbs_are_numbered_from_one():
    found = schema.breadcrumb_list([("Home", "https://example.org/"), ("Blog", "https://example.org/blog/")])
    assert found["itemListElement"][1] == {
        "@type": "ListItem",
        "position": 2,
        "name": "Blog",
        "item": "https://example.org/blog/",
    }


def test_a_body_without_questions_is_no_faq_page():
    assert schema.faq_page([], "https://example.org/") is None


def test_a_picture_says_its_size():
    found = schema.image_object(MetaImage("https://example.org/a.jpg", 1200, 675, "A ship"))
    assert (found["width"], found["height"], found["caption"]) == (1200, 675, "A ship")
    assert schema.image_object(None) is None
