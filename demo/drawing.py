"""Draws one picture to a file. Knows nothing of Django: it runs in processes of its own."""

import os
from pathlib import Path

from .pictures import draw, save_jpeg

# A craft is drawn by what comes of it.
SAME_AS = {"print": "poster"}


def draw_to_file(motif: str, seed: str, size: tuple[int, int], path: Path) -> None:
    """Draw `motif` as `seed` varies it, `size` pixels large; the file appears whole or not."""
    unfinished = path.with_suffix(f".{os.getpid()}.part")
    save_jpeg(draw(SAME_AS.get(motif, motif), seed=seed, size=size), unfinished)
    unfinished.replace(path)
