"""Bring a blog in from another system."""

from __future__ import annotations

import argparse
import json
from pathlib import Path
from typing import Any

from django.core.management.base import BaseCommand, CommandError
from django.utils.translation import gettext as _

from porting.importer import source as sources
from porting.importer.analysis import analyse
from porting.importer.options import ImportOptions
from porting.importer.places import PlaceError
from porting.importer.report import Report
from porting.importer.run import import_source
from porting.importer.runs import BusyError, TakenOverError
from porting.importer.telling import Ticker, told
from porting.media.store import StorageError
from porting.models import ImportRun
from porting.readers import READERS
from porting.readers.options import ReadOptions


class Command(BaseCommand):
    """``manage.py import_blog SOURCE``."""

    def add_arguments(self, parser: argparse.ArgumentParser) -> None:
        """Describe what can be chosen."""
        parser.description = _(
            "Bring a blog in from WordPress, Ghost, Docusaurus, Jekyll, Hexo, Hugo, Zola, Pelican, MkDocs or plain "
            "Markdown."
        )
        add = parser.add_argument
        add("source", help=_("The export: a file, a folder or a zip."))
        add(
            "--format",
            default="",
            help=_("One of %(formats)s. Found out when not given.") % {"formats": ", ".join(READERS)},
        )
        add(
            "--under",
            default="/blog/",
            help=_("Where the blog is on this site. Made when missing. Default: /blog/"),
        )
        add(
            "--media",
            default="",
            help=_("A folder or zip with the old site's files, such as wp-content/uploads."),
        )
        add("--fetch-media", action="store_true", help=_("Fetch pictures and files from the old site."))
        add("--dry-run", action="store_true", help=_("Only look, and say what an import would do."))
        add("--report", default="", help=_("Write the report to this file, as JSON."))
        add(
            "--permalink", default="", help=_("How posts' addresses were made, such as /:year/:month/:slug/.")
        )
        add("--base-url", default="", help=_("The old site's address, such as https://old.example."))
        add("--base-path", default="", help=_("Where the blog was on the old site, such as /blog."))
        add(
            "--language-prefix",
            action="store_true",
            help=_("Addresses began with the language, such as /de/."),
        )
        add("--content", default="", help=_("The folder of the source that holds the posts."))

    def handle(self, *args: Any, **options: Any) -> None:
        """Analyse or import, and say how it went."""
        chosen = _options(options)
        if options["report"]:
            _check_place_of(Path(options["report"]).absolute())
        try:
            with sources.opened(options["source"], chosen) as source:
                report = self._work(source, chosen, options)
        except (sources.SourceError, PlaceError, StorageError, BusyError, TakenOverError) as error:
            raise CommandError(str(error)) from error
        except KeyboardInterrupt:
            raise CommandError(_("Stopped. Start the same import again to go on where it stopped.")) from None
        self._finish(report, options)

    def _work(self, source: sources.Source, chosen: ImportOptions, options: dict[str, Any]) -> Report:
        ticker = Ticker(self.stderr)
        if options["dry_run"]:
            return analyse(source, chosen, ticker)
        run = ImportRun(source=str(options["source"])[-500:], options=chosen.as_json())
        return import_source(run, source, chosen, ticker)

    def _finish(self, report: Report, options: dict[str, Any]) -> None:
        content, file, problem = report.as_json(), options["report"], ""
        if file:
            text = json.dumps(content, ensure_ascii=False, indent=1, default=str)
            try:
                Path(file).write_text(text, encoding="utf-8")
            except OSError as error:
                file, problem = "", str(error)
        self.stdout.write(told(content, dry_run=options["dry_run"], file=file))
        if problem:
            raise CommandError(_("The report could not be written: %(error)s") % {"error": problem})


def _check_place_of(report: Path) -> None:
    if not report.parent.is_dir():
        message = _("The report cannot be written: there is no folder for %(file)s.")
        raise CommandError(message % {"file": report})
    if report.is_dir():
        message = _("The report cannot be written: %(file)s is a folder.")
        raise CommandError(message % {"file": report})


def _options(options: dict[str, Any]) -> ImportOptions:
    return ImportOptions(
        format=options["format"],
        under=options["under"],
        media=options["media"],
        fetch_media=options["fetch_media"],
        reading=ReadOptions(
            permalink=options["permalink"],
            base_url=options["base_url"],
            base_path=options["base_path"],
            language_prefix=options["language_prefix"],
            content=options["content"],
        ),
    )
