#!/usr/bin/env python3
# SPDX-License-Identifier: Apache-2.0
"""Tests commands that are told to stop, that get too little memory, or that get too many threads.

usage: stop_test.py BINARY (signals | limits | server) [--sanitized] [--graph FILE.oscg [--moments N]]

--graph is for a person with a large graph and half an hour: its worst case is printed.

signals: SIGINT and SIGTERM at random moments to commands that read, think and write. Each ends within
    a second as the signal ends a program, or has its answer; nothing unfinished stays behind.
limits: the same commands under ten limits of memory, and with a thousand threads. Each gives the answer
    that it gives without a limit, or says in a sentence that memory is short: it neither hangs nor dies.
server: one with expensive questions running ends at once, and gives up what nobody waits for.
"""
import hashlib
import os
import random
import re
import resource
import signal
import socket
import subprocess
import sys
import tempfile
import time
from pathlib import Path

BINARY, WHAT = sys.argv[1:3]
SANITIZED = "--sanitized" in sys.argv


def option(name):
    return sys.argv[sys.argv.index(name) + 1] if name in sys.argv else None


GRAPH = option("--graph")  # a large graph for the tests of signals, instead of a generated one
MOMENTS = int(option("--moments") or 1)  # the number of moments at which each signal is sent to each command
LATEST = 10.0 if SANITIZED else 1.0  # the most seconds from a signal to the end
SEED = 20241105
failures = []


def expect(holds, sentence):
    if not holds:
        failures.append(sentence)
        print("FAILED:", sentence, flush=True)


def write_graph(path, nodes, claims, projects=0):
    """Agencies that fund each other and projects, at random, and offices that carry these out."""
    draw = random.Random(SEED)
    with open(path, "w") as file:
        file.write('{"type":"document","id":"d","title":"d","date":"2024-11-05"}\n')
        for kind, count in (("agency", nodes), ("project", projects), ("office", min(projects, 50))):
            for i in range(count):
                file.write(f'{{"type":"node","id":"{kind}:{i}","kind":"{kind}","name":"{kind} no {i}"}}\n')
        for i in range(claims):
            a, b = draw.randrange(nodes), draw.randrange(nodes)
            to = f"project:{draw.randrange(projects)}" if projects and i % 2 else f"agency:{b}"
            file.write(f'{{"type":"claim","from":"agency:{a}","relation":"funds","to":"{to}","document":"d",'
                       f'"amount":"{draw.randrange(1, 9999)}.00","currency":"EUR","flow":"committed",'
                       f'"locator":"{i}"}}\n')
        for i in range(projects):
            file.write(f'{{"type":"claim","from":"office:{i % 50}","relation":"implements",'
                       f'"to":"project:{i}","document":"d"}}\n')


def commands(folder):
    """Ten commands, each with the file that it writes; %s stands for its path."""
    graph, kept = f"{folder}/graph.jsonl", f"{folder}/graph.oscg"
    return [
        (["info", "-i", graph], None),
        (["check", "-i", graph], None),
        (["centrality", "-i", kept, "--by", "betweenness"], "%s/b.csv"),
        (["centrality", "-i", kept, "--by", "edge_betweenness,harmonic"], "%s/e.json"),
        (["centrality", "-i", kept, "--by", "katz,constraint,eigenvector", "--directed"], "%s/k.gexf"),
        (["communities", "-i", kept, "--method", "leiden"], "%s/c.graphml"),
        (["funding", "-i", kept, "--by", "donor"], "%s/f.md"),
        (["cofunding", "-i", kept, "--by", "newman"], "%s/p.csv"),
        (["export", "-i", graph], "%s/all.jsonl"),
        (["export", "-i", kept], "%s/tables/"),
    ]


def line_of(command, target, place):
    patience = ["--patience", "1e9"] if GRAPH else []  # so that commands that would take days are started
    return [BINARY, *command, "-q", *patience] + (["-o", target % place] if target else [])


def unfinished(folder):
    return [str(path) for path in Path(folder).rglob("*oscegraph-tmp*")]


