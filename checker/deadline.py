"""How long the work on a report may take, held inside a single step that never ends too."""

from __future__ import annotations

import signal
import threading
from contextvars import ContextVar
from time import monotonic
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Callable
    from contextvars import Token
    from types import FrameType, TracebackType

_AGAIN = 1.0  # seconds between rings: what Python drops, inside a __del__ for one, is rung again
_END: ContextVar[float | None] = ContextVar("deadline", default=None)


class OutOfTimeError(BaseException):
    """The time is up; no Exception, for those are caught wherever foreign text is read."""


def require_time() -> None:
    """Stops the work on a report whose time is up.

    Raises:
        OutOfTimeError: it is.
    """
    end = _END.get()
    if end is not None and monotonic() >= end:
        raise OutOfTimeError


class Allowance:
    """The time that a report is given, spent in one or several ``with`` blocks.

    A block that is running when the time is up is left there, and ``is_up`` says so. Between rules
    and items ``require_time`` asks for it, anywhere and in any thread. That alone would wait for
    ever on one rule whose own work has no end, so on the main thread, where the system has such a
    timer, a signal stops the work wherever it stands: a thread cannot be stopped from outside, and
    a process of its own for each report would cost more than judging it.

    Attributes:
        seconds: how long it is; None for without end.
        is_up: it was not enough.
    """

    def __init__(self, seconds: float | None) -> None:
        """Nothing is spent yet."""
        self.seconds = seconds
        self.is_up = False
        self._left = seconds
        self._end = 0.0
        self._token: Token[float | None] | None = None
        self._alarm: _Alarm | None = None

    def __enter__(self) -> None:
        """The time begins to run."""
        if self._left is None:
            return
        self._end = monotonic() + self._left
        self._token = _END.set(self._end)
        self._alarm = _Alarm(self._left) if _can_ring() else None

    def __exit__(
        self, kind: type[BaseException] | None, _error: object, _trace: TracebackType | None
    ) -> bool:
        """The time stands still; that it was up goes no further."""
        if self._alarm:
            self._alarm.off()
        if self._token:
            _END.reset(self._token)
            self._left = max(self._end - monotonic(), 0.0)
        self._alarm = self._token = None
        ended = kind is not None and issubclass(kind, OutOfTimeError)
        self.is_up = self.is_up or ended
        return ended


class _Alarm:
    """A signal after some seconds; what was there before is there again when it is off."""

    def __init__(self, seconds: float) -> None:
        self._rings = True
        self._began = monotonic()
        self._handler = signal.signal(signal.SIGALRM, self._ring)
        # Not zero, which would be no alarm at all.
        self._other = signal.setitimer(signal.ITIMER_REAL, max(seconds, 1e-6), _AGAIN)

    def off(self) -> None:
        self._rings = False
        signal.setitimer(signal.ITIMER_REAL, 0)
        signal.signal(signal.SIGALRM, self._handler)
        left, interval = self._other
        if left:
            passed = monotonic() - self._began
            signal.setitimer(signal.ITIMER_REAL, max(left - passed, 1e-6), interval)

    def _ring(self, _signal: int, frame: FrameType | None) -> None:
        # A ring while the alarm is being turned off would leave it on.
        if self._rings and (frame is None or frame.f_globals is not globals()):
            raise OutOfTimeError


def _can_ring() -> bool:
    """Whether this is the main thread of a system with timers, and the signal is ours to take."""
    is_main = threading.current_thread() is threading.main_thread()
    if not is_main or not hasattr(signal, "setitimer"):
        return False
    handler: Callable[..., object] | int | None = signal.getsignal(signal.SIGALRM)
    return handler is not None  # one that no Python code set could not be put back
