"""Where a page breaks the rules of HTML: what browsers forgive, and those who listen may not.

The W3C's checker knows more, and needs Java; this knows the kinds that pages of ours had wrong.
"""

import re
from collections import Counter
from collections.abc import Iterator
from itertools import pairwise
from xml.etree.ElementTree import Element

import html5lib

HEADING = re.compile(r"h[1-6]")
WORDS_ONLY = {"abbr", "b", "button", "em", "i", "label", "small", "span", "strong", "time"}
BLOCKS = {"article", "aside", "blockquote", "details", "div", "dl", "fieldset", "figure", "footer"}
BLOCKS |= {"form", "header", "hr", "main", "nav", "ol", "p", "pre", "section", "table", "ul"}
NEVER_EMPTY = ("action", "href", "id", "src")
NAME_IDS = ("aria-controls", "aria-describedby", "aria-labelledby", "for", "form", "list")
DATE, CLOCK, ZONE = r"\d{4}-\d\d-\d\d", r"\d\d:\d\d(:\d\d(\.\d{1,3})?)?", r"(Z|[+-]\d\d:?\d\d)"
MOMENT = re.compile(rf"\d{{4}}|{DATE}([T ]{CLOCK}{ZONE}?)?")


def faults(source: str) -> list[str]:
    """What is wrong with a page, a line each."""
    parser = html5lib.HTMLParser(namespaceHTMLElements=False)
    page = parser.parse(source)
    lines = source.splitlines()
    misread = [
        f"line {line}: {code} {about}: {lines[line - 1].strip()[:120] if lines else ''}"
        for (line, _), code, about in parser.errors
    ]
    return [*misread, *_misplaced(page), *_misnamed(page), *_empty(page), *_skipped(page)]


def _misplaced(page: Element) -> Iterator[str]:
    """Blocks in what holds words only."""
    for outer in page.iter():
        if outer.tag in WORDS_ONLY or _is_heading(outer):
            for inner in outer.iter():
                if inner is not outer and (inner.tag in BLOCKS or _is_heading(inner)):
                    yield f"<{inner.tag} class={inner.get('class')!r}> stands in <{outer.tag}>"


def _misnamed(page: Element) -> Iterator[str]:
    """Names given twice, and names that nothing has."""
    ids = Counter(one.get("id") for one in page.iter() if one.get("id"))
    yield from (f"id {name!r} is given {count} times" for name, count in ids.items() if count > 1)
    for one in page.iter():
        for attribute in NAME_IDS:
            for name in one.get(attribute, "").split():
                if name not in ids:
                    yield f"{attribute}={name!r} of <{one.tag}> names nothing"


def _empty(page: Element) -> Iterator[str]:
    """Attributes that must say something, and times that no machine reads."""
    for one in page.iter():
        yield from (
            f"{name} of <{one.tag}> is empty" for name in NEVER_EMPTY if one.get(name) == ""
        )
        moment = one.get("datetime", (one.text or "").strip())
        if one.tag == "time" and not MOMENT.fullmatch(moment):
            yield f"<time> says {moment!r}"


def _skipped(page: Element) -> Iterator[str]:
    """Headings that leave out a level on the way down."""
    levels = [int(str(one.tag)[1]) for one in page.iter() if _is_heading(one)]
    yield from (f"an h{low} follows an h{high}" for high, low in pairwise(levels) if low > high + 1)


def _is_heading(element: Element) -> bool:
    return isinstance(element.tag, str) and HEADING.fullmatch(element.tag) is not None
