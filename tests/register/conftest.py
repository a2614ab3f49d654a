"""A copy of the data that a test may break."""

import pytest

from tests.data_edits import copy_data


@pytest.fixture
def data(tmp_path):
    return copy_data(tmp_path)
