"""Rules of MemberPress about who may read what: entries of their own in the export, not fields of the posts."""

from __future__ import annotations

from django.utils.translation import gettext as _

from porting.document import Problem, SourcePost, State
from porting.readers.wordpress.plain import plain_text
from porting.readers.wordpress.records import RawExport, RawItem

RULE = "memberpressrule"
_FILED = {"category": "category", "tag": "post_tag"}


def close_by_rules(export: RawExport, posts: list[SourcePost]) -> list[Problem]:
    """Close every post a rule is about; returns what is to be said about rules nobody here understands."""
    rules = [item for item in export.items if item.type == RULE and item["status"] == "publish"]
    if not rules:
        return []
    items = {item.id: item for item in export.items}
    slugs = {(term.taxonomy, term.term_id): term.slug for term in export.terms if term.term_id}
    for post in posts:
        item = items[post.source_id]
        above = _above(item, items)
        if any(_is_about(rule, item, slugs) or _is_below(rule, item, above) for rule in rules):
            post.members_only = True
            if post.state is State.PUBLISHED:
                post.state = State.MEMBERS
    return [_unknown(rule) for rule in rules if not _is_known(rule)]


def _kind(rule: RawItem) -> str:
    return rule.meta.get("_mepr_rules_type", "")


def _is_known(rule: RawItem) -> bool:
    kind = _kind(rule)
    whole = kind.startswith(("single_", "all_")) and not kind.startswith("all_tax")
    return whole or kind.startswith("parent_") or kind in {"all", *_FILED}


def _above(item: RawItem, items: dict[str, RawItem]) -> set[str]:
    """The page an entry is below, the one that is below, and so on."""
    found: set[str] = set()
    while (parent := item["post_parent"]) in items and parent not in found:
        found.add(parent)
        item = items[parent]
    return found


def _is_below(rule: RawItem, item: RawItem, above: set[str]) -> bool:
    return _kind(rule) == f"parent_{item.type}" and rule.meta.get("_mepr_rules_content", "").strip() in above


def _is_about(rule: RawItem, item: RawItem, slugs: dict[tuple[str, str], str]) -> bool:
    kind, named = _kind(rule), rule.meta.get("_mepr_rules_content", "").strip()
    if kind == "all" or kind == f"all_{item.type}":  # but for those it names
        return item.id not in {number.strip() for number in named.split(",")}
    if not named:
        return False
    if kind in _FILED:
        slug = slugs.get((_FILED[kind], named), named)
        return any(term.taxonomy == _FILED[kind] and term.slug == slug for term in item.terms)
    return kind == f"single_{item.type}" and item.id == named


def _unknown(rule: RawItem) -> Problem:
    text = _(
        "MemberPress had the rule “%(title)s”, of a kind nobody here knows. Look whether what it closed is public now."
    )
    return Problem(rule.id, "hidden", text % {"title": plain_text(rule["title"])})
