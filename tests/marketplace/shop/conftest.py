"""The shop by itself: whose platform it is comes from the settings, the terms of sale with it."""

from typing import Any

import pytest


@pytest.fixture(autouse=True)
def shop_by_itself(settings: Any) -> None:
    settings.DESTINATION = "ground.design.navigation.destination"
