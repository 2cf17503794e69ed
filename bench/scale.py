#!/usr/bin/env python3
# SPDX-License-Identifier: Apache-2.0
"""Runs the program and its peers in alternation on records of growing size, and writes the page.
bench/scale calls it.

    scale.py --build FOLDER --work FOLDER --out PAGE SIZE[:CASE,CASE...]...

Each run is a whole process whose answer goes to a file, timed from its start to its end; GNU time tells
the peak of its memory. Answers are compared, so that a fast wrong one is seen. What a peer is asked, and
where that differs from what we answer, is in scale_peer.py.
"""
import argparse
import contextlib
import csv
import hashlib
import math
import os
import pathlib
import re
import select
import shutil
import signal
import statistics
import subprocess
import sys
import time

import scale_peer
from compare import LIMIT, SETS, alternate, keep, wanted
from report import seconds, times
from serve import write_page

MARKS = ("<!-- scale: begin -->", "<!-- scale: end -->")
SIZES = {  # by number of claims: donors, offices, projects, edges, seed
    "10k": (20, 100, 880, 10000, 7),
    "100k": SETS["K"],
    "1M": SETS["M"],
    "10M": SETS["L"],
}
CASES = {
    "load": "Loading",
    "open": "Opening again: one node with its claims",
    "funding": "The funding join: which States fund which offices",
    "states": "The same by State",
    "export": "Export",
}
KEPT = {"networkx": "networkx.pickle", "igraph": "igraph.pickle", "graph-tool": "graph-tool.gt",
        "ladybug": "ladybug.db", "sqlite": "sqlite.db", "duckdb": "duckdb.db"}
DATABASES = ("ladybug", "sqlite", "duckdb")
MILLION = 1_000_000


class Place:
    """The folder of one size: its records, the files made of them, and the nodes of the questions."""

    def __init__(self, size, work, build):
        donors, offices, projects, self.claims, _ = self.shape = SIZES[size]
        self.nodes = donors + offices + projects
        self.folder = work / "scale" / size
        self.build = build
        self.oscegraph = str(build / "bin" / "oscegraph")
        # In the middle of the offices: neither a hub nor a leaf.
        self.node = f"office:x{donors + offices // 2:06}"
        self.folder.mkdir(parents=True, exist_ok=True)

    def __truediv__(self, name):
        return os.path.join(self.folder, name)

    def write_records(self, graphs=("graph.oscg", "graph.graphml")):
        for form, name in (("native", "native.jsonl"), ("shuffled", "shuffled.jsonl"), ("csv", "csv")):
            if not os.path.exists(self / name):
                remove(self / "records.new")
                subprocess.run([self.build / "bench" / "bench_generate", *map(str, self.shape), form,
                                self / "records.new"], check=True)
                os.rename(self / "records.new", self / name)
        for name in graphs:  # made again, because the program may have changed
            subprocess.run([self.oscegraph, "export", "-q", "-i", self / "native.jsonl", "-o",
                            self / name], check=True, stderr=subprocess.DEVNULL)


def remove(path):
    if os.path.isdir(path):
        shutil.rmtree(path)
    else:
        with contextlib.suppress(FileNotFoundError):
            os.remove(path)


def bytes_of(path):
    if os.path.isdir(path):
        return sum(file.stat().st_size for file in pathlib.Path(path).iterdir())
    return os.path.getsize(path)


# Answers: all contenders must give the same answer to the same question.

def counted(place, out, err):
    """Nodes and claims, from our summary or note, or from a peer's two numbers."""
    for text in (out, err):
        with open(text, encoding="utf-8") as lines:
            words = lines.read().replace(",", "")
        found = (re.search(r"^nodes: +(\d+)[^$]*?^claims: +(\d+)", words, re.M) or
                 re.search(r"(\d+) nodes (\d+) edges", words) or re.match(r"(\d+) (\d+)$", words, re.M))
        if found:
            return f"{int(found[1]):,} nodes, {int(found[2]):,} claims"
    return "nothing"


def rows_of(out):
    csv.field_size_limit(sys.maxsize)  # a State's projects are one field
    with open(out, encoding="utf-8", newline="") as lines:
        yield from csv.reader(lines)


def told(place, out, err):
    """The number of claims about a node in the answer; ours has a header line above them."""
    return f"{sum(row[0] != 'relation' for row in rows_of(out)):,} claims"


