"""What every public page of the demonstration says of itself, where it is found or shared."""

from collections import Counter
from html import unescape
from urllib.parse import urlsplit
from urllib.request import urlopen
from xml.etree import ElementTree

from lxml.html import document_fromstring

from ground.design.heads import LEAST, MOST, TITLE
from tests.e2e.site import Site


def read(site: Site, path: str) -> str:
    with urlopen(site.url + path, timeout=60) as answer:
        text: str = answer.read().decode()
    return text


def paths(site: Site) -> list[str]:
    """All that the map of the site names, and the shelves of the shop."""
    root = ElementTree.fromstring(read(site, "/sitemap.xml"))  # noqa: S314  (ours)
    named = [urlsplit(str(found.text)).path for found in root.iter() if found.tag.endswith("}loc")]
    for language in ("fr", "en"):
        shop = document_fromstring(read(site, f"/{language}/shop/"))
        named += shop.xpath("//*[@class='shop-shelves']//a/@href")
    return list(dict.fromkeys(named))


def head_of(site: Site, path: str) -> dict[str, str]:
    page = document_fromstring(read(site, path))
    metas = page.xpath("//head/meta[@name or @property]")
    said = {meta.get("name") or meta.get("property"): meta.get("content") for meta in metas}
    hreflangs = page.xpath("//head/link[@rel='alternate']/@hreflang")
    title = unescape(page.findtext("head/title"))
    return {**said, "title": title, "hreflangs": " ".join(hreflangs), "language": path[:4]}


def test_every_public_page_says_what_it_is_and_no_other_says_the_same(site: Site) -> None:
    heads = {path: head_of(site, path) for path in paths(site)}
    assert len(heads) > 300
    faults = [
        f"{path}: {fault}" for path, head in heads.items() for fault in faults_of(head) if fault
    ]
    assert faults == []
    for part in ("title", "description"):
        said = Counter((head["language"], head[part]) for head in heads.values())
        assert [words for words, times in said.items() if times > 1] == [], part


def faults_of(head: dict[str, str]) -> list[str]:
    title, description = head["title"], head["description"]
    return [
        "" if 0 < len(title) <= TITLE else f"title of {len(title)}: {title}",
        "" if LEAST <= len(description) <= MOST else f"says {len(description)}: {description}",
        "" if head["og:description"] == description else "is shared with other words",
        "" if title.startswith(head["og:title"].removesuffix("…")) else "has two titles",
        "" if head["og:image"].startswith("http") else "has no picture",
        "" if head["og:locale"].startswith(head["language"][1:3]) else "names another language",
        "" if head["hreflangs"].split()[-1] == "x-default" else "has no x-default",
    ]
