"""Opening a page as a script, and reading what it says and where it stands."""

import re

from streamlit.testing.v1 import AppTest

from tests.conftest import ROOT


def open_page(page: str, **parameters: str) -> AppTest:
    """Open a page at an address and run it once.

    Parameters
    ----------
    page
        File name of its script in ``pages/``, without ending.
    **parameters
        The parameters of the address.
    """
    test = AppTest.from_file(str(ROOT / "lib" / "ui" / "navigation.py"), default_timeout=30)
    if page != "kart":
        test.run()
        test.switch_page(f"../../pages/{page}.py")
    for name, value in parameters.items():
        test.query_params[name] = value
    test.run()
    assert not test.exception
    return test


def html(test: AppTest) -> str:
    """Gather the page's own HTML."""
    return " ".join(block.proto.body for block in test.get("html"))


def text(test: AppTest) -> str:
    """Gather the text of the page's own HTML as a visitor reads it."""
    return " ".join(re.sub(r"<[^>]+>", " ", html(test)).split()).replace("\u00a0", " ")


def heading(test: AppTest) -> str:
    """Give the page's main heading."""
    return re.search(r'<h1 class="headline">(.*?)</h1>', html(test)).group(1)


def address(test: AppTest) -> dict[str, str]:
    """Give the parameters of the address as the page has left it."""
    return {name: value if isinstance(value, str) else ",".join(value) for name, value in test.query_params.items()}
