"""What every page knows of itself."""

import pytest

from ground.design.context import canonical_of


@pytest.mark.parametrize(
    ("asked", "address"),
    [
        ("/fr/shop/", "/fr/shop/"),
        ("/fr/shop/?page=1", "/fr/shop/"),
        ("/fr/shop/?page=2", "/fr/shop/?page=2"),
        ("/fr/shop/?craft=lace&page=3&sort=new", "/fr/shop/?page=3"),
        ("/fr/shop/?page=last", "/fr/shop/"),
        ("/fr/shop/?page=%22%3E", "/fr/shop/"),
    ],
)
def test_each_page_of_a_list_is_its_own_and_its_filters_are_not(rf, asked, address):
    assert canonical_of(rf.get(asked)) == f"http://testserver{address}"
