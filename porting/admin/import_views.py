"""Bringing a blog in: upload, analysis, confirmation, progress, report."""

from __future__ import annotations

import json
import logging
from pathlib import Path
from typing import Any

from django.core.paginator import Paginator
from django.http import HttpRequest, HttpResponse, HttpResponseRedirect, JsonResponse
from django.shortcuts import get_object_or_404, redirect
from django.urls import reverse, reverse_lazy
from django.utils.functional import cached_property
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy
from django.views.generic import FormView, TemplateView, View
from wagtail.admin import messages
from wagtail.admin.views.generic.base import WagtailAdminTemplateMixin
from wagtail.admin.widgets.button import HeaderButton

from core.tasks import has_worker
from porting.admin import jobs, uploads, words
from porting.admin.access import AdministratorsOnly
from porting.admin.forms import ImportForm
from porting.models import ImportedItem, ImportRun

logger = logging.getLogger(__name__)

PER_PAGE = 50
State = ImportRun.State


class ImportPage(AdministratorsOnly, WagtailAdminTemplateMixin):
    """What all pages about imports share."""

    page_title = gettext_lazy("Import a blog")
    header_icon = "download"

    def get_breadcrumbs_items(self) -> list[dict[str, Any]]:
        """The list of imports, and this page below it."""
        above = [*self.breadcrumbs_items, {"url": reverse("porting:imports"), "label": _("Imports")}]
        return [*above, {"url": "", "label": self.get_page_title()}]


class ImportList(ImportPage, TemplateView):
    """Earlier imports, and the way to a new one."""

    template_name = "porting/admin/imports.html"
    page_title = gettext_lazy("Imports")

    def get_breadcrumbs_items(self) -> list[dict[str, Any]]:
        """Only this page."""
        return [*self.breadcrumbs_items, {"url": "", "label": _("Imports")}]

    def get_context_data(self, **kwargs: Any) -> dict[str, Any]:
        """A page of runs, newest first."""
        runs = ImportRun.objects.select_related("user").defer("report")
        page = Paginator(runs, PER_PAGE).get_page(self.request.GET.get("p"))
        for run in page.object_list:
            run.name = Path(run.source).name
            run.busy = jobs.is_busy(run)
            run.system = words.system(run.format)
        new = HeaderButton(label=_("Import a blog"), url=reverse("porting:new_import"), icon_name="plus")
        return super().get_context_data(runs=page, **kwargs) | {"header_buttons": [new]}


class NewImport(ImportPage, FormView):
    """The upload and the choices."""

    template_name = "porting/admin/new_import.html"
    form_class = ImportForm

    def form_valid(self, form: ImportForm) -> HttpResponse:
        """Keep the upload and begin to look at it."""
        try:
            uploads.remove_forgotten()
            source, media = uploads.keep(form.cleaned_data["export"], form.cleaned_data["media"])
        except OSError as error:
            logger.exception("An upload was not kept")
            message = _("The file could not be kept on the server: %(error)s.")
            form.add_error("export", message % {"error": error.strerror or error})
            return self.form_invalid(form)
        options = form.options(media).as_json()
        run = ImportRun.objects.create(source=source, options=options, user=self.request.user)
        jobs.launch(run)
        return redirect("porting:import", run.pk)


class RunMixin:
    """A view about one run."""

    @cached_property
    def run(self) -> ImportRun:
        """The run of the address."""
        return get_object_or_404(ImportRun, pk=self.kwargs["pk"])


