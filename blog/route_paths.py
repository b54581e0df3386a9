"""Paths of all lists below a blog, for the redirects left behind when the blog moves."""

from typing import Any

from blog import addresses, listing_store


def route_paths(blog: Any) -> list[str]:
    """Paths relative to the blog's own address, such as ``/tags/django/``; feeds included."""
    paths = ["/", "/archive/", *(f"/{section}/" for section in addresses.SECTIONS.values())]
    lists = ["/"]
    for kind in addresses.SECTIONS:
        subjects = blog.subjects(kind, listing_store.sizes(kind, blog.pk))
        lists.extend(addresses.subject_path("/", kind, subject.slug) for subject in subjects)
    months = listing_store.sizes("month", blog.pk)
    paths += [addresses.period_path("/", key // 100, key % 100) for key in months]
    paths += [addresses.period_path("/", year) for year in {key // 100 for key in months}]
    for base in lists:
        paths += [base, *addresses.feed_paths(base).values()]
    return list(dict.fromkeys(paths))
