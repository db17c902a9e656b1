"""What the tests of asyncio share: an event loop whose time is the test's. There are no sockets, so nothing here serves."""

import asyncio
import contextlib
import logging
import re
import unittest
from asyncio import events
from unittest import mock

from test import support
from test.support import threading_helper

CLOCK_RES = 0.05


def run_briefly(loop):
    async def nothing():
        pass

    coroutine = nothing()
    task = loop.create_task(coroutine)
    task._log_destroy_pending = False
    try:
        loop.run_until_complete(task)
    finally:
        coroutine.close()


def run_once(loop):
    loop.call_soon(loop.stop)
    loop.run_forever()


def run_until(loop, done, timeout=support.SHORT_TIMEOUT):
    pause, end = 0.001, loop.time() + timeout
    while not done():
        if loop.time() >= end:
            raise TimeoutError()
        loop.run_until_complete(asyncio.sleep(pause))
        pause = max(pause * 2, 1.0)


def _refuse(*args, **kwargs):
    raise unittest.SkipTest("needs sockets")


run_test_server = run_test_unix_server = unix_socket_path = gen_unix_socket_path = run_udp_echo_server = _refuse
simple_server_sslcontext = simple_client_sslcontext = dummy_ssl_context = mock_nonblocking_socket = _refuse


class TestLoop(asyncio.BaseEventLoop):
    """A loop that never waits. A generator is told when each timer is due, and answers by how much time goes on."""

    def __init__(self, gen=None):
        super().__init__()
        self._check_on_close = gen is not None
        self._gen = gen() if gen is not None else iter(lambda: None, 0)
        self._time = 0
        self._timers = []
        next(self._gen)

    def time(self):
        return self._time

    def advance_time(self, advance):
        self._time += advance or 0

    def call_at(self, when, callback, *args, context=None):
        self._timers.append(when)
        return super().call_at(when, callback, *args, context=context)

    def _run_once(self):
        super()._run_once()
        timers, self._timers = self._timers, []
        for when in timers:
            self.advance_time(self._gen.send(when) if self._check_on_close else next(self._gen))

    def _wait(self, when):
        pass

    def close(self):
        super().close()
        if self._check_on_close:
            try:
                self._gen.send(0)
            except StopIteration:
                return
            raise AssertionError("the times that the test expects are not over")


def MockCallback(**kwargs):
    return mock.Mock(spec=["__call__"], **kwargs)


class MockPattern(str):
    """Equals what it is found in."""

    def __eq__(self, other):
        return re.search(str(self), other, re.S) is not None


class MockInstanceOf:
    """Equals all instances of a class."""

    def __init__(self, type):
        self._type = type

    def __eq__(self, other):
        return isinstance(other, self._type)


def get_function_source(func):
    source = asyncio.format_helpers._get_function_source(func)
    if source is None:
        raise ValueError("unable to get the source of %r" % (func,))
    return source


class TestCase(unittest.TestCase):
    @staticmethod
    def close_loop(loop):
        if loop._default_executor is not None:
            if loop.is_closed():
                loop._default_executor.shutdown(wait=True)
            else:
                loop.run_until_complete(loop.shutdown_default_executor())
        loop.close()

    def set_event_loop(self, loop, *, cleanup=True):
        if loop is None:
            raise AssertionError("loop is None")
        events.set_event_loop(None)
        if cleanup:
            self.addCleanup(self.close_loop, loop)

    def new_test_loop(self, gen=None):
        loop = TestLoop(gen)
        self.set_event_loop(loop)
        return loop

    def setUp(self):
        self._threads = threading_helper.threading_setup()

    def tearDown(self):
        events.set_event_loop(None)
        self.doCleanups()
        threading_helper.threading_cleanup(*self._threads)


@contextlib.contextmanager
def disable_logger():
    logger = logging.getLogger("asyncio")
    level = logger.level
    try:
        logger.setLevel(logging.CRITICAL + 1)
        yield
    finally:
        logger.setLevel(level)


async def await_without_task(coro):
    problems = []

    def run():
        try:
            for _ in coro.__await__():
                pass
        except BaseException as problem:
            problems.append(problem)

    asyncio.get_running_loop().call_soon(run)
    await asyncio.sleep(0)
    if problems:
        raise problems[0]
