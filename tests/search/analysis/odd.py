"""Texts that no analysis may stumble over."""

ODD = [
    "",
    "\x00",
    "foo\x00bar",
    "\ud800\udfff",
    "x" * 6000,
    "a." * 3000,
    "get_" * 3000,
    "'" * 5000,
    "don't" * 2000,
    " ".join(f"word{number}" for number in range(1200)),
    "🎉👩‍👩‍👧‍👦🇩🇪",
    "\u202e\u0645\u0631\u062d\u0628\u0627\u202c שָׁלוֹם",
    "\u0301\u0302\u0303" * 50,
    "e" + "\u0301" * 500,
    "½ ² ﷺ ㍿ Ⅷ ﬁ" * 100,
    "東京" * 4000,
    "\U0001f1e6\U000e0001\ufeff\u2028\u2029\x85",
    "____ -- ++ ## ... :: //",
    "\uff26\uff35\uff2c\uff2c\u3000\uff57\uff49\uff44\uff54\uff48",
    "ǅ ŉ ß ẞ İ \u0131",
]
