#!/usr/bin/env python3
# SPDX-License-Identifier: Apache-2.0
"""Runs ours and the peers in alternation and writes the table: called by bench/peers."""
import argparse
import datetime
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
QUADRATIC = {"betweenness", "closeness_and_harmonic"}  # not on M and L
CASES = ["betweenness", "closeness_and_harmonic", "pagerank", "bfs", "components", "core", "louvain",
         "leiden", "triangles"]
LIMIT = float(os.environ.get("LIMIT", "120"))


class Runner:
    """A process that holds one graph and runs cases on request."""

    def __init__(self, name, command):
        self.name = name
        self.process = subprocess.Popen(command, stdin=subprocess.PIPE, stdout=subprocess.PIPE,
                                        stderr=subprocess.DEVNULL, text=True, bufsize=1)
        ready = self.process.stdout.readline().split(maxsplit=1)
        self.alive = bool(ready) and ready[0] == "ready"
        if len(ready) > 1:
            self.name = ready[1].strip()

    def run(self, case):
        """(seconds, value), or None when the library has no such case or takes too long."""
        if not self.alive:
            return None
        self.process.stdin.write(case + "\n")
        if not select.select([self.process.stdout], [], [], LIMIT)[0]:
            self.alive = False  # it cannot be interrupted: this graph is over for it
            self.process.kill()
            return None
        words = self.process.stdout.readline().split()
        return (float(words[0]), float(words[1])) if len(words) == 2 else None

    def close(self):
        self.process.kill()
        self.process.wait()


def machine():
    model = next((line.split(":")[1].strip() for line in open("/proc/cpuinfo", encoding="utf-8")
                  if line.startswith("model name")), platform.machine())
    memory = os.sysconf("SC_PHYS_PAGES") * os.sysconf("SC_PAGE_SIZE") / 2**30
    return f"{os.cpu_count()} cores of {model}, {memory:.0f} GiB, {platform.platform()}"


def measure(name, data, binaries, threads, runs):
    """{case: {runner: [(seconds, value)]}} on one graph."""
    path = os.path.join(data, name + ".el")
    if not os.path.exists(path):
        with open(path + ".new", "w", encoding="ascii") as out:
            subprocess.run([os.path.join(binaries, "bench_generate"), *map(str, SETS[name])],
                           stdout=out, check=True)
        os.rename(path + ".new", path)
    here = os.path.dirname(os.path.abspath(__file__))
    libraries = ["networkit", "igraph", "graph-tool"] + (["networkx"] if name in ("S", "KS") else [])
    runners = [Runner("oscegraph", [os.path.join(binaries, "bench_once"), path, str(threads)])]
    runners += [Runner(library, [sys.executable, os.path.join(here, "peer.py"), library, path,
                                 str(threads)]) for library in libraries]
    results = {}
    for case in CASES:
        if case in QUADRATIC and name in ("M", "L"):
            continue
        results[case] = {}
        given_up = set()
        for _ in range(runs):
            for runner in runners:
                if runner.name in given_up:
                    continue
                result = runner.run(case)
                if result is None:
                    given_up.add(runner.name)
                    continue
                results[case].setdefault(runner.name, []).append(result)
                if result[0] > LIMIT / 4:
                    given_up.add(runner.name)  # once is enough to know
        print(name, case, {k: round(statistics.median(s for s, _ in v), 5)
                           for k, v in results[case].items()}, flush=True)
    names = [runner.name for runner in runners if runner.alive or any(
        runner.name in r for r in results.values())]
    for runner in runners:
        runner.close()
    return names, results


def cell(values, ours):
    if not values:
        return "-"
    median = statistics.median(s for s, _ in values)
    text = f"{median:.4f}" if median < 1 else f"{median:.2f}"
    if len(values) == 1:
        text += " (once)"
    return text if ours is None else f"{text} ({median / ours:.1f}x)"


def table(name, names, results):
    donors, offices, projects, edges, _ = SETS[name]
    lines = [f"### {name}: {donors + offices + projects:,} nodes, {edges:,} edges", "",
             "| s (times ours) | " + " | ".join(names) + " | fastest peer |",
             "|---|" + "---|" * (len(names) + 1)]
    for case, by_name in results.items():
        ours = statistics.median(s for s, _ in by_name["oscegraph"])
        peers = [statistics.median(s for s, _ in v) for n, v in by_name.items() if n != "oscegraph"]
        lines.append("| " + case.replace("_", " ") + " | " + " | ".join(
            cell(by_name.get(n), None if n == "oscegraph" else ours) for n in names) +
            f" | {min(peers) / ours:.1f}x |" if peers else " | - |")
        if case in ("louvain", "leiden"):
            lines.append("| modularity | " + " | ".join(
                f"{by_name[n][0][1]:.5f}" if n in by_name else "-" for n in names) + " | |")
    return "\n".join(lines)


def main():
    parser = argparse.ArgumentParser()
    parser.add_argument("--bin", required=True)
    parser.add_argument("--data", required=True)
    parser.add_argument("--out", required=True)
    parser.add_argument("sets", nargs="*", default=["S", "KS", "K", "M"])
    arguments = parser.parse_args()
    threads = int(os.environ.get("THREADS", "2"))
    runs = int(os.environ.get("RUNS", "5"))
    sections = []
    for name in arguments.sets or ["S", "KS", "K", "M"]:
        sections.append(table(name, *measure(name, arguments.data, arguments.bin, threads, runs)))
    text = f"""# Benchmarks

Medians of {runs} runs in seconds, ours and every peer in alternation in one run, {threads} threads for those
that can use them (igraph and NetworkX use one), the algorithm alone, graphs in memory. `bench/peers`
makes this page; figures of different runs are not to be compared.

{datetime.date.today()}, {machine()}.

{chr(10).join(chr(10) + section for section in sections)}

Equal work, as far as the libraries allow: PageRank until one more pass would change the ranks by less than
1e-8 in all (igraph has its own stopping rule); all preprocessing counted; closeness and harmonic centrality
both, exact; breadth-first search from eight nodes; Leiden with two rounds here and in igraph, NetworKit's
default of three. Betweenness here is in double precision, and the same to the last bit for any number of
threads, as is everything else; PLM and ParallelLeiden are not.
"""
    with open(arguments.out + ".new", "w", encoding="utf-8") as out:
        out.write(text)
    os.rename(arguments.out + ".new", arguments.out)


if __name__ == "__main__":
    main()
