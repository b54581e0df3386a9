"""Addresses of a blog's lists, for templates."""

from datetime import date
from typing import Any

from django import template
from django.template import Context

from blog import addresses, listing_store

register = template.Library()


def _blog_url(context: Context) -> str:
    """The address of the blog being read; outside a blog, of the site's first public one."""
    request = context.get("request")
    blog = context.get("blog") or listing_store.first_blog(request)
    return (blog.get_url(request) or "") if blog else ""


@register.simple_tag(takes_context=True)
def tag_url(context: Context, tag: Any) -> str:
    """The page of a tag."""
    return addresses.subject_path(_blog_url(context), "tag", tag.slug)


@register.simple_tag(takes_context=True)
def author_url(context: Context, author: Any) -> str:
    """The page of an author."""
    return addresses.subject_path(_blog_url(context), "author", author.slug)


@register.simple_tag(takes_context=True)
def series_url(context: Context, series: Any) -> str:
    """The page of a series."""
    return addresses.subject_path(_blog_url(context), "series", series.slug)


@register.simple_tag(takes_context=True)
def section_url(context: Context, kind: str) -> str:
    """The page of all tags, authors or series: kind is tag, author or series."""
    return addresses.section_path(_blog_url(context), kind)


@register.simple_tag(takes_context=True)
def archive_url(context: Context) -> str:
    """The overview of years and months."""
    return addresses.archive_path(_blog_url(context))


@register.simple_tag(takes_context=True)
def period_url(context: Context, day: date) -> str:
    """The posts of the month a day is in."""
    return addresses.period_path(_blog_url(context), day.year, day.month)
