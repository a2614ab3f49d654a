"""Where the bytes go: what filter changes send by kind of element, and what a first visit fetches by file."""

from collections import defaultdict
from collections.abc import Iterable
from urllib.parse import urlsplit

from benchmarks.measure import Measured
from benchmarks.summary import size

LARGEST_FILES = 25


def breakdown(measured: Measured) -> str:
    """List the parts of filter changes and of a first visit.

    Parameters
    ----------
    measured
        What was measured of a build.

    Returns
    -------
    str
        Lines for a terminal.
    """
    return "\n".join([*_messages(measured), "", *_files(measured)])


def _messages(measured: Measured) -> Iterable[str]:
    sizes: dict[str, list[int]] = defaultdict(list)
    for change in measured.messages:
        for message in change:
            sizes[message.kind].append(message.size)
    changes = len(measured.messages)
    yield f"Sent and received per filter change, mean of {changes}, uncompressed:"
    for kind, all_sizes in sorted(sizes.items(), key=lambda item: -sum(item[1])):
        count = len(all_sizes) / changes
        yield f"  {size(sum(all_sizes) / changes):>9}  {count:5.1f} x {kind} (largest {size(max(all_sizes))})"


def _files(measured: Measured) -> Iterable[str]:
    files = measured.first_visit.files
    yield f"Transferred by a first visit, {len(files)} requests:"
    for address, transferred in files[:LARGEST_FILES]:
        yield f"  {size(transferred):>9}  {urlsplit(address).path}"
    rest = files[LARGEST_FILES:]
    yield f"  {size(sum(transferred for _, transferred in rest)):>9}  {len(rest)} smaller ones"
    yield f"  {size(measured.first_visit.messages):>9}  over the WebSocket, uncompressed"
