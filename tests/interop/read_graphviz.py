# SPDX-License-Identifier: Apache-2.0
"""Writes what Graphviz's gvpr has of a DOT file: read_graphviz.py FILE OUT.json"""
import json
import os
import re
import subprocess
import sys


def plain(text):
    """Undoes the doubled backslashes of our DOT, and read.gvpr's escapes of tabs and line breaks."""
    return re.sub(r"\\(.)", lambda found: {"n": "\n", "t": "\t"}.get(found[1], found[1]), text)


def columns_of(fields):
    pairs = zip(fields[::2], map(plain, fields[1::2]))
    return {name: value for name, value in pairs if value}


path, out = sys.argv[1:]
program = os.path.join(os.path.dirname(os.path.abspath(__file__)), "graphviz", "read.gvpr")
done = subprocess.run(["gvpr", "-f", program, path], capture_output=True, text=True, check=True)
nodes, edges = [], []
for line in done.stdout.split("\n"):
    kind, *fields = line.split("\t")
    if kind == "N":
        columns = columns_of(fields[1:])
        label = columns.get("label")
        nodes.append({"id": plain(fields[0]), "label": columns.get("full_name", label), "columns": columns})
    if kind == "E":
        edges.append({"from": plain(fields[0]), "to": plain(fields[1]), "columns": columns_of(fields[2:])})
with open(out, "w", encoding="utf-8") as file:
    json.dump({"nodes": nodes, "edges": edges}, file)
