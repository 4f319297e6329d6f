"""Names in a cache, which takes none that is long."""

from hashlib import blake2b

from .generation import present_generation
from .version import version


def digest(text: str) -> str:
    """A short name for a text that can be longer than a key may be."""
    return blake2b(text.encode(), digest_size=16).hexdigest()


def drawn_now() -> str:
    """Begins the name of what this version draws for as long as nothing that is shown changes."""
    return f"{version()}:{present_generation()}"