def sums(keys):
    """Sums of money in cents, and counts, whoever tells them in whatever order.

    Ours has a row for each State (and office) with columns like pledged_EUR and lists of names, or
    their numbers; the peers have rows STATE[,OFFICE],FLOW,CURRENCY,SUM and STATE,offices,,COUNT."""
    def answer(place, out, err):
        table = rows_of(out)
        first = next(table)
        found = set()
        if "state_id" in first:
            for row in table:
                row = dict(zip(first, row))
                key = [row[name] for name in keys]
                for name, value in row.items():
                    money = re.fullmatch(r"([a-z_]+)_([A-Z]{3})", name)
                    if value and money:
                        found.add((*key, *money.groups(), round(float(value) * 100)))
                    elif value and name in ("projects", "offices") and keys == ["state_id"]:
                        count = int(value) if value.isdigit() else value.count(" | ") + 1
                        found.add((*key, name, "", count))
        else:
            for row in [first, *table]:
                scale = 100 if row[-2] else 1
                found.add((*row[:-1], round(float(row[-1]) * scale)))
        text = "\n".join(",".join(map(str, key)) for key in sorted(found))
        return f"{len(found):,} figures ({hashlib.sha256(text.encode()).hexdigest()[:8]})"
    return answer


def exported(name):
    """Counts the edges, or lines of claims, of a file, and deletes the file."""
    def answer(place, out, err):
        path = place / name
        word, extra = (b"\n", 1) if os.path.isdir(path) else (b"<edge ", 0)
        count, end = -extra, b""
        with open(os.path.join(path, "claims.csv") if extra else path, "rb") as file:
            while block := file.read(1 << 24):
                count += (end + block).count(word)
                end = block[1 - len(word):] if len(word) > 1 else b""
        remove(path)
        return f"{count:,} edges"
    return answer


class Contender:
    """A program that runs a case. `like` names our case for the same work; our own cases have none."""

    def __init__(self, name, command, answer, weigh=None, like=None, library=None, most=math.inf):
        self.name = name
        self.command = command  # a function of a Place
        self.answer = answer
        self.weigh = weigh  # the file whose bytes count as read or written
        self.like = like
        self.library = library
        self.most = most  # the most claims that fit into memory and on the disk


def ours(name, words, answer, weigh=None):
    return Contender("oscegraph, " + name, lambda place: [place.oscegraph, *words(place)], answer, weigh)


def peer(library, name, task, answer, weigh=None, like=None, most=math.inf):
    def command(place):
        if library == "sqlite" and task != "load":
            question = {"show": scale_peer.SHOW.format(node=place.node),
                        "funding": scale_peer.FUNDING, "states": scale_peer.STATES}[task]
            return scale_peer.sqlite_question(place.folder, question)
        return peer_command(library, task, place.folder, place.node)
    return Contender(name, command, answer, weigh, like, library, most)


def peer_command(library, task, *more):
    script = os.path.join(os.path.dirname(os.path.abspath(__file__)), "scale_peer.py")
    return [sys.executable, script, library, task, *map(str, more)]


def info(file):
    return lambda place: ["info", "-i", place / file]


def export(file):
    return lambda place: ["export", "-i", place / "graph.oscg", "-o", place / file]


