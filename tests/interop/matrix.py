# SPDX-License-Identifier: Apache-2.0
"""The table of which program reads which flavour, and of what it must find in the file."""
from collections.abc import Callable
from dataclasses import dataclass

from expected import dot_gephi_text, dot_text, ftm_kind, ftm_name, ftm_text, xml_text


def same(text):
    return text


@dataclass(frozen=True)
class Flavour:
    ending: str
    text: Callable = same  # how the format changes a text
    name: Callable = None  # how it changes a name, if that differs
    kind: Callable = lambda node: node["kind"]
    merged: bool = False  # it has one edge for each two nodes


@dataclass(frozen=True)
class Reader:
    name: str
    command: tuple  # {here} is this folder, {work} the folder of installed programs
    question: tuple = ()  # for a program that is started once and reads a line for each file
    has_missing_numbers: bool = True
    scales_sizes: bool = False
    null_is_nothing: bool = False  # it takes the text "null" for a missing value


@dataclass(frozen=True)
class Row:
    flavour: str
    reader: str
    aspects: tuple
    note: str = ""
    refused: str = ""  # its message when it refuses the file
    slow: bool = False  # it is started first
    example_only: bool = False
    text: Callable = None  # how the program changes a text
    only_days: bool = False  # it reads every date as a day


FACTS = ("nodes", "edges", "labels", "kinds", "attributes", "amounts", "counts", "documents", "dates",
         "weights")
LOOK = ("colours", "sizes", "places")
ASPECTS = (*FACTS, *LOOK, "days", "claims")
DRAWN = (*FACTS, *LOOK)
TIMED = (*DRAWN, "days")
RECORDS = (*FACTS, "claims")


FLAVOURS = {
    "graphml": Flavour(".graphml", text=xml_text),
    "graphml-strict": Flavour(".strict.graphml", text=xml_text),
    "graphml-yed": Flavour(".yed.graphml", text=xml_text),
    "gexf": Flavour(".gexf", text=xml_text),
    "gexf-1.3": Flavour(".1.3.gexf", text=xml_text),
    "gexf-desktop": Flavour(".desktop.gexf", text=xml_text),
    "dot": Flavour(".dot", text=dot_text),
    "dot-gephi": Flavour(".gephi.dot", text=dot_gephi_text, merged=True),
    "csv-gephi": Flavour(".gephi/"),
    "cyjs": Flavour(".cyjs"),
    "jgf": Flavour(".jgf"),
    "graphology": Flavour(".graphology.json"),
    "neo4j": Flavour(".neo4j/"),
    "ftm": Flavour(".ftm.json", text=ftm_text, name=ftm_name, kind=ftm_kind),
    "sqlite": Flavour(".sqlite"),
}

PYTHON = ("{python}", "{here}/read_python.py")
JAVA = ("java", "-XX:TieredStopAtLevel=1", "-cp", "{classpath}")  # the programs do not run for long
READERS = {
    "gephi": Reader("Gephi 0.10.1", (*JAVA, "{here}/gephi/GephiReader.java"), question=("{path}", "{out}"),
                    scales_sizes=True, null_is_nothing=True),
    "networkx": Reader("NetworkX", (*PYTHON, "networkx", "{flavour}", "{path}", "{out}")),
    "igraph": Reader("igraph", (*PYTHON, "igraph", "{flavour}", "{path}", "{out}")),
    "graph_tool": Reader("graph-tool", (*PYTHON, "graph_tool", "{flavour}", "{path}", "{out}"),
                         has_missing_numbers=False),
    "graphology": Reader("graphology", ("node", "{work}/graphology/read.mjs", "{flavour}", "{path}",
                                        "{out}")),
    "graphviz": Reader("Graphviz", ("{python}", "{here}/read_graphviz.py", "{path}", "{out}")),
    "neo4j": Reader("Neo4j 5.26, neo4j-admin", (*JAVA, "{here}/neo4j/Neo4jReader.java"),
                    question=("tables", "{path}", "{out}")),
    "cypher-shell": Reader("Neo4j 5.26, cypher-shell", (*JAVA, "{here}/neo4j/Neo4jReader.java"),
                           question=("script", "{path}", "{out}")),
    "ftm": Reader("FollowTheMoney 4.11", ("{python}", "{here}/read_ftm.py", "{path}", "{out}")),
    "json": Reader("any JSON reader", (*PYTHON, "json", "{flavour}", "{path}", "{out}")),
    "sqlite": Reader("SQLite", (*PYTHON, "sqlite", "{flavour}", "{path}", "{out}")),
    "csv": Reader("any CSV reader", (*PYTHON, "csv", "{flavour}", "{path}", "{out}")),
}

ROWS = (
    Row("graphml", "gephi", DRAWN, "the range of sizes is made larger when a file is opened, 4 to 100."),
    Row("graphml", "networkx", DRAWN),
    Row("graphml", "igraph", DRAWN),
    Row("graphml", "graph_tool", DRAWN, "a number that is missing is 0 there."),
    Row("graphml", "graphology", DRAWN),
    Row("graphml-strict", "networkx", DRAWN),
    Row("graphml-strict", "igraph", DRAWN),
    Row("graphml-strict", "graph_tool", DRAWN, "a number that is missing is 0 there."),
    Row("graphml-strict", "graphology", DRAWN),
    Row("graphml-yed", "networkx", tuple(aspect for aspect in FACTS if aspect != "labels"),
        "labels, colours and places are yEd's own there."),
    Row("gexf", "gephi", TIMED),
    Row("gexf", "networkx", TIMED),
    Row("gexf", "graphology", DRAWN),
    Row("gexf-1.3", "gephi", TIMED),
    Row("gexf-1.3", "networkx", TIMED),
    Row("gexf-1.3", "graphology", DRAWN),
    Row("gexf-desktop", "gephi", (*FACTS[:-1], *LOOK, "days"), "weights change with time there."),
    Row("dot", "graphviz", FACTS[:-1]),
    Row("dot", "networkx", ("nodes", "edges", "amounts", "counts", "documents", "dates"), "through pydot, "
        "which loses what stands on a node in a frame; the example only, for it takes minutes.",
        example_only=True),
    Row("dot", "graph_tool", (), "it takes no labels in HTML, as the legend is: give it `dot-gephi`.",
        refused="Invalid character"),
    Row("dot-gephi", "gephi", ("nodes", "edges", "labels", "kinds", "weights", "colours"),
        "there is one edge from a node to another, with the names of all their relations."),
    Row("dot-gephi", "graph_tool", ("nodes", "edges", "labels", "kinds", "weights")),
    Row("dot-gephi", "graphviz", ("nodes", "edges", "labels", "kinds", "weights")),
    Row("csv-gephi", "gephi", FACTS, "dates become times of its own, a month its first day; spaces around a "
        "text are dropped.", text=str.strip, only_days=True),
    Row("csv-gephi", "csv", RECORDS),
    Row("cyjs", "json", DRAWN),
    Row("jgf", "json", FACTS),
    Row("graphology", "graphology", DRAWN),
    Row("neo4j", "neo4j", RECORDS, "the command that load.cypher names, then questions in "
        "Cypher.", slow=True),
    Row("neo4j", "cypher-shell", RECORDS, "load.cypher, twice: the second time changes "
        "nothing.", slow=True),
    Row("ftm", "ftm", ("nodes", "edges", "labels", "kinds", "attributes", "claims"),
        "`ftm validate` and the model itself, which composes letters and drops characters "
        "that only shape others; names longer than 384 characters are cut."),
    Row("sqlite", "sqlite", RECORDS),
)
