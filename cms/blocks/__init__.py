"""What a page is made of, block by block."""

from .edges import EDGE_BLOCKS
from .texts import FIGURE_BLOCKS, TEXT_BLOCKS

STORY_BLOCKS = [*TEXT_BLOCKS, *EDGE_BLOCKS]

__all__ = ["EDGE_BLOCKS", "FIGURE_BLOCKS", "STORY_BLOCKS", "TEXT_BLOCKS"]
