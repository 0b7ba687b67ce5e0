from datetime import UTC, datetime, timedelta
from email.utils import format_datetime

import pytest
from hypothesis import given
from hypothesis import strategies as st
from multidict import CIMultiDict

from bot.web.answers import Response

NOW = datetime(2026, 1, 10, 12, tzinfo=UTC)


def response(body: bytes = b"", status: int = 200, **headers: str) -> Response:
    named = CIMultiDict((name.replace("_", "-"), value) for name, value in headers.items())
    return Response(status, named, body, "https://example.org/")


@pytest.mark.parametrize(
    ("told", "wait"),
    [
        ("7", timedelta(seconds=7)),
        ("0", timedelta(0)),
        (format_datetime(NOW + timedelta(minutes=2), usegmt=True), timedelta(minutes=2)),
        (format_datetime(NOW - timedelta(minutes=2), usegmt=True), timedelta(0)),
        ("Sat, 10 Jan 2026 12:00:30", timedelta(seconds=30)),
        ("", None),
        ("soon", None),
        ("-5", None),
        ("9" * 5000, None),
        ("Mon, 99 Jan 99999 99:99:99 GMT", None),
    ],
)
def test_how_long_to_wait_is_read(told: str, wait: timedelta | None) -> None:
    assert response(retry_after=told).retry_after(NOW) == wait


@given(st.text())
def test_no_header_breaks_it(told: str) -> None:
    wait = response(retry_after=told).retry_after(NOW)
    assert wait is None or wait >= timedelta(0)


@given(st.binary())
def test_bytes_are_json_or_a_value_error(body: bytes) -> None:
    answer = response(body)
    assert answer.is_html in {True, False}
    try:
        answer.json()
    except ValueError:
        return


def test_json_without_a_bottom_is_refused() -> None:
    with pytest.raises(ValueError, match="deeply"):
        response(b"[" * 200_000).json()


@pytest.mark.parametrize(
    "body", [b"<!doctype html>", b" \n<HTML lang=en>", b"\xef\xbb\xbf<html>", b"<!-- hello -->\n<html>", b"<head>"]
)
def test_a_page_is_known_by_its_looks(body: bytes) -> None:
    assert response(body, content_type="application/rss+xml").is_html


@pytest.mark.parametrize("body", [b"<?xml version='1.0'?><rss/>", b"{}", b"", b"<htmlish>", b"BEGIN:VCALENDAR"])
def test_what_is_no_page_is_none(body: bytes) -> None:
    assert not response(body).is_html
