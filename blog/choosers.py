"""Choosing authors, categories and series while writing a post, and adding one that is missing."""

from __future__ import annotations

from typing import Any

from django import forms
from django.db.models import Model
from django.utils.functional import cached_property
from django.utils.text import slugify
from django.utils.translation import gettext_lazy as _
from wagtail.admin.ui.tables import Column
from wagtail.snippets.views.chooser import ChooseResultsView, ChooseView, SnippetChooserViewSet

from blog.models import Author, Category, Series

#: Leaves room for a number behind it in any of the slug fields.
MAX_SLUG = 110


def free_slug(model: type[Model], name: str, fallback: str) -> str:
    """Return a slug made of the name that no object of the model has; ``fallback`` for names without letters."""
    base = slugify(name, allow_unicode=True)[:MAX_SLUG].strip("-") or fallback
    taken = set(model._default_manager.filter(slug__startswith=base).values_list("slug", flat=True))
    slug, number = base, 1
    while slug in taken:
        number += 1
        slug = f"{base}-{number}"
    return slug


class QuickForm(forms.ModelForm):
    """The few fields somebody who is writing a post can fill in; the slug follows from the first."""

    def clean(self) -> dict[str, Any]:
        """Refuse a name that is in the list already: whoever asks for it again has most likely overlooked it."""
        cleaned = super().clean() or self.cleaned_data
        field = next(iter(self.fields))
        name = cleaned.get(field)
        if name and type(self.instance)._default_manager.filter(**{f"{field}__iexact": name}).exists():
            self.add_error(field, _("“%(name)s” is there already: find it under Search.") % {"name": name})
        return cleaned

    def save(self, commit: bool = True) -> Any:
        name = self.cleaned_data[next(iter(self.fields))]
        fallback = str(self.instance._meta.verbose_name)
        self.instance.slug = free_slug(type(self.instance), name, slugify(fallback, allow_unicode=True))
        return super().save(commit)


class AuthorQuickForm(QuickForm):
    """A new author."""

    class Meta:
        model = Author
        fields = ["name", "job_title"]
        help_texts = {
            "job_title": _("Shown beside the name. Portrait and text about the author can follow later.")
        }


class CategoryQuickForm(QuickForm):
    """A new category."""

    class Meta:
        model = Category
        fields = ["name", "parent"]


class SeriesQuickForm(QuickForm):
    """A new series."""

    class Meta:
        model = Series
        fields = ["title", "description"]
        widgets = {"description": forms.Textarea(attrs={"rows": 3})}
        help_texts = {"description": _("What readers will find in it, in one or two sentences.")}


class WithJobTitles:
    """Mixin: tell authors of the same name apart."""

    @cached_property
    def columns(self) -> list[Column]:
        """The author's name, then what they do."""
        return [*super().columns, Column("job_title", label=_("Job title"), accessor="job_title")]  # type: ignore[misc] # mixin


class ChooseAuthorView(WithJobTitles, ChooseView):
    """The window authors are chosen in."""


class AuthorResultsView(WithJobTitles, ChooseResultsView):
    """What a search in it finds."""


class AuthorChooserViewSet(SnippetChooserViewSet):
    """Choose authors or add one."""

    choose_view_class = ChooseAuthorView
    choose_results_view_class = AuthorResultsView
    creation_form_class = AuthorQuickForm
    creation_tab_label = _("New author")
    create_action_label = _("Add and choose")


class CategoryChooserViewSet(SnippetChooserViewSet):
    """Choose categories or add one."""

    creation_form_class = CategoryQuickForm
    creation_tab_label = _("New category")
    create_action_label = _("Add and choose")


class SeriesChooserViewSet(SnippetChooserViewSet):
    """Choose a series or start one."""

    creation_form_class = SeriesQuickForm
    creation_tab_label = _("New series")
    create_action_label = _("Add and choose")
