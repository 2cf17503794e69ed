#!/usr/bin/env python3
# SPDX-License-Identifier: Apache-2.0
"""Writes the figures that compare.py stored into docs/benchmarks.md, between two marks. bench/peers
calls it."""
import json
import statistics
import sys

from compare import CASES, LEVELS, SETS

BEGIN = "<!-- written by bench/peers -->"
END = "<!-- end of what bench/peers writes -->"
OURS = "oscegraph"
ONE_THREAD = "oscegraph, 1 thread"
# The goals of the project: how many times faster than the fastest other library, or than a named
# one.
AIMS = [("K", "betweenness", 20, ""), ("K", "closeness", 100, ""), ("K", "harmonic", 100, ""),
        ("L", "pagerank", 5, ""), ("L", "louvain", 2, "NetworKit"), ("L", "leiden", 1.5, "NetworKit")]
COMMUNITIES = ("louvain", "leiden")


def median(values):
    return statistics.median(seconds for seconds, _ in values)


def seconds(value):
    return f"{value:.2f}" if value >= 1 else f"{value:.3f}" if value >= 0.1 else f"{value:.2g}"


def times(ratio):
    return f"{ratio:.0f}x" if ratio >= 20 else f"{ratio:.1f}x"


def fastest_peer(by_name, only=""):
    """(seconds, name), or None."""
    peers = [(median(v), n) for n, v in by_name.items()
             if n not in (OURS, ONE_THREAD) and n.startswith(only)]
    return min(peers, default=None)


def cell(values, ours):
    if not values:
        return "-"
    value = median(values)
    return seconds(value) + ("" if ours is None else f" ({times(value / ours)})") + (
        " once" if len(values) == 1 else "")


def table_of_graph(name, results):
    donors, offices, projects, edges, _ = SETS[name]
    cases = [case for case in CASES if case in results]
    names = [OURS, ONE_THREAD] + sorted({n for case in cases for n in results[case]} -
                                        {OURS, ONE_THREAD})
    lines = [f"### {name}: {donors + offices + projects:,} nodes, {edges:,} edges", "",
             "| seconds (times ours) | " + " | ".join(names) + " | fastest peer |",
             "|---|" + "---|" * (len(names) + 1)]
    for case in cases:
        by_name = results[case]
        ours = median(by_name[OURS])
        peer = fastest_peer(by_name)
        lines.append(f"| {case} | " + " | ".join(
            cell(by_name.get(n), None if n == OURS else ours) for n in names) +
            f" | {times(peer[0] / ours) if peer else '-'} |")
        if case in COMMUNITIES:
            lines.append("| its modularity | " + " | ".join(
                f"{statistics.median(q for _, q in by_name[n]):.5f}" if n in by_name else "-"
                for n in names) + " | |")
    return "\n".join(lines)


def table_of_levels(results):
    lines = ["### What vector instructions are worth (K)", "",
             "| seconds | " + " | ".join(LEVELS) + " |", "|---|" + "---|" * len(LEVELS)]
    for case in CASES:
        found = [results.get(f"{case} {level}", {}).get(OURS) for level in LEVELS]
        if any(found):
            lines.append(f"| {case} | " + " | ".join(
                seconds(median(f)) if f else "-" for f in found) + " |")
    return "\n".join(lines) if len(lines) > 4 else ""


def table_of_aims(sets):
    lines = ["### What was aimed at", "",
             "| case | against | aim | reached |", "|---|---|---|---|"]
    for name, case, aim, only in AIMS:
        by_name = sets.get(name, {}).get(case)
        peer = fastest_peer(by_name, only) if by_name else None
        if not peer:
            continue
        ratio = peer[0] / median(by_name[OURS])
        text = times(ratio) + ("" if ratio >= aim else ", **missed**")
        if case in COMMUNITIES:
            ours, theirs = (statistics.median(q for _, q in by_name[n]) for n in (OURS, peer[1]))
            text += f", modularity {100 * (ours / theirs - 1):+.2f} %"
        lines.append(f"| {case}, {name} | {peer[1]} | {aim}x | {text} |")
    return "\n".join(lines) if len(lines) > 4 else ""


def text_of(document):
    sets = document["sets"]
    head = (f"{document['date']}, {document['machine']}. Medians of {document['runs']} runs (\"once\": of "
            f"one), {document['threads']} threads.")
    parts = [head, table_of_aims(sets)]
    parts += [table_of_graph(name, sets[name]) for name in SETS if name in sets]
    parts.append(table_of_levels(sets.get("K", {})))
    return "\n\n".join(part for part in parts if part)


def main():
    kept, page = sys.argv[1:]
    with open(kept, encoding="utf-8") as lines:
        document = json.load(lines)
    with open(page, encoding="utf-8") as lines:
        text = lines.read()
    if BEGIN not in text or END not in text:
        sys.exit(f"{page} lacks the marks '{BEGIN}' and '{END}' that say where the tables go")
    before, rest = text.split(BEGIN, 1)
    after = rest.split(END, 1)[1]
    with open(page, "w", encoding="utf-8") as out:
        out.write(f"{before}{BEGIN}\n\n{text_of(document)}\n\n{END}{after}")


if __name__ == "__main__":
    main()
