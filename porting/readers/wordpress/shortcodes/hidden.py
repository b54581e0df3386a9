"""Modules that were on the page for nobody: what they say is only told to whoever imports."""

from __future__ import annotations

import re

from django.utils.translation import gettext as _

from porting.readers.wordpress.context import Body
from porting.readers.wordpress.shortcodes.grammar import Shortcode
from porting.readers.wordpress.switched_off import is_module_off

_TAG = re.compile(r"<[^<>]*>|\[[^\[\]]*\]")


def is_left_out(code: Shortcode, body: Body) -> bool:
    """Whether a shortcode was switched off; if so, that is noted."""
    if not is_module_off(code.name, code.attributes):
        return False
    words = " ".join([*code.attributes.values(), *_TAG.sub(" ", code.text).split()])
    detail = _("A block “%(name)s” that was hidden there was left out. It says: %(words)s")
    body.problem("hidden", detail, name=code.name, words=words[:300])
    return True
