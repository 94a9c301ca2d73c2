"""The title of a page without what surrounds it: the name of the site, of the series, of the section."""

from __future__ import annotations

import re

_SEPARATOR = re.compile(r"\s+[-–—|•·»›>:/]+\s+|\s*\|\s*")
# What may follow a title inside a longer one; a colon does not, since it begins a subtitle.
_AFTER = re.compile(r"\s*[,|–—•·»›>(]|\s+-\s")
_SHORTEST = 4


def core(title: str, *, names: list[str], headings: list[str], site: str) -> str:
    """`names` are what the page's data call it; `headings` are its biggest lines, which must be a whole segment."""
    for name in names:
        rest = title.removeprefix(name)
        if len(name) >= _SHORTEST and rest != title and _AFTER.match(rest) and name != site:
            return name
    found = [heading for heading in headings if heading != site and _is_segment(heading, title)]
    return min(found, key=title.find) if found else without_site(title, site)


def without_site(title: str, site: str) -> str:
    """Never empty: the home page of a site is called by its name."""
    if not site or len(site) >= len(title):
        return title
    folded, name = title.casefold(), site.casefold()
    if folded.endswith(name) and (found := _last(title[: -len(site)])):
        return found
    if folded.startswith(name) and (opening := _SEPARATOR.match(title, len(site))):
        return title[opening.end() :]
    return title


def without_host(title: str, host: str) -> str:
    """Without a last segment that is the site's name as its address has it: « Médée | Le Phare » at lephare.example."""
    ending = re.fullmatch(r"(.+)(?:\s[-–—|•·]\s|\|)([^|]{3,40})", title, re.DOTALL)
    if ending is None:
        return title
    name = re.sub(r"[\W_]", "", ending[2].casefold())
    written = re.sub(r"[-_]", "", host.casefold())
    return ending[1].strip() if name in {*written.split(".")[:-1], written.replace(".", "")} else title


def _last(before: str) -> str:
    """What comes before a separator at the very end, "" when there is none."""
    match = re.fullmatch(r"(.*?)(?:\s+[-–—|•·»›>:/]+\s+|\s*\|\s*)", before, re.DOTALL)
    return match[1].strip() if match else ""


def _is_segment(heading: str, title: str) -> bool:
    if len(heading) < _SHORTEST or heading == title or heading not in title:
        return False
    before, after = title.split(heading, 1)
    bounded = (_ends_with_separator(before) if before else True) and (_AFTER.match(after) if after else True)
    return bool(bounded)


def _ends_with_separator(text: str) -> bool:
    return bool(re.search(r"(?:\s[-–—|•·»›>/]+\s|\|\s*)$", text))