def contenders(versions):
    """{case: [contender]}, also of libraries that are not installed, so that the page can say so."""
    def title(library, more):
        return versions.get(library, library) + ", " + more
    json_lines, graphml, tables = (f"oscegraph, {form}" for form in
                                   ("JSON Lines", "GraphML", "CSV into a graph file"))
    asked = {
        "load": [
            ours("JSON Lines", info("native.jsonl"), counted, "native.jsonl"),
            ours("JSON Lines, keys in any order", info("shuffled.jsonl"), counted, "shuffled.jsonl"),
            ours("CSV", info("csv"), counted, "csv"),
            ours("CSV into a graph file", lambda place: ["export", "-i", place / "csv", "-o",
                                                         place / "loaded.oscg"], counted, "csv"),
            ours("GraphML", info("graph.graphml"), counted, "graph.graphml"),
            peer("networkx", title("networkx", "JSON Lines"), "load", counted, "native.jsonl",
                 json_lines),
            peer("igraph", title("igraph", "GraphML"), "load", counted, "graph.graphml", graphml,
                 MILLION),
            peer("graph-tool", title("graph-tool", "GraphML"), "load", counted, "graph.graphml",
                 graphml),
            *(peer(library, title(library, "CSV into a database"), "load", counted, "csv", tables)
              for library in DATABASES)],
        "open": [
            ours("graph file", lambda place: ["show", "-q", "-i", place / "graph.oscg", "--as", "csv",
                                              place.node], told),
            *(peer(library, title(library, "its file"), "show", told, None, "oscegraph, graph file",
                   math.inf if library in DATABASES else MILLION) for library in KEPT),
            Contender("an empty program", lambda place: ["true"], lambda *_: "")],
        "export": [
            ours("GraphML", export("export.graphml"), exported("export.graphml"), "export.graphml"),
            ours("GEXF", export("export.gexf"), exported("export.gexf"), "export.gexf"),
            ours("CSV", export("export/"), exported("export"), "export"),
            *(peer(library, title(library, form), form.lower(), exported(f"{library}.{form.lower()}"),
                   f"{library}.{form.lower()}", "oscegraph, " + form, MILLION)
              for library, form in (("igraph", "GraphML"), ("graph-tool", "GraphML"),
                                    ("networkx", "GraphML"), ("networkx", "GEXF"))),
            peer("write", "write() of our GraphML", "graphml", exported("write.graphml"),
                 "write.graphml", "oscegraph, GraphML")],
    }
    for case, by, keys in (("funding", [], ["state_id", "office_id"]),
                           ("states", ["--by", "state"], ["state_id"])):
        asked[case] = [
            ours("graph file", lambda place, by=by: ["funding", "-q", "-i", place / "graph.oscg", *by,
                                                     "--as", "csv"], sums(keys)),
            *(peer(library, title(library, "its database"), case, sums(keys), None,
                   "oscegraph, graph file") for library in DATABASES)]
    return asked


class Failure(Exception):
    """The reason why there is no result."""


def run(command, place):
    """(seconds, peak in MB, seconds of the processors) of a process whose words go to place/answer.out
    and .err."""
    peak = place / "answer.peak"
    with open(place / "answer.out", "wb") as out, open(place / "answer.err", "wb") as err:
        begin = time.perf_counter()
        # GNU time starts it: the peak of a direct child would include our own memory.
        process = subprocess.Popen(["/usr/bin/time", "-f", "%U %S %M", "-o", peak, *command], stdout=out,
                                   stderr=err, start_new_session=True)
        # Popen.wait with a time limit would check only every 50 ms.
        end = os.pidfd_open(process.pid)
        try:
            in_time = select.select([end], [], [], LIMIT)[0]
            passed = time.perf_counter() - begin
        finally:
            os.close(end)
            if process.poll() is None:
                os.killpg(process.pid, signal.SIGKILL)
            code = process.wait()
    if not in_time:
        raise Failure(f"stopped after {LIMIT:.0f} s")
    if code != 0:
        raise Failure("killed, most likely for want of memory" if code == 128 + signal.SIGKILL else
                      last_words(place) or f"exit code {code}")
    user, system, most = map(float, pathlib.Path(peak).read_text(encoding="ascii").split()[-3:])
    return passed, most / 1000, user + system


def last_words(place):
    """The last line of a failed process, without the folder, short enough for the page."""
    text = pathlib.Path(place / "answer.err").read_text(encoding="utf-8", errors="replace")
    line = (text.strip().splitlines() or [""])[-1].replace(f"{place.folder}/", "")
    return line if len(line) < 160 else line[:160] + " ..."


class Runner:
    """One contender at one place, in the form for compare.alternate: a result begins with its seconds."""

    def __init__(self, contender, place, missing):
        self.contender = contender
        self.name = contender.name
        self.place = place
        self.failed = missing.get(contender.library)
        if not self.failed and place.claims > contender.most:
            self.failed = f"not asked above {contender.most:,} claims: too large for memory or disk"

    def prepare(self):
        """The file that the library queries, if it is not made by the case itself."""
        library = self.contender.library
        if self.failed or library not in KEPT or os.path.exists(self.place / KEPT[library]):
            return
        try:
            run(peer_command(library, "load" if library in DATABASES else "keep", self.place.folder),
                self.place)
        except Failure as failure:
            self.failed = f"its file could not be made: {failure}"

    def run(self, _):
        """(seconds, peak in MB, seconds of the work alone or None, bytes, answer), or None."""
        if self.failed:
            return None
        try:
            passed, peak, _ = run(self.contender.command(self.place), self.place)
            last = pathlib.Path(self.place / "answer.err").read_text(encoding="utf-8").split()[-2:]
            alone = float(last[1]) if last[:1] == ["work"] else None
            weigh = self.contender.weigh
            size = bytes_of(self.place / weigh) if weigh else 0
            answer = self.contender.answer(self.place, self.place / "answer.out",
                                           self.place / "answer.err")
        except Failure as failure:
            self.failed = str(failure)
            return None
        return passed, peak, alone, size, answer


