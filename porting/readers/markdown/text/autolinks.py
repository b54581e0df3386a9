"""Bare addresses as links, as GitHub does it, in a time that grows with the text and no faster."""

from __future__ import annotations

from markdown_it import MarkdownIt
from markdown_it.rules_inline import StateInline
from mdit_py_plugins.gfm_autolink import gfm_autolink_plugin
from mdit_py_plugins.gfm_autolink.index import _protocol_rule

PROTOCOLS = ("http", "https", "mailto", "xmpp")


def autolinks_plugin(engine: MarkdownIt) -> None:
    """The plugin, asked about a colon only when a protocol stands before it.

    By itself it searches the whole text before every colon: minutes for a paragraph with many of them.
    """
    engine.use(gfm_autolink_plugin)
    engine.inline.ruler.at("gfm_autolink_protocol", _behind_a_protocol)


def _behind_a_protocol(state: StateInline, silent: bool) -> bool:
    return state.pending.endswith(PROTOCOLS) and _protocol_rule(state, silent)
