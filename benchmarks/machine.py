"""What the measurements were made on."""

import os
import platform
from datetime import UTC, datetime
from pathlib import Path

import psutil
import streamlit


def describe_machine() -> dict[str, str]:
    """Describe the machine and the versions that matter.

    Returns
    -------
    dict
        A text for each heading.
    """
    return {
        "Date": datetime.now(UTC).date().isoformat(),
        "Processor": f"{_processor()}, {os.cpu_count()} cores",
        "Memory": f"{psutil.virtual_memory().total / 2**30:.0f} GiB",
        "System": f"{platform.system()} {platform.machine()}",
        "Python": platform.python_version(),
        "Streamlit": streamlit.__version__,
        "Load before": f"{os.getloadavg()[0]:.1f} (1 minute; 0 is a machine with nothing else to do)",
    }


def _processor() -> str:
    information = Path("/proc/cpuinfo")
    if information.exists():
        for line in information.read_text(encoding="utf-8").splitlines():
            if line.startswith("model name"):
                return line.split(":", 1)[1].strip()
    return platform.processor() or "unknown"
