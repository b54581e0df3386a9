"""Close what content leaves open, so that no pattern searches the rest of a long text again and again."""

from __future__ import annotations

_RAW = ("pre", "code", "script", "style", "textarea", "svg", "math", "noscript", "xmp")


def closed(text: str) -> str:
    """Return the text with an end for each element whose content is taken as it is; loose comments become text."""
    if "<" not in text:
        return text
    end = text.rfind("-->") + 1
    if "<!--" in text[end:]:
        text = text[:end] + text[end:].replace("<!--", "&lt;!--")
    lower = text.lower()
    for name in _RAW:
        if lower.rfind(f"<{name}") > lower.rfind(f"</{name}>"):
            text += f"</{name}>"
    return text
