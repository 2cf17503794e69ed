# SPDX-License-Identifier: Apache-2.0
"""Does the work of `bench/million`: runs the program on the largest graph of scale.py, and writes
the page.

Each figure is of a whole process, from its start to its end; GNU time tells the peak of its memory. A
command that takes longer than a second is started once more and sent SIGINT after half of that time.
"""
import argparse
import collections
import datetime
import os
import pathlib
import shlex
import signal
import statistics
import subprocess
import time

from compare import machine
from report import seconds
from scale import Place, bytes_of, remove, run
from serve import write_page

MARKS = ("<!-- million: begin -->", "<!-- million: end -->")
IN_MEMORY = "/dev/shm/oscegraph-bench/"  # for CSV, which is three files and cannot go through a pipe
SLOW = 60  # seconds; a command that takes longer is run once
MEASURES = ("degree", "strength", "core", "splits", "bridge", "pagerank", "clustering", "eigenvector",
            "katz", "constraint", "effective_size", "hub")
PIPED = ("graphml", "gexf", "jsonl")
Figure = collections.namedtuple("Figure", "seconds processors peak size stop")


class Row:
    """A row of a table: the command, and the file whose bytes are read or written, if they are counted."""

    def __init__(self, typed, *, title="", file="graph.oscg", weigh=None, piped=False, to=None):
        self.typed = typed
        self.title = title or f"`{typed}`"
        self.file = file
        self.weigh = weigh
        self.piped = piped  # the output goes to wc, which counts it
        self.to = to  # the output file or folder, which is deleted afterwards

    def command(self, place):
        words = [place.oscegraph, *shlex.split(self.typed), "-q", "-i", place / self.file]
        if self.to:
            words += ["-o", self.to]
        if self.piped:
            return ["bash", "-c", shlex.join(words) + " | wc -c"]
        return words


def questions(place):
    hub, other = "state:x000000", "office:x000300"
    pair = f"{hub} {other}"
    return [
        Row("check"), Row("info"), Row("info --since 2020"),
        Row(f"show {place.node}", title="`show NODE`"), Row(f"why {pair}", title="`why NODE NODE`"),
        Row(f"path {pair}", title="`path NODE NODE`"),
        Row(f"neighbors {hub} --depth 2 --as csv",
            title="`neighbors NODE --depth 2 --as csv` of the node with most edges"),
        Row("funding --by state"), Row("funding --as csv"), Row("components"),
        Row("communities --method leiden"), *(Row(f"centrality --by {name}") for name in MEASURES)]


def transfers(place):
    show = f"show {place.node}"  # a command that takes almost no time once the graph is loaded
    return [
        Row(show, title="load JSON Lines, keys in our order", file="native.jsonl", weigh="native.jsonl"),
        Row(show, title="load JSON Lines, keys in any order", file="shuffled.jsonl",
            weigh="shuffled.jsonl"),
        Row(show, title="load CSV", file="csv", weigh="csv"),
        Row("export", title="load JSON Lines, write a graph file", file="native.jsonl",
            to=place / "million.oscg", weigh="native.jsonl"),
        *(Row(f"export --as {name}", title=f"write {name}, into a pipe", piped=True) for name in PIPED),
        Row("export", title="write graphml, to the disk", to=place / "million.graphml"),
        Row("export", title="write csv, three files in memory", to=IN_MEMORY)]


def interrupted(row, place, after):
    """Seconds from SIGINT to the end of the program; None when it had already ended."""
    command = row.command(place)
    with subprocess.Popen(command, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL,
                          start_new_session=True) as process:
        time.sleep(after)
        if process.poll() is not None:
            return None
        begin = time.perf_counter()
        os.killpg(process.pid, signal.SIGINT)
        process.wait()
        return time.perf_counter() - begin


def left_behind(target):
    """The files that a stopped export has left beside its target."""
    target = pathlib.Path(target)
    return [path.name for path in target.parent.iterdir() if path.name.startswith(target.name)]


