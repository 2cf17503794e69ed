# SPDX-License-Identifier: Apache-2.0
"""Writes native records of 2,000 projects, the same in every run: make_data.py OUT.jsonl

Sizes and shapes like those of donors' open data, with everything in the names that has ever broken an
exporter: markup, quotes, separators, line breaks, right-to-left text, emoji, control characters, a value
of 10,000 characters, ids and attributes that are reserved words elsewhere.
"""
import json
import random
import sys

PROJECTS = 2000
STATES = ["AL", "AT", "BE", "CA", "CH", "CZ", "DE", "DK", "EE", "ES", "FI", "FR", "GB", "GR", "IE", "IS",
          "IT", "LI", "LT", "LU", "LV", "MT", "NL", "NO", "PL", "PT", "RO", "SE", "SI", "SK", "TR", "US"]
OFFICES = 24
AGENCIES = 160
DOCUMENTS = 300
HOSTILE = ["A & B <c> \"d\" 'e' \\ f | g ; h, i", "two\nlines\tand a tab", " spaces at both ends ",
           "\u0633\u0644\u0627\u0645 \u05e9\u05dc\u05d5\u05dd", "\U0001f30d\U0001f469\u200d\U0001f680 e\u0301",
           "control \u0001 and \u001b[31m", "\\N \\G \\l %s {0} $x `y`", "true", "null", "-1e5", "=1+1", "@x",
           "]]>", "<!--", "&amp;", "\ufffe and \uffff", "x" * 10000, "id", "label", "\u00c5\u00e9\u00ee\u00f8\u00fc",
           "\\u0041 \\\\u0042 '\\u0027",
           "a \"quoted\", one\\"]


def nodes(rng):
    for code in STATES:
        yield {"type": "node", "id": f"state:{code}", "kind": "state"}
    for i in range(OFFICES):
        yield {"type": "node", "id": f"office:o{i}", "kind": "office", "name": f"Office {i}",
               "attributes": {"region": rng.choice(["south", "east"]), "staff": rng.randrange(5, 900)}}
    for i in range(AGENCIES):
        yield {"type": "node", "id": f"agency:a{i}", "kind": "agency", "name": f"Agency {i}",
               "aliases": [f"AG{i}", f"A. {i}"]}
    for i in range(PROJECTS):
        name = f"Project {i}"
        if i < 5 * len(HOSTILE):
            name = f"{HOSTILE[i % len(HOSTILE)]} {i // len(HOSTILE) or ''}".rstrip("\u0020") or name
        node = {"type": "node", "id": f"project:p{i}", "kind": "project", "name": name,
                "attributes": {"theme": HOSTILE[i % len(HOSTILE)] if i % 40 == 0 else "border security",
                               "open": i % 3 == 0}}
        if i % 4 == 0:
            node["attributes"]["budget"] = round(rng.uniform(1000, 5e6), 2)
        yield node


def day(rng, first, last):
    return f"{rng.randrange(first, last)}-{rng.randrange(1, 13):02}-{rng.randrange(1, 29):02}"


def claim(rng, start, relation, end, with_money):
    record = {"type": "claim", "from": start, "relation": relation, "to": end,
              "document": f"doc-{rng.randrange(DOCUMENTS)}"}
    if with_money and rng.random() < 0.8:
        currency = rng.choice(["EUR", "EUR", "USD", "CHF", "JPY"])
        cents = "" if currency == "JPY" else f".{rng.randrange(100):02}"
        record |= {"amount": f"{rng.randrange(1000, 9000000)}{cents}", "currency": currency,
                   "flow": rng.choice(["pledged", "committed", "disbursed"])}
    if rng.random() < 0.5:
        first = day(rng, 2010, 2018)
        record |= {"start": first, "end": day(rng, 2018, 2026)}
    if rng.random() < 0.02:
        record["quote"] = rng.choice(HOSTILE)
    if rng.random() < 0.1:
        record["basis"] = "inferred"
    return record


def claims(rng):
    for i in range(PROJECTS):
        project = f"project:p{i}"
        for state in rng.sample(STATES, rng.choice([1, 1, 2, 3, 5])):
            for _ in range(rng.choice([1, 1, 1, 2, 3])):
                yield claim(rng, f"state:{state}", "funds", project, True)
        yield claim(rng, f"office:o{rng.randrange(OFFICES)}", "implements", project, False)
        if rng.random() < 0.5:
            yield claim(rng, f"agency:a{rng.randrange(AGENCIES)}", "partners", project, False)
        if rng.random() < 0.3:
            yield claim(rng, f"agency:a{rng.randrange(AGENCIES)}", "funds", project, True)
        if rng.random() < 0.4:
            yield claim(rng, project, "assists", f"state:{rng.choice(STATES)}", False)


def main(path):
    rng = random.Random(20241122)
    with open(path, "w", encoding="utf-8") as out:
        for i in range(DOCUMENTS):
            record = {"type": "document", "id": f"doc-{i}", "title": f"Report {i}",
                      "publisher": ["OSCE", "Office \"of\" \\ reports, A & B; C"][i % 2]}
            if i % 3:
                record["url"] = f"https://example.org/reports?id={i}&part=a%20b"
            if i % 10:
                record["date"] = day(rng, 2010, 2026)
            print(json.dumps(record), file=out)
        for records in (nodes(rng), claims(rng)):
            for record in records:
                print(json.dumps(record), file=out)


main(sys.argv[1])
