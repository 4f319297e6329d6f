"""`{% load components %}`: every component of the design system."""

from marketplace.design import components  # noqa: F401  (importing it registers them)
from marketplace.design.library import library as register

__all__ = ["register"]
