# SPDX-License-Identifier: Apache-2.0
"""What Graphviz has of a DOT file, asked with gvpr: read_graphviz.py FILE OUT.json"""
import json
import os
import subprocess
import sys

path, out = sys.argv[1:]
program = os.path.join(os.path.dirname(os.path.abspath(__file__)), "graphviz", "read.gvpr")
done = subprocess.run(["gvpr", "-f", program, path], capture_output=True, text=True, check=True)
nodes, edges = [], []
for line in done.stdout.split("\n"):
    kind, *fields = line.split("\t")
    if kind == "N":
        name, label, group = fields
        nodes.append({"id": name, "label": label, "columns": {"kind": group}})
    if kind == "E":
        start, end, relation = fields
        edges.append({"from": start, "to": end, "type": relation, "columns": {}})
with open(out, "w", encoding="utf-8") as file:
    json.dump({"nodes": nodes, "edges": edges}, file)
