"""The forms a blog can be taken out in, and the one way to do it."""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass, field
from importlib import import_module
from pathlib import Path
from typing import Any, Protocol

from django.conf import settings
from django.utils import timezone, translation
from django.utils.functional import Promise
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy
from wagtail.models import Site

from core.models import NavigationSettings, SiteSettings
from porting.document import Problem
from porting.exporters.collect import OwnBlog, collect
from porting.exporters.destination import Destination, ExportError, destination
from porting.exporters.moment import at_one_moment


@dataclass
class Outcome:
    """What an export holds, by the kinds of ``words.COUNTS``, and what of the blog did not fit into it."""

    counts: Counter[str] = field(default_factory=Counter)
    problems: list[Problem] = field(default_factory=list)


class Exporter(Protocol):
    """A module's ``export``: writes a collected blog into a place."""

    def __call__(self, blog: OwnBlog, place: Destination) -> Outcome:
        """Write everything; ExportError when that cannot be done."""


@dataclass(frozen=True)
class Format:
    """A form to export in: what it is called, and the module whose ``export`` writes it."""

    label: str | Promise
    module: str

    def exporter(self) -> Exporter:
        """The function that writes this form."""
        return import_module(self.module).export


FORMATS = {
    "markdown": Format(
        gettext_lazy("Markdown with front matter (Docusaurus, Hugo)"), "porting.exporters.markdown"
    ),
    "ghost": Format(gettext_lazy("Ghost"), "porting.exporters.ghost"),
    "wxr": Format(gettext_lazy("WordPress (WXR)"), "porting.exporters.wxr"),
    "html": Format(gettext_lazy("A static site of web pages"), "porting.exporters.static_site"),
}


def export_blog(blog_index: Any, name: str, path: Path, base_url: str = "") -> Outcome:
    """Write a blog into the folder or zip ``path``, in the form called ``name``.

    ``base_url`` is where the blog will be read, its own site by default. ExportError when it cannot be done;
    nothing is at ``path`` then.
    """
    _refuse_public(path)
    export = FORMATS[name].exporter()
    site = blog_index.get_site() or Site.objects.get(is_default_site=True)
    for settings_of in (SiteSettings, NavigationSettings):
        settings_of.for_site(site)  # makes them when there are none, which an export must not
    # As readers see the site, whoever asks: the admin speaks an editor's language and tells the time where they are.
    language, zone = translation.override(settings.LANGUAGE_CODE), timezone.override(None)
    try:
        with destination(path) as place, language, zone, at_one_moment():
            return export(collect(blog_index, base_url=base_url), place)
    except OSError as error:
        message = _("“%(path)s” could not be written: %(error)s. Nothing was left behind.")
        raise ExportError(message % {"path": path, "error": error.strerror or error}) from error


def _refuse_public(path: Path) -> None:
    """Whatever lies in these folders can be downloaded by everybody, and an export holds posts with their passwords."""
    for folder in filter(None, (settings.MEDIA_ROOT, settings.STATIC_ROOT)):
        if path.resolve().is_relative_to(Path(folder).resolve()):
            message = _("“%(path)s” is in a folder that readers can download from. Choose another place.")
            raise ExportError(message % {"path": path})
