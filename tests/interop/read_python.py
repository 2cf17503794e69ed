# SPDX-License-Identifier: Apache-2.0
"""Reads a file with a program written in or for Python, and writes what that program has of it:
read_python.py READER FLAVOUR FILE OUT.json

All readers here write the same: {"nodes": [{id, label, colour, size, x, y, columns}], "edges": [{id,
from, to, type, label, days, columns}], "claims": [{from, relation, to, ...}]}, each with what the program
has and nothing else.
"""
import csv
import json
import math
import os
import sys


def plain(value):
    if isinstance(value, float) and math.isnan(value):
        return None  # some programs show a missing number so
    return value if isinstance(value, (str, int, float, bool, type(None))) else str(value)


def present(columns):
    return {name: plain(value) for name, value in columns.items()
            if plain(value) is not None and plain(value) != ""}


def element(columns, **more):
    """Colour, size and position are plain columns for programs that do not know them."""
    columns = present(columns)
    result = dict(more)
    if all(part in columns for part in "rgb"):
        result["colour"] = [int(columns.pop(part)) for part in "rgb"]
    for name in ("size", "x", "y", "label"):
        if name in columns and name not in result:
            result[name] = columns.pop(name)
    result["columns"] = columns
    return result


def networkx(flavour, path):
    import networkx
    if flavour.startswith("dot"):
        return networkx_dot(networkx.nx_pydot.read_dot(path))
    if flavour.startswith("graphml"):
        graph = networkx.read_graphml(path, force_multigraph=True)
    else:
        graph = networkx.read_gexf(path)
    nodes = []
    for name, columns in graph.nodes(data=True):
        look = columns.get("viz", {})
        more = {"id": name}
        if "color" in look:
            more["colour"] = [look["color"][part] for part in "rgb"]
        if "size" in look:
            more["size"] = look["size"]
        if "position" in look:
            more |= {"x": look["position"]["x"], "y": look["position"]["y"]}
        nodes.append(element({k: v for k, v in columns.items() if k != "viz"}, **more))
    edges = []
    for start, end, columns in graph.edges(data=True):
        more = {"from": start, "to": end}
        if "spells" in columns:
            more["days"] = columns["spells"]
        edges.append(element({k: v for k, v in columns.items() if k != "spells"}, **more))
    return nodes, edges


def networkx_dot(graph):
    """NetworkX reads DOT with pydot, and leaves the quotes on."""
    def bare(text):
        quoted = len(text) > 1 and text[0] == text[-1] == '"'
        return text[1:-1].replace('\\"', '"') if quoted else text

    def bare_columns(columns):
        return {name: bare(value) for name, value in columns.items()}

    nodes = [element(columns | {"kind": columns.get("class")}, id=bare(name))
             for name, data in graph.nodes(data=True) for columns in [bare_columns(data)]]
    edges = [element(columns, type=columns.get("class"), **{"from": bare(start), "to": bare(end)})
             for start, end, data in graph.edges(data=True) for columns in [bare_columns(data)]]
    return nodes, edges


def igraph(_, path):
    from igraph import Graph
    graph = Graph.Read_GraphML(path)
    names = graph.vs["id"]
    nodes = [element({k: v for k, v in vertex.attributes().items() if k != "id"}, id=vertex["id"])
             for vertex in graph.vs]
    edges = [element(edge.attributes(), **{"from": names[edge.source], "to": names[edge.target]})
             for edge in graph.es]
    return nodes, edges


def graph_tool(flavour, path):
    import graph_tool
    graph = graph_tool.load_graph(path)
    dot = flavour.startswith("dot")
    ids = graph.vertex_properties["vertex_name" if dot else "_graphml_vertex_id"]

    def columns(properties, item):
        return {name: values[item] for name, values in properties.items()
                if not name.startswith("_graphml") and name != "vertex_name"}

    def bare(text):
        return text.replace("\\\\", "\\") if dot else text  # readers of DOT do not undo the doubling

    nodes = [element({name: bare(value) if isinstance(value, str) else value for name, value in
                      columns(graph.vertex_properties, v).items()}, id=ids[v]) for v in graph.vertices()]
    edges = [element(columns(graph.edge_properties, e),
                     **{"from": ids[e.source()], "to": ids[e.target()]}) for e in graph.edges()]
    return nodes, edges


