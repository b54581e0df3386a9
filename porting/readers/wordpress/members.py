"""What only members could read: posts by a field of a plug-in, and parts of posts by a block or a shortcode.

A part cannot be hidden here by itself. Shown to everybody it would be given away, left out it would be lost: so
all of the post is for those who log in, and the report says so.
"""

from __future__ import annotations

import re

from django.utils.translation import gettext as _

from porting.document import Problem, SourcePost, State
from porting.readers.wordpress.closing import closed
from porting.readers.wordpress.records import RawItem

#: Fields of Jetpack's newsletter, Members, WP-Members, Restrict Content and Paid Member Subscriptions, and what they
#: say when all may read.
_FIELDS = {
    "_jetpack_newsletter_access": {"everybody"},
    "_members_access_role": {""},
    "_wpmem_block": {"0"},
    "_is_paid": {"0"},
    "rcp_access_level": {"0", "none"},
    "rcp_subscription_level": {"0", "all", "a:0:{}"},
    "rcp_user_level": {"all", 'a:1:{i:0;s:3:"all";}'},
    "pms-content-restrict-user-status": {"default"},
}
#: Ultimate Member keeps all it knows in one field: only a post with settings of its own (1) for those who log in (2).
_ULTIMATE = re.compile(
    r'"_um_custom_access_settings";(?:[bi]:1;|s:1:"1";).*"_um_accessible";(?:i:2;|s:1:"2";)', re.DOTALL
)
_BLOCKS = re.compile(
    r"<!--\s+wp:(?:jetpack/paid-content|premium-content/(?:container|subscriber-view))[\s{/]"
)
#: Block Visibility and Content Control: a block for those who log in, for some roles or some people.
_ROLES = re.compile(
    r'"visibilityByRole"\s*:\s*"(?!public"|logged-out"|all"|")|"userStatus"\s*:\s*"logged_in"'
)
#: Shortcodes around such parts, of the plug-ins most blogs use for it.
_NAMES = (
    "members_only", "members_access", "members_logged_in", "restrict", "rcp_restrict", "membership", "pmpro_membership",
    "mepr-active", "mepr-show", "mepr-rule", "wcm_restrict", "um_loggedin", "wlm_private", "ihc-hide-content",
    "groups_member", "wpmem_logged_in", "is_logged_in", "loggedin", "logged_in", "user_logged_in", "member", "private",
    "s2If", "su_members", "swpm_protected", "emember_protected", "passster", "content_protector", "ppwp",
)  # fmt: skip
_CODE = re.compile(r"<(pre|code)\b", re.IGNORECASE)
_CODE_ENDS = {name: re.compile(f"</{name}>", re.IGNORECASE) for name in ("pre", "code")}


def keep_for_members(item: RawItem, post: SourcePost) -> None:
    """Close a post that was for members, or parts of which were."""
    whole = any(_closes(item.meta.get(name, ""), free) for name, free in _FIELDS.items())
    whole = whole or bool(_ULTIMATE.search(item.meta.get("um_content_restriction", "")))
    if not whole and not _has_closed_part(item.content):
        return
    post.members_only = True
    if post.state is State.PUBLISHED:
        post.state = State.MEMBERS
    if not whole:
        text = _(
            "Parts of it were for members only. They cannot be hidden by themselves here: all of it is for those "
            "who log in. Take these parts out if the rest is for everybody."
        )
        post.problems.append(Problem(post.source_id, "hidden", text))


def _closes(value: str, free: set[str]) -> bool:
    said = value.strip().lower()
    return bool(said) and said not in free


def _has_closed_part(content: str) -> bool:
    if _BLOCKS.search(content) or ("<!-- wp:" in content and _ROLES.search(content)):
        return True
    names = [name for name in _NAMES if f"[/{name}]" in content]
    text = _without_code(closed(content)) if names else ""
    return any(_surrounds(name, text) for name in names)


def _without_code(text: str) -> str:
    """The text but for its code. Code that never ends is none, and is looked through once only."""
    kept: list[str] = []
    at = 0
    endless: set[str] = set()
    for begin in _CODE.finditer(text):
        name = begin[1].lower()
        if begin.start() < at or name in endless:
            continue
        end = _CODE_ENDS[name].search(text, begin.end())
        if end is None:
            endless.add(name)
        else:
            kept.append(text[at : begin.start()])
            at = end.end()
    return "".join([*kept, text[at:]])


def _surrounds(name: str, text: str) -> bool:
    """Whether the shortcode stands around anything."""
    end = f"[/{name}]"
    for begin in re.finditer(rf"(?<!\[)\[{re.escape(name)}(?=[\s\]])[^\]]{{0,300}}\]", text):
        inside, found, _rest = text[begin.end() : text.find(end, begin.end()) + len(end)].partition(end)
        if found and inside.strip():
            return True
    return False