def measure(size, case, all_contenders, place, missing, runs):
    """{"runs": {name: [result]}, "failed": {name: why}}"""
    runners = [Runner(contender, place, missing) for contender in all_contenders]
    if case != "load":
        for runner in runners:
            runner.prepare()
    found = alternate(runners, case, runs)
    for name, results in found.items():
        print(f"{size} {case} {name}: {median(results, 0):.3f} s, {median(results, 1):.0f} MB, "
              f"{results[0][4]}", flush=True)
    failed = {runner.name: runner.failed for runner in runners if runner.failed}
    for name, why in failed.items():
        print(f"{size} {case} {name}: {why}", flush=True)
    return {"runs": found, "failed": failed}


def look_for_peers():
    """({library: name and version}, {library: why it is not there})"""
    versions, missing = {}, {}
    for library in KEPT:
        process = subprocess.run(peer_command(library, "version"), capture_output=True, text=True,
                                 check=False)
        if process.returncode == 0:
            versions[library] = process.stdout.strip()
        else:
            missing[library] = "not there: " + (process.stderr.strip().splitlines() or ["?"])[-1]
    return versions, missing


# The page.

def median(results, column):
    return statistics.median(result[column] for result in results)


def alone_or_whole(results):
    return median(results, 0 if results[0][2] is None else 2)


def cell(found, contender):
    """"whole / work alone (times ours) once"."""
    results = found.get(contender.name)
    if not results:
        return "-"
    text = seconds(median(results, 0))
    if results[0][2] is not None:
        text += " / " + seconds(median(results, 2))
    if contender.like and contender.like in found:
        ratio = alone_or_whole(results) / median(found[contender.like], 0)
        text += f" ({times(ratio) if ratio >= 0.1 else f'{ratio:.1g}x'})"
    return text + (" once" if len(results) == 1 else "")


def table_of_case(case, all_contenders, sets, missing):
    sizes = [size for size in SIZES if case in sets.get(size, {})]
    if not sizes:
        return []
    weighed = any(contender.weigh for contender in all_contenders)
    lines = [f"### {CASES[case]}", "",
             "| seconds (times ours), peak in MB" + "".join(
                 f" | {size} | MB" + (" | MB/s" if weighed else "") for size in sizes) + " |",
             "|---|" + "---|" * len(sizes) * (3 if weighed else 2)]
    notes = []
    for contender in all_contenders:
        line = "| " + contender.name
        for size in sizes:
            found = sets[size][case]["runs"]
            results = found.get(contender.name)
            line += f" | {cell(found, contender)} | {f'{median(results, 1):,.0f}' if results else '-'}"
            if weighed:
                rate = results and median(results, 3) / 1e6 / alone_or_whole(results)
                line += f" | {'-' if not results else f'{rate:,.0f}' if rate >= 100 else f'{rate:.3g}'}"
            why = sets[size][case]["failed"].get(contender.name)
            if why and contender.library not in missing:
                notes.append(f"- {contender.name}, {size}: {why}.")
        lines.append(line + " |")
    return lines + ["", *agreement(case, all_contenders, sets, sizes), *notes, ""]


def agreement(case, all_contenders, sets, sizes):
    """Whether the answers are those of our first row."""
    differ, agreed = [], []
    for size in sizes:
        found = sets[size][case]["runs"]
        expected = found[all_contenders[0].name][0][4]
        agreed.append(f"{expected} ({size})" if "(" not in expected else
                      f"{expected.split(' (', maxsplit=1)[0]} ({size})")
        for contender in all_contenders:
            answers = {result[4] for result in found.get(contender.name, [])} - {"", expected}
            differ += [f"- **{contender.name}, {size}, answers otherwise**: {answer} instead of "
                       f"{expected}." for answer in sorted(answers)]
    return differ or ["All give the same answer: " + "; ".join(agreed) + "."]


