# SPDX-License-Identifier: Apache-2.0
"""Tests every flavour with every reader of its format: run.py BINARY WORK [--update]

Exports each data set in each flavour, has each reader that is installed in WORK read it, compares what
arrived with what expected.py works out from the native records, and holds docs/interop.md to the
result. WORK/readers.json says which readers are there (run.sh writes it).
"""
import datetime
import json
import os
import subprocess
import sys
import threading
import time
from concurrent.futures import ThreadPoolExecutor
from decimal import Decimal

from expected import COLOURS, Expected, first_day
from matrix import ASPECTS, FLAVOURS, READERS, ROWS

HERE = os.path.dirname(os.path.abspath(__file__))
ROOT = os.path.dirname(os.path.dirname(HERE))


TIMEOUT = 300  # seconds for one file
CLAIM_TEXTS = ("from", "relation", "to", "via", "document", "currency", "flow", "start", "end", "basis",
               "quote", "title", "publisher", "url")


class Different(Exception):
    """The error for values that differ after reading; it says how many differ and shows one."""


def compare(pairs):
    """pairs of (where, expected, got)."""
    wrong = [(where, want, got) for where, want, got in pairs if want != got]
    if wrong:
        where, want, got = wrong[0]
        raise Different(f"{len(wrong)} differ; {where}: expected {want!r:.300}, got {got!r:.300}")


class Arrived:
    """One data set in one flavour as one reader reads it, and the expected data."""

    def __init__(self, expected, found, row):
        self.expected = expected
        self.reader = READERS[row.reader]
        self.flavour = FLAVOURS[row.flavour]
        self.only_days = row.only_days
        self.clean = row.text or self.flavour.text
        self.clean_name = self.flavour.name or self.clean
        self.wanted_edges = expected.edges_between() if self.flavour.merged else expected.edges
        self.claims = found.get("claims", [])
        self.nodes = {node["id"]: node for node in found["nodes"]}
        if len(self.nodes) != len(found["nodes"]):
            raise Different("a node is there twice")
        self.edges = {}
        for edge in found["edges"]:
            relation = edge.get("columns", {}).get("relation") or edge.get("type")
            if self.flavour.merged:
                relation = " | ".join(sorted(relation.split(" | ")))
            key = (edge["from"], relation, edge["to"])
            if key in self.edges:
                raise Different(f"the edge {key} is there twice")
            self.edges[key] = edge

    def check_nodes(self):
        compare([("nodes", sorted(map(self.clean, self.expected.nodes)), sorted(self.nodes))])

    def check_edges(self):
        compare([("edges", sorted(self.wanted_edges), sorted(self.edges))])

    def each_node(self):
        for name, node in self.expected.nodes.items():
            yield name, node, self.nodes[self.clean(name)]

    def each_edge(self):
        for key, columns in self.wanted_edges.items():
            yield key, columns, self.edges[key]

    def check_labels(self):
        compare((name, self.clean_name(node["name"]), got.get("label"))
                for name, node, got in self.each_node())

    def check_kinds(self):
        compare((name, self.flavour.kind(node), got["columns"].get("kind"))
                for name, node, got in self.each_node())

    def check_attributes(self):
        def pairs():
            for name, node, got in self.each_node():
                wanted = dict(node.get("attributes", {}))
                if node.get("aliases"):
                    wanted["aliases"] = " | ".join(map(self.clean_name, node["aliases"]))
                for attribute, value in wanted.items():
                    columns = got["columns"]
                    found = columns.get(attribute, columns.get("attribute_" + attribute))
                    if value == "null" and self.reader.null_is_nothing:
                        value = None
                    elif isinstance(value, str):
                        value = self.clean(value)
                    elif found is not None:
                        found = json.loads(str(found).lower()) if isinstance(found, str) else found
                    yield f"{name} {attribute}", value, found
        compare(pairs())

    def check_amounts(self):
        def pairs():
            for key, columns, got in self.each_edge():
                names = {n for n in (*columns, *got["columns"]) if n.startswith("amount_")}
                for name in names:
                    found = got["columns"].get(name)
                    wanted = columns.get(name)
                    if isinstance(found, str):
                        found = Decimal(found)
                    elif wanted is not None:
                        wanted = float(wanted)
                    elif found == 0.0 and not self.reader.has_missing_numbers:
                        found = None
                    yield f"{key} {name}", wanted, found
        compare(pairs())

    def check_counts(self):
        compare((f"{key} {name}", columns[name], int(got["columns"].get(name, -1)))
                for key, columns, got in self.each_edge() for name in ("claim_count", "document_count"))

    def check_documents(self):
        compare((key, self.clean(columns["documents"]), got["columns"].get("documents"))
                for key, columns, got in self.each_edge())

    def check_dates(self):
        def day(date):
            return str(datetime.date.fromordinal(first_day(date))) if date and self.only_days else date
        compare((f"{key} {name}", day(columns.get(name)), got["columns"].get(name))
                for key, columns, got in self.each_edge() for name in ("start", "end"))

    def check_weights(self):
        compare((key, columns["claim_count"], float(got["columns"].get("weight", got.get("weight", 0))))
                for key, columns, got in self.each_edge())

    def check_colours(self):
        def near(colour, other):  # some formats round
            return len(other) == 3 and all(abs(a - b) <= 1 for a, b in zip(colour, other))
        compare((name, True, near(COLOURS[node["kind"]], got.get("colour", ())))
                for name, node, got in self.each_node())

    def check_sizes(self):
        wanted = self.expected.sizes
        got = {name: node.get("size", -1) for name, _, node in self.each_node()}
        if self.reader.scales_sizes:  # the smallest and the largest size are then different
            wanted, got = ({name: (size - min(sizes.values())) / (max(sizes.values()) - min(sizes.values()))
                            for name, size in sizes.items()} for sizes in (wanted, got))
        tolerance = 0.002 if self.reader.scales_sizes else 0.06  # they are written to one decimal
        compare((name, True, abs(wanted[name] - got[name]) < tolerance) for name in wanted)

    def check_places(self):
        places = {(got.get("x"), got.get("y")) for _, _, got in self.each_node()}
        compare([("no place", False, any(x is None for x, _ in places)),
                 ("nodes in one place", True, len(places) > 0.9 * len(self.nodes))])

    def check_days(self):
        compare((key, self.expected.days(key), [list(spell) for spell in got.get("days", [])])
                for key, _, got in self.each_edge())

    def check_claims(self):
        def row(claim):
            amount = Decimal(str(claim["amount"])) if claim.get("amount") not in (None, "") else None
            texts = (claim.get(name) or None for name in CLAIM_TEXTS)
            return (amount, *(self.clean(text) if text else None for text in texts))
        wanted, got = (sorted(map(row, claims), key=repr)
                       for claims in (self.expected.all_claims(), self.claims))
        compare([("how many", len(wanted), len(got)), *zip(("a claim" for _ in wanted), wanted, got)])


