"""Rules every public template keeps."""

import re
from functools import cache
from pathlib import Path

import pytest
from django.conf import settings
from django.template.loader import get_template

FOLDER = Path(settings.BASE_DIR) / "templates"
NAMES = sorted(str(path.relative_to(FOLDER)) for path in FOLDER.rglob("*.html"))
REACHED = re.compile(r"""{%\s*(?:extends|include)\s+["']([^"']+)["']""")


@cache
def source(name: str) -> str:
    return (FOLDER / name).read_text("utf-8")


@cache
def with_all_it_pulls_in(name: str, seen: frozenset = frozenset()) -> str:
    """The template's text and that of what it extends and includes; each file once."""
    text = re.sub(r"{% comment %}.*?{% endcomment %}|{#.*?#}", "", source(name), flags=re.S)
    further = [reached for reached in sorted(set(REACHED.findall(text)) - seen - {name}) if reached in NAMES]
    return "\n".join([text, *(with_all_it_pulls_in(reached, seen | {name}) for reached in further)])


#: Frames for pages to fill, and what only editors see in a preview.
NO_PAGES = ("layouts/", "base.html")
PAGES = [
    name
    for name in NAMES
    if "<!DOCTYPE html>" in with_all_it_pulls_in(name)
    and not name.startswith(NO_PAGES)
    and not name.endswith("_preview.html")
]


def test_there_are_pages_to_look_at():
    assert {"blog/blog_page.html", "home/home_page.html", "404.html", "wagtailcore/login.html"} <= set(PAGES)


@pytest.mark.parametrize("name", NAMES)
def test_a_template_compiles_and_is_short(name):
    get_template(name)
    assert len(source(name).splitlines()) < 100


@pytest.mark.parametrize("name", NAMES)
def test_a_template_has_no_inline_style_or_script(name):
    text = source(name)
    assert not re.search(r"<style\b", text)
    assert not re.search(r"\sstyle\s*=", re.sub(r"{%.*?%}", "", text, flags=re.S))
    assert not re.search(r"\son[a-z]+\s*=", re.sub(r"{%.*?%}|{{.*?}}", "", text, flags=re.S))
    for attributes in re.findall(r"<script\b([^>]*)>", text):
        assert "src=" in attributes or "application/ld+json" in attributes


@pytest.mark.parametrize("name", NAMES)
def test_a_template_calls_no_other_host(name):
    assert not re.search(r"""(?:src|href)=["'](?:https?:)?//""", source(name))


@pytest.mark.parametrize("name", PAGES)
def test_a_page_has_one_main_heading_and_one_main_part(name):
    text = with_all_it_pulls_in(name)
    assert len(re.findall(r"<h1\b", text)) == 1
    assert len(re.findall(r"<main\b", text)) == 1


@pytest.mark.parametrize("name", [name for name in NAMES if name.startswith("components/")])
def test_components_get_what_they_need_as_arguments(name):
    for include in re.findall(r"{%\s*include\s+[^%]*%}", source(name)):
        assert re.search(r"\bonly\s*%}", include), include


@pytest.mark.parametrize("path", sorted((FOLDER / "icons").glob("*.svg")), ids=lambda path: path.stem)
def test_an_icon_takes_the_colour_of_the_text(path):
    text = path.read_text("utf-8")
    assert text.startswith("<svg ")
    assert "currentColor" in text
    assert "#" not in text
