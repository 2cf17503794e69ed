#!/usr/bin/env python3
# SPDX-License-Identifier: Apache-2.0
"""Compares our measures, through the command line, with the values of NetworkX and igraph:
measures.py BINARY

Small random graphs from fixed seeds: dense and sparse, in one and in several components, with nodes
nobody knows, loops, parallel edges (two relations between the same nodes, both directions), weights
(how many claims) and directions. Every measure is asked for on each and compared node by node or edge
by edge; communities are compared by modularity, flows by their value, paths by their lengths. One more
measure that no library here has, the participation coefficient, is worked out below.
"""
from fractions import Fraction
import json
import math
import os
import random
import subprocess
import sys
import tempfile
from collections import Counter

import igraph
import networkx as nx
import numpy

BINARY = sys.argv[1]
TOLERANCE = 1e-6
NODE_MEASURES = ["degree", "in_degree", "out_degree", "strength", "in_strength", "out_strength",
                 "closeness", "harmonic", "betweenness", "eigenvector", "katz", "pagerank", "hub",
                 "authority", "core", "clustering", "constraint", "effective_size", "participation",
                 "splits"]
EDGE_MEASURES = ["edge_betweenness", "bridge"]


class Sample:
    """A random graph as native records and as NetworkX has it: merged, without loops."""

    def __init__(self, seed, nodes, edges, kinds=("office",)):
        self.name = f"seed {seed}: {nodes} nodes, {edges} edges"
        draw = random.Random(seed)
        self.kind = {f"{(kind := draw.choice(kinds))}:n{i:02}": kind for i in range(nodes)}
        ids = sorted(self.kind)
        self.edges = Counter()  # (from, relation, to): claims
        for _ in range(edges):
            a, b = draw.choice(ids), draw.choice(ids)
            both = self.kind[a] == self.kind[b] != "state"
            relation = draw.choice(["funds", "part_of"] if both else ["funds"])
            self.edges[a, relation, b] += draw.choice([1, 1, 2, 3])
        self.amount = {edge: draw.randrange(100, 90000) for edge in sorted(self.edges)}

    def records(self):
        most = max(self.edges.values())
        yield from ({"type": "document", "id": f"d{i}"} for i in range(most))
        yield from ({"type": "node", "id": node, "kind": kind} for node, kind in self.kind.items())
        for (a, relation, b), claims in self.edges.items():
            for i in range(claims):
                claim = {"type": "claim", "from": a, "relation": relation, "to": b, "document": f"d{i}"}
                if relation == "funds":
                    cents = self.amount[a, relation, b]
                    claim |= {"amount": f"{cents // 100}.{cents % 100:02}", "currency": "EUR",
                              "flow": "committed"}
                yield claim

    def graph(self, directed, weighted):
        graph = nx.DiGraph() if directed else nx.Graph()
        graph.add_nodes_from(sorted(self.kind))
        for (a, _, b), claims in self.edges.items():
            if a == b:
                continue
            weight = claims if weighted else 1
            old = graph.get_edge_data(a, b, {"weight": 0})["weight"]
            graph.add_edge(a, b, weight=old + weight if weighted else 1)
        for _, _, data in graph.edges(data=True):
            # Exact lengths, as ours: with rounded lengths, paths of equal length would differ.
            data["length"] = Fraction(1, data["weight"])
        return graph


def run(*words):
    done = subprocess.run([BINARY, *words], capture_output=True, text=True, check=False)
    if done.returncode != 0:
        raise AssertionError(f"{' '.join(words)}: {done.stderr}")
    return done.stdout


def ask(*words):
    return json.loads(run(*words, "--as", "json", "-q"))


def igraph_of(graph):
    names = list(graph)
    place = {node: i for i, node in enumerate(names)}
    return names, igraph.Graph(
        n=len(names), edges=[(place[a], place[b]) for a, b in graph.edges()],
        directed=graph.is_directed(),
        edge_attrs={"weight": [d["weight"] for _, _, d in graph.edges(data=True)]})


def closeness(graph, along):
    """Closeness by distances from each node, along its arrows; NetworkX uses distances to it."""
    return nx.closeness_centrality(graph.reverse() if graph.is_directed() else graph, distance=along)


def harmonic(graph, along):
    values = nx.harmonic_centrality(graph.reverse() if graph.is_directed() else graph, distance=along)
    return {node: value / (len(graph) - 1) for node, value in values.items()}


def largest_one(values):
    most = max(values.values())
    return {node: value / most for node, value in values.items()}


def eigenvector(graph):
    """None where the answer is not unique: if the graph without isolated nodes is not (strongly) connected."""
    known = graph.subgraph([n for n in graph if graph.degree(n) > 0])
    whole = nx.is_strongly_connected if graph.is_directed() else nx.is_connected
    if len(known) == 0 or not whole(known):
        return None
    names, other = igraph_of(graph)
    return dict(zip(names, other.eigenvector_centrality(scale=True, weights="weight")))


