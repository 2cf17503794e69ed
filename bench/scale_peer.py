#!/usr/bin/env python3
# SPDX-License-Identifier: Apache-2.0
"""Runs one task of one peer on the records of a folder: scale_peer.py LIBRARY TASK FOLDER [NODE]

The answer goes to standard output. The last line on standard error is "work SECONDS": what the task
itself took, without the start of Python, imports and, for exports, reading the graph.

Where the questions differ from ours:
- load: NetworkX keeps every field of the JSON Lines that we read, in a graph with parallel edges.
  igraph and graph-tool read our GraphML, in which an edge adds up its claims and documents are only
  named. The databases read the CSV tables into a file of their own. None of them checks what we
  check, that documents, dates, currencies and flows exist and are well-formed; that ends exist is
  checked by LadybugDB alone.
- open: the node and its claims, with the other node's name and the document's title and date; igraph
  and graph-tool have no titles.
- funding: money for each State, office, flow and currency, over State -funds-> project <-implements-
  office and State -funds-> office. We also name the projects, count documents, span dates, let
  agencies count for their States, and count a payment once that several documents state; the records
  have no such cases, so the sums must be equal.
- states: for each State the same money, whether or not an office is named, and how many projects and
  offices it reaches. We name them, where they are not too many to name.
- export: each writes what it read, so bytes differ.

Edge lists of integers, which igraph and graph-tool read too, hold none of this; bench/peers uses them.
"""
import contextlib
import csv
import json
import os
import pickle
import subprocess
import sys
import time


class Work:
    """Adds up the seconds inside its `with` blocks."""

    def __init__(self):
        self.seconds = 0.0

    def __enter__(self):
        self.start = time.perf_counter()

    def __exit__(self, *_):
        self.seconds += time.perf_counter() - self.start


work = Work()


def print_rows(rows):
    csv.writer(sys.stdout).writerows(rows)


@contextlib.contextmanager
def replacing(path):
    """A new file that takes the place of `path` when it is complete."""
    new = path + ".new"
    for left in (new, new + ".wal", new + "-journal"):
        with contextlib.suppress(FileNotFoundError):
            os.remove(left)
    yield new
    os.replace(new, path)


def networkx_tasks(folder, node):
    import networkx as nx

    kept = os.path.join(folder, "networkx.pickle")

    def read_records():
        graph, documents = nx.MultiDiGraph(), {}
        with open(os.path.join(folder, "native.jsonl"), encoding="utf-8") as lines:
            for line in lines:
                record = json.loads(line)
                kind = record.pop("type")
                if kind == "claim":
                    graph.add_edge(record.pop("from"), record.pop("to"), **record)
                elif kind == "node":
                    # Make the attributes flat, because the writers refuse lists and objects.
                    record.update(record.pop("attributes", {}))
                    record["aliases"] = "|".join(record.get("aliases", []))
                    graph.add_node(record.pop("id"), **record)
                else:
                    documents[record["id"]] = record
        return graph, documents

    def read_kept():
        with open(kept, "rb") as file:
            return pickle.load(file)

    def load():
        with work:
            graph, _ = read_records()
        print(graph.number_of_nodes(), graph.number_of_edges())

    def keep():
        with replacing(kept) as new, open(new, "wb") as file:
            pickle.dump(read_records(), file, protocol=pickle.HIGHEST_PROTOCOL)

    def show():
        with work:
            graph, documents = read_kept()
            rows = [[a, b, *claim.values(), graph.nodes[a if b == node else b]["name"],
                     *documents[claim["document"]].values()]
                    for edges in (graph.out_edges, graph.in_edges)
                    for a, b, claim in edges(node, data=True)]
            print_rows(rows)

    def export(write, name):
        graph, _ = read_kept()
        with work:
            write(graph, os.path.join(folder, name))

    return "NetworkX " + nx.__version__, {
        "load": load, "keep": keep, "show": show,
        "graphml": lambda: export(nx.write_graphml, "networkx.graphml"),
        "gexf": lambda: export(nx.write_gexf, "networkx.gexf"),
    }


