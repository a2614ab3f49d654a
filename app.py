"""The application: Streamlit's pages, our own routes around them, and what every answer goes through.

``streamlit run app.py`` finds ``app`` by itself; any ASGI server can serve it too.
"""

import asyncio
import sys
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from urllib.parse import urlsplit

from starlette.middleware import Middleware
from starlette.middleware.trustedhost import TrustedHostMiddleware
from starlette_compress import CompressMiddleware
from streamlit.config import get_option
from streamlit.starlette import App

from lib.exports.charts import warm_up
from lib.geography.boundaries import BOUNDARIES_PATH
from lib.geography.boundary_check import check_boundaries
from lib.pages import pages
from lib.register.changelog import ChangelogError, check_places, load_changelog
from lib.register.faults import DataFaultsError, in_directory
from lib.register.register import load_register
from lib.register.tables import DATA_DIRECTORY
from lib.settings import SettingError, correction_address, metrics_audience, site_address
from lib.web.data import data_files
from lib.web.gate import CloseUnused, RefuseMalformed
from lib.web.headers import SecurityHeaders
from lib.web.icons import SpareIconFont
from lib.web.kept import KeepImmutable
from lib.web.logs import shorten_addresses
from lib.web.metrics import Measure
from lib.web.own import OwnRoutes
from lib.web.routes import own_routes
from lib.web.shell import PageShell
from lib.web.sockets import send_at_once

try:
    register = load_register()
    faults = check_boundaries(BOUNDARIES_PATH, register.tables.municipalities)
    if faults:
        raise DataFaultsError(in_directory(faults, DATA_DIRECTORY))
    correction_address()
    metrics_audience()
    _address = site_address()
    data_files()
    check_places(load_changelog(), register.municipalities["navn"].to_dict() | register.county_names)
except (ChangelogError, DataFaultsError, SettingError) as error:
    sys.exit(str(error))

shorten_addresses()
_base = get_option("server.baseUrlPath").strip("/")
_base_path = f"/{_base}" if _base else ""
# With a known address, requests that name another host are refused; health checks ask this machine by its own names.
_known_hosts = (
    [Middleware(TrustedHostMiddleware, allowed_hosts=[urlsplit(_address).hostname or "", "localhost", "127.0.0.1"])]
    if _address
    else []
)


@asynccontextmanager
async def _prepared(_app: App) -> AsyncIterator[None]:
    send_at_once()
    # The first picture is then drawn as fast as all others.
    asyncio.get_running_loop().run_in_executor(None, warm_up)
    yield


app = App(
    "lib/ui/navigation.py",
    lifespan=_prepared,
    middleware=[
        Middleware(Measure, base_path=_base_path, pages=[page.path for page in pages()]),
        Middleware(SecurityHeaders, base_path=_base_path, behind_tls=(_address or "").startswith("https")),
        *_known_hosts,
        Middleware(RefuseMalformed, base_path=_base_path),
        Middleware(SpareIconFont, base_path=_base_path),
        Middleware(KeepImmutable),
        Middleware(OwnRoutes, routes=own_routes(register, _base_path), base_path=_base_path),
        Middleware(CloseUnused, base_path=_base_path),
        # Streamlit would compress before us, and worse, if it knew that the browser takes it.
        Middleware(CompressMiddleware, brotli_quality=9, zstd=False, remove_accept_encoding=True),
        Middleware(PageShell, register=register, base_path=_base_path, pages=[page.path for page in pages()]),
    ],
)
