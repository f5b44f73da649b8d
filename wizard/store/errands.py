"""One thread that does what it is asked, one thing after the other, and a pastime between."""

from __future__ import annotations

import queue
import threading
from collections.abc import Callable
from concurrent.futures import Future
from typing import TypeVar

T = TypeVar("T")


class Errands:
    """Runs errands in the order they were asked for; the thread begins with the first one."""

    def __init__(
        self,
        in_words: Callable[[BaseException], BaseException],
        has_pastime: Callable[[], bool],
        pastime: Callable[[], None],
    ) -> None:
        """``in_words`` says what went wrong; ``pastime``, where there is one, never raises.

        All three are called on the thread.
        """
        self._in_words = in_words
        self._has_pastime = has_pastime
        self._pastime = pastime
        self._tasks: queue.SimpleQueue[Callable[[], None] | None] = queue.SimpleQueue()
        self._thread: threading.Thread | None = None
        self._closing: Future[None] | None = None
        # Several threads ask; none may slip in behind the last task and wait for ever.
        self._door = threading.RLock()

    def ask(self, act: Callable[[], T]) -> Future[T]:
        """Have ``act`` done after all that was asked before."""
        answer: Future[T] = Future()
        with self._door:
            if self._closing is not None:
                answer.set_exception(RuntimeError("the store was closed"))
                return answer
            if self._thread is None:
                # A daemon: a program that forgot to close must still be able to end, and
                # what is not yet on the disk was not called saved.
                self._thread = threading.Thread(target=self._work, name="store", daemon=True)
                self._thread.start()
            self._tasks.put(lambda: self._answer(answer, act))
        return answer

    def end(self, last: Callable[[], None]) -> Future[None]:
        """Have ``last`` done after everything else, and nothing more.  May be called again."""
        with self._door:
            if self._closing is None:
                if self._thread is None:
                    self._closing = Future()
                    self._closing.set_result(None)
                else:
                    self._closing = self.ask(last)
                    self._tasks.put(None)
            return self._closing

    def _work(self) -> None:
        while True:
            try:
                task = self._tasks.get(block=not self._has_pastime())
            except queue.Empty:
                self._pastime()
                continue
            if task is None:
                return
            task()

    def _answer(self, answer: Future[T], act: Callable[[], T]) -> None:
        if not answer.set_running_or_notify_cancel():
            return
        try:
            result = act()
        except BaseException as fault:  # noqa: BLE001 - whoever waits must always hear
            answer.set_exception(self._told(fault))
        else:
            answer.set_result(result)

    def _told(self, fault: BaseException) -> BaseException:
        try:
            return self._in_words(fault)
        except Exception as unsaid:  # noqa: BLE001 - a thread that ends keeps all who wait for ever
            return unsaid
