"""Addresses of a blog's lists, for templates."""

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
def category_url(context: Context, category: Any) -> str:
    """The page of a category."""
    return addresses.subject_path(_blog_url(context), "category", category.slug)


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
