"""The remaining time: shown where two speeds agree, never at the beginning, in words as rough as the knowledge."""

from __future__ import annotations

import pytest

from app.ui.models.remaining import Estimate
from app.wording.progress import remaining_sentence
from tests.plain import plain


def after(*reports: tuple[float, float]) -> Estimate:
    """Reports: second and fraction."""
    estimate = Estimate.from_now(0.0)
    for second, fraction in reports:
        estimate = estimate.after(fraction, second)
    return estimate


def steady(seconds: int, speed: float) -> Estimate:
    return after(*((second, second * speed) for second in range(1, seconds + 1)))


@pytest.mark.parametrize(
    ("estimate", "now", "expected"),
    [
        pytest.param(steady(10, 0.05), 10, 10, id="half of it took ten seconds"),
        pytest.param(steady(10, 0.05), 12, 8, id="it counts down between two reports"),
        pytest.param(steady(2, 0.05), 2, None, id="too early"),
        pytest.param(steady(10, 0.001), 10, None, id="too little done"),
        pytest.param(after(), 20, None, id="no report at all"),
        pytest.param(after((1, 0.5), (2, 0.51), (8, 0.52), (14, 0.53)), 14, None, id="it has become much slower"),
        pytest.param(steady(10, 0.05), 40, None, id="it stands still"),
        pytest.param(steady(10, 0.05).after(0.1, 11.0), 12, None, id="it began again"),
        pytest.param(steady(19, 0.05), 25, 0, id="never less than nothing"),
    ],
)
def test_an_estimate_is_given_where_it_can_be_trusted(estimate, now, expected):
    assert estimate.remaining(now) == (expected if expected is None else pytest.approx(expected, abs=0.5))


def test_two_reports_at_the_same_moment_do_no_harm():
    assert after((5, 0.2), (5, 0.3), (10, 0.6)).remaining(10) == pytest.approx(6.7, abs=1.5)


@pytest.mark.parametrize(
    ("seconds", "de", "en"),
    [
        (0, "noch wenige Sekunden", "a few seconds left"),
        (12, "noch etwa 20 Sekunden", "about 20 seconds left"),
        (50, "noch etwa 50 Sekunden", "about 50 seconds left"),
        (61, "noch etwa 1 Minute", "about 1 minute left"),
        (100, "noch etwa 2 Minuten", "about 2 minutes left"),
        (1000, "noch etwa 17 Minuten", "about 17 minutes left"),
    ],
)
def test_the_time_is_said_roughly(seconds, de, en):
    assert (plain(remaining_sentence(seconds, "de")), plain(remaining_sentence(seconds, "en"))) == (de, en)
