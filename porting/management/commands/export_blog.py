"""Take a blog out of this site, in one of several forms."""

from __future__ import annotations

from argparse import ArgumentParser
from pathlib import Path
from typing import Any

from django.apps import apps
from django.core.management.base import BaseCommand, CommandError
from django.utils.translation import gettext as _
from wagtail.models import Site

from porting.exporters.destination import ExportError
from porting.exporters.formats import FORMATS, Outcome, export_blog
from porting.exporters.words import counted

SHOWN = 20


class Command(BaseCommand):
    """``manage.py export_blog DEST --format markdown``: DEST is a new folder, or a zip when it ends in .zip."""

    def add_arguments(self, parser: ArgumentParser) -> None:
        """What to write, where to, and of which blog."""
        parser.description = _("Write a blog with everything in it into a folder or a zip file.")
        parser.add_argument(
            "dest", type=Path, metavar="DEST", help=_("A folder, new or empty, or a name that ends in .zip.")
        )
        parser.add_argument("--format", choices=sorted(FORMATS), default="markdown")
        parser.add_argument(
            "--blog", default="", help=_("The blog's address, such as /blog/. Needed when there are several.")
        )
        parser.add_argument(
            "--base-url", default="", help=_("Where the blog will be read, such as https://example.org.")
        )

    def handle(self, *args: Any, **options: Any) -> None:
        """Write the export, then say what is in it and what did not fit."""
        base_url = options["base_url"]
        if base_url and not base_url.startswith(("https://", "http://")):
            raise CommandError(_("--base-url starts with https:// or http://."))
        blog = find_blog(options["blog"])
        try:
            outcome = export_blog(blog, options["format"], options["dest"], base_url)
        except (ExportError, OSError) as error:
            raise CommandError(str(error)) from error
        self._tell(outcome, options["dest"])

    def _tell(self, outcome: Outcome, path: Path) -> None:
        counts = ", ".join(f"{number} {counted(kind)}" for kind, number in outcome.counts.items())
        self.stdout.write(self.style.SUCCESS(f"{path}: {counts}"))
        for problem in outcome.problems[:SHOWN]:
            self.stdout.write(f"  {problem.kind}: {problem.detail} ({problem.source})")
        if len(outcome.problems) > SHOWN:
            self.stdout.write(f"  {_('and %(number)d more') % {'number': len(outcome.problems) - SHOWN}}")


def find_blog(address: str) -> Any:
    """The blog at a path such as ``/blog/``, or the only one there is. CommandError when that is not clear."""
    blogs = {
        page.relative_url(_site_of(page)): page
        for page in apps.get_model("blog", "BlogIndexPage").objects.all()
    }
    if not blogs:
        raise CommandError(_("This site has no blog yet."))
    if address:
        wanted = f"/{address.strip('/')}/".replace("//", "/")
        if wanted not in blogs:
            raise CommandError(
                _("There is no blog at %(path)s. There is: %(list)s")
                % {"path": wanted, "list": ", ".join(sorted(blogs))}
            )
        return blogs[wanted]
    if len(blogs) > 1:
        raise CommandError(
            _("There are several blogs. Say which: --blog %(list)s") % {"list": " or ".join(sorted(blogs))}
        )
    return next(iter(blogs.values()))


def _site_of(page: Any) -> Any:
    return page.get_site() or Site.objects.get(is_default_site=True)
