"""The time that a report may take: kept, spent in stretches, and nothing of it left behind."""

from __future__ import annotations

import signal
import threading
from contextlib import suppress
from typing import TYPE_CHECKING, NoReturn

import pytest

from checker import deadline
from checker.deadline import Allowance, OutOfTimeError, require_time

if TYPE_CHECKING:
    from collections.abc import Iterator

pytestmark = pytest.mark.timeout(120, method="thread")  # seconds; the signal is ours here
SOON = 0.02  # seconds


def endlessly() -> NoReturn:
    while True:
        pass


class Clock:
    """Time that goes when it is told to."""

    def __init__(self) -> None:
        self.now = 100.0

    def __call__(self) -> float:
        return self.now


@pytest.fixture
def clock(monkeypatch: pytest.MonkeyPatch) -> Clock:
    """The clock that deadlines go by; nothing rings."""
    clock = Clock()
    monkeypatch.setattr(deadline, "monotonic", clock)
    monkeypatch.setattr(deadline, "_can_ring", lambda: False)
    return clock


class TestTheAlarm:
    def test_ends_work_that_has_no_end(self) -> None:
        time = Allowance(SOON)
        with time:
            endlessly()
        assert time.is_up

    def test_is_no_error_that_somebody_catches_on_the_way(self) -> None:
        time = Allowance(SOON)
        with time, suppress(Exception):
            endlessly()
        assert time.is_up

    def test_rings_again_where_the_first_was_lost(self, monkeypatch: pytest.MonkeyPatch) -> None:
        monkeypatch.setattr(deadline, "_AGAIN", SOON)
        time = Allowance(SOON)
        lost = False
        with time:
            with suppress(OutOfTimeError):
                endlessly()
            lost = True
            endlessly()
        assert (time.is_up, lost) == (True, True)

    def test_does_not_ring_for_work_that_is_done(self) -> None:
        time = Allowance(SOON)
        with time:
            pass
        left = signal.getitimer(signal.ITIMER_REAL)
        assert (time.is_up, left) == (False, (0.0, 0.0))

    def test_leaves_the_signal_as_it_was(self) -> None:
        def other(_signal: int, _frame: object) -> None:
            raise AssertionError

        before = signal.signal(signal.SIGALRM, other)
        try:
            with Allowance(SOON):
                endlessly()
            assert signal.getsignal(signal.SIGALRM) is other
        finally:
            signal.signal(signal.SIGALRM, before)

    def test_leaves_the_time_of_another_alarm_running(self) -> None:
        before = signal.signal(signal.SIGALRM, signal.SIG_IGN)
        signal.setitimer(signal.ITIMER_REAL, 5000, 7)
        try:
            with Allowance(SOON):
                endlessly()
            left, interval = signal.setitimer(signal.ITIMER_REAL, 0)
            assert (4000 < left < 5000, interval) == (True, 7)
        finally:
            signal.setitimer(signal.ITIMER_REAL, 0)
            signal.signal(signal.SIGALRM, before)

    def test_is_not_set_in_a_thread(self) -> None:
        seen = []

        def work() -> None:
            with Allowance(5000):
                seen.append(signal.getitimer(signal.ITIMER_REAL))

        thread = threading.Thread(target=work)
        thread.start()
        thread.join()
        assert seen == [(0.0, 0.0)]

    def test_is_not_set_where_there_is_no_end(self) -> None:
        with Allowance(None):
            assert signal.getitimer(signal.ITIMER_REAL) == (0.0, 0.0)
            require_time()


class TestAsking:
    def test_outside_of_any_deadline_nothing_happens(self, clock: Clock) -> None:
        clock.now += 1e9
        require_time()

    def test_stops_the_work_when_the_time_is_up_and_not_before(self, clock: Clock) -> None:
        time = Allowance(10)
        told = []
        with time:
            clock.now += 9
            require_time()
            told.append("before")
            clock.now += 1
            require_time()
            told.append("after")
        assert (told, time.is_up, time.seconds) == (["before"], True, 10)

    def test_counts_all_stretches_together(self, clock: Clock) -> None:
        time = Allowance(10)
        with time:
            clock.now += 6
        clock.now += 1000  # of others
        with time:
            clock.now += 3
            require_time()
        assert not time.is_up
        with time:
            clock.now += 1
            require_time()
        assert time.is_up

    def test_is_up_at_once_where_nothing_is_left(self, clock: Clock) -> None:
        time = Allowance(10)
        with time:
            clock.now += 11
        assert not time.is_up  # what is done is done
        with time:
            require_time()
        assert time.is_up

    def test_other_errors_go_their_way(self, clock: Clock) -> None:
        time = Allowance(10)
        with pytest.raises(ZeroDivisionError), time:
            clock.now += 11 / 0
        assert not time.is_up

    def test_each_thread_has_its_own(self, clock: Clock) -> None:
        seen = []

        def work() -> None:
            require_time()
            seen.append("free")

        with Allowance(10):
            clock.now += 11
            thread = threading.Thread(target=work)
            thread.start()
            thread.join()
        assert seen == ["free"]


@pytest.fixture(autouse=True)
def _nothing_is_left_behind() -> Iterator[None]:
    handler = signal.getsignal(signal.SIGALRM)
    yield
    assert signal.getsignal(signal.SIGALRM) is handler
    require_time()
