# SPDX-License-Identifier: Apache-2.0
"""Does the work of `bench/serve`: makes the graph, measures both servers, writes the page.

Server and client have a core each. wrk asks with 64 connections for nodes drawn at random, each answer
the node with all claims about it; nginx gives one file of their median size again and again.
"""

import argparse
import contextlib
import datetime
import json
import pathlib
import random
import re
import statistics
import subprocess
import time
import urllib.request

from compare import machine

NODES = 1_000_000
DONORS, OFFICES, DOCUMENTS = 200, 300, 20_000
CONNECTIONS, SECONDS, ROUNDS = 64, 5, 3
MARKS = ("<!-- serve: begin -->", "<!-- serve: end -->")


def make_graph(path):
    """Projects, each with an office and one to four funders; a few of both have thousands."""
    if path.exists():
        return
    draw = random.Random(7)
    unfinished = path.with_suffix(".part")
    with open(unfinished, "w", encoding="ascii") as out:
        def write(**record):
            out.write(json.dumps(record, separators=(",", ":")) + "\n")
        for i in range(DOCUMENTS):
            write(type="document", id=f"d{i}", title=f"Report {i}", date=f"{2000 + i % 25}-06")
        for kind, count in (("donor", DONORS), ("office", OFFICES),
                            ("project", NODES - DONORS - OFFICES)):
            for i in range(count):
                write(type="node", id=f"{kind}:{i}", kind=kind, name=f"{kind.title()} {i}")
        for i in range(NODES - DONORS - OFFICES):
            office = int(OFFICES * draw.random() ** 3)
            claim = {"type": "claim", "to": f"project:{i}", "document": f"d{draw.randrange(DOCUMENTS)}"}
            write(**claim, **{"from": f"office:{office}"}, relation="implements")
            for funder in {int(DONORS * draw.random() ** 3) for _ in range(draw.randint(1, 4))}:
                write(**claim, **{"from": f"donor:{funder}"}, relation="funds", flow="committed",
                      amount=f"{draw.randrange(1000, 1_000_000)}.00", currency="EUR",
                      locator=f"page {draw.randrange(1, 90)}")
    unfinished.rename(path)


class Ours:
    name = "oscegraph, `/api/v1/nodes/ID`"

    def __init__(self, binary, graph):
        begin = time.monotonic()
        self.process = subprocess.Popen(
            ["taskset", "-c", "0", binary, "serve", "--port", "0", "--quiet", "-i", graph],
            stdout=subprocess.PIPE, text=True)
        self.address = self.process.stdout.readline().strip()
        self.loaded = time.monotonic() - begin

    def size_of_answers(self):
        sizes = []
        for i in range(0, NODES - DONORS - OFFICES, 5000):
            with urllib.request.urlopen(f"{self.address}api/v1/nodes/project:{i}") as answer:
                sizes.append(len(answer.read()))
        return int(statistics.median(sizes))

    def memory(self):
        status = pathlib.Path(f"/proc/{self.process.pid}/status").read_text(encoding="ascii")
        return int(re.search(r"VmRSS:\s+(\d+)", status)[1]) / 1024

    def stop(self):
        self.process.terminate()
        assert self.process.wait(30) == 0


class Nginx:
    name = "nginx, a static file"

    def __init__(self, folder, size, port=8799):
        (folder / "www").mkdir(parents=True, exist_ok=True)
        (folder / "www" / "file.json").write_bytes(b"x" * size)
        settings = folder / "nginx.conf"
        settings.write_text(f"""
daemon off; worker_processes 1; pid {folder}/nginx.pid; error_log {folder}/error.log;
events {{ worker_connections 1024; }}
http {{ access_log off; sendfile on; keepalive_requests 1000000000; open_file_cache max=10;
  client_body_temp_path {folder}/b; proxy_temp_path {folder}/p; fastcgi_temp_path {folder}/f;
  uwsgi_temp_path {folder}/u; scgi_temp_path {folder}/s;
  server {{ listen 127.0.0.1:{port}; root {folder}/www; }} }}
""", encoding="ascii")
        self.address = f"http://127.0.0.1:{port}/"
        self.process = subprocess.Popen(["taskset", "-c", "0", "nginx", "-c", settings])
        time.sleep(0.5)

    def stop(self):
        self.process.terminate()
        self.process.wait(30)


