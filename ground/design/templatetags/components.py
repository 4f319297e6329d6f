"""`{% load components %}`: every component of the design system."""

from ground.design import components  # noqa: F401  (importing it registers them)
from ground.design.library import library as register

__all__ = ["register"]
