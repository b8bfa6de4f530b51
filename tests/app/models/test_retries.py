"""What a provider's refusal means for when to ask again."""

from datetime import UTC, datetime

import pytest

from app.models.retries import asked_pause


@pytest.mark.parametrize(
    ("header", "seconds"),
    [
        (None, None),
        ("7", 7.0),
        ("0.5", 0.5),
        ("-3", 0.0),
        ("Mon, 01 Jun 2026 12:00:30 GMT", 30.0),
        ("soon", None),
        ("", None),
    ],
)
def test_a_pause_is_asked_for_in_seconds_or_until_a_date(header: str | None, seconds: float | None) -> None:
    noon = datetime(2026, 6, 1, 12, tzinfo=UTC).timestamp()
    assert asked_pause(header, now=noon) == seconds