def igraph_tasks(folder, node):
    import igraph as ig

    kept = os.path.join(folder, "igraph.pickle")

    def read_graphml():
        return ig.Graph.Read_GraphML(os.path.join(folder, "graph.graphml"))

    def load():
        with work:
            graph = read_graphml()
        print(graph.vcount(), graph.ecount())

    def keep():
        with replacing(kept) as new:
            read_graphml().write_pickle(new)

    def show():
        with work:
            graph = ig.Graph.Read_Pickle(kept)
            found = graph.vs.find(id=node)
            print_rows([graph.vs[edge.source]["name"], graph.vs[edge.target]["name"],
                        *edge.attributes().values()] for edge in found.all_edges())

    def export():
        graph = ig.Graph.Read_Pickle(kept)
        with work:
            graph.write_graphml(os.path.join(folder, "igraph.graphml"))

    return "igraph " + ig.__version__, {"load": load, "keep": keep, "show": show, "graphml": export}


def graph_tool_tasks(folder, node):
    import graph_tool.all as gt

    kept = os.path.join(folder, "graph-tool.gt")

    def read_graphml():
        return gt.load_graph(os.path.join(folder, "graph.graphml"))

    def load():
        with work:
            graph = read_graphml()
        print(graph.num_vertices(), graph.num_edges())

    def keep():
        with replacing(kept) as new:
            read_graphml().save(new, fmt="gt")

    def show():
        with work:
            graph = gt.load_graph(kept)
            name, properties = graph.vp["name"], list(graph.ep.values())
            found = gt.find_vertex(graph, graph.vp["_graphml_vertex_id"], node)[0]
            print_rows([name[edge.source()], name[edge.target()], *(of[edge] for of in properties)]
                       for edge in found.all_edges())

    def export():
        graph = gt.load_graph(kept)
        with work:
            graph.save(os.path.join(folder, "graph-tool.graphml"))

    return "graph-tool " + gt.__version__.split(" ")[0], {
        "load": load, "keep": keep, "show": show, "graphml": export}


# The tables of both SQL databases, and the questions to them.
TABLES = """
CREATE TABLE documents(id TEXT PRIMARY KEY, title TEXT, publisher TEXT, date TEXT);
CREATE TABLE nodes(id TEXT PRIMARY KEY, kind TEXT, name TEXT, aliases TEXT, country TEXT, sector TEXT,
  since TEXT);
CREATE TABLE claims("from" TEXT, relation TEXT, "to" TEXT, document TEXT, amount {money},
  currency TEXT, flow TEXT, start TEXT, locator TEXT, basis TEXT);
"""
SHOW = """
SELECT c.*, n.name, d.title, d.date FROM claims c
  JOIN nodes n ON n.id = CASE WHEN c."from" = '{node}' THEN c."to" ELSE c."from" END
  JOIN documents d ON d.id = c.document
  WHERE c."from" = '{node}' OR c."to" = '{node}';
"""
LINKS = """
WITH paid AS (
  SELECT c."from" AS state, c."to" AS receiver, t.kind, c.flow, c.currency, c.amount
  FROM claims c JOIN nodes s ON s.id = c."from" JOIN nodes t ON t.id = c."to"
  WHERE c.relation = 'funds' AND s.kind = 'state' AND t.kind IN ('project', 'office')),
links AS (
  SELECT state, receiver AS office, flow, currency, amount FROM paid WHERE kind = 'office'
  UNION ALL
  SELECT p.state, w."from", p.flow, p.currency, p.amount FROM paid p
  JOIN claims w ON w."to" = p.receiver JOIN nodes o ON o.id = w."from"
  WHERE p.kind = 'project' AND w.relation = 'implements' AND o.kind = 'office')
"""
FUNDING = LINKS + """
SELECT state, office, flow, currency, sum(amount) FROM links GROUP BY 1, 2, 3, 4;
"""
STATES = LINKS + """
SELECT state, flow, currency, sum(amount) FROM paid GROUP BY 1, 2, 3
UNION ALL SELECT state, 'projects', '', count(DISTINCT receiver) FROM paid WHERE kind = 'project'
  GROUP BY 1
UNION ALL SELECT state, 'offices', '', count(DISTINCT office) FROM links GROUP BY 1;
"""