def measure(row, place, runs):
    """A Figure."""
    took, peaks, processors, size = [], [], [], 0
    while len(took) < (runs if not took or took[0] < SLOW else 1):
        passed, peak, work = run(row.command(place), place)
        took.append(passed)
        peaks.append(peak)
        processors.append(work)
        if row.piped:
            size = int(pathlib.Path(place / "answer.out").read_text(encoding="ascii"))
        elif row.to:
            size = bytes_of(row.to)
            remove(row.to)
        if row.weigh:
            size = bytes_of(place / row.weigh)
    median = statistics.median(took)
    stop = interrupted(row, place, median / 2) if median > 1 else None
    if row.to and stop is not None and left_behind(row.to):
        raise SystemExit(f"{row.title}: Ctrl-C left {', '.join(left_behind(row.to))}")
    figure = Figure(median, statistics.median(processors), max(peaks), size, stop)
    print(row.title, figure, flush=True)
    return figure


def told(value):
    """GNU time counts hundredths of a second."""
    return seconds(value) if value >= 0.01 else "< 0.01"


def stopping(figure):
    return "" if figure.stop is None else told(figure.stop)


def page(place, runs):
    asked = [(row, measure(row, place, runs)) for row in questions(place)]
    moved = [(row, measure(row, place, runs)) for row in transfers(place)]
    kept = bytes_of(place / "graph.oscg")
    how_often = f"medians of {runs}, one run of what takes longer than {SLOW} s" if runs > 1 else "one run"
    lines = ["## A million nodes on the command line", "",
             f"`bench/million`: the graph L with one claim for each edge, {place.nodes:,} nodes and "
             f"{place.claims:,} claims, in a graph file of {kept / 1e6:,.0f} MB, {kept / place.claims:.1f} "
             f"bytes a claim with its share of everything. {datetime.date.today()}, {machine()}. "
             f"Whole processes, {how_often}; files are in the page cache. The second column is what all "
             "threads worked together, without waiting for a core or the disk. MB is the peak of memory, "
             "and counts what was touched of the graph file. Ctrl-C was sent after half of the time, where "
             "that is longer than a second: the column says how long the program then went on. No export "
             "that was stopped left a file.", "",
             "| command | seconds | of processors | MB | Ctrl-C, s |", "|---|---|---|---|---|"]
    lines += [f"| {row.title} | {seconds(f.seconds)} | {told(f.processors)} | {f.peak:,.0f} | "
              f"{stopping(f)} |" for row, f in asked]
    lines += ["", "Loading (and then `show NODE`) and writing; MB/s are of the text that is read or "
              "written:", "",
              "| | seconds | of processors | MB/s | million claims/s | MB | Ctrl-C, s |",
              "|---|---|---|---|---|---|---|"]
    lines += [f"| {row.title} | {seconds(f.seconds)} | {told(f.processors)} | "
              f"{f.size / 1e6 / f.seconds:,.0f} | {place.claims / 1e6 / f.seconds:.2f} | "
              f"{'' if row.piped else f'{f.peak:,.0f}'} | {stopping(f)} |" for row, f in moved]
    return lines


def main():
    parser = argparse.ArgumentParser()
    parser.add_argument("--binary", required=True)
    parser.add_argument("--build", type=pathlib.Path, required=True)
    parser.add_argument("--work", type=pathlib.Path, required=True)
    parser.add_argument("--out", type=pathlib.Path, required=True)
    options = parser.parse_args()
    # A background job of a shell ignores SIGINT, and its child processes would ignore it too.
    signal.signal(signal.SIGINT, signal.default_int_handler)
    place = Place("10M", options.work, options.build)
    place.oscegraph = options.binary
    place.write_records(graphs=("graph.oscg",))
    write_page(options.out, page(place, int(os.environ.get("RUNS", "3"))), MARKS)


if __name__ == "__main__":
    main()
