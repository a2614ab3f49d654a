"""What the tests share: the register on the committed data, and a fixed present day."""

from datetime import date

import pytest

from lib.register.register import Register, load_register


@pytest.fixture(scope="session")
def register() -> Register:
    return load_register()


@pytest.fixture(scope="session")
def today() -> date:
    return date(2026, 11, 23)
