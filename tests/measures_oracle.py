#!/usr/bin/env python3
# SPDX-License-Identifier: Apache-2.0
"""Compares measures on 200 random graphs with exact arithmetic: measures_oracle.py BINARY [SEED...]

Shortest paths, their lengths and numbers are worked out in fractions, from the definitions in
docs/manual/centrality.md: nothing here rounds where the program might. Spectral measures are checked
against dense algebra: the largest eigenvalue is the largest root of the characteristic polynomial, Katz
values and PageRank solve a system of equations, eigenvectors, hubs and authorities have to be fixed
points. Graphs are directed or not, with and without cycles, in one part and in several, with loops,
parallel edges, nodes without edges; amounts are round, or have nothing in common, or differ by the most
that the program reads. One graph has no node, one has one.
"""
import json
import random
import subprocess
import sys
from fractions import Fraction

BINARY = sys.argv[1]
GRAPHS = 200
MEASURES = ["degree", "in_degree", "out_degree", "strength", "in_strength", "out_strength", "closeness",
            "harmonic", "betweenness", "eigenvector", "katz", "pagerank", "hub", "authority"]
PRIMES = [999999999989, 999999999961, 999999999959, 999999999937, 999999999899, 10007, 10009, 2, 3]
AMOUNTS = {  # in cents
    "round": [100, 5000, 10000, 20000, 30000, 60000, 1000000, 250000000],
    "foreign": PRIMES + [p - 1 for p in PRIMES],
    "unequal": [1, 2, 3, 999, 10**9 + 7, 9 * 10**18 // 4, 9 * 10**18 // 4 - 1]}


class Sample:
    def __init__(self, seed):
        draw = random.Random(seed)
        self.size = seed if seed < 2 else draw.randrange(2, 9)
        self.directed = draw.random() < 0.6
        self.weight = draw.choice(["1", "claims", "round", "foreign", "unequal"])
        acyclic = draw.random() < 0.3
        self.claims = []  # (from, relation, to, cents)
        for _ in range(draw.randrange(self.size * 3) if self.size else 0):
            a, b = draw.randrange(self.size), draw.randrange(self.size)
            if acyclic and a > b:
                a, b = b, a
            relation = draw.choice(["funds", "funds", "funds", "part_of"])
            cents = draw.choice(AMOUNTS.get(self.weight, [100])) if relation != "part_of" else None
            if any(claim[:3] == (a, relation, b) for claim in self.claims):
                continue  # amounts that several documents report are not tested here
            repeats = draw.choice([1, 2, 3]) if self.weight == "claims" else 1
            self.claims += [(a, relation, b, cents)] * repeats

    def records(self):
        lines = [{"type": "document", "id": f"d{i}"} for i in range(len(self.claims) + 1)]
        lines += [{"type": "node", "id": f"agency:{i}", "kind": "agency"} for i in range(self.size)]
        for i, (a, relation, b, cents) in enumerate(self.claims):
            claim = {"type": "claim", "from": f"agency:{a}", "relation": relation, "to": f"agency:{b}",
                     "document": f"d{i}"}
            if cents is not None:
                claim |= {"amount": f"{cents // 100}.{cents % 100:02}", "currency": "EUR",
                          "flow": "committed"}
            lines.append(claim)
        return "".join(json.dumps(line) + "\n" for line in lines)

    def matrix(self):
        """Exact weights: those of parallel edges are added, loops are left out."""
        weights = [[Fraction(0)] * self.size for _ in range(self.size)]
        edges = {}
        for a, relation, b, cents in self.claims:
            edges.setdefault((a, relation, b), []).append(cents)
        for (a, _, b), cents in edges.items():
            if a == b:
                continue
            if self.weight == "1":
                weight = Fraction(1)
            elif self.weight == "claims":
                weight = Fraction(len(cents))
            elif cents[0] is None:
                continue
            else:
                weight = Fraction(cents[0], 100)
            for x, y in [(a, b)] if self.directed else [(a, b), (b, a)]:
                weights[x][y] = Fraction(1) if self.weight == "1" else weights[x][y] + weight
        return weights

    def words(self):
        weight = self.weight if self.weight in ("1", "claims") else "amount:EUR:committed"
        return ["--weight", weight] + ["--directed"] * self.directed


def ask(sample, measures):
    done = subprocess.run([BINARY, "centrality", "-i", "-", "--format", "jsonl", "--as", "json", "-q", "--top",
                           "1000", "--by", measures, *sample.words()],
                          input=sample.records(), capture_output=True, text=True, check=False)
    assert done.returncode == 0, done.stderr
    return json.loads(done.stdout)


def shortest(matrix):
    """Lengths and numbers of shortest paths between all pairs: None where there is none."""
    size = len(matrix)
    lengths = [[None] * size for _ in range(size)]
    numbers = [[0] * size for _ in range(size)]
    for source in range(size):
        lengths[source][source] = Fraction(0)
        numbers[source][source] = 1
        open_nodes = {source}
        done = set()
        while open_nodes:
            node = min(open_nodes, key=lambda v: lengths[source][v])
            open_nodes.remove(node)
            done.add(node)
            for other in range(size):
                if matrix[node][other] == 0 or other in done:
                    continue
                through = lengths[source][node] + 1 / matrix[node][other]
                if lengths[source][other] is None or through < lengths[source][other]:
                    lengths[source][other], numbers[source][other] = through, 0
                if through == lengths[source][other]:
                    numbers[source][other] += numbers[source][node]
                open_nodes.add(other)
    return lengths, numbers


def path_measures(matrix):
    size = len(matrix)
    lengths, numbers = shortest(matrix)
    values = {"closeness": [], "harmonic": [], "betweenness": []}
    for v in range(size):
        reached = [lengths[v][t] for t in range(size) if t != v and lengths[v][t] is not None]
        total = sum(reached)
        values["closeness"].append(Fraction(len(reached) ** 2, size - 1) / total if reached else Fraction(0))
        values["harmonic"].append(sum(1 / d for d in reached) / max(size - 1, 1))
        passing = sum(Fraction(numbers[s][v] * numbers[v][t], numbers[s][t])
                      for s in range(size) for t in range(size)
                      if len({s, t, v}) == 3 and None not in (lengths[s][v], lengths[v][t])
                      and lengths[s][v] + lengths[v][t] == lengths[s][t])
        values["betweenness"].append(Fraction(passing) / max((size - 1) * (size - 2), 1))
    over = {}
    for a in range(size):
        for b in range(size):
            if matrix[a][b]:
                over[a, b] = sum(Fraction(numbers[s][a] * numbers[b][t], numbers[s][t])
                                 for s in range(size) for t in range(size)
                                 if None not in (lengths[s][a], lengths[b][t]) and s != t
                                 and lengths[s][a] + 1 / matrix[a][b] + lengths[b][t] == lengths[s][t])
                over[a, b] /= Fraction(size * (size - 1))
    return values, over


def characteristic(matrix):
    """The coefficients, highest first (Faddeev and Le Verrier)."""
    size = len(matrix)
    found = [Fraction(1)]
    last = [[Fraction(0)] * size for _ in range(size)]
    for k in range(1, size + 1):
        for i in range(size):
            last[i][i] += found[-1]
        last = product(matrix, last)
        found.append(-sum(last[i][i] for i in range(size)) / k)
    return found


def product(a, b):
    columns = list(zip(*b))
    return [[sum(x * y for x, y in zip(row, column)) for column in columns] for row in a]


def remainder(a, b):
    a = list(a)
    while len(a) >= len(b):
        factor = a[0] / b[0]
        a = [x - factor * (b[i] if i < len(b) else 0) for i, x in enumerate(a)][1:]
    while a and a[0] == 0:
        a = a[1:]
    return a


def quotient(a, b):
    a, result = list(a), []
    while len(a) >= len(b):
        result.append(a[0] / b[0])
        a = [x - result[-1] * (b[i] if i < len(b) else 0) for i, x in enumerate(a)][1:]
    return result


def value_at(polynomial, x):
    result = Fraction(0)
    for coefficient in polynomial:
        result = result * x + coefficient
    return result


def derived(polynomial):
    degree = len(polynomial) - 1
    return [c * (degree - i) for i, c in enumerate(polynomial[:-1])]


def largest_eigenvalue(matrix):
    """Newton's method from above, where no derivative changes its sign; multiple roots are taken once."""
    polynomial = characteristic(matrix)
    if not any(polynomial[1:]):
        return Fraction(0)
    a, b = polynomial, derived(polynomial)
    while b:
        a, b = b, remainder(a, b)
    simple = quotient(polynomial, a)
    slope = derived(simple)
    x = max(sum(row) for row in matrix)
    for _ in range(400):
        step = value_at(simple, x) / value_at(slope, x)
        x -= step
        x = Fraction(-(-x * 2**300 // 1), 2**300)  # rounded up, so it stays above the root
        if step < abs(x) / 10**40:
            break
    return x


def solved(matrix, right):
    size = len(matrix)
    rows = [list(row) + [value] for row, value in zip(matrix, right)]
    for i in range(size):
        pivot = next(r for r in range(i, size) if rows[r][i] != 0)
        rows[i], rows[pivot] = rows[pivot], rows[i]
        rows[i] = [x / rows[i][i] for x in rows[i]]
        for r in range(size):
            if r != i and rows[r][i] != 0:
                rows[r] = [x - rows[r][i] * y for x, y in zip(rows[r], rows[i])]
    return [row[-1] for row in rows]


def katz(matrix, eigenvalue):
    size = len(matrix)
    factor = Fraction(85, 100) / eigenvalue if eigenvalue else Fraction(85, 100)
    factor = Fraction(round(factor * 2**300), 2**300)
    system = [[(i == j) - factor * matrix[j][i] for j in range(size)] for i in range(size)]
    values = solved(system, [Fraction(1)] * size)
    return [value / max(values) for value in values]


def page_rank(matrix):
    size = len(matrix)
    walk = Fraction(85, 100)
    system = [[Fraction(i == j) for j in range(size)] for i in range(size)]
    for v, row in enumerate(matrix):
        for u in range(size):
            system[u][v] -= walk * (row[u] / sum(row) if any(row) else Fraction(1, size))
    return solved(system, [(1 - walk) / size] * size)


class Wrong(Exception):
    pass


def near(what, ours, wanted, tolerance):
    if not isinstance(ours, (int, float)) or abs(Fraction(ours) - wanted) > tolerance * (1 + abs(wanted)):
        raise Wrong(f"{what}: ours {ours}, exactly {float(wanted)}")


def check_fixed_point(what, values, matrix, eigenvalue, most):
    """values = matrix values / eigenvalue, the sum or the largest of them 1."""
    if eigenvalue == 0:
        if any(values):
            raise Wrong(f"{what}: not all 0, without a cycle or an edge")
        return
    near(what + ", scale", most(values), Fraction(1), 1e-9)
    for v, row in enumerate(matrix):
        image = sum(x * Fraction(y) for x, y in zip(row, values)) / eigenvalue
        near(f"{what}, node {v}", values[v], image, 1e-7)


def check_nodes(sample, matrix, values):
    size = sample.size
    answer = ask(sample, ",".join(MEASURES))
    rows = {int(row["node_id"].split(":")[1]): row for row in answer["rows"]}
    if sorted(rows) != list(range(size)):
        raise Wrong("not every node has a row")
    turned = [list(column) for column in zip(*matrix)]
    one = [[Fraction(x > 0) for x in row] for row in matrix]
    in_one = [list(column) for column in zip(*one)]
    both = sample.directed
    values |= {"strength": [sum(matrix[v]) + both * sum(turned[v]) for v in range(size)],
               "out_strength": [sum(row) for row in matrix], "in_strength": [sum(r) for r in turned],
               "degree": [sum(one[v]) + both * sum(in_one[v]) for v in range(size)],
               "out_degree": [sum(row) for row in one], "in_degree": [sum(row) for row in in_one],
               "pagerank": page_rank(matrix)}
    eigenvalue = largest_eigenvalue(matrix)
    values["katz"] = katz(matrix, eigenvalue)
    for measure, wanted in values.items():
        tolerance = 1e-7 if measure in ("katz", "pagerank") else 1e-12
        for v in range(size):
            near(f"{measure}, node {v}", rows[v][measure], wanted[v], tolerance)
            if measure == "betweenness" and not 0 <= rows[v][measure] <= 1:
                raise Wrong(f"{measure}, node {v}: {rows[v][measure]} is no share")
    unsettled = " ".join(answer.get("notes", []))
    for measure, system, scale in [
            ("eigenvector", turned, max), ("hub", product(matrix, turned), sum),
            ("authority", product(turned, matrix), sum)]:
        if "had not settled" in unsettled:
            continue
        ours = [rows[v][measure] for v in range(size)]
        if min(ours) < 0:
            raise Wrong(f"{measure}: below 0")
        check_fixed_point(measure, ours, system, largest_eigenvalue(system), scale)


def check_edges(sample, over):
    for row in ask(sample, "edge_betweenness")["rows"]:
        a, b = (int(row[end].split(":")[1]) for end in ("from_id", "to_id"))
        wanted = over.get((a, b))
        if wanted is None:  # a loop, or an edge without an amount and without a parallel edge that has one
            if row["edge_betweenness"] is not None:
                raise Wrong(f"edge_betweenness {a} -> {b}: a value for an edge that is left out")
            continue
        wanted += 0 if sample.directed else over[b, a]
        near(f"edge_betweenness {a} -> {b}", row["edge_betweenness"], wanted, 1e-12)


def check(seed):
    sample = Sample(seed)
    matrix = sample.matrix()
    values, over = path_measures(matrix)
    try:
        if sample.size > 0:
            check_nodes(sample, matrix, values)
        elif ask(sample, ",".join(MEASURES))["rows"]:
            raise Wrong("rows without nodes")
        check_edges(sample, over)
    except Wrong as wrong:
        return [f"seed {seed} ({sample.size} nodes, weight {sample.weight}"
                f"{', directed' * sample.directed}): {wrong}"]
    return []


def main():
    seeds = [int(word) for word in sys.argv[2:]] or range(GRAPHS)
    wrong = [line for seed in seeds for line in check(seed)]
    print("\n".join(wrong[:20]))
    print(f"{len(seeds)} graphs, {len(wrong)} wrong")
    return 1 if wrong else 0


if __name__ == "__main__":
    sys.exit(main())
