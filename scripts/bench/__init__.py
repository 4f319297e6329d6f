"""How fast the pages are, beside the least that Django can do on the same machine."""
