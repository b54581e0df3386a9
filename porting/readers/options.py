"""What whoever imports can tell a reader that the source itself does not say."""

from dataclasses import dataclass


@dataclass(frozen=True)
class ReadOptions:
    """All optional; the source's own configuration comes first.

    ``permalink`` is a pattern such as ``/blog/:year/:month/:day/:slug/``, ``base_url`` the old site's address
    (``https://old.example``), ``base_path`` where the blog was on it (``/blog``), ``language_prefix`` whether
    addresses began with the language, ``content`` the folder of the package that holds the posts.
    """

    permalink: str = ""
    base_url: str = ""
    base_path: str = ""
    language_prefix: bool = False
    content: str = ""
