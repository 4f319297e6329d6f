"""Servers that the tests start for themselves, and throw away: no one's own is touched."""