def katz(graph):
    matrix = nx.to_numpy_array(graph, weight="weight").T
    sizes = sorted(abs(numpy.linalg.eigvals(matrix)))
    largest = sizes[-1]
    if not matrix.any() or graph.is_directed() and nx.is_directed_acyclic_graph(graph):
        factor = 0.85  # without cycles there is no eigenvalue to divide by
    elif sizes[-2] > 0.99 * largest and not numpy.allclose(matrix, matrix.T):
        return None  # NumPy does not give the eigenvalue, and so the attenuation, exactly enough
    else:
        factor = 0.85 / largest
    values = numpy.linalg.solve(numpy.eye(len(graph)) - factor * matrix, numpy.ones(len(graph)))
    return largest_one(dict(zip(graph, values)))


def hits(graph, which):
    """None where the leading pair is not unique."""
    matrix = nx.to_numpy_array(graph, weight="weight")
    square = numpy.sort(numpy.linalg.eigvalsh(matrix @ matrix.T))
    if square[-1] - square[-2] < 1e-3 * square[-1]:
        return None
    return nx.hits(graph, max_iter=100000, tol=1e-13)[which]


def clustering(graph):
    """Undefined with fewer than two neighbours, as in igraph; NetworkX says 0."""
    names, other = igraph_of(graph)
    return dict(zip(names, other.transitivity_local_undirected(mode="nan")))


def participation(graph, kind):
    values = {}
    for node in graph:
        total = sum(d["weight"] for _, _, d in graph.edges(node, data=True))
        by_kind = Counter()
        for _, other, data in graph.edges(node, data=True):
            by_kind[kind[other]] += data["weight"]
        values[node] = 1 - sum((w / total) ** 2 for w in by_kind.values()) if total else math.nan
    return values


def splits(graph):
    whole = nx.number_connected_components(graph)
    values = {}
    for node in graph:
        rest = graph.subgraph([n for n in graph if n != node])
        values[node] = max(0, nx.number_connected_components(rest) - whole)
    return values


def node_values(sample, graph, plain, weighted):
    """{measure: {node: value}}; `plain` is the graph without arrows."""
    along = "length" if weighted else None
    directed = graph.is_directed()
    weight = "weight" if weighted else None
    # For single nodes, effective_size follows Burt's formula; NetworkX's matrix computation for all
    # nodes gives other values when edges have weights.
    by_node = {"nodes": list(plain), "weight": weight}
    found = {
        "degree": dict(graph.degree()),
        "in_degree": dict(graph.in_degree() if directed else graph.degree()),
        "out_degree": dict(graph.out_degree() if directed else graph.degree()),
        "strength": dict(graph.degree(weight="weight")),
        "in_strength": dict((graph.in_degree if directed else graph.degree)(weight="weight")),
        "out_strength": dict((graph.out_degree if directed else graph.degree)(weight="weight")),
        "closeness": closeness(graph, along),
        "harmonic": harmonic(graph, along),
        "betweenness": nx.betweenness_centrality(graph, weight=along),
        "eigenvector": eigenvector(graph),
        "katz": katz(graph),
        "pagerank": nx.pagerank(graph, tol=1e-14, max_iter=10000),
        "hub": hits(graph, 0),
        "authority": hits(graph, 1),
        "core": nx.core_number(plain),
        "clustering": clustering(plain),
        "constraint": nx.constraint(plain, weight=weight),
        "effective_size": nx.effective_size(plain, **by_node),
        "participation": participation(plain, sample.kind),
        "splits": splits(plain),
    }
    return {measure: values for measure, values in found.items() if values is not None}


def edge_values(graph, plain, weighted):
    """{measure: {(from, to): value}}."""
    between = nx.edge_betweenness_centrality(graph, normalized=False,
                                             weight="length" if weighted else None)
    pairs = len(graph) * (len(graph) - 1) / (1 if graph.is_directed() else 2)
    bridges = set(nx.bridges(plain))
    either = {}
    for (a, b), value in between.items():
        either[a, b] = value / pairs
        if not graph.is_directed():
            either[b, a] = value / pairs
    both_ways = [(a, b) for a, b in plain.edges()] + [(b, a) for a, b in plain.edges()]
    return {"edge_betweenness": either,
            "bridge": {(a, b): float((a, b) in bridges or (b, a) in bridges) for a, b in both_ways}}


def same(got, wanted):
    if got is None or math.isnan(wanted):
        return got is None and math.isnan(wanted)
    return abs(got - wanted) <= TOLERANCE * (1 + abs(wanted))


class Checker:
    def __init__(self):
        self.compared = Counter()
        self.wrong = []

    def check(self, what, where, got, wanted):
        self.compared[what] += 1
        if not same(got, wanted):
            self.wrong.append(f"{what}, {where}: ours {got}, theirs {wanted}")


