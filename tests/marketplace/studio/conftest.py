import pytest

from tests.factories.accounts import UserFactory
from tests.factories.marketplace import ArtisanFactory


@pytest.fixture
def potter():
    return UserFactory.create()


@pytest.fixture
def artisan(potter):
    artisan = ArtisanFactory.create()
    artisan.users.add(potter)
    return artisan
