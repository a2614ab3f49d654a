"""What stands around every page: the name on top, notices about the address, and sources and version below."""

from collections.abc import Sequence
from urllib.parse import urlsplit

import streamlit as st

from lib.fragments.masthead import masthead as top
from lib.fragments.render import render
from lib.register.address import Ignored
from lib.register.version import REGISTER_DATE, REGISTER_VERSION
from lib.settings import site_address
from lib.texts import _
from lib.texts.formats import partial_date


def base_path() -> str:
    """Tell what stands before the application's own addresses, without a slash at the end."""
    base = st.get_option("server.baseUrlPath").strip("/")
    return f"/{base}" if base else ""


def site_root() -> str:
    """Give the full address of the application's root, with a slash at the end."""
    parts = urlsplit(st.context.url or "")
    # Outside of a browser there is no address to go by.
    origin = site_address() or (f"{parts.scheme}://{parts.netloc}" if parts.netloc else "http://localhost")
    return f"{origin}{base_path()}/"


def page_title(subject: str) -> str:
    """Give the title of a page in the browser.

    Parameters
    ----------
    subject
        What the page is about.

    Returns
    -------
    str
        The subject and the name of the site.
    """
    return f"{subject} – {_('Frivillighetspolitikk i kommunene')}"


def masthead(current: str) -> None:
    """Draw the name of the site and the way to its pages.

    Parameters
    ----------
    current
        Path of the page that is shown.
    """
    st.html(top(current, {name: ",".join(st.query_params.get_all(name)) for name in st.query_params}))


def address_notice(ignored: Sequence[Ignored]) -> None:
    """Tell which values of the address could not be used; nothing when all could.

    Parameters
    ----------
    ignored
        The values.
    """
    if ignored:
        st.html(render("address_notice.html", ignored=ignored))


def footer() -> None:
    """Draw sources, licences and the version of the register."""
    st.html(render("footer.html", version=REGISTER_VERSION, date=partial_date(REGISTER_DATE)))
