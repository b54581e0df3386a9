"""What a Hugo site's configuration says, in one file or in ``config/_default``, in TOML, YAML or JSON."""

from __future__ import annotations

import posixpath
import re
from dataclasses import dataclass, field
from typing import Any

from porting.packages import Package
from porting.readers.markdown import fields
from porting.readers.markdown.addresses import join
from porting.readers.markdown.entry import load_data

SINGLE = re.compile(r"(?:^|/)(?:hugo|config)\.(?:toml|ya?ml|json)$")
ELSEWHERE = re.compile(r"(?:^|/)(?:themes|node_modules|exampleSite)/")
# What the published site is built with: the common settings, then those of Hugo's environment ``production``.
FOLDER = re.compile(r"(?:^|/)config/(?:_default|production)/[\w.-]+\.(?:toml|ya?ml|json)$")


@dataclass
class HugoConfig:
    """The facts a reader needs. Keys are in lower case, as Hugo reads them."""

    data: dict[str, Any] = field(default_factory=dict)
    top: str = ""  # the site's folder in the package
    files: list[str] = field(default_factory=list)

    def get(self, name: str) -> Any:
        """A value by its name in any case."""
        return self.data.get(name.lower())

    def text(self, name: str) -> str:
        """A value as text; that of the first language, where it has its own."""
        return fields.text(self.of_language().get(name.lower())) or fields.text(self.get(name))

    @property
    def base(self) -> str:
        """The path of the base URL, without a last slash."""
        return join(re.sub(r"^(?:https?:)?//[^/]*", "", self.text("baseurl"))).rstrip("/")

    @property
    def languages(self) -> dict[str, dict[str, Any]]:
        """Languages by their code."""
        said = self.get("languages")
        return (
            {str(key).lower(): value for key, value in said.items() if isinstance(value, dict)}
            if isinstance(said, dict)
            else {}
        )

    @property
    def default_language(self) -> str:
        """The language without a part of its own in addresses."""
        said = fields.text(self.get("defaultcontentlanguage"))
        code = fields.text(self.get("locale")) or fields.text(self.get("languagecode"))
        return (said or re.split(r"[-_]", code)[0] or "en").lower()

    @property
    def locale(self) -> str:
        """The first language with its region (``pt-br``), where the configuration names one that goes with it."""
        first = self.default_language
        said = self.text("locale") or self.text("languagecode")
        return said if re.split(r"[-_]", said.lower())[0] == re.split(r"[-_]", first)[0] else first

    def of_language(self, code: str = "") -> dict[str, Any]:
        """What the configuration says for one language, or for the first one."""
        return lowered(self.languages.get(code.lower() or self.default_language))

    @property
    def language_folders(self) -> dict[str, str]:
        """Folders that hold one language (``contentDir = "content/en"``) and its code, the innermost first."""
        said = {code: fields.text(lowered(own).get("contentdir")) for code, own in self.languages.items()}
        folders = {
            posixpath.normpath(posixpath.join(self.top, path)).strip("/"): code
            for code, path in said.items()
            if path
        }
        return dict(sorted(folders.items(), key=lambda pair: -len(pair[0])))

    @property
    def parameters(self) -> dict[str, Any]:
        """The site's ``params``, names in lower case, with those of its first language on top."""
        return self.parameters_in("")

    def parameters_in(self, code: str) -> dict[str, Any]:
        """The site's ``params`` as a page in this language sees them."""
        found = lowered(self.get("params"))
        for said in (self.of_language(), self.of_language(code)):
            # Names Hugo does not know itself were parameters too, in older versions.
            plain = {name: value for name, value in said.items() if not isinstance(value, dict | list)}
            found = found | plain | lowered(said.get("params"))
        return found

    def file_folders(self) -> list[str]:
        """Folders whose files have addresses from the site's root: its own, named ones, the theme's."""
        said = self.get("staticdir")
        statics = [fields.text(one) for one in fields.as_list(said)] or ["static"]
        themes = posixpath.join(self.text("themesdir") or "themes", "")
        theme_names = [fields.text(one) for one in fields.as_list(self.get("theme"))]
        below_themes = [
            f"{themes}{name}/{kind}" for name in theme_names for kind in ("static", "assets") if name
        ]
        found = [*statics, "assets", "content", *below_themes]
        return fields.unique(posixpath.normpath(posixpath.join(self.top, name)) for name in found)

    def permalink(self, section: str) -> str:
        """The pattern for pages of a section; older sites name sections directly, newer below ``page``."""
        patterns = lowered(self.get("permalinks"))
        pages = lowered(patterns.get("page"))
        found = pages.get(section.lower()) or patterns.get(section.lower())
        return fields.text(found) if isinstance(found, str) else ""

    def taxonomies(self) -> dict[str, str]:
        """Singular and plural names, such as ``tag`` and ``tags``."""
        said = self.get("taxonomies")
        if isinstance(said, dict) and said:
            return {str(one): fields.text(many) for one, many in said.items()}
        return {"tag": "tags", "category": "categories"}


def lowered(value: Any) -> dict[str, Any]:
    """A mapping with its names in lower case; anything else is an empty one."""
    return {str(key).lower(): inner for key, inner in value.items()} if isinstance(value, dict) else {}


def load_config(package: Package) -> HugoConfig:
    """The configuration nearest to the top of the package."""
    names = [name for name in package.names() if not ELSEWHERE.search(name)]
    folder = sorted(
        (name for name in names if FOLDER.search(name)),
        key=lambda name: (name.count("/"), "config/production/" in name, name),
    )
    single = sorted(
        (name for name in names if SINGLE.search(name)), key=lambda name: (name.count("/"), "config." in name)
    )
    single = [name for name in single if _is_hugo(package, name)]
    config = HugoConfig()
    if folder:
        config.top = posixpath.dirname(posixpath.dirname(posixpath.dirname(folder[0])))
    elif single:
        config.top = posixpath.dirname(single[0])
    for name in (one for one in single if posixpath.dirname(one) == config.top):
        config.data |= lowered(load_data(package, name))
        config.files.append(name)
    for name in folder:
        _add_file(config, name, lowered(load_data(package, name)))
    return config


def _add_file(config: HugoConfig, name: str, data: dict[str, Any]) -> None:
    """A file of ``config/_default``: ``params.toml`` holds what stands below ``params`` elsewhere."""
    stem = posixpath.splitext(posixpath.basename(name))[0].lower()
    stem, _, language = stem.partition(".")
    config.files.append(name)
    if language:  # languages.fr.toml, params.fr.toml and their like are one language's own
        languages = lowered(config.data.get("languages"))
        own = data if stem == "languages" else {stem: data}
        config.data["languages"] = languages | {language: lowered(languages.get(language)) | own}
    elif stem in ("config", "hugo"):
        config.data = _over(config.data, data)
    else:
        config.data[stem] = lowered(config.data.get(stem)) | data


def _over(below: dict[str, Any], above: dict[str, Any]) -> dict[str, Any]:
    """Settings on top of others; what stands in both as a table is one table."""
    tables = {
        name: _over(below[name], value)
        for name, value in above.items()
        if isinstance(value, dict) and isinstance(below.get(name), dict)
    }
    return below | above | tables


def _is_hugo(package: Package, name: str) -> bool:
    """``config.toml`` may be anybody's: Hugo's has ``baseURL`` or one of its other words."""
    if posixpath.basename(name).startswith("hugo."):
        return True
    known = lowered(load_data(package, name))
    return (
        bool({"baseurl", "languagecode", "permalinks", "params", "theme", "contentdir"} & set(known))
        and "base_url" not in known
    )
