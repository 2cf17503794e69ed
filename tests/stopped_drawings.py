# SPDX-License-Identifier: Apache-2.0
"""Tests that the program can be stopped while Graphviz needs minutes for the layout of a graph.

    stopped_drawings.py BINARY [--sanitized]

Ctrl-C, SIGTERM and SIGHUP end it within a second, and no file and no process stays behind. When the
program is killed, the process that draws for it dies as well.
"""

import os
import pathlib
import signal
import subprocess
import sys
import tempfile
import time

from random_graph import write_random_graph

BINARY = os.path.abspath(sys.argv[1])
SLOWER = 10 if "--sanitized" in sys.argv else 1


def processes_for(parent):
    """The living child processes that make pictures for this process."""
    found = []
    for entry in pathlib.Path("/proc").iterdir():
        if not entry.name.isdigit():
            continue
        try:
            words = (entry / "cmdline").read_bytes().split(b"\0")
            state = (entry / "stat").read_text(encoding="utf-8").rpartition(")")[2].split()[0]
        except OSError:
            continue
        if words[1:3] == [b"make-picture-for", str(parent).encode()] and state != "Z":
            found.append(int(entry.name))
    return found


def wait_for(what, seconds):
    """Seconds until the condition holds, or None."""
    start = time.monotonic()
    while time.monotonic() - start < seconds:
        if what():
            return time.monotonic() - start
        time.sleep(0.01)
    return None


def stop(folder, layout, ending, how):
    target = folder / f"m{ending}"
    command = [BINARY, "export", "-q", "-i", folder / "m.jsonl", "-o", target, "--layout", layout]
    with subprocess.Popen(command, stdout=subprocess.PIPE, stderr=subprocess.PIPE) as program:
        case = f"{layout} {ending} {how.name}"
        assert wait_for(lambda: processes_for(program.pid), 30 * SLOWER) is not None, case
        time.sleep(0.3)
        assert program.poll() is None, f"{case}: it is done already"
        start = time.monotonic()
        program.send_signal(how)
        output, _ = program.communicate(timeout=60)
        took = time.monotonic() - start
        assert program.returncode == -how, (case, program.returncode)
        assert took < SLOWER, f"{case}: it took {took:.2f} s"
        assert output == b"", (case, output)
        gone = wait_for(lambda: not processes_for(program.pid), SLOWER)
        assert gone is not None, f"{case}: a process stays"
        if how != signal.SIGKILL:
            assert os.listdir(folder) == ["m.jsonl"], (case, os.listdir(folder))
        else:  # after SIGKILL nothing can clean up
            for file in folder.glob(".m.*"):
                file.unlink()
        print(f"{case}: {1000 * took:.0f} ms")


def main():
    if not sys.platform.startswith("linux"):
        return 77
    with tempfile.TemporaryDirectory() as name:
        folder = pathlib.Path(name)
        write_random_graph(folder / "m.jsonl", 1500, 4500)
        for how in (signal.SIGINT, signal.SIGTERM, signal.SIGHUP, signal.SIGKILL):
            stop(folder, "dot", ".svg", how)
        for how in (signal.SIGINT, signal.SIGTERM):
            stop(folder, "dot", ".pdf", how)
            stop(folder, "neato", ".png", how)
    return 0


if __name__ == "__main__":
    sys.exit(main())
