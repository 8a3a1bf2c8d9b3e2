"""Sending the requests of a batch, one or several at a time, sync and async.

Whatever ends a batch, what came back until then is kept: a request that fails stops new ones, and those under way are
awaited. So they are after an error of a callback or hook. After a cancellation or Ctrl-C they are not.
"""

from __future__ import annotations

from collections.abc import Awaitable, Callable
from contextlib import suppress
from functools import partial
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from asyncio import Task
    from concurrent.futures import Future

    from .batch_run import BatchRun, Chunk, Sent

    Read = Callable[[Sent], Any]


def send_batch(run: BatchRun[Any], ask: Callable[[Any], Sent], read: Read) -> Any:
    """Carry out a batch in this thread, or in as many as requests may be under way.

    Answers are read, and callbacks called, in this thread. Raises BatchInterrupted.
    """
    try:
        if run.concurrency == 1:
            while (chunk := run.next()) is not None:
                run.settle(chunk, partial(ask, chunk.body), read)
        else:
            _side_by_side(run, ask, read)
    except BaseException as error:
        run.attach_to(error)
        raise
    return run.result()


def _side_by_side(run: BatchRun[Any], ask: Callable[[Any], Sent], read: Read) -> None:
    from concurrent.futures import FIRST_COMPLETED, ThreadPoolExecutor, wait

    pool = ThreadPoolExecutor(run.concurrency, thread_name_prefix="wooclient")
    running: dict[Future[Sent], Chunk] = {}
    try:
        while True:
            while (chunk := run.next()) is not None:
                running[pool.submit(ask, chunk.body)] = chunk
            if not running:
                return
            for future in wait(running, return_when=FIRST_COMPLETED).done:
                run.settle(running.pop(future), future.result, read)
    except Exception:
        wait(running)
        _settle_quietly(run, running, read)
        raise
    finally:
        pool.shutdown(wait=False, cancel_futures=True)


async def async_send_batch(run: BatchRun[Any], ask: Callable[[Any], Awaitable[Sent]], read: Read) -> Any:
    """Carry out a batch in as many tasks as requests may be under way. Raises BatchInterrupted."""
    from asyncio import FIRST_COMPLETED, ensure_future, gather, wait

    running: dict[Task[Sent], Chunk] = {}
    try:
        try:
            while True:
                while (chunk := run.next()) is not None:
                    running[ensure_future(_awaited(ask, chunk.body))] = chunk
                if not running:
                    break
                done, _ = await wait(running, return_when=FIRST_COMPLETED)
                for task in done:
                    run.settle(running.pop(task), task.result, read)
        except Exception:
            if running:
                await wait(running)
            _settle_quietly(run, running, read)
            raise
        finally:
            for task in running:
                task.cancel()
            await gather(*running, return_exceptions=True)
    except BaseException as error:
        run.attach_to(error)
        raise
    return run.result()


async def _awaited(ask: Callable[[Any], Awaitable[Sent]], body: Any) -> Sent:
    return await ask(body)


def _settle_quietly(run: BatchRun[Any], running: dict[Any, Chunk], read: Read) -> None:
    """Note what became of requests that ended after something else had ended the batch.

    Of one whose hook raises as well, nothing is known.
    """
    run.quiet = True
    for ended, chunk in running.items():
        with suppress(Exception):
            run.settle(chunk, ended.result, read)