class ImportDetail(RunMixin, ImportPage, TemplateView):
    """Where a run is: at work, looked at, through, or stopped."""

    TEMPLATES = {State.ANALYSED: "analysis", State.DONE: "report"}

    def get_page_title(self) -> str:
        """The file's name."""
        return Path(self.run.source).name

    def get_template_names(self) -> list[str]:
        """By the run's state."""
        name = "progress" if jobs.is_busy(self.run) else self.TEMPLATES.get(State(self.run.state), "stopped")
        return [f"porting/admin/{name}.html"]

    def get_context_data(self, **kwargs: Any) -> dict[str, Any]:
        """The run, and what was found."""
        run = self.run
        summary = run.report.get("summary", {})
        return super().get_context_data(**kwargs) | {
            "run": run,
            "system": words.system(run.format),
            "summary": summary,
            "counts": words.counts(summary),
            "states": words.states(summary),
            "constructs": summary.get("constructs", {}),
            "problems": words.problems(run.report.get("items", [])),
            "step": words.step(run.step),
            "can_go_on": uploads.is_there(run),
            "has_worker": has_worker(),
        }


class ImportedPages(RunMixin, ImportPage, TemplateView):
    """Every page the import made, with the way to edit and to read it."""

    template_name = "porting/admin/imported_pages.html"
    page_title = gettext_lazy("Imported pages")

    def get_context_data(self, **kwargs: Any) -> dict[str, Any]:
        """A page of them."""
        items = ImportedItem.objects.filter(blog_key=self.run.blog_key).select_related("page").order_by("pk")
        page = Paginator(items, PER_PAGE).get_page(self.request.GET.get("p"))
        return super().get_context_data(**kwargs) | {"run": self.run, "items": page}


class Progress(RunMixin, AdministratorsOnly, View):
    """How far a run is, for the script on its page."""

    def get(self, request: HttpRequest, pk: int) -> JsonResponse:
        """``busy``, ``done``, ``total`` and the step in words."""
        run = self.run
        said = {
            "busy": jobs.is_busy(run),
            "done": run.done,
            "total": run.total,
            "step": str(words.step(run.step)),
        }
        return JsonResponse(said)


class Report(RunMixin, AdministratorsOnly, View):
    """The whole report as a file."""

    def get(self, request: HttpRequest, pk: int) -> HttpResponse:
        """JSON to download."""
        text = json.dumps(self.run.report, ensure_ascii=False, indent=1, default=str)
        name = f"import-{pk}-report.json"
        return HttpResponse(
            text,
            content_type="application/json",
            headers={"Content-Disposition": f'attachment; filename="{name}"'},
        )


class RunAction(RunMixin, AdministratorsOnly, View):
    """A button on a run's page."""

    http_method_names = ["get", "post"]
    next_url = reverse_lazy("porting:imports")

    def get(self, request: HttpRequest, pk: int) -> HttpResponse:
        """Nothing but the run's page: whoever had to sign in after pressing the button comes back like this."""
        return self.back()

    def back(self) -> HttpResponseRedirect:
        """The run's page again."""
        return HttpResponseRedirect(reverse("porting:import", args=[self.run.pk]))


class StartImport(RunAction):
    """Import what was looked at, or go on where it stopped."""

    def post(self, request: HttpRequest, pk: int) -> HttpResponse:
        """Begin, unless the upload is gone."""
        if not uploads.is_there(self.run):
            messages.error(request, _("The uploaded file is not here any more. Upload it again."))
        elif self.run.state == State.DONE or not jobs.launch(self.run):
            messages.warning(request, _("This import is running or through already."))
        return self.back()


class StopImport(RunAction):
    """Stop; what is written stays, and it can go on later."""

    def post(self, request: HttpRequest, pk: int) -> HttpResponse:
        """Ask it to stop."""
        if jobs.stop(self.run):
            messages.success(request, _("Stopped. What was imported stays, and you can go on at any time."))
        else:
            messages.info(request, _("It was through already."))
        return self.back()


class DiscardImport(RunAction):
    """Forget a run and delete what was uploaded for it. Pages it made stay."""

    def post(self, request: HttpRequest, pk: int) -> HttpResponse:
        """Delete, unless somebody works on it."""
        if jobs.is_busy(self.run):
            messages.warning(request, _("This import is still running. Stop it first."))
            return self.back()
        uploads.remove(self.run)
        self.run.delete()
        messages.success(
            request, _("The import and its uploaded file were deleted. Pages it made are still here.")
        )
        return HttpResponseRedirect(str(self.next_url))
