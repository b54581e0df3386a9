"""Taking a blog out: a form, and the finished zip."""

from __future__ import annotations

import shutil
import tempfile
from pathlib import Path
from typing import Any

from django.http import FileResponse, HttpResponse
from django.utils import timezone
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy
from django.views.generic import FormView
from wagtail.admin.views.generic.base import WagtailAdminTemplateMixin

from porting.admin.access import AdministratorsOnly
from porting.admin.forms import ExportForm
from porting.exporters.destination import ExportError
from porting.exporters.formats import export_blog


class ExportBlog(AdministratorsOnly, WagtailAdminTemplateMixin, FormView):
    """Choose a blog and a form; the answer is the zip."""

    template_name = "porting/admin/export.html"
    form_class = ExportForm
    page_title = gettext_lazy("Export a blog")
    header_icon = "upload"

    def get_breadcrumbs_items(self) -> list[dict[str, Any]]:
        """Only this page."""
        return [*self.breadcrumbs_items, {"url": "", "label": self.get_page_title()}]

    def form_valid(self, form: ExportForm) -> HttpResponse:
        """Write the zip into a folder of its own, and send it; the folder is gone at once."""
        blog, name = form.cleaned_data["blog"], form.cleaned_data["format"]
        folder = Path(tempfile.mkdtemp(prefix="export-"))
        try:
            path = folder / f"{blog.slug}-{name}-{timezone.localdate():%Y-%m-%d}.zip"
            export_blog(blog, name, path, form.cleaned_data["base_url"])
            # An open file can still be read when its name is gone.
            return FileResponse(path.open("rb"), as_attachment=True, filename=path.name)
        except (ExportError, OSError) as error:
            form.add_error(None, _("The export could not be made: %(error)s") % {"error": error})
            return self.form_invalid(form)
        finally:
            shutil.rmtree(folder, ignore_errors=True)
