"""What is asked before a blog is brought in or taken out."""

from __future__ import annotations

from typing import Any

from django import forms
from django.conf import settings
from django.core.exceptions import ValidationError
from django.core.files.uploadedfile import UploadedFile
from django.core.validators import URLValidator
from django.template.defaultfilters import filesizeformat
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from blog.models import BlogIndexPage
from porting.exporters.formats import FORMATS
from porting.importer import places
from porting.importer.options import ImportOptions
from porting.readers.options import ReadOptions

LABELS = {
    "wordpress": "WordPress",
    "ghost": "Ghost",
    "docusaurus": "Docusaurus",
    "jekyll": "Jekyll",
    "hugo": "Hugo",
    "zola": "Zola",
    "pelican": "Pelican",
    "markdown": "Markdown",
}
KINDS = (".zip", ".xml", ".json")
NEW_BLOG = "/blog/"


class ImportForm(forms.Form):
    """An export, and what it does not say itself."""

    export = forms.FileField(
        label=gettext_lazy("Export of the old blog"),
        widget=forms.FileInput(attrs={"accept": ",".join(KINDS)}),
        help_text=gettext_lazy(
            "The .xml file from WordPress, the .json or .zip file from Ghost, or a .zip of a folder of Markdown files."
        ),
    )
    format = forms.ChoiceField(
        label=gettext_lazy("Where it comes from"),
        required=False,
        choices=[("", gettext_lazy("Find out by looking")), *LABELS.items()],
    )
    under = forms.ChoiceField(label=gettext_lazy("Blog to import into"), required=False)
    new_address = forms.CharField(
        label=gettext_lazy("Address of the new blog"),
        required=False,
        initial=NEW_BLOG,
        max_length=200,
        help_text=gettext_lazy("Only for a new blog. The address on this site, such as /blog/."),
    )
    base_url = forms.CharField(
        label=gettext_lazy("Address of the old blog"),
        required=False,
        max_length=300,
        help_text=gettext_lazy(
            "Such as https://old.example.org. Links inside the blog then lead to the new pages, and files are found."
        ),
    )
    permalink = forms.CharField(
        label=gettext_lazy("How the old posts' addresses were made"),
        required=False,
        max_length=200,
        help_text=gettext_lazy(
            "Only when the export does not say it. Such as /:year/:month/:day/:slug/ or /blog/:slug.html."
        ),
    )
    media = forms.FileField(
        label=gettext_lazy("Pictures and files of the old blog"),
        required=False,
        widget=forms.FileInput(attrs={"accept": ".zip"}),
        help_text=gettext_lazy(
            "A .zip, such as of the folder wp-content/uploads. Not needed when they are in the export."
        ),
    )
    fetch_media = forms.BooleanField(
        label=gettext_lazy("Fetch missing pictures and files from the old blog"),
        required=False,
        help_text=gettext_lazy("While it is still on the web. This takes longer."),
    )

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        blogs = existing_blogs()
        self.fields["under"].choices = [*blogs, ("", _("A new blog"))]
        self.fields["under"].initial = blogs[0][0] if blogs else ""

    def clean_export(self) -> UploadedFile:
        """Of a kind somebody can read, and not too large."""
        return _checked(self.cleaned_data["export"], KINDS)

    def clean_media(self) -> UploadedFile | None:
        """A zip, and not too large."""
        upload = self.cleaned_data["media"]
        return _checked(upload, (".zip",)) if upload else None

    def clean_base_url(self) -> str:
        """A whole address of a site."""
        address = self.cleaned_data["base_url"].strip()
        if address and "://" not in address:
            address = f"https://{address}"
        if address:
            URLValidator(
                schemes=["http", "https"],
                message=_("This is no address of a site. Write it like this: https://old.example.org"),
            )(address)
        return address

    def clean_permalink(self) -> str:
        """A pattern that begins at the site's root."""
        pattern = self.cleaned_data["permalink"].strip()
        if pattern and not pattern.startswith("/"):
            raise ValidationError(_("It begins with a slash, such as /:year/:month/:day/:slug/."))
        return pattern

    def clean(self) -> dict[str, Any]:
        """There is room for the blog."""
        cleaned = super().clean() or self.cleaned_data
        try:
            places.check(self.place())
        except places.PlaceError as error:
            self.add_error("under" if cleaned.get("under") else "new_address", str(error))
        return cleaned

    def place(self) -> str:
        """The address of the blog to import into."""
        return self.cleaned_data.get("under") or self.cleaned_data.get("new_address") or NEW_BLOG

    def options(self, media: str) -> ImportOptions:
        """The choices; ``media`` is where the second upload lies."""
        given = self.cleaned_data
        return ImportOptions(
            format=given["format"],
            under=self.place(),
            media=media,
            fetch_media=given["fetch_media"],
            reading=ReadOptions(permalink=given["permalink"], base_url=given["base_url"]),
        )


def existing_blogs() -> list[tuple[str, str]]:
    """Address and title of each blog of the default site."""
    try:
        _site, home = places.site_and_home()
    except places.PlaceError:
        return []
    blogs = BlogIndexPage.objects.descendant_of(home).order_by("path")
    found = [(f"/{blog.url_path.removeprefix(home.url_path)}", blog.title) for blog in blogs]
    return [(address, f"{title} ({address})") for address, title in found]


def _checked(upload: UploadedFile, kinds: tuple[str, ...]) -> UploadedFile:
    if not str(upload.name).lower().endswith(kinds):
        raise ValidationError(
            _("“%(name)s” cannot be read. Choose a file that ends in %(kinds)s.")
            % {"name": upload.name, "kinds": _(" or ").join(kinds)}
        )
    limit = settings.IMPORT_MAX_UPLOAD_SIZE
    if (upload.size or 0) > limit:
        raise ValidationError(
            _(
                "“%(name)s” is too large: %(size)s, at most %(limit)s. Leave the pictures out and let them be fetched, "
                "or use the command import_blog on the server."
            )
            % {"name": upload.name, "size": filesizeformat(upload.size), "limit": filesizeformat(limit)}
        )
    return upload


class ExportForm(forms.Form):
    """Which blog, in which form."""

    blog = forms.ModelChoiceField(
        label=gettext_lazy("Blog"), queryset=BlogIndexPage.objects.none(), empty_label=None
    )
    format = forms.ChoiceField(
        label=gettext_lazy("Form"),
        widget=forms.RadioSelect,
        choices=[(name, form.label) for name, form in FORMATS.items()],
        initial="markdown",
    )
    base_url = forms.CharField(
        label=gettext_lazy("Where the blog will be read"),
        required=False,
        max_length=300,
        validators=[URLValidator(schemes=["http", "https"])],
        help_text=gettext_lazy("Such as https://new.example.org. Leave empty for the address it has now."),
    )

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields["blog"].queryset = BlogIndexPage.objects.order_by("path")
        self.fields["blog"].initial = BlogIndexPage.objects.order_by("path").first()