def table_of_growth(sets):
    """Our own results: the cost of a claim as the graph grows."""
    columns = [("load", "oscegraph, JSON Lines", "load"), ("load", "oscegraph, CSV", "load CSV"),
               ("funding", "oscegraph, graph file", "funding"),
               ("export", "oscegraph, GraphML", "export GraphML"),
               ("open", "oscegraph, graph file", "open and show")]
    lines = ["### Growth", "",
             "| claims" + "".join(f" | {title}, s | µs a claim" if case != "open" else f" | {title}, s"
                                  for case, _, title in columns) + " | load, bytes a claim |",
             "|---|" + "---|" * (2 * len(columns))]
    for size in SIZES:
        if size not in sets:
            continue
        line = f"| {SIZES[size][3]:,}"
        for case, name, _ in columns:
            results = sets[size].get(case, {}).get("runs", {}).get(name)
            each = median(results, 0) / SIZES[size][3] * 1e6 if results else 0
            line += f" | {seconds(median(results, 0)) if results else '-'}"
            if case != "open":
                line += f" | {f'{each:.3g}' if results else '-'}"
        loaded = sets[size].get("load", {}).get("runs", {}).get("oscegraph, JSON Lines")
        line += f" | {f'{median(loaded, 1) * 1e6 / SIZES[size][3]:,.0f}' if loaded else '-'} |"
        lines.append(line)
    return lines


def page(document, asked):
    sets = document["sets"]
    shapes = "; ".join(f"{size} has {sum(SIZES[size][:3]):,} nodes" for size in SIZES if size in sets)
    lines = ["## Loading, opening, joining and writing at scale", "",
             f"`bench/scale`: records of donor networks, one claim for each edge ({shapes}). "
             f"{document['date']}, {document['machine']}. Medians (\"once\": of a single run), "
             "by turns; files are in the page cache, and what is written need not have reached the disk.", "",
             "Seconds are those of whole processes. After a stroke follows what the work alone took in "
             "those that are Python: without its start, imports and, for exports, reading the graph. "
             "Times ours, and MB/s, are of the work alone where it is known, against our whole process "
             "on the same input. The row of an empty program is what starting and measuring cost.", "",
             "The peers are asked for less than we do. None checks records as we do; LadybugDB alone "
             "insists that both ends of a claim exist. igraph and graph-tool read GraphML, in which "
             "edges add up claims and documents have no titles. The databases sum up money for each "
             "State, office, flow and currency; we also name the projects, count documents and span "
             "dates, let agencies count for their States, and count once what several documents state "
             "(the records have neither). The databases have one "
             "table of nodes and one of claims, as the CSV has; SQLite an index on each end, DuckDB "
             "none, LadybugDB its own. Exports of different programs differ in bytes.", ""]
    missing = document["missing"]
    lines += [f"{library} is {why}." for library, why in missing.items()] + [""] * bool(missing)
    for case in CASES:
        lines += table_of_case(case, asked[case], sets, missing)
    return lines + table_of_growth(sets)


def main():
    parser = argparse.ArgumentParser()
    parser.add_argument("--build", type=pathlib.Path, required=True)
    parser.add_argument("--work", type=pathlib.Path, required=True)
    parser.add_argument("--out", type=pathlib.Path, required=True)
    parser.add_argument("sizes", nargs="*")
    options = parser.parse_args()
    runs = int(os.environ.get("RUNS", "3"))
    # If memory runs out, the system kills this run and not another program on the machine.
    pathlib.Path("/proc/self/oom_score_adj").write_text("900", encoding="ascii")
    versions, missing = look_for_peers()
    asked = contenders(versions)
    for size, cases in wanted(options.sizes or ["10k", "100k", "1M"], SIZES, CASES,
                              lambda _: list(CASES)):
        place = Place(size, options.work, options.build)
        place.write_records()
        for case in cases:
            results = {case: measure(size, case, asked[case], place, missing, runs)}
            document = keep(options.work / "scale.json", size, results, runs=runs, missing=missing)
            write_page(options.out, page(document, asked), MARKS)


if __name__ == "__main__":
    main()
