"""Whole pages, kept for everybody: `middleware` says what is kept, `generation` how long."""

from .generation import forget_all
from .public import public_page

__all__ = ["forget_all", "public_page"]
