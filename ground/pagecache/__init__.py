"""Pages that are the same for everybody, drawn once: `generation` says for how long they are true.

`middleware` keeps whole pages, `contents` what stands inside their frame, `memory` small answers.
`turns` lets one visitor have a page drawn for all who come meanwhile; `shared` is Redis, and what
holds while it is away.
"""

from .generation import forget_all
from .public import public_page

__all__ = ["forget_all", "public_page"]
