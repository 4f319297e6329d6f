"""The forms of a page, as a browser finds and sends them."""

import re
from collections.abc import Iterator
from dataclasses import dataclass, replace
from typing import NamedTuple
from urllib.parse import urljoin
from xml.etree.ElementTree import Element

import html5lib

BUTTONS = {"submit", "button", "image", "reset"}


class Control(NamedTuple):
    """`values`: what it would send untouched.

    `kind`: of an input what it asks a keyboard for, or its type; else the tag.
    """

    name: str
    kind: str
    values: list[str]


@dataclass(frozen=True)
class Form:
    path: str
    method: str
    controls: tuple[Control, ...]

    @property
    def names(self) -> set[str]:
        return {each.name for each in self.controls}

    @property
    def key(self) -> str:
        """The same for the same form on another page, or for another thing."""
        return re.sub(r"\d+", "#", " ".join([self.path, *sorted(self.names)]))

    def of(self, *kinds: str) -> set[str]:
        """The names of its controls of these kinds."""
        return {each.name for each in self.controls if each.kind in kinds}

    def in_language(self, code: str) -> "Form":
        return replace(self, path=f"/{code}/{self.path.split('/', 2)[2]}")

    @property
    def untouched(self) -> dict[str, list[str]]:
        """What it sends as it is, without a button."""
        values: dict[str, list[str]] = {}
        for each in self.controls:
            if each.kind not in {"button", "file"}:
                values.setdefault(each.name, []).extend(each.values)
        return values

    @property
    def presses(self) -> list[dict[str, list[str]]]:
        """What each of its buttons adds; the first has no name."""
        return [{}, *({each.name: each.values} for each in self.controls if each.kind == "button")]


def forms_of(html: str, path: str) -> Iterator[Form]:
    """The forms of the page at `path`, with the controls that name them by `form=`."""
    page = html5lib.parse(html, namespaceHTMLElements=False)
    for element in page.iter("form"):
        name = element.get("id")
        apart = [each for each in page.iter() if name and each.get("form") == name]
        action = urljoin(path, element.get("action") or path).partition("#")[0]
        found = tuple(_controls([*element.iter(), *apart]))
        yield Form(action, element.get("method", "get").lower(), found)


def _controls(elements: list[Element]) -> Iterator[Control]:
    for element in elements:
        name = element.get("name")
        if name and element.tag in {"input", "select", "textarea", "button"}:
            kind = _kind(element)
            yield Control(name, kind, _sent(element, kind))


def _kind(element: Element) -> str:
    if element.tag != "input":
        return element.tag
    kind = element.get("type", "text")
    return "button" if kind in BUTTONS else element.get("inputmode", kind)


def _sent(element: Element, kind: str) -> list[str]:
    if kind == "textarea":
        return ["".join(element.itertext())]
    if kind == "select":
        options = list(element.iter("option"))
        chosen = [each for each in options if each.get("selected") is not None] or options[:1]
        return [each.get("value", "".join(each.itertext())) for each in chosen]
    if kind in {"checkbox", "radio"}:
        return [element.get("value", "on")] if element.get("checked") is not None else []
    return [element.get("value", "")]


def errors_of(html: str) -> dict[str, str]:
    """What the page says to be wrong, by the names of the controls that it says it of."""
    page = html5lib.parse(html, namespaceHTMLElements=False)
    words = {each.get("id"): "".join(each.itertext()).strip() for each in page.iter()}
    errors: dict[str, str] = {}
    for group in (page, *page.iter("fieldset")):  # an inner group knows better
        for each in group.iter():
            if each.get("aria-invalid") == "true":
                ids = (each.get("aria-describedby") or group.get("aria-describedby") or "").split()
                said = [words.get(one, "") for one in ids if one.endswith("_error")]
                errors[each.get("name", "")] = " ".join(said)
    return errors
