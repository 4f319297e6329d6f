"""A payment provider that plays all that real ones do, with no money. Strict, and with a memory."""
