#!/usr/bin/env python3
# SPDX-License-Identifier: Apache-2.0
"""Runs the cases of one peer library as bench_once does: peer.py LIBRARY GRAPH.el THREADS

Reads case names from standard input, runs each once, answers "seconds value" or "none". Only the
algorithm is timed; graphs are built before. Tolerances and rounds are set to equal work where the
library lets us; what differs is said beside the case.
"""
import sys
import time


def edges(path):
    with open(path, encoding="ascii") as lines:
        return [tuple(map(int, line.split())) for line in lines]


def networkit_cases(path, threads):
    import networkit as nk

    nk.setNumberOfThreads(threads)
    graph = nk.graphio.EdgeListReader(" ", 0, continuous=True, directed=False).read(path)
    graph.sortEdges()

    def communities(method):
        method.run()
        return nk.community.Modularity().getQuality(method.getPartition(), graph)

    def pagerank():
        rank = nk.centrality.PageRank(graph, damp=0.85, tol=1e-8)
        rank.norm = nk.centrality.Norm.L1_NORM
        return rank.run().score(0)

    return "NetworKit " + nk.__version__, {
        "betweenness": lambda: nk.centrality.Betweenness(graph).run().score(0) / 2,
        "closeness": lambda: nk.centrality.Closeness(
            graph, True, nk.centrality.ClosenessVariant.GENERALIZED).run().score(0),
        "harmonic": lambda: nk.centrality.HarmonicCloseness(graph, False).run().score(0),
        "pagerank": pagerank,
        "components": lambda: nk.components.ParallelConnectedComponents(graph).run()
                              .numberOfComponents(),
        "core": lambda: nk.centrality.CoreDecomposition(graph).run().maxCoreNumber(),
        "louvain": lambda: communities(nk.community.PLM(graph)),
        "leiden": lambda: communities(nk.community.ParallelLeiden(graph)),
    }


def igraph_cases(path, threads):
    import igraph as ig

    graph = ig.Graph.Read_Edgelist(path, directed=False)

    return "igraph " + ig.__version__, {
        "betweenness": lambda: graph.betweenness()[0],
        "closeness": lambda: graph.closeness()[0],
        "harmonic": lambda: graph.harmonic_centrality(normalized=False)[0],
        "pagerank": lambda: graph.pagerank()[0],  # PRPACK, its own stopping rule (1e-10)
        "components": lambda: len(graph.connected_components()),
        "core": lambda: max(graph.coreness()),
        "louvain": lambda: graph.community_multilevel().modularity,
        "leiden": lambda: graph.community_leiden("modularity", n_iterations=2).modularity,
        "triangles": lambda: len(graph.list_triangles()),
    }


def graph_tool_cases(path, threads):
    import graph_tool.all as gt
    import numpy

    gt.openmp_set_num_threads(threads)
    graph = gt.Graph(directed=False)
    graph.add_edge_list(numpy.fromfile(path, dtype=numpy.int64, sep=" ").reshape(-1, 2))

    return "graph-tool " + gt.__version__.split(" ")[0], {
        "betweenness": lambda: gt.betweenness(graph, norm=False)[0].a[0],
        "closeness": lambda: gt.closeness(graph).a[0],
        "harmonic": lambda: gt.closeness(graph, harmonic=True, norm=False).a[0],
        "pagerank": lambda: gt.pagerank(graph, epsilon=1e-8).a[0],
        "components": lambda: int(gt.label_components(graph)[0].a.max()) + 1,
        "core": lambda: int(gt.kcore_decomposition(graph).a.max()),
    }


def networkx_cases(path, threads):
    import networkx as nx

    graph = nx.Graph(edges(path))

    return "NetworkX " + nx.__version__, {
        "betweenness": lambda: nx.betweenness_centrality(graph, normalized=False)[0],
        "closeness": lambda: nx.closeness_centrality(graph)[0],
        "harmonic": lambda: nx.harmonic_centrality(graph)[0],
        "pagerank": lambda: nx.pagerank(graph, tol=1e-8 / graph.number_of_nodes())[0],
        "components": lambda: nx.number_connected_components(graph),
        "core": lambda: max(nx.core_number(graph).values()),
    }


def main():
    library, path, threads = sys.argv[1], sys.argv[2], int(sys.argv[3])
    name, cases = {
        "networkit": networkit_cases,
        "igraph": igraph_cases,
        "graph-tool": graph_tool_cases,
        "networkx": networkx_cases,
    }[library](path, threads)
    print("ready", name, flush=True)
    for line in sys.stdin:
        run = cases.get(line.strip())
        if run is None:
            print("none", flush=True)
            continue
        start = time.perf_counter()
        value = run()
        print(time.perf_counter() - start, value, flush=True)


if __name__ == "__main__":
    main()
