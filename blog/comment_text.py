"""What readers may write in a comment: a little markup, no pictures, no scripts."""

import re
from typing import Any

import nh3
from django.db import models

TAGS = {"p", "br", "a", "em", "strong", "code", "pre", "blockquote", "ul", "ol", "li"}
ATTRIBUTES = {"a": {"href"}}
SCHEMES = {"http", "https", "mailto"}
#: Search engines are told that nobody here vouches for a reader's links.
LINK_REL = "nofollow ugc"
#: What stands on lines of its own and is not kept: the words in it shall not run into those before and after.
BOXES = re.compile(
    r"</?(?:address|article|aside|caption|center|dd|details|div|dl|dt|fieldset|figcaption|figure|footer|form|h[1-6]"
    r"|header|hr|main|nav|section|summary|table|tbody|tfoot|thead|tr)\b[^<>]*>",
    re.IGNORECASE,
)
CELL_ENDS = re.compile(r"</t[dh]\s*>", re.IGNORECASE)
EMPTY = re.compile(r"<p>\s*</p>")


def clean_comment(html: str) -> str:
    """Return a comment's HTML with only the markup that is allowed; text of other elements stays.

    Safe to use on what was cleaned before.
    """
    apart = BOXES.sub("<p>", CELL_ENDS.sub(" ", html or ""))
    kept = nh3.clean(apart, tags=TAGS, attributes=ATTRIBUTES, url_schemes=SCHEMES, link_rel=LINK_REL)
    return EMPTY.sub("", kept).strip()


class CommentTextField(models.TextField):
    """Text that is cleaned on its way into the database, also when many rows are written at once."""

    def pre_save(self, model_instance: models.Model, add: bool) -> Any:
        """Clean the value, and leave the cleaned one on the object."""
        value = clean_comment(getattr(model_instance, self.attname))
        setattr(model_instance, self.attname, value)
        return value

    def deconstruct(self) -> tuple:
        """For migrations it is a plain text field."""
        name, _path, args, kwargs = super().deconstruct()
        return name, "django.db.models.TextField", args, kwargs