class Server:
    """A program that reads many files in one run, since some take longer to start than to read."""
    running = {}
    starting = threading.Lock()

    def __init__(self, command, log):
        self.lock = threading.Lock()
        with open(log, "w", encoding="utf-8") as errors:
            self.process = subprocess.Popen(command, stdin=subprocess.PIPE, stdout=subprocess.PIPE,
                                            stderr=errors, text=True, encoding="utf-8")
        self.log = log

    @classmethod
    def of(cls, command, log):
        with cls.starting:
            if command not in cls.running:
                cls.running[command] = cls(command, log)
            return cls.running[command]

    def ask(self, question):
        with self.lock:
            watch = threading.Timer(TIMEOUT, self.process.kill)
            watch.start()
            try:
                self.process.stdin.write("\t".join(question) + "\n")
                self.process.stdin.flush()
                answer = self.process.stdout.readline().strip()
            except BrokenPipeError:
                answer = ""
            finally:
                watch.cancel()
        if answer != "ok":
            raise Different(f"the reader failed: {answer or 'it ended'} (see {self.log})")

    @classmethod
    def end_all(cls):
        for server in cls.running.values():
            server.process.stdin.close()
            server.process.wait()


def read(reader, flavour, path, out, work, readers):
    def filled(parts):
        return tuple(part.format(here=HERE, work=work, flavour=flavour, path=path, out=out,
                                 **readers[reader]) for part in parts)
    command = filled(READERS[reader].command)
    if os.path.exists(out):
        os.remove(out)
    if READERS[reader].question:
        Server.of(command, os.path.join(work, reader + ".log")).ask(filled(READERS[reader].question))
    else:
        done = subprocess.run(command, capture_output=True, text=True, timeout=TIMEOUT, check=False)
        if done.returncode != 0:
            raise Different(f"the reader failed: {done.stderr.strip()[-1500:]}")
    with open(out, encoding="utf-8") as file:
        return json.load(file)


