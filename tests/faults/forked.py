"""Work in a process that is forked from one that has everything loaded: so that a thousand kills take minutes.

It answers through a socket, since an answer through a pipe or a file would be one of the writes that fail.
"""

import ctypes
import json
import os
import signal
import socket
import subprocess
import sys
import time
import traceback
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any

_ANSWER = 60_000  # bytes at most
_PATIENCE = 60  # seconds: only what hangs takes longer
_ANYBODY = (0x59616D61, ctypes.c_ulong(2**64 - 1))  # PR_SET_PTRACER: strace is no parent of it

Answer = dict[str, Any]


class Line:
    """The child's end: one answer at a time."""

    def __init__(self, end: socket.socket) -> None:
        self._end = end

    def tell(self, **answer: Any) -> None:
        self._end.send(json.dumps(answer).encode()[:_ANSWER])

    def wait(self) -> None:
        self._end.recv(16)


class Child:
    """The parent's end."""

    def __init__(self, pid: int, end: socket.socket) -> None:
        self.pid = pid
        self._end = end
        end.settimeout(_PATIENCE)

    def answer(self) -> Answer | None:
        """The next one; None when it ended. Raises TimeoutError when it hangs."""
        got = self._end.recv(_ANSWER)
        return json.loads(got) if got else None

    def answers(self) -> Iterator[Answer]:
        while (got := self.answer()) is not None:
            yield got

    def go(self) -> None:
        self._end.send(b"go")

    def kill(self) -> None:
        os.kill(self.pid, signal.SIGKILL)

    def end(self) -> int:
        """Its exit code, negative for a signal."""
        code = os.waitstatus_to_exitcode(os.waitpid(self.pid, 0)[1])
        self._end.close()
        return code


def begin(act: Callable[[Line], None], said: Path) -> Child:
    """`said` gets what it writes on stdout and stderr."""
    ours, theirs = socket.socketpair(socket.AF_UNIX, socket.SOCK_SEQPACKET)
    sys.stdout.flush()
    pid = os.fork()
    if pid:
        theirs.close()
        child = Child(pid, ours)
        assert child.answer() == {"ready": True}  # what it opens before that is no part of the work
        return child
    code = 1
    try:
        ours.close()
        out = os.open(said, os.O_WRONLY | os.O_CREAT | os.O_APPEND, 0o600)
        os.dup2(out, 1)
        os.dup2(out, 2)
        if sys.platform == "linux":
            ctypes.CDLL(None).prctl(*_ANYBODY, 0, 0, 0)
        line = Line(theirs)
        line.tell(ready=True)
        try:
            act(line)
            code = 0
        except BaseException:  # noqa: BLE001 - whatever it is, it is told
            line.tell(crash=traceback.format_exc()[-3000:])
    finally:
        os._exit(code)


@contextmanager
def traced(child: Child, log: Path, *options: str) -> Iterator[None]:
    """strace on a child that waits, and then the word to go on."""
    command = ["strace", "-p", str(child.pid), "-o", str(log), *options]
    with subprocess.Popen(command, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL) as tracer:
        status = Path(f"/proc/{child.pid}/status")
        until = time.monotonic() + _PATIENCE
        while "TracerPid:\t0\n" in status.read_text():
            if tracer.poll() is not None or time.monotonic() > until:
                child.kill()
                raise RuntimeError("strace can't be used here")
            time.sleep(0.001)
        child.go()
        yield


def can_trace(folder: Path) -> bool:
    """Whether this system has strace and lets it fail a call of a process of ours."""
    log, seen = folder / "strace", folder / "gezien"

    def act(line: Line) -> None:
        line.wait()
        try:
            os.close(os.open(seen, os.O_WRONLY | os.O_CREAT, 0o600))
        except OSError as error:
            line.tell(error=error.errno)

    if sys.platform != "linux":
        return False
    child = begin(act, folder / "gezegd")
    try:
        with traced(child, log, "-e", "trace=openat", "-e", "inject=openat:error=ENOSPC:when=1"):
            return [got.get("error") for got in child.answers()] == [28]
    except (OSError, RuntimeError):
        child.kill()
        return False
    finally:
        child.end()
