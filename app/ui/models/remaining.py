"""How long a job will still take, from how far it is and how long that took. No Qt, no clock: the caller says what time it is.

Strategy: two speeds, that of the whole way and that of the last seconds (smoothed). Only where they agree roughly is an estimate
worth showing: stages differ in speed, and a number that jumps is worse than none. Nothing is said of short jobs and of beginnings.
"""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import Final

_SMOOTHING_S: Final = 1.5  # a report this long after the one before counts half
_PATIENCE_S: Final = 3.0
_ENOUGH: Final = 0.04  # of the way
_AGREE: Final = 2.5  # the speeds differ by this factor at most
_STALLED_S: Final = 10.0  # without a step forward, unless steps are this long


@dataclass(frozen=True, slots=True)
class Estimate:
    """Reports so far: when it began and how far it was then, the last step forward, the speed of late (share a second)."""

    began: float
    at_begin: float = 0.0
    at: float = 0.0
    fraction: float = 0.0
    speed: float = 0.0

    @staticmethod
    def from_now(now: float, fraction: float = 0.0) -> Estimate:
        """A job begins."""
        return Estimate(began=now, at_begin=fraction, at=now, fraction=fraction)

    def after(self, fraction: float, now: float) -> Estimate:
        """With another report. One that goes back is a new beginning: what was read is read again."""
        if fraction < self.fraction:
            return Estimate.from_now(now, fraction)
        since = now - self.at
        if fraction == self.fraction or since <= 0:
            return self
        weight = since / (since + _SMOOTHING_S)
        step = (fraction - self.fraction) / since
        speed = step if self.speed == 0 else weight * step + (1 - weight) * self.speed
        return replace(self, at=now, fraction=fraction, speed=speed)

    def remaining(self, now: float) -> float | None:
        """Seconds, None where nobody can tell."""
        elapsed, way = self.at - self.began, self.fraction - self.at_begin
        if now - self.began < _PATIENCE_S or way < _ENOUGH or elapsed <= 0 or self.speed <= 0:
            return None
        whole = way / elapsed
        if max(whole, self.speed) > _AGREE * min(whole, self.speed) or now - self.at > max(_STALLED_S, elapsed / 2):
            return None
        together = (1 - self.fraction) / ((whole + self.speed) / 2)
        return max(0.0, together - (now - self.at))
