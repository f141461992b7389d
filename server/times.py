"""Times as the formats write them: UTC, whole seconds, `2026-11-22T05:00:00Z`."""

from datetime import datetime, timedelta, timezone
from email.utils import format_datetime

CLOCK_MINUTES = 10  # how far the clocks of others may be off


def now() -> datetime:
    return datetime.now(timezone.utc).replace(microsecond=0)


def text(moment: datetime) -> str:
    return moment.astimezone(timezone.utc).strftime("%Y-%m-%dT%H:%M:%SZ")


def parse(written: str) -> datetime:
    return datetime.strptime(written, "%Y-%m-%dT%H:%M:%SZ").replace(tzinfo=timezone.utc)


def http(moment: datetime) -> str:
    """As in HTTP headers (`Upload-Expires`)."""
    return format_datetime(moment, usegmt=True)


def after(moment: datetime, **span) -> datetime:
    return moment + timedelta(**span)