def small_graph(folder, nodes, claims):
    write_graph(f"{folder}/graph.jsonl", nodes, claims, nodes // 4)
    subprocess.run([BINARY, "export", "-q", "-i", f"{folder}/graph.jsonl", "-o", f"{folder}/graph.oscg"],
                   check=True)


# --- signals

def signals():
    draw = random.Random(SEED)
    slowest = 0.0
    with tempfile.TemporaryDirectory() as folder:
        if GRAPH:
            large_graph(folder)
        else:
            small_graph(folder, *((400, 2000) if SANITIZED else (6000, 40000)))
        for command, target in commands(folder) + (long_commands(folder) if GRAPH else []):
            whole, longest = undisturbed(command, target)
            for number in (signal.SIGINT, signal.SIGTERM) * MOMENTS:
                with tempfile.TemporaryDirectory() as place:
                    slowest = max(slowest, stopped(command, target, place, number,
                                                   draw.uniform(0, longest), whole))
    print(f"slowest: {slowest:.2f} s")


def large_graph(folder):
    os.symlink(os.path.abspath(GRAPH), f"{folder}/graph.oscg")
    subprocess.run([BINARY, "export", "-q", "-i", f"{folder}/graph.oscg", "-o", f"{folder}/graph.jsonl"],
                   check=True)


def long_commands(folder):
    """More commands, for a large graph; dot takes hours for its fifteen hundred nodes."""
    write_graph(f"{folder}/tangle.jsonl", 1500, 7500)
    return [(["export", "-i", f"{folder}/tangle.jsonl", "--layout", "dot"], "%s/t.svg"),
            (["export", "-i", f"{folder}/graph.oscg"], "%s/g.graphml"),
            (["neighbors", "office:x002700", "--depth", "9", "-i", f"{folder}/graph.oscg"], "%s/n.csv"),
            (["diff", f"{folder}/graph.oscg", f"{folder}/graph.jsonl"], None)]


def undisturbed(command, target):
    """The output of the command without a signal (None if that takes long), and its time."""
    with tempfile.TemporaryDirectory() as place:
        begun = time.monotonic()
        try:
            ended = subprocess.run(line_of(command, target, place), stdout=subprocess.DEVNULL,
                                   timeout=15 if GRAPH else 1.5)
            expect(ended.returncode == 0, f"{' '.join(command)}: exit code {ended.returncode}")
        except subprocess.TimeoutExpired:
            return None, time.monotonic() - begun
        return written(target, place), time.monotonic() - begun


def written(target, place):
    """The bytes of the file, or of the files by their names."""
    if not target:
        return None
    path = Path(target % place)
    if path.is_dir():
        return {file.name: checksum(file) for file in path.iterdir()}
    return checksum(path) if path.exists() else None


def checksum(path):
    return hashlib.sha256(Path(path).read_bytes()).hexdigest()


def stopped(command, target, place, number, after, whole):
    """The time until the program ends."""
    is_file = target and not target.endswith("/")
    if is_file:
        Path(target % place).write_text("old")
    before = written(target, place)
    process = subprocess.Popen(line_of(command, target, place), stdout=subprocess.DEVNULL,
                               stderr=subprocess.PIPE, text=True)
    time.sleep(after)
    told = time.monotonic()
    process.send_signal(number)
    what = f"{' '.join(command)}, signal {int(number)} after {after:.3f} s"
    try:
        words = process.communicate(timeout=60)[1]
    except subprocess.TimeoutExpired:
        process.kill()
        expect(False, what + ": did not end")
        return 60
    took = time.monotonic() - told
    expect(took <= LATEST, f"{what}: ended after {took:.2f} s")
    expect(process.returncode in (0, -number), f"{what}: exit code {process.returncode}: {words}")
    expect(words == "", f"{what}: said {words!r}")
    expect(not unfinished(place), f"{what}: left {unfinished(place)}")
    after_all = written(target, place)
    if process.returncode == 0:
        expect(whole is None or after_all == whole, f"{what}: ended well, but wrote something else")
    elif target:
        # If the signal comes during the commit, it writes everything and then ends by the signal.
        expect(after_all == before or whole is not None and after_all == whole,
               f"{what}: the file is neither as it was nor whole")
    return took


# --- limits

def run_limited(line, megabytes):
    def limit():
        resource.setrlimit(resource.RLIMIT_AS, (megabytes << 20, megabytes << 20))
        resource.setrlimit(resource.RLIMIT_CORE, (0, 0))
    try:
        return subprocess.run(line, capture_output=True, text=True, timeout=60, preexec_fn=limit)
    except subprocess.TimeoutExpired:
        return None


def limits():
    if SANITIZED:
        return  # they need terabytes
    with tempfile.TemporaryDirectory() as folder:
        small_graph(folder, 2000, 8000)
        least = next(mb for mb in range(20, 2000, 5) if run_limited([BINARY, "--version"], mb).returncode == 0)
        print(f"it starts with {least} MB")
        for command, target in commands(folder):
            answers = set()
            with tempfile.TemporaryDirectory() as place:
                wanted = subprocess.run(line_of(command, None, place) + last_words(target), text=True,
                                        capture_output=True)
                expect(wanted.returncode in (0, 1), f"{' '.join(command)}: {wanted.stderr}")
                for step in range(10):
                    megabytes = least + 2 + step * step * 2
                    answers.add(limited(line_of(command, None, place) + last_words(target), megabytes, wanted))
                for more in (["--threads", "1000"],) if command[0] in ("centrality", "communities") else ():
                    line = line_of(command, None, place) + last_words(target) + more
                    for megabytes in (1500, 100000):
                        answers.add(limited(line, megabytes, wanted))
            expect(0 in answers, f"{' '.join(command)}: no answer under any limit")


def last_words(target):
    """The same as text on standard output."""
    return ["--as", "jsonl"] if target and target.endswith((".jsonl", "/")) else []


def limited(line, megabytes, wanted):
    what = f"{' '.join(line[1:])} with {megabytes} MB"
    result = run_limited(line, megabytes)
    if result is None:
        return expect(False, what + ": did not end")
    if result.returncode == 0 or result.returncode == wanted.returncode and result.stdout == wanted.stdout:
        expect(result.stdout == wanted.stdout, what + ": another answer")
        return 0
    expect(result.returncode == 1, f"{what}: exit code {result.returncode}: {result.stderr}")
    expect(re.fullmatch(r"oscegraph: [^\n]*memory[^\n]*\n", result.stderr),
           f"{what}: said {result.stderr!r}")
    return result.returncode


# --- server

class Server:
    def __init__(self, graph):
        self.process = subprocess.Popen([BINARY, "serve", "-q", "-i", graph, "--port", "0"], text=True,
                                        stdout=subprocess.PIPE)
        self.port = int(re.search(r":(\d+)/", self.process.stdout.readline()).group(1))

    def ask(self, target):
        connection = socket.create_connection(("127.0.0.1", self.port), timeout=60)
        connection.sendall(f"GET /api/v1/{target} HTTP/1.1\r\nHost: 127.0.0.1:{self.port}\r\n\r\n".encode())
        return connection

    def seconds(self):
        """The processor time so far, in seconds."""
        words = Path(f"/proc/{self.process.pid}/stat").read_text().rsplit(")", 1)[1].split()
        return (int(words[11]) + int(words[12])) / os.sysconf("SC_CLK_TCK")

    def end(self):
        told = time.monotonic()
        self.process.send_signal(signal.SIGTERM)
        try:
            code = self.process.wait(timeout=60)
        except subprocess.TimeoutExpired:
            self.process.kill()
            return expect(False, "the server did not end")
        took = time.monotonic() - told
        expect(code == 0, f"the server ended with {code}")
        expect(took <= 2 * LATEST, f"the server ended after {took:.2f} s")


EXPENSIVE = "centrality?by=edge_betweenness"


def server():
    with tempfile.TemporaryDirectory() as folder:
        write_graph(f"{folder}/graph.jsonl", *((300, 1500) if SANITIZED else (3000, 18000)))
        one = Server(f"{folder}/graph.jsonl")
        asked = [one.ask(EXPENSIVE) for _ in range(8)]
        time.sleep(0.5)
        one.end()
        for connection in asked:
            expect(connection.recv(1000)[:12] in (b"", b"HTTP/1.1 200", b"HTTP/1.1 503"), "an odd answer")

        two = Server(f"{folder}/graph.jsonl")
        asked = [two.ask(EXPENSIVE) for _ in range(8)]
        time.sleep(0.5)
        for connection in asked:
            connection.close()
        time.sleep(LATEST)
        before = two.seconds()
        time.sleep(0.5)
        expect(two.seconds() - before < 0.2, "the server still works for clients that have left")
        with two.ask("nodes?q=agency") as connection:
            expect(connection.recv(1000).startswith(b"HTTP/1.1 200"), "no answer after others have left")
        two.end()


if __name__ == "__main__":
    {"signals": signals, "limits": limits, "server": server}[WHAT]()
    sys.exit(1 if failures else 0)