def arrived(expected, row, path, out, work, readers):
    """Reads a row's file; raises Different on the first aspect that did not arrive."""
    try:
        found = read(row.reader, row.flavour, path, out, work, readers)
    except Different as different:
        if row.refused and row.refused in str(different):
            return
        raise
    if row.refused:
        raise Different(f"it is no longer refused ({row.refused})")
    state = Arrived(expected, found, row)
    for aspect in row.aspects:
        try:
            getattr(state, "check_" + aspect)()
        except Different as different:
            raise Different(f"{aspect}: {different}") from None


def check_row(title, *arguments):
    started = time.monotonic()
    try:
        arrived(*arguments)
        trouble = None
    except (Different, subprocess.TimeoutExpired) as error:
        trouble = error
    seconds = f"({time.monotonic() - started:.1f} s)"
    if trouble:
        print(f"FAILED: {title} {seconds}: {trouble}", flush=True)
    else:
        print(f"ok: {title} {seconds}", flush=True)
    return trouble is None


def document():
    """docs/interop.md: what arrived, from the rows that were just tested."""
    lines = ["# What arrives where", "",
             "Each row below is a test: the built-in example and a generated graph of 2,000 projects, with",
             "hostile names, are exported, read by the program named, and compared with what the native",
             "records say. `bash tests/interop/run.sh build/release/bin/oscegraph` installs the programs and",
             "runs it; this page is written by that test. ● arrived as it was sent, · the format or the",
             "program has no place for it.", ""]
    lines += ["| format | read by | " + " | ".join(ASPECTS) + " |",
              "|---|---|" + "---|" * len(ASPECTS)]
    for row in ROWS:
        marks = ["●" if aspect in row.aspects else "·" for aspect in ASPECTS]
        lines.append(f"| {row.flavour} | {READERS[row.reader].name} | " + " | ".join(marks) + " |")
    lines += ["", "Amounts are equal to the last digit that a double has, or exact where the program keeps "
              "text; days are", "the periods on which an edge holds; weights are numbers of claims; claims are "
              "each document's own statements", "with their words and their source. Gephi takes a text that is "
              "`null` for a missing one.", "",
              "yEd and Cytoscape have windows only and are not tried here: `graphml-yed` and `cyjs` are read by "
              "others,", "as above.", ""]
    notes = [(row, row.note) for row in ROWS if row.note]
    for row, note in notes:
        lines.append(f"- {row.flavour}, {READERS[row.reader].name}: {note}")
    return "\n".join(lines).rstrip() + "\n"


def check_document(update, complete):
    path = os.path.join(ROOT, "docs", "interop.md")
    text = document()
    old = open(path, encoding="utf-8").read() if os.path.exists(path) else ""
    if old == text:
        return 0
    if update and complete:
        with open(path, "w", encoding="utf-8") as file:
            file.write(text)
        print("wrote docs/interop.md")
        return 0
    print("docs/interop.md is not what this test found; run it with UPDATE=1", file=sys.stderr)
    return 1


def main(binary, work):
    with open(os.path.join(work, "readers.json"), encoding="utf-8") as file:
        readers = json.load(file)
    large = os.path.join(work, "projects.jsonl")
    subprocess.run([sys.executable, os.path.join(HERE, "make_data.py"), large], check=True)
    skipped = 0
    results = []
    with ThreadPoolExecutor(os.cpu_count()) as pool:
        for name, options in (("example", []), ("2000 projects", ["-i", large])):
            folder = os.path.join(work, name.replace(" ", "-"))
            os.makedirs(folder, exist_ok=True)

            def export(flavour, ending):
                path = os.path.join(folder, flavour + ending)
                subprocess.run([binary, "export", "-q", *options, "--as", flavour, "-o", path], check=True)
                return path

            expected = Expected(export("json", ".json"))
            paths = {flavour: export(flavour, FLAVOURS[flavour].ending) for flavour in FLAVOURS}
            for row in sorted(ROWS, key=lambda row: not row.slow):
                if row.example_only and options:
                    continue
                title = f"{row.flavour} by {READERS[row.reader].name}, {name}"
                if row.reader not in readers:
                    skipped += 1
                    print(f"skipped: {title}: not installed")
                    continue
                out = os.path.join(folder, f"{row.flavour}.{row.reader}.read.json")
                results.append(pool.submit(check_row, title, expected, row, paths[row.flavour], out,
                                           work, readers))
    Server.end_all()
    passed = sum(result.result() for result in results)
    failed = len(results) - passed
    failed += check_document(os.environ.get("UPDATE") == "1", skipped == 0 and failed == 0)
    print(f"{passed} passed, {failed} failed, {skipped} skipped")
    return 1 if failed else 0


if __name__ == "__main__":
    sys.exit(main(os.path.abspath(sys.argv[1]), os.path.abspath(sys.argv[2])))