def sqlite_question(folder, text):
    """SQLite has a shell, so that its questions need no Python at all."""
    return ["sqlite3", "-readonly", "-csv", os.path.join(folder, "sqlite.db"), text]


def sqlite_tasks(folder, node):
    """Its shell imports faster than executemany from Python."""
    kept = os.path.join(folder, "sqlite.db")

    def shell(database, text, *options):
        subprocess.run(["sqlite3", *options, database], input=text, text=True, check=True)

    def load():
        with replacing(kept) as new:
            with work:
                # The indexes come last, so that SQLite sorts instead of growing them row by row; with
                # ANALYZE it plans the join in a third less time.
                shell(new, TABLES.format(money="REAL") + "BEGIN;\n" + "".join(
                    f".import --csv --skip 1 '{folder}/csv/{table}.csv' {table}\n"
                    for table in ("documents", "nodes", "claims")) + """
CREATE INDEX claims_from ON claims("from");
CREATE INDEX claims_to ON claims("to");
ANALYZE;
COMMIT;
""")
            shell(new, "SELECT (SELECT count(*) FROM nodes), (SELECT count(*) FROM claims);",
                  "-separator", " ")

    version = subprocess.run(["sqlite3", "--version"], capture_output=True, text=True, check=True)
    return "SQLite " + version.stdout.split()[0], {"load": load}


def duckdb_tasks(folder, node):
    import duckdb

    kept = os.path.join(folder, "duckdb.db")

    def load():
        with replacing(kept) as new:
            with work:
                with duckdb.connect(new) as base:
                    # Without the primary keys, which DuckDB's manual advises against for loading.
                    base.execute(TABLES.format(money="DECIMAL(18,2)").replace(" PRIMARY KEY", ""))
                    for table in ("documents", "nodes", "claims"):
                        base.execute(f"INSERT INTO {table} SELECT * FROM "
                                     f"read_csv('{folder}/csv/{table}.csv', all_varchar = true)")
            with duckdb.connect(new) as base:
                print(*(base.execute(f"SELECT count(*) FROM {table}").fetchone()[0]
                        for table in ("nodes", "claims")))

    def ask(text):
        with work:
            with duckdb.connect(kept, read_only=True) as base:
                print_rows(base.execute(text).fetchall())

    return "DuckDB " + duckdb.__version__, {
        "load": load,
        "show": lambda: ask(SHOW.format(node=node)),
        "funding": lambda: ask(FUNDING),
        "states": lambda: ask(STATES),
    }


# Money is DOUBLE, because this database has no sum over DECIMAL.
CYPHER_TABLES = """
CREATE NODE TABLE Document(id STRING PRIMARY KEY, title STRING, publisher STRING, date STRING);
CREATE NODE TABLE Entity(id STRING PRIMARY KEY, kind STRING, name STRING, aliases STRING,
  country STRING, sector STRING, since STRING);
CREATE REL TABLE Claim(FROM Entity TO Entity, relation STRING, document STRING, amount DOUBLE,
  currency STRING, flow STRING, start STRING, locator STRING, basis STRING);
COPY Document FROM '{folder}/csv/documents.csv' (HEADER = true);
COPY Entity FROM '{folder}/csv/nodes.csv' (HEADER = true);
COPY Claim FROM (LOAD WITH HEADERS (`from` STRING, relation STRING, `to` STRING, document STRING,
  amount DOUBLE, currency STRING, flow STRING, start STRING, locator STRING, basis STRING)
  FROM '{folder}/csv/claims.csv' (HEADER = true)
  RETURN `from`, `to`, relation, document, amount, currency, flow, start, locator, basis);
"""
CYPHER_SHOW = """
MATCH (a:Entity)-[c:Claim]->(b:Entity), (d:Document) WHERE a.id = '{node}' AND d.id = c.document
  RETURN a.name, c.*, b.name, d.title, d.date;
MATCH (a:Entity)-[c:Claim]->(b:Entity), (d:Document) WHERE b.id = '{node}' AND d.id = c.document
  RETURN a.name, c.*, b.name, d.title, d.date;
"""
DIRECT = """MATCH (s:Entity)-[f:Claim]->(o:Entity)
  WHERE s.kind = 'state' AND f.relation = 'funds' AND o.kind = 'office'"""
