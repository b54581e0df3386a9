"""A post with one of everything that gains a comfort in the browser."""

import json

from home.models import HomePage
from tests.factories import BlogIndexPageFactory, BlogPageFactory, SiteImageFactory

SECTIONS = ("Beginning", "Middle", "End")
ALTS = ("A red field", "A green field", "A blue field")
TYPED = "pip install colophon"
LINES = "<p>" + "Words to fill a line and then another one. " * 60 + "</p>"


def write_post(title: str = "Everything"):
    """A blog at /blog/ with one long post."""
    blog = BlogIndexPageFactory(parent=HomePage.objects.get(depth=2), title="Journal", slug="blog")
    return BlogPageFactory(parent=blog, title=title, body=json.dumps(_body()))


def _body() -> list[dict]:
    pictures = [
        {"image": _picture(colour, alt), "caption": f"Number {number}"}
        for number, (colour, alt) in enumerate(zip(("red", "green", "blue"), ALTS, strict=True), 1)
    ]
    tabs = [
        {"label": label, "body": [{"type": "paragraph", "value": f"<p>On {label}.</p>"}]}
        for label in ("macOS", "Linux")
    ]
    large = {"image": _picture("navy", "A navy field", 1000), "caption": "", "width": "text"}
    middle = [
        ("code", {"language": "console", "title": "", "code": f"$ {TYPED}\nDone"}),
        ("tabs", {"group": "os", "tabs": tabs}),
        ("gallery", {"images": pictures, "caption": ""}),
        ("image", large),
    ]
    body = []
    for section in SECTIONS:
        body.append(("heading", {"text": section, "level": "2", "anchor": ""}))
        body.append(("paragraph", LINES))
        body += middle if section == "Middle" else []
    return [{"type": kind, "value": value} for kind, value in body]


def _picture(colour: str, alt: str, width: int = 500) -> dict:
    image = SiteImageFactory(file__width=width, file__height=width * 3 // 4, file__color=colour)
    return {"image": image.pk, "decorative": False, "alt_text": alt}
