"""Reads addresses in files: of the web, of mail, of pictures, and of profiles in networks."""

from __future__ import annotations

import re
from collections.abc import Mapping
from pathlib import PurePosixPath
from urllib.parse import quote, urlsplit

from portfolio.reading.written import EMAIL, PHONE, URL
from portfolio.reading.yaml_nodes import unshowable

_HOST = re.compile(
    r"(?:[\w-]+(?::[^@\s]*)?@)?(?:[^\W_](?:[\w-]*[^\W_])?\.)+(?P<top>[^\W\d_]{2,})(?::[0-9]+)?(?:[/?#]\S*)?"
)
_PICTURES = frozenset("avif gif jpeg jpg png svg webp".split())  # noqa: SIM905
_FILES = _PICTURES | frozenset("doc docx htm html json md pdf txt yaml".split())  # noqa: SIM905
"""What the names of files end with, and no host does."""
_NETWORKS: Mapping[str, str] = {
    "behance": "https://www.behance.net/{}",
    "bitbucket": "https://bitbucket.org/{}",
    "bluesky": "https://bsky.app/profile/{}",
    "codepen": "https://codepen.io/{}",
    "dev.to": "https://dev.to/{}",
    "dribbble": "https://dribbble.com/{}",
    "facebook": "https://www.facebook.com/{}",
    "github": "https://github.com/{}",
    "gitlab": "https://gitlab.com/{}",
    "google scholar": "https://scholar.google.com/citations?user={}",
    "imdb": "https://www.imdb.com/name/{}",
    "instagram": "https://www.instagram.com/{}",
    "kaggle": "https://www.kaggle.com/{}",
    "leetcode": "https://leetcode.com/u/{}",
    "linkedin": "https://www.linkedin.com/in/{}",
    "medium": "https://medium.com/@{}",
    "orcid": "https://orcid.org/{}",
    "pinterest": "https://www.pinterest.com/{}",
    "reddit": "https://www.reddit.com/user/{}",
    "researchgate": "https://www.researchgate.net/profile/{}",
    "soundcloud": "https://soundcloud.com/{}",
    "speaker deck": "https://speakerdeck.com/{}",
    "stack overflow": "https://stackoverflow.com/users/{}",
    "stackoverflow": "https://stackoverflow.com/users/{}",
    "telegram": "https://t.me/{}",
    "tiktok": "https://www.tiktok.com/@{}",
    "twitch": "https://www.twitch.tv/{}",
    "twitter": "https://twitter.com/{}",
    "x": "https://x.com/{}",
    "xing": "https://www.xing.com/profile/{}",
    "youtube": "https://www.youtube.com/@{}",
}
"""Where the pages of people are in a network, by its name in lower case."""
CODE_HOSTS = {"github.com", "gitlab.com", "bitbucket.org", "codeberg.org", "git.sr.ht"}
"""Where anyone can look at source code."""


def url(text: str) -> str | None:
    """The address that *text* is, or is without its scheme; None where it is none."""
    text = text.strip().strip("<>")
    if text.startswith("//"):
        text = f"https:{text}"
    if (scheme := re.match(r"(?i)https?://", text)) is not None:
        text = scheme[0].casefold() + text[scheme.end() :]
    elif (host := _HOST.fullmatch(text)) and "@" not in text.partition("/")[0]:
        if "/" not in text and host["top"].casefold() in _FILES:
            return None
        text = f"https://{text}"
    if not URL.fullmatch(text) or unshowable(text):
        return None
    try:
        return text if urlsplit(text).hostname else None
    except ValueError:
        return None


def email(text: str) -> str | None:
    """The address for mail that *text* is; None where it is none, or is written so that programs do not read it."""
    found = text.strip().removeprefix("mailto:")
    return found if EMAIL.fullmatch(found) else None


def phone(text: str) -> str | None:
    """The telephone number that *text* is; None where it is none."""
    found = text.strip().removeprefix("tel:")
    return found if PHONE.fullmatch(found) else None


def picture(text: str) -> PurePosixPath | None:
    """The path of a picture beside the file; None where *text* is none, or leads out of the folder."""
    path = PurePosixPath(text.strip().removeprefix("./"))
    is_below = not path.is_absolute() and ".." not in path.parts and ":" not in text
    return path if is_below and path.suffix[1:].casefold() in _PICTURES else None


def profile(network: str, username: str) -> str | None:
    """The address of a person's page in a *network*; None where the network is not known.

    A name with a dot is none, "ada.flora", unless it has a path, "linkedin.com/in/ada".
    """
    name = username.strip().removeprefix("@")
    if "/" in name and (address := url(name)):
        return address
    if network.casefold() == "mastodon" and (found := re.fullmatch(r"([\w.-]+)@([\w.-]+\.\w+)", name)):
        return f"https://{found[2]}/@{found[1]}"
    pattern = _NETWORKS.get(network.casefold().strip())
    return pattern.format(quote(name, safe="/")) if pattern and name and " " not in name else None


def host(address: str) -> str:
    """The host of an address, without "www."."""
    return (urlsplit(address).hostname or "").removeprefix("www.")


def add(links: dict[str, str], label: str, address: str, *marks: str) -> str:
    """Add an *address* to *links*, and give its label there: one that no other address has.

    :param marks: what distinguishes it from another of the same label; if that fails, too, its host or all of it does.
    """
    name, left = label, [*filter(None, marks), host(address), address]
    while links.setdefault(name, address) != address:
        name = f"{label} ({left.pop(0)})" if left else f"{name} ({address})"
    return name