def milliseconds(text):
    number, unit = re.fullmatch(r"([\d.]+)(us|ms|s)", text).groups()
    return float(number) * {"us": 0.001, "ms": 1, "s": 1000}[unit]


def measure(address, script):
    """Requests per second, and the median and the 99th percentile of latencies in milliseconds."""
    text = subprocess.run(["taskset", "-c", "1", "wrk", "-t1", f"-c{CONNECTIONS}", f"-d{SECONDS}s",
                           "--latency", "-s", script, address],
                          capture_output=True, check=True, text=True).stdout
    assert "Non-2xx" not in text and "Socket errors" not in text, text
    half, most = (re.search(rf"^ +{share}% +(\S+)", text, re.M)[1] for share in (50, 99))
    rate = float(re.search(r"Requests/sec:\s+([\d.]+)", text)[1])
    return rate, milliseconds(half), milliseconds(most)


def table(rows):
    lines = ["| | requests/s | median | p99 |", "|---|---|---|---|"]
    for name, runs in rows.items():
        rate, half, most = (statistics.median(column) for column in zip(*runs))
        lines.append(f"| {name} | {rate:,.0f} | {half:.2f} ms | {most:.2f} ms |")
    return lines


def write_page(path, lines, marks=MARKS):
    """Puts the lines between the marks, or at the end if the page has no such marks yet."""
    text = path.read_text(encoding="utf-8") if path.exists() else "# Benchmarks\n"
    before, _, rest = text.partition(marks[0])
    _, _, after = rest.partition(marks[1])
    section = "\n".join([marks[0], *lines, marks[1]])
    path.write_text(before.rstrip("\n") + "\n\n" + section + (after or "\n"), encoding="utf-8")


def main():
    parser = argparse.ArgumentParser(description=__doc__.split("\n", maxsplit=1)[0])
    parser.add_argument("--binary", required=True)
    parser.add_argument("--work", type=pathlib.Path, required=True)
    parser.add_argument("--out", type=pathlib.Path, required=True)
    options = parser.parse_args()
    graph = options.work / "serve.jsonl"
    make_graph(graph)
    (options.work / "nodes.lua").write_text(
        f"request = function() return wrk.format('GET', '/api/v1/nodes/project:' .. "
        f"math.random(0, {NODES - DONORS - OFFICES - 1})) end\n", encoding="ascii")
    (options.work / "file.lua").write_text(
        "request = function() return wrk.format('GET', '/file.json') end\n", encoding="ascii")
    rows = {Ours.name: [], Nginx.name: []}
    with contextlib.ExitStack() as servers:
        ours = Ours(options.binary, graph)
        servers.callback(ours.stop)
        size = ours.size_of_answers()
        nginx = Nginx(options.work / "nginx", size)
        servers.callback(nginx.stop)
        for _ in range(ROUNDS):
            rows[Ours.name].append(measure(ours.address, options.work / "nodes.lua"))
            rows[Nginx.name].append(measure(nginx.address, options.work / "file.lua"))
        memory = ours.memory()
    lines = ["## The server", "",
             f"`bench/serve`: a graph of {NODES:,} nodes, one core for the server and one for wrk with "
             f"{CONNECTIONS} connections, {SECONDS} seconds by turns, medians of {ROUNDS}. The nodes "
             f"are drawn at random; their answers, and nginx's file, have {size:,} bytes (median). "
             f"Reading the graph took {ours.loaded:.0f} s on that one core, and the server holds "
             f"{memory:,.0f} MB. {datetime.date.today()}, {machine()}.", "", *table(rows)]
    print("\n".join(lines))
    write_page(options.out, lines)


if __name__ == "__main__":
    main()
