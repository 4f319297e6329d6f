"""Which version of the platform draws. While one takes over from another, both stand at one cache.

What a version has drawn looks like itself: it leads to its own stylesheet, and is kept in the shape
that its own code reads. So each keeps its drawings under its own name; the generation, which says
what is still true, is shared.
"""

from functools import cache
from hashlib import blake2b
from pathlib import Path

from django.conf import settings

CODE = ("config", "cms", "incubator", "marketplace", "ground", "requirements")
SOURCES = (*CODE, "locale", "static", "templates")


@cache
def version() -> str:
    """A short name of the code, templates, words and static files: on every machine the same."""
    return version_of(settings.BASE_DIR)


def version_of(root: Path) -> str:
    name = blake2b(digest_size=8)
    for path in sorted(path for folder in SOURCES for path in (root / folder).rglob("*")):
        if path.is_file() and path.suffix not in {".mo", ".pyc"}:  # made of the others
            name.update(f"{path.relative_to(root)}\0{path.stat().st_size}\0".encode())
            name.update(path.read_bytes())
    return name.hexdigest()
