# SPDX-License-Identifier: Apache-2.0
"""Tests that extraction reaches its scores on the press items of tests/press_items.

    press_items_test.py BINARY

The items are invented, in six languages, and so are their projects; States, OSCE structures and UN bodies
are real. gold.jsonl has what a careful reader finds in them, of all seven relations, and some items
state nothing. A statement is a document, a relation and its two ends, compared by name, so that a
claim about the wrong project counts as invented and as missed. Nobody tunes the rules to these
items: where they are missed, the scores say so.
"""

import collections
import json
import pathlib
import subprocess
import sys
import unicodedata

ITEMS = pathlib.Path(__file__).resolve().parent / "press_items"

# For each relation the least precision and recall. None: the rules need not find it, but what they
# find must be right.
LEAST = {
    "funds": (0.95, 0.82),
    "implements": (0.90, 0.90),
    "partners": (0.95, 0.50),
    "assists": (0.95, 0.14),
    "hosts": (0.95, 0.25),
    "part_of": (0.95, 0.0),
    "channels_to": (0.95, 0.0),
    "amounts": (0.95, 0.95),
}


def folded(name):
    """Without capitals, accents and marks."""
    plain = unicodedata.normalize("NFKD", name.casefold())
    return "".join(c for c in plain if c.isalnum())


def statements(lines):
    """{(what, document, from, relation, to[, amount, currency])} of native records."""
    names, files, claims = {}, {}, []
    for record in map(json.loads, lines):
        if record["type"] == "node":
            names[record["id"]] = folded(record["name"])
        elif record["type"] == "document":
            files[record["id"]] = pathlib.Path(record.get("file", record["id"])).stem
        else:
            claims.append(record)
    found = collections.defaultdict(set)
    for claim in claims:
        # Bodies of the gazetteer have the same id everywhere; all others are compared by name.
        ends = [end if end.startswith(("state:", "office:")) else names.get(end, end)
                for end in (claim["from"], claim["to"])]
        said = (files[claim["document"]], ends[0], claim["relation"], ends[1])
        found[claim["relation"]].add(said)
        if "amount" in claim:
            found["amounts"].add((*said, float(claim["amount"]), claim["currency"]))
    return found


def run(*words):
    return subprocess.run([sys.argv[1], *words], check=True, capture_output=True, text=True,
                          encoding="utf-8").stdout


def native(path):
    """The records of a file as the program writes them, so that names in them are resolved."""
    return run("export", "-q", "-i", str(path), "--as", "jsonl").splitlines()


def main():
    gold = statements(native(ITEMS / "gold.jsonl"))
    found = statements(run("extract", "-q", "-i", str(ITEMS), "--as", "jsonl").splitlines())
    good = True
    for relation, (least_precision, least_recall) in LEAST.items():
        wanted, got = gold[relation], found[relation]
        assert wanted, f"the gold has nothing of {relation}"
        for sort, those in (("missed", wanted - got), ("invented", got - wanted)):
            for said in sorted(those, key=str):
                print(f"  {sort}: {' '.join(map(str, said))}")
        right = len(wanted & got)
        precision = right / len(got) if got else 1.0
        recall = right / len(wanted)
        fine = precision >= least_precision and recall >= least_recall
        good = good and fine
        print(f"{relation}: precision {precision:.3f} (at least {least_precision}), "
              f"recall {recall:.3f} (at least {least_recall}) of {len(wanted)}{'' if fine else ' <--'}")
    return 0 if good else 1


sys.exit(main())
