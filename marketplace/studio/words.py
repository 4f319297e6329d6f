"""A maker types plain text; the shop shows HTML. There and back, losing nothing.

Paragraphs are separated by an empty line; a line that starts with a dash is an item of a list.
"""

import re
from html import escape, unescape

_BLOCK = re.compile(r"<(p|ul|ol)[^>]*>(.*?)</\1>", re.DOTALL | re.IGNORECASE)
_ITEM = re.compile(r"<li[^>]*>(.*?)</li>", re.DOTALL | re.IGNORECASE)
_BREAK = re.compile(r"<br\s*/?>", re.IGNORECASE)
_TAG = re.compile(r"<[^>]+>")
_DASH = re.compile(r"^\s*[-–•]\s+")


def to_html(text: str) -> str:
    """`text` as paragraphs and lists; everything in it is escaped."""
    blocks = re.split(r"\n\s*\n", text.replace("\r\n", "\n").strip())
    return "\n".join(_block_to_html(block) for block in blocks if block.strip())


def _block_to_html(block: str) -> str:
    lines = [line for line in block.split("\n") if line.strip()]
    if all(_DASH.match(line) for line in lines):
        items = "".join(
            f"<li>{escape(_DASH.sub('', line).strip(), quote=False)}</li>" for line in lines
        )
        return f"<ul>{items}</ul>"
    return "<p>" + "<br>".join(escape(line.strip(), quote=False) for line in lines) + "</p>"


def to_text(html: str) -> str:
    """What a maker would have typed to get `html`."""
    blocks = [_block_to_text(tag, inner) for tag, inner in _BLOCK.findall(html)]
    return "\n\n".join(blocks) if blocks else _plain(html)


def _block_to_text(tag: str, inner: str) -> str:
    if tag.lower() == "p":
        return _plain(inner)
    return "\n".join(f"- {_plain(item)}" for item in _ITEM.findall(inner))


def _plain(html: str) -> str:
    return unescape(_TAG.sub("", _BREAK.sub("\n", html))).strip()
