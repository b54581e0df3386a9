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
FOLDER = re.compile(r"(?:^|/)config/_default/[\w.-]+\.(?:toml|ya?ml|json)$")


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
        """A value as text."""
        return fields.text(self.get(name))

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
        return (self.text("defaultcontentlanguage") or self.text("languagecode")[:2] or "en").lower()

    @property
    def parameters(self) -> dict[str, Any]:
        """The site's ``params``, names in lower case."""
        return lowered(self.get("params"))

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
    folder = sorted((name for name in names if FOLDER.search(name)), key=lambda name: name.count("/"))
    single = sorted(
        (name for name in names if SINGLE.search(name)), key=lambda name: (name.count("/"), "config." in name)
    )
    single = [name for name in single if _is_hugo(package, name)]
    config = HugoConfig()
    if folder:
        config.top = folder[0].split("config/_default/")[0].strip("/")
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
    config.files.append(name)
    if stem in ("config", "hugo"):
        config.data |= data
    elif stem.startswith("languages"):
        config.data["languages"] = lowered(config.data.get("languages")) | data
    elif "." not in stem:  # menus.fr.toml and its like are one language's own
        config.data[stem] = lowered(config.data.get(stem)) | data


def _is_hugo(package: Package, name: str) -> bool:
    """``config.toml`` may be anybody's: Hugo's has ``baseURL`` or one of its other words."""
    if posixpath.basename(name).startswith("hugo."):
        return True
    known = lowered(load_data(package, name))
    return (
        bool({"baseurl", "languagecode", "permalinks", "params", "theme", "contentdir"} & set(known))
        and "base_url" not in known
    )
