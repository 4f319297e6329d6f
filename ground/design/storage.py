"""One stylesheet for the browser out of one file a component, without a build step.

`site.css` imports its parts. A browser would fetch them one after another, so when the static files
are collected its imports are put in their place; in development it is served as it is written.
"""

import re
from typing import Any

from django.core.files.base import ContentFile
from django.core.files.storage import InMemoryStorage
from whitenoise.storage import CompressedManifestStaticFilesStorage

ENTRY = "css/site.css"
IMPORT = re.compile(r'@import url\("(?P<name>[^"]+)"\)(?: layer\((?P<layer>[\w-]+)\))?;\n')


class StaticStorage(CompressedManifestStaticFilesStorage):
    """Static files with hashed names, compressed, the stylesheet in one piece."""

    def post_process(self, paths: dict[str, Any], dry_run: bool = False, **options: Any) -> Any:
        if ENTRY in paths and not dry_run:
            memory = InMemoryStorage()
            memory.save(ENTRY, ContentFile(bundled(paths).encode()))
            paths[ENTRY] = (memory, ENTRY)
        return super().post_process(paths, dry_run, **options)


def bundled(paths: dict[str, Any]) -> str:
    """`site.css` with each import replaced by what it names, in its layer."""

    def read(name: str) -> str:
        storage, path = paths[name]
        with storage.open(path) as file:
            return file.read().decode()

    def replacement(match: re.Match[str]) -> str:
        text = read(f"css/{match['name']}")
        return f"@layer {match['layer']} {{\n{text}}}\n" if match["layer"] else text

    return IMPORT.sub(replacement, read(ENTRY))
