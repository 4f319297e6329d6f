"""The four jobs played in a browser, against the real server with the demonstration in it."""

import pytest

# What these assert is told in full, as in tests themselves.
pytest.register_assert_rewrite("tests.e2e.visitor", "tests.e2e.shopper")
