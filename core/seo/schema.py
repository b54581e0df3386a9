"""Structured data every part of the site shares, as plain dictionaries. Sources: schema.org types, each named below.

Pure: no model, no query, no request. Addresses are absolute. Empty values are left out, because validators
report them.
"""

from collections.abc import Iterable, Sequence
from typing import Any

from core.seo.metadata import MetaImage

CONTEXT = "https://schema.org"


def node(kind: str, **values: Any) -> dict[str, Any]:
    """A node of the given type without its empty values; ``id_`` becomes ``@id``."""
    kept = {
        ("@id" if name == "id_" else name): value
        for name, value in values.items()
        if value not in (None, "", [])
    }
    return {"@type": kind, **kept}


def in_context(data: dict[str, Any]) -> dict[str, Any]:
    """A node as a document of its own."""
    return {"@context": CONTEXT, **data}


def reference(kind: str, id_: str, **values: Any) -> dict[str, Any]:
    """A node that is described in full elsewhere under its ``@id``."""
    return node(kind, id_=id_, **values)


def image_object(image: MetaImage | None) -> dict[str, Any] | None:
    """https://schema.org/ImageObject, or None without a picture."""
    if image is None:
        return None
    return node(
        "ImageObject",
        url=image.url,
        contentUrl=image.url,
        width=image.width,
        height=image.height,
        caption=image.alt,
    )


def organization(name: str, url: str, logo: MetaImage | None, same_as: Sequence[str]) -> dict[str, Any]:
    """https://schema.org/Organization: whoever publishes the site."""
    return node(
        "Organization",
        id_=f"{url}#publisher",
        name=name,
        url=url,
        logo=image_object(logo),
        sameAs=list(same_as),
    )


def website(
    *, name: str, url: str, description: str, language: str, search_url: str, publisher: dict[str, Any]
) -> dict[str, Any]:
    """https://schema.org/WebSite with https://schema.org/SearchAction: where the site's search is."""
    action = {
        "@type": "SearchAction",
        "target": {"@type": "EntryPoint", "urlTemplate": f"{search_url}?q={{search_term_string}}"},
        "query-input": "required name=search_term_string",
    }
    return node(
        "WebSite",
        id_=f"{url}#website",
        name=name,
        url=url,
        description=description,
        inLanguage=language,
        publisher=publisher,
        potentialAction=action,
    )


def web_page(
    *, kind: str = "WebPage", name: str, url: str, description: str, language: str, **more: Any
) -> dict[str, Any]:
    """https://schema.org/WebPage, or one of the types below it such as CollectionPage and ProfilePage."""
    return node(kind, id_=url, url=url, name=name, description=description, inLanguage=language, **more)


def breadcrumb_list(crumbs: Iterable[tuple[str, str]]) -> dict[str, Any]:
    """https://schema.org/BreadcrumbList: the way down to a page, as pairs of label and address."""
    items = [
        {"@type": "ListItem", "position": position, "name": label, "item": url}
        for position, (label, url) in enumerate(crumbs, start=1)
    ]
    return {"@type": "BreadcrumbList", "itemListElement": items}


def faq_page(answers: Iterable[tuple[str, str]], url: str) -> dict[str, Any] | None:
    """https://schema.org/FAQPage from pairs of question and answer; None without any."""
    questions = [
        {"@type": "Question", "name": question, "acceptedAnswer": {"@type": "Answer", "text": answer}}
        for question, answer in answers
    ]
    return node("FAQPage", id_=f"{url}#faq", mainEntity=questions) if questions else None
