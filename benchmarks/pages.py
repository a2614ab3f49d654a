"""How long the script of each page takes on a warm server: ``python -m benchmarks.pages``."""

import asyncio

from benchmarks.servers import dashboard
from benchmarks.session import Session
from benchmarks.summary import percentile, seconds

# A view of each page that has much to show.
VIEWS = {
    "": "kommune=4601",
    "kommune": "kommune=4601",
    "fylke": "fylke=34",
    "sammenlign": "kommuner=4601,1103,5001,0301,3301,4204",
    "utvikling": "aar=2019",
    "fornyelse": "",
}
RUNS = 30


async def measure_page(url: str, page: str, query: str) -> list[float]:
    """Run the script of a page again and again, as a visitor's choices do.

    Parameters
    ----------
    url
        The server's address, with a slash at the end.
    page
        Path of the page; empty for the start page.
    query
        The parameters of its address.

    Returns
    -------
    list of float
        Seconds from asking for each run to the word that it has finished; the first run is left out.
    """
    async with asyncio.timeout(120), Session(url, page, query) as session:
        await session.run()
        times = []
        for _ in range(RUNS):
            # A visitor thinks; without a pause the network's own delays (acknowledgements) would be measured.
            await asyncio.sleep(0.15)
            times.append(await session.run())
        return times


def main() -> None:
    """Measure every page and print a line for each."""
    with dashboard() as server:
        for page, query in VIEWS.items():
            times = asyncio.run(measure_page(server.url, page, query))
            median, slow = (seconds(percentile(times, rank)) for rank in (50, 95))
            print(f"/{page}?{query}: median {median}, 95th percentile {slow}")


if __name__ == "__main__":
    main()
