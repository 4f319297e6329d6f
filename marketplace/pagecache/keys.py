"""Names in a cache, which takes none that is long."""

from hashlib import blake2b


def digest(text: str) -> str:
    """A short name for a text that can be longer than a key may be."""
    return blake2b(text.encode(), digest_size=16).hexdigest()