def check_measures(checker, sample, path, directed, weighted):
    graph, plain = sample.graph(directed, weighted), sample.graph(False, weighted)
    words = (["--directed"] if directed else []) + (["--weight", "claims"] if weighted else [])
    where = f"{sample.name}{', directed' * directed}{', weighted' * weighted}"
    rows = ask("centrality", "-i", path, "--by", ",".join(NODE_MEASURES), "--top", "1000", *words)["rows"]
    ours = {row["node_id"]: row for row in rows}
    for measure, values in node_values(sample, graph, plain, weighted).items():
        for node, wanted in values.items():
            checker.check(measure, f"{where}, {node}", ours[node][measure], wanted)
    rows = ask("centrality", "-i", path, "--by", ",".join(EDGE_MEASURES), "--top", "1000", *words)["rows"]
    for measure, values in edge_values(graph, plain, weighted).items():
        for row in rows:
            if row["from_id"] != row["to_id"]:
                ends = row["from_id"], row["to_id"]
                checker.check(measure, f"{where}, {ends}", row[measure], values[ends])


def check_start(checker, sample, path):
    graph = sample.graph(True, False)
    start = sorted(graph)[0]
    wanted = nx.pagerank(graph, personalization={start: 1}, dangling={start: 1}, tol=1e-14, max_iter=10000)
    rows = ask("centrality", "-i", path, "--by", "pagerank", "--directed", "--start", start, "--top",
               "1000")["rows"]
    for row in rows:
        checker.check("pagerank --start", f"{sample.name}, {row['node_id']}", row["pagerank"],
                      wanted[row["node_id"]])


def check_communities(checker, sample, path):
    """The printed modularity belongs to the communities we give, and is no worse than igraph's Leiden."""
    for weighted in (False, True):
        graph = sample.graph(False, weighted)
        words = ["-i", path] + (["--weight", "claims"] if weighted else [])
        with tempfile.TemporaryDirectory() as folder:
            file = os.path.join(folder, "c.graphml")
            run("communities", *words, "-q", "-o", file)
            read = nx.read_graphml(file, force_multigraph=True)
        groups = {}
        for node, data in read.nodes(data=True):
            groups.setdefault(data["community"], set()).add(data.get("id", node))
        said = ask("communities", *words)["facts"]["modularity"]
        found = nx.community.modularity(graph, groups.values(), weight="weight")
        checker.check("modularity", sample.name, said, found)
        _, other = igraph_of(graph)
        best = max(other.community_leiden("modularity", weights="weight", n_iterations=-1).modularity
                   for _ in range(5))
        # Such small graphs have many partitions near the best; ours tries only one order of nodes.
        checker.check("modularity against igraph", sample.name, min(said, best - 0.03), best - 0.03)


def check_flow(checker, sample, path):
    graph = nx.DiGraph()
    graph.add_nodes_from(sample.kind)
    for edge, cents in sample.amount.items():
        if edge[1] == "funds" and edge[0] != edge[2]:
            graph.add_edge(edge[0], edge[2], capacity=cents)
    ids = sorted(graph)
    for a, b in [(ids[0], ids[-1]), (ids[1], ids[2])]:
        wanted = nx.maximum_flow_value(graph, a, b)
        if wanted > 0:
            said = ask("connect", "-i", path, a, b, "--money", "EUR:committed")["facts"]["can_pass"]
            amount = said["amount"] if isinstance(said, dict) else str(said)
            checker.check("flow", f"{sample.name}, {a} to {b}", float(amount), wanted / 100)


def check_paths(checker, sample, path):
    for directed in (False, True):
        graph = sample.graph(directed, False)
        ids = sorted(graph)
        for a, b in [(ids[0], ids[-1]), (ids[1], ids[2])]:
            if not nx.has_path(graph, a, b):
                continue
            lengths = [len(p) - 1 for _, p in zip(range(6), nx.shortest_simple_paths(graph, a, b))]
            rows = ask("path", "-i", path, a, b, "-k", "6", *(["--directed"] if directed else []))["rows"]
            ours = Counter(row["path"] for row in rows)
            got = [ours[i] for i in sorted(ours)]
            checker.check("k shortest paths", f"{sample.name}, {a} to {b}",
                          float(got == lengths), 1.0)


def samples():
    for seed in range(12):
        yield Sample(seed, nodes=8 + seed, edges=(6, 14, 30, 60)[seed % 4])
    for seed in range(12, 18):
        yield Sample(seed, nodes=20, edges=40, kinds=("office", "agency", "state"))


def main():
    checker = Checker()
    with tempfile.TemporaryDirectory() as folder:
        for sample in samples():
            path = os.path.join(folder, "sample.jsonl")
            with open(path, "w", encoding="utf-8") as out:
                for record in sample.records():
                    out.write(json.dumps(record) + "\n")
            for directed in (False, True):
                for weighted in (False, True):
                    check_measures(checker, sample, path, directed, weighted)
            check_start(checker, sample, path)
            check_communities(checker, sample, path)
            check_flow(checker, sample, path)
            check_paths(checker, sample, path)
    for what, count in sorted(checker.compared.items()):
        print(f"{what}: {count} values compared")
    for line in checker.wrong[:20]:
        print("DIFFERS", line, file=sys.stderr)
    never = [m for m in NODE_MEASURES + EDGE_MEASURES if checker.compared[m] == 0]
    if checker.wrong or never:
        sys.exit(f"{len(checker.wrong)} values differ; never compared: {never}")
    print(f"all agree with NetworkX {nx.__version__} and igraph {igraph.__version__}")


if __name__ == "__main__":
    main()
