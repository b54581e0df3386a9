"""From XML elements to records. Names are compared by the kind of their namespace: versions 1.0 to 1.3 differ in it."""

from __future__ import annotations

import re

from lxml import etree

from porting.readers.wordpress.elementor import FIELD
from porting.readers.wordpress.hidden_fields import BUILDERS, SHOWN
from porting.readers.wordpress.hidden_widgets import take_out_hidden
from porting.readers.wordpress.records import RawAuthor, RawComment, RawItem, RawTerm

#: Fields the plugins and WordPress keep behind an underscore that say something about the post itself.
WANTED_META = (
    "_thumbnail_id", "_wp_attachment_image_alt", "_wp_attached_file", "_wp_attachment_metadata", "_wp_old_slug",
    "_yoast_wpseo_", "_aioseo", "_seopress_", "_genesis_", "_social_image_url", "_series_part", "_links_to",
    "_colophon", "_wpmu_", "_format_", "_jetpack_newsletter_access", "_members_access_role", "_wpmem_block", "_is_paid",
    "_mepr_rules_", "_product_image_gallery", *SHOWN,
)  # fmt: skip
LONGEST_FIELD = 20_000  # characters of a custom field; page builders keep whole pages in theirs
_WHOLE = {"footnotes", "reblog_snapshot"}  # they are text
_MADE_BY_PROGRAM = re.compile(r"[a-z0-9]+(?:[_-]+[a-z0-9]+)+")


def local_name(tag: object) -> str:
    """``wp:status`` for any version's namespace, ``content:encoded``, ``dc:creator``, plain names as they are."""
    if not isinstance(tag, str):
        return ""
    if not tag.startswith("{"):
        return tag
    space, name = tag[1:].split("}", 1)
    space = space.lower().rstrip("/")
    if "wordpress.org/export" in space:
        return ("excerpt:" if space.endswith("excerpt") else "wp:") + name
    if space.endswith("modules/content"):
        return "content:" + name
    if "purl.org/dc/" in space:
        return "dc:" + name
    return f"other:{name}"


def text_of(element: etree._Element) -> str:
    """An element's text. A value on lines of its own was put there by whoever laid the file out, such as a browser
    that showed it before it was saved: the space around it is not part of it."""
    text = "".join(element.itertext())
    return text.strip() if text.startswith("\n") else text


def children(element: etree._Element) -> dict[str, str]:
    """The text of each child that has no children of its own, by name; the first of a name counts."""
    found: dict[str, str] = {}
    for child in element:
        name = local_name(child.tag)
        if name and name not in found:
            found[name] = text_of(child)
    return found


def read_item(element: etree._Element) -> RawItem:
    """Return one item; its content is packed at once."""
    item = RawItem()
    for child in element:
        name = local_name(child.tag)
        if name == "category":
            _add_term(item, child)
        elif name == "wp:postmeta":
            _add_meta(item, children(child))
        elif name == "wp:comment":
            item.comments.append(read_comment(children(child)))
        elif name == "content:encoded":
            item.content = text_of(child)
        elif name:
            key = "excerpt" if name == "excerpt:encoded" else name.rsplit(":", 1)[-1]
            text = text_of(child)
            item.fields.setdefault(key, text if key == "post_password" else text.strip())
    if item.packed:
        take_out_hidden(item)
    return item


def _add_term(item: RawItem, element: etree._Element) -> None:
    text = "".join(element.itertext()).strip()
    taxonomy = element.get("domain") or "category"
    slug = (element.get("nicename") or "").strip()
    same = [t for t in item.terms if t.taxonomy == taxonomy and t.name == text]
    if same:  # version 1.0 lists each category twice, once without its nicename
        same[0].slug = same[0].slug or slug
    elif text or slug:
        item.terms.append(
            RawTerm(taxonomy="post_tag" if taxonomy == "tag" else taxonomy, slug=slug, name=text)
        )


def _add_meta(item: RawItem, fields: dict[str, str]) -> None:
    key, value = fields.get("wp:meta_key", ""), fields.get("wp:meta_value", "")
    if not key or not value or not _is_wanted(item, key):
        return
    if key in BUILDERS:
        item.meta.setdefault(key, value)
    elif key in item.meta:
        if value != item.meta[key] and _may_come_again(key):
            item.meta[key] = f"{item.meta[key]}\n{value}"[:LONGEST_FIELD]
    elif not key.startswith("_") or len(value) <= LONGEST_FIELD:
        item.meta[key] = value if key in _WHOLE else value[:LONGEST_FIELD]


def _is_wanted(item: RawItem, key: str) -> bool:
    """Whether a field says something; a builder's, which may be large, only when the page has no text of its own.
    That of Elementor tells what is hidden in the text as well."""
    if not key.startswith("_"):
        return True
    return (not item.packed or key == FIELD) if key in BUILDERS else key.startswith(WANTED_META)


def _may_come_again(key: str) -> bool:
    """Whether a field that comes several times means all its values: people's own do, and a few of WordPress's."""
    return key in {"_wp_old_slug", "enclosure"} or not is_made_by_program(key)


def is_made_by_program(key: str) -> bool:
    """Whether a field's name is one that plug-ins and themes choose, ``acme_layout``; people write "Mood"."""
    return key.startswith("_") or bool(_MADE_BY_PROGRAM.fullmatch(key))


def read_comment(fields: dict[str, str]) -> RawComment:
    """Return a comment."""
    get = fields.get
    return RawComment(
        comment_id=get("wp:comment_id", "").strip(),
        author=get("wp:comment_author", "").strip(),
        url=get("wp:comment_author_url", "").strip(),
        date=get("wp:comment_date", "").strip(),
        date_gmt=get("wp:comment_date_gmt", "").strip(),
        content=get("wp:comment_content", ""),
        approved=get("wp:comment_approved", "").strip(),
        kind=get("wp:comment_type", "").strip(),
        parent=get("wp:comment_parent", "").strip(),
    )


def read_term(element: etree._Element, taxonomy: str) -> RawTerm:
    """Return a category, a tag or a term: three elements with the same content under different names."""
    fields = children(element)

    def first(*names: str) -> str:
        return next((fields[f"wp:{name}"].strip() for name in names if fields.get(f"wp:{name}")), "")

    return RawTerm(
        taxonomy=taxonomy or first("term_taxonomy"),
        slug=first("category_nicename", "tag_slug", "term_slug"),
        name=first("cat_name", "tag_name", "term_name"),
        term_id=first("term_id"),
        parent=first("category_parent", "term_parent"),
        description=first("category_description", "tag_description", "term_description"),
    )


def read_author(element: etree._Element) -> RawAuthor:
    """Return an author; the mail address is only used to tell people apart, the importer shows it nowhere."""
    fields = {name: text.strip() for name, text in children(element).items()}
    full = " ".join(filter(None, (fields.get("wp:author_first_name"), fields.get("wp:author_last_name"))))
    return RawAuthor(
        login=fields.get("wp:author_login", ""),
        name=fields.get("wp:author_display_name", "") or full,
        email=fields.get("wp:author_email", ""),
        author_id=fields.get("wp:author_id", ""),
    )
