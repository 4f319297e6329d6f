import pytest

from tests.factories.cms import Tree, make_tree


@pytest.fixture
def tree(db: None) -> Tree:
    return make_tree()