# The pattern begins at the office: if it begins at the State, LadybugDB 0.22.0 loses most rows.
INDIRECT = """MATCH (o:Entity)-[w:Claim]->(p:Entity)<-[f:Claim]-(s:Entity)
  WHERE s.kind = 'state' AND f.relation = 'funds' AND p.kind = 'project'
  AND w.relation = 'implements' AND o.kind = 'office'"""
RECEIVER = """MATCH (s:Entity)-[f:Claim]->(p:Entity) WHERE s.kind = 'state' AND f.relation = 'funds'"""


def ladybug_tasks(folder, node):
    try:
        import ladybug
        name = "LadybugDB "
    except ImportError:
        import kuzu as ladybug
        name = "Kuzu "

    kept = os.path.join(folder, "ladybug.db")

    def rows(base, text):
        """The rows of each of the statements in turn."""
        results = ladybug.Connection(base).execute(text)
        for result in results if isinstance(results, list) else [results]:
            yield from result.get_all()

    def load():
        with replacing(kept) as new:
            with work:
                with ladybug.Database(new) as base:
                    list(rows(base, CYPHER_TABLES.format(folder=folder)))
            with ladybug.Database(new, read_only=True) as base:
                print(*(n for [n] in rows(base, "MATCH (n:Entity) RETURN count(*);"
                                          "MATCH (:Entity)-[c:Claim]->(:Entity) RETURN count(*);")))

    def ask(run):
        with work:
            with ladybug.Database(kept, read_only=True) as base:
                print_rows(run(base))

    def funding(base):
        """Cypher groups each pattern separately, so a State's sums of both patterns are added here."""
        sums = {}
        for pattern in (DIRECT, INDIRECT):
            for *key, amount in rows(base, pattern +
                                     " RETURN s.id, o.id, f.flow, f.currency, sum(f.amount)"):
                sums[tuple(key)] = sums.get(tuple(key), 0) + amount
        return ([*key, amount] for key, amount in sums.items())

    def states(base):
        yield from rows(base, RECEIVER + " AND p.kind IN ['project', 'office']"
                        " RETURN s.id, f.flow, f.currency, sum(f.amount)")
        yield from rows(base, RECEIVER + " AND p.kind = 'project'"
                        " RETURN s.id, 'projects', '', count(DISTINCT p.id)")
        offices = {}
        for pattern in (DIRECT, INDIRECT):
            for state, office in rows(base, pattern + " RETURN DISTINCT s.id, o.id"):
                offices.setdefault(state, set()).add(office)
        yield from ([state, "offices", "", len(reached)] for state, reached in offices.items())

    return name + ladybug.__version__, {
        "load": load,
        "show": lambda: ask(lambda base: rows(base, CYPHER_SHOW.format(node=node))),
        "funding": lambda: ask(funding),
        "states": lambda: ask(states),
    }


def write_tasks(folder, node):
    """The lower bound for exports: writes the bytes of our GraphML from memory into a file."""
    def graphml():
        with open(os.path.join(folder, "graph.graphml"), "rb") as file:
            text = file.read()
        with work:
            with open(os.path.join(folder, "write.graphml"), "wb", buffering=0) as file:
                left = memoryview(text)
                while left:
                    left = left[file.write(left):]

    return "write()", {"graphml": graphml}


def main():
    library, task, *rest = sys.argv[1:]
    folder, node = (rest + ["", ""])[:2]
    version, tasks = {
        "networkx": networkx_tasks,
        "igraph": igraph_tasks,
        "graph-tool": graph_tool_tasks,
        "ladybug": ladybug_tasks,
        "sqlite": sqlite_tasks,
        "duckdb": duckdb_tasks,
        "write": write_tasks,
    }[library](folder, node)
    if task == "version":
        print(version)
        return
    tasks[task]()
    print("work", work.seconds, file=sys.stderr)


if __name__ == "__main__":
    main()
