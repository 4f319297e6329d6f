"""Whole pages, kept for everybody: see `middleware` for what is kept and `generation` for how long."""

from .generation import forget_all
from .public import public_page

__all__ = ["forget_all", "public_page"]
