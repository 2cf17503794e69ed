# SPDX-License-Identifier: Apache-2.0
"""Which flavour is read by which program, and what must arrive there."""
from dataclasses import dataclass


@dataclass(frozen=True)
class Flavour:
    ending: str
    xml: bool = False


@dataclass(frozen=True)
class Reader:
    name: str
    command: tuple  # {here} is this folder, {work} where things are installed
    has_missing_numbers: bool = True
    scales_sizes: bool = False


@dataclass(frozen=True)
class Row:
    flavour: str
    reader: str
    aspects: tuple
    note: str = ""


ASPECTS = ("nodes", "edges", "labels", "kinds", "attributes", "amounts", "counts", "documents", "dates",
           "weights", "colours", "sizes", "places", "days")
NO_DAYS = ASPECTS[:-1]
NO_LOOK = ASPECTS[:-4]


def without(*left_out):
    return tuple(aspect for aspect in ASPECTS if aspect not in left_out)


FLAVOURS = {
    "graphml": Flavour(".graphml", xml=True),
    "graphml-strict": Flavour(".strict.graphml", xml=True),
    "graphml-yed": Flavour(".yed.graphml", xml=True),
    "gexf": Flavour(".gexf", xml=True),
    "gexf-1.3": Flavour(".1.3.gexf", xml=True),
    "gexf-desktop": Flavour(".desktop.gexf", xml=True),
    "dot": Flavour(".dot"),
    "csv-gephi": Flavour(".gephi/"),
    "cyjs": Flavour(".cyjs"),
    "jgf": Flavour(".jgf"),
    "graphology": Flavour(".graphology.json"),
    "sqlite": Flavour(".sqlite"),
}

PYTHON = ("{python}", "{here}/read_python.py")
READERS = {
    "gephi": Reader("Gephi 0.10.1", ("java", "-cp", "{classpath}", "{here}/gephi/GephiReader.java",
                                      "{path}", "{out}"), scales_sizes=True),
    "networkx": Reader("NetworkX", (*PYTHON, "networkx", "{flavour}", "{path}", "{out}")),
    "igraph": Reader("igraph", (*PYTHON, "igraph", "{flavour}", "{path}", "{out}")),
    "graph_tool": Reader("graph-tool", (*PYTHON, "graph_tool", "{flavour}", "{path}", "{out}"),
                         has_missing_numbers=False),
    "graphology": Reader("graphology", ("node", "{work}/graphology/read.mjs", "{flavour}", "{path}",
                                        "{out}")),
    "graphviz": Reader("Graphviz", ("{python}", "{here}/read_graphviz.py", "{path}", "{out}")),
    "json": Reader("any JSON reader", (*PYTHON, "json", "{flavour}", "{path}", "{out}")),
    "sqlite": Reader("SQLite", (*PYTHON, "sqlite", "{flavour}", "{path}", "{out}")),
    "csv": Reader("any CSV reader", (*PYTHON, "csv", "{flavour}", "{path}", "{out}")),
}

ROWS = (
    Row("graphml", "gephi", NO_DAYS, "the range of sizes is made larger when a file is opened, 4 to 100."),
    Row("graphml", "networkx", NO_DAYS),
    Row("graphml", "igraph", NO_DAYS),
    Row("graphml", "graph_tool", NO_DAYS, "a number that is missing is 0 there."),
    Row("graphml", "graphology", NO_DAYS),
    Row("graphml-strict", "networkx", NO_DAYS),
    Row("graphml-strict", "igraph", NO_DAYS),
    Row("graphml-strict", "graph_tool", NO_DAYS, "a number that is missing is 0 there."),
    Row("graphml-strict", "graphology", NO_DAYS),
    Row("graphml-yed", "networkx", without("colours", "sizes", "places", "days", "labels")),
    Row("gexf", "gephi", ASPECTS),
    Row("gexf", "networkx", ASPECTS),
    Row("gexf", "graphology", NO_DAYS),
    Row("gexf-1.3", "gephi", ASPECTS),
    Row("gexf-1.3", "networkx", ASPECTS),
    Row("gexf-1.3", "graphology", NO_DAYS),
    Row("gexf-desktop", "gephi", without("weights")),
    Row("dot", "graphviz", ("nodes", "edges", "kinds")),
    Row("csv-gephi", "csv", NO_LOOK + ("weights",)),
    Row("cyjs", "json", NO_DAYS),
    Row("jgf", "json", NO_LOOK + ("weights",)),
    Row("graphology", "graphology", NO_DAYS),
    Row("sqlite", "sqlite", NO_LOOK + ("weights",)),
)
