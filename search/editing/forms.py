"""What is asked of synonyms and promoted results, in editors' words."""

from __future__ import annotations

from typing import Any

from django.core.exceptions import ValidationError
from django.forms import CharField, ChoiceField, Textarea
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy
from wagtail.admin.forms import WagtailAdminModelForm
from wagtail.coreutils import get_content_languages

from core.article.links import is_safe_href
from search.models import Synonyms
from search.wording import lines, search_key

#: Of one group: each of them makes every search for another one longer.
MOST_SYNONYMS = 12
MOST_WORDS_IN_ONE = 6
LONGEST_SYNONYM = 64
MOST_SEARCHES = 50
LONGEST_SEARCH = 200


def several_lines(label: Any, help_text: Any) -> CharField:
    """A field for one thing in each line."""
    return CharField(label=label, help_text=help_text, widget=Textarea(attrs={"rows": 5}))


class SynonymsForm(WagtailAdminModelForm):
    """At least two different words or groups of words, none of which another group explains already."""

    words = several_lines(
        gettext_lazy("Words"),
        gettext_lazy("One in each line, such as “PWA” and, below it, “progressive web app”."),
    )

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        if "language" in self.fields:
            choices = [("", _("Every language")), *get_content_languages().items()]
            old = self.fields["language"]
            self.fields["language"] = ChoiceField(label=old.label, choices=choices, required=False)

    def clean_words(self) -> str:
        """The words, one in each line; raise for what the search could not use."""
        words = lines(self.cleaned_data["words"])
        seen: dict[str, str] = {}
        for word in words:
            key = search_key(word)
            _check_word(word, key)
            if key in seen:
                raise ValidationError(
                    _("“%(word)s” is there twice: capitals and accents make no difference to the search.")
                    % {"word": word}
                )
            seen[key] = word
        if len(words) < 2:
            raise ValidationError(_("Write at least two, each in a line of its own."))
        if len(words) > MOST_SYNONYMS:
            raise ValidationError(
                _("These are %(count)d. Up to %(most)d can belong together, or searches become slow.")
                % {"count": len(words), "most": MOST_SYNONYMS}
            )
        return "\n".join(words)

    def clean(self) -> dict[str, Any]:
        """Raise where a word already finds others in another group, so that nobody looks for it in two places."""
        cleaned = super().clean()
        if "words" in cleaned:
            group = Synonyms(words=cleaned["words"], ways=cleaned.get("ways", Synonyms.Ways.BOTH))
            self._check_others(group, cleaned.get("language", self.instance.language))
        return cleaned

    def _check_others(self, group: Synonyms, language: str) -> None:
        finding = {search_key(word): word for word in group.finding}
        for other in Synonyms.objects.exclude(pk=self.instance.pk).filter(language=language):
            both = [finding[key] for word in other.finding if (key := search_key(word)) in finding]
            if both:
                message = _("“%(word)s” is explained already, in “%(group)s”. Add to that group instead.")
                self.add_error("words", message % {"word": both[0], "group": other})
                return


def _check_word(word: str, key: str) -> None:
    if not key or not any(sign.isalnum() for sign in key):
        raise ValidationError(_("“%(word)s” has no letter or digit to search for.") % {"word": word})
    if len(word) > LONGEST_SYNONYM or len(word.split()) > MOST_WORDS_IN_ONE:
        raise ValidationError(
            _("“%(word)s” is too long: up to %(words)d words and %(letters)d letters.")
            % {"word": f"{word[:40]}…", "words": MOST_WORDS_IN_ONE, "letters": LONGEST_SYNONYM}
        )
    if "," in word:
        raise ValidationError(_("Write each word in a line of its own, without commas between them."))


class PromotionForm(WagtailAdminModelForm):
    """Searches, and either a page or an address elsewhere with a title."""

    searches = several_lines(
        gettext_lazy("Searches"),
        gettext_lazy("One in each line, as readers type them. Capitals and accents make no difference."),
    )

    def clean_searches(self) -> str:
        """The searches, each once, one in each line."""
        searches = {search_key(search): search for search in reversed(lines(self.cleaned_data["searches"]))}
        searches.pop("", None)
        if not searches:
            raise ValidationError(_("Write at least one search, with letters or digits."))
        if len(searches) > MOST_SEARCHES or max(map(len, searches.values())) > LONGEST_SEARCH:
            raise ValidationError(
                _("Up to %(most)d searches of %(letters)d letters each.")
                % {"most": MOST_SEARCHES, "letters": LONGEST_SEARCH}
            )
        return "\n".join(reversed(searches.values()))

    def clean_url(self) -> str:
        """The address, if a link of ours may lead there."""
        url = self.cleaned_data["url"].strip()
        if url and not (url.startswith(("https://", "http://", "/")) and is_safe_href(url)):
            raise ValidationError(_("An address starts with https:// or, on this site, with /."))
        return url

    def clean(self) -> dict[str, Any]:
        """One place to lead to, with a title, for days in their order."""
        cleaned = super().clean()
        if "url" in cleaned and bool(cleaned.get("page")) == bool(cleaned["url"]):
            self.add_error("page", _("Choose a page or type an address, one of the two."))
        elif cleaned.get("url") and not cleaned.get("title"):
            self.add_error("title", _("Give the address a title."))
        first, last = cleaned.get("first_day"), cleaned.get("last_day")
        if first and last and last < first:
            self.add_error("last_day", _("The last day is before the first."))
        return cleaned
