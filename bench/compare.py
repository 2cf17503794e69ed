#!/usr/bin/env python3
# SPDX-License-Identifier: Apache-2.0
"""Runs our kernels and the peer libraries in alternation, and stores the figures for report.py.
bench/peers calls it.

    compare.py --bin FOLDER --data FOLDER SET[:CASE,CASE...]...

Every case is run by every library in turn, as often as RUNS says, so that what else the machine does
meets all of them alike. A case of a graph that is measured again replaces what was kept of it.
"""
import argparse
import datetime
import json
import os
import platform
import select
import statistics
import subprocess
import sys

SETS = {  # donors, offices, projects, edges, seed
    "S": (60, 300, 2000, 7000, 1),
    "KS": (100, 600, 9300, 32000, 4),
    "K": (100, 600, 9300, 100000, 2),
    "M": (200, 5000, 94800, 1000000, 3),
    "L": (200, 5000, 994800, 10000000, 5),
}
CASES = ["betweenness", "closeness", "harmonic", "pagerank", "components", "core", "louvain",
         "leiden", "triangles"]
QUADRATIC = {"betweenness", "closeness", "harmonic"}  # not on M and L
LEVELS = ["baseline", "avx2", "avx512"]  # of vector instructions, measured on K
LIMIT = float(os.environ.get("LIMIT", "120"))


class Runner:
    """A process that holds one graph and runs cases on request."""

    def __init__(self, name, command):
        self.name = name
        self.process = subprocess.Popen(command, stdin=subprocess.PIPE, stdout=subprocess.PIPE,
                                        stderr=subprocess.DEVNULL, text=True, bufsize=1)
        self.alive = True
        self.given_up = False

    def await_graph(self):
        ready = self.process.stdout.readline().split(maxsplit=1)
        self.alive = bool(ready)
        if len(ready) > 1:
            self.name = ready[1].strip()

    def run(self, case):
        """(seconds, value), or None when the library has no such case or takes too long."""
        if not self.alive:
            return None
        self.process.stdin.write(case + "\n")
        if not select.select([self.process.stdout], [], [], LIMIT)[0]:
            self.alive = False  # it cannot be interrupted, so it runs no more cases on this graph
            self.process.kill()
            return None
        words = self.process.stdout.readline().split()
        return (float(words[0]), float(words[1])) if len(words) == 2 else None

    def close(self):
        self.process.kill()
        self.process.wait()


def machine():
    with open("/proc/cpuinfo", encoding="utf-8") as lines:
        info = dict([part.strip() for part in line.split(":", 1)] for line in lines if ":" in line)
    model = info.get("model name", platform.machine())
    memory = os.sysconf("SC_PHYS_PAGES") * os.sysconf("SC_PAGE_SIZE") / 2**30
    return f"{os.cpu_count()} cores of {model}, {memory:.0f} GiB, Linux {platform.release()}"


def graph_file(name, data, binaries):
    path = os.path.join(data, name + ".el")
    if not os.path.exists(path):
        with open(path + ".new", "w", encoding="ascii") as out:
            subprocess.run([os.path.join(binaries, "bench_generate"), *map(str, SETS[name])],
                           stdout=out, check=True)
        os.rename(path + ".new", path)
    return path


def start_runners(name, path, binaries, threads):
    here = os.path.dirname(os.path.abspath(__file__))
    once = os.path.join(binaries, "bench_once")
    libraries = ["networkit", "igraph", "graph-tool"] + (["networkx"] if name in ("S", "KS") else [])
    runners = [Runner("oscegraph", [once, path, str(threads)]),
               Runner("oscegraph, 1 thread", [once, path, "1"])]
    runners += [Runner(library, [sys.executable, os.path.join(here, "peer.py"), library, path,
                                 str(threads)]) for library in libraries]
    for runner in runners:
        runner.await_graph()
    return runners


def alternate(runners, case, runs):
    """{runner: [(seconds, value)]}; a slow runner runs once."""
    found = {}
    for runner in runners:
        runner.given_up = False
    for _ in range(runs):
        for runner in runners:
            result = None if runner.given_up else runner.run(case)
            if result is not None:
                found.setdefault(runner.name, []).append(result)
            runner.given_up |= result is None or result[0] > LIMIT / 8
    return found


def measure(name, cases, data, binaries, threads, runs):
    """{case: {runner: [(seconds, value)]}} on one graph."""
    runners = start_runners(name, graph_file(name, data, binaries), binaries, threads)
    results = {}
    for case in cases:
        results[case] = alternate(runners, case, runs)
        if name == "K" and case in QUADRATIC:
            for level in LEVELS:
                found = alternate(runners[:1], f"{case} {level}", runs)
                if found:
                    results[f"{case} {level}"] = found
        print(name, case, {k: round(statistics.median(s for s, _ in v), 5)
                           for k, v in results[case].items()}, flush=True)
    for runner in runners:
        runner.close()
    return results


def wanted(words, names, all_cases, usual_cases):
    """(name, cases) for each word, NAME[:CASE,CASE...]."""
    for word in words:
        name, _, listed = word.partition(":")
        if name not in names:
            sys.exit(f"'{name}' is not a graph; the graphs are {', '.join(names)}")
        cases = listed.split(",") if listed else usual_cases(name)
        unknown = [case for case in cases if case not in all_cases]
        if unknown:
            sys.exit(f"'{unknown[0]}' is not a case; the cases are {', '.join(all_cases)}")
        yield name, cases


def usual_cases(name):
    return [case for case in CASES if case not in QUADRATIC or name not in ("M", "L")]


def keep(kept, name, results, **about):
    """Replaces the results of the same cases in the file by the new results of one graph."""
    document = {"sets": {}}
    if os.path.exists(kept):
        with open(kept, encoding="utf-8") as lines:
            document = json.load(lines)
    document.update(machine=machine(), date=str(datetime.date.today()), **about)
    document["sets"].setdefault(name, {}).update(results)
    new = f"{kept}.new"
    with open(new, "w", encoding="utf-8") as out:
        json.dump(document, out, indent=1)
    os.rename(new, kept)
    return document


def main():
    parser = argparse.ArgumentParser()
    parser.add_argument("--bin", required=True)
    parser.add_argument("--data", required=True)
    parser.add_argument("sets", nargs="*")
    arguments = parser.parse_args()
    threads = int(os.environ.get("THREADS", "2"))
    runs = int(os.environ.get("RUNS", "5"))
    kept = os.path.join(arguments.data, "results.json")
    for name, cases in wanted(arguments.sets or ["S", "KS", "K", "M"], SETS, CASES, usual_cases):
        results = measure(name, cases, arguments.data, arguments.bin, threads, runs)
        keep(kept, name, results, threads=threads, runs=runs)


if __name__ == "__main__":
    main()
