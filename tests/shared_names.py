# SPDX-License-Identifier: Apache-2.0
"""Tests names as public data writes them: which names the program takes for the same body without
asking.

    shared_names.py BINARY

../shared/identity/names.csv says which names are of one body: no two of others may be joined.
../shared/tables/fts-donors-by-appeal.csv has governments, which are their States. Exit 1 if something
is joined wrongly, or less is joined than once was; 77 (skipped) where the files are not.
"""

import csv
import io
import itertools
import pathlib
import subprocess
import sys
import tempfile

from written_records import WrittenRecords

SHARED = pathlib.Path(__file__).resolve().parent.parent.parent / "shared"
NAMES = SHARED / "identity" / "names.csv"
DONORS = SHARED / "tables" / "fts-donors-by-appeal.csv"
SKIPPED = 77
# The number of pairs in names.csv that are one body and were joined when this was written.
JOINED_AT_LEAST = 88
GOVERNMENTS = 52
TERRITORIES = {"state:FO"}


def load(binary, table, mapping):
    """The records that the program makes of a table."""
    with tempfile.TemporaryDirectory() as folder:
        path = pathlib.Path(folder)
        (path / "table.csv").write_text(table, encoding="utf-8")
        (path / "table.map").write_text(mapping, encoding="utf-8")
        done = subprocess.run(
            [binary, "export", "-q", "-i", path / "table.csv", "--map", path / "table.map",
             "--create-missing", "-o", path / "out.jsonl"],
            capture_output=True, text=True, check=False)
        if done.returncode != 0:
            sys.exit(f"the program says no: {done.stderr}")
        return WrittenRecords((path / "out.jsonl").read_text(encoding="utf-8"))


def as_csv(rows):
    text = io.StringIO()
    csv.writer(text).writerows(rows)
    return text.getvalue()


def names_apart(binary):
    with open(NAMES, encoding="utf-8", newline="") as file:
        rows = list(csv.DictReader(file))
    table = as_csv([["name", "row"]] + [[row["name"], f"row {i}"] for i, row in enumerate(rows)])
    records = load(binary, table,
                   'from = name\nrelation = "partners"\nto = "project:all"\nquote = row\n')
    node_of = {int(claim["quote"].split()[1]): claim["from"] for claim in records.claims}
    joined = 0
    positives = 0
    fine = len(node_of) == len(rows)
    if not fine:
        print(f"of {len(rows)} names {len(node_of)} are in a claim")
    for a, b in itertools.combinations(sorted(node_of), 2):
        same = rows[a]["body"] == rows[b]["body"]
        positives += same
        if node_of[a] != node_of[b]:
            continue
        joined += same
        if not same:
            fine = False
            print(f"joined wrongly as {node_of[a]}: {rows[a]} and {rows[b]}")
    print(f"{joined} of {positives} pairs of one body joined")
    return fine and joined >= JOINED_AT_LEAST


def governments_are_states(binary):
    text = DONORS.read_text(encoding="utf-8").split("\n", 1)[1]  # a line of remarks is above the header
    records = load(binary, text,
                   'from = organization_name\nrelation = "funds"\nto = plan_name\n'
                   'amount = totalFunding\ncurrency = "USD"\nquote = organization_name\n')
    node_of = {claim["quote"]: claim["from"] for claim in records.claims}
    governments = {name: node for name, node in node_of.items() if name.endswith("Government of")}
    wrong = [name for name, node in governments.items() if not node.startswith("state:")]
    others = [name for name, node in node_of.items()
              if node.startswith("state:") and name not in governments]
    for name in wrong + others:
        print(f"taken for {node_of[name]}: {name}")
    territories = TERRITORIES & set(governments.values())
    states = len(set(governments.values()) - TERRITORIES)
    print(f"{states} governments are States, {len(territories)} a territory")
    return (not wrong and not others and len(set(governments.values())) == GOVERNMENTS
            and territories == TERRITORIES)


def main():
    if not NAMES.is_file() or not DONORS.is_file():
        print("skipped: the names are not at ../shared/identity and ../shared/tables")
        return SKIPPED
    binary = pathlib.Path(sys.argv[1]).resolve()
    fine = [names_apart(binary), governments_are_states(binary)]
    return 0 if all(fine) else 1


if __name__ == "__main__":
    sys.exit(main())
