"""Which characters make words, and which scripts write words without spaces between them."""

import re
import unicodedata

#: Unseen signs that stand inside words: soft hyphen, joiners.
_UNSEEN = "\xad\u200c\u200d\u2060"


def _marks() -> str:
    """All combining marks as the inside of a character class: ``\\w`` has none of them."""
    codes = [*range(0x0300, 0x1F000), *range(0xE0100, 0xE01F0)]
    spans: list[list[int]] = []
    for code in codes:
        if unicodedata.category(chr(code))[0] != "M":
            continue
        if spans and spans[-1][1] == code - 1:
            spans[-1][1] = code
        else:
            spans.append([code, code])
    return "".join(f"\\U{first:08x}-\\U{last:08x}" for first, last in spans)


#: The inside of a character class: letters, digits and _ of every script, with the marks upon them.
WORD_SIGNS = rf"\w{_UNSEEN}{_marks()}"

#: Han, kana, Bopomofo and Hangul; then Thai, Lao, Myanmar and Khmer.
_EAST_ASIAN = (
    "\u2e80-\u2fdf\u3005-\u3007\u3021-\u3029\u3041-\u309f\u30a1-\u30fa\u30fc-\u312f\u31f0-\u31ff\u3400-\u4dbf"
    "\u4e00-\u9fff\uf900-\ufaff\uff66-\uff9f\U00020000-\U000323af\u1100-\u11ff\u3130-\u318f\ua960-\ua97f"
    "\uac00-\ud7ff\uffa0-\uffdc"
)
_SOUTH_EAST_ASIAN = "\u0e01-\u0e3a\u0e40-\u0e4e\u0e80-\u0edf\u1000-\u103f\u1050-\u109f\u1780-\u17d3"

UNSPACED = re.compile(f"[{_EAST_ASIAN}{_SOUTH_EAST_ASIAN}]+")
SOUTH_EAST_ASIAN = re.compile(f"[{_SOUTH_EAST_ASIAN}]+")
HANGUL = re.compile("[\u1100-\u11ff\u3130-\u318f\ua960-\ua97f\uac00-\ud7ff\uffa0-\uffdc]+")
#: Stretches of a run in which one word does not go on: kana endings, foreign words, names in Han.
SAME_SCRIPT = re.compile(
    "[\u3041-\u309f]+|[\u30a0-\u30ff\u31f0-\u31ff]+|[\u1100-\u11ff\u3130-\u318f\uac00-\ud7ff]+"
    f"|[{_SOUTH_EAST_ASIAN}]+|[^\u3041-\u30ff\u31f0-\u31ff\uac00-\ud7ff]+"
)