def json_text(flavour, path):
    """The content for a program that reads the JSON by the definition of its format."""
    with open(path, encoding="utf-8") as file:
        data = json.load(file)
    if flavour == "jgf":
        graph = data["graph"]
        assert graph["directed"] is True
        nodes = [element(node.get("metadata", {}), id=name, label=node["label"])
                 for name, node in graph["nodes"].items()]
        edges = [element(edge.get("metadata", {}), type=edge["relation"],
                         **{"from": edge["source"], "to": edge["target"]}) for edge in graph["edges"]]
        return nodes, edges
    nodes = []
    for node in data["elements"]["nodes"]:
        columns = dict(node["data"])
        more = {"id": columns.pop("id"), "label": columns.pop("name")}
        colour = columns.pop("color")
        more["colour"] = [int(colour[i:i + 2], 16) for i in (1, 3, 5)]
        more |= node.get("position", {})
        columns.pop("label", None)
        nodes.append(element(columns, **more))
    edges = []
    for edge in data["elements"]["edges"]:
        columns = dict(edge["data"])
        edges.append(element(columns, type=columns["interaction"],
                             **{"from": columns.pop("source"), "to": columns.pop("target")}))
    return nodes, edges


def csv_text(_, path):
    """Tables for Gephi, read as plain tables; the backslashes are doubled in those for Gephi."""
    def rows(name):
        with open(os.path.join(path, name), encoding="utf-8", newline="") as file:
            found = list(csv.DictReader(file))
        if name == "evidence.csv":
            return found
        return [{k: v.replace("\\\\", "\\") for k, v in row.items()} for row in found]
    csv.field_size_limit(10**8)
    nodes = [element({k: v for k, v in row.items() if k not in ("Id", "Label")}, id=row["Id"],
                     label=row["Label"]) for row in rows("nodes.csv")]
    taken = ("Source", "Target", "Id", "Label", "Kind", "Type", "Weight")
    edges = [element({k: v for k, v in row.items() if k not in taken} | {"weight": row["Weight"]},
                     type=row["Kind"], **{"from": row["Source"], "to": row["Target"]})
             for row in rows("edges.csv")]
    claims = rows("evidence.csv")
    return nodes, edges, claims


def sqlite(_, path):
    import sqlite3
    base = sqlite3.connect(f"file:{path}?mode=ro", uri=True)
    base.row_factory = sqlite3.Row
    if base.execute("PRAGMA integrity_check").fetchone()[0] != "ok":
        raise SystemExit("the database is damaged")
    nodes = [element({k: v for k, v in dict(row).items() if k not in ("id", "name")}, id=row["id"],
                     label=row["name"]) for row in base.execute("SELECT * FROM nodes")]
    edges = [element({k: v for k, v in dict(row).items() if k not in ("id", "from_id", "to_id")},
                     **{"from": row["from_id"], "to": row["to_id"]})
             for row in base.execute("SELECT * FROM edges")]
    claims = [dict(row) for row in base.execute(
        """SELECT claims.*, edges.from_id AS "from", relation, edges.to_id AS "to", via_id AS via,
             document_id AS document, title, publisher, url
           FROM claims JOIN edges ON edges.id = edge_id JOIN documents ON documents.id = document_id""")]
    return nodes, edges, claims


READERS = {"networkx": networkx, "igraph": igraph, "graph_tool": graph_tool, "json": json_text,
           "csv": csv_text, "sqlite": sqlite}

if __name__ == "__main__":
    reader, flavour_name, in_path, out_path = sys.argv[1:]
    found = READERS[reader](flavour_name, in_path)
    with open(out_path, "w", encoding="utf-8") as out:
        json.dump(dict(zip(("nodes", "edges", "claims"), found)), out)
