# SPDX-License-Identifier: Apache-2.0
"""Computes what a reader must see, from the native records alone.

Written independently of the exporters, so that a mistake of theirs is not repeated here: edges are the
claims about one (from, relation, to); amounts are added within a document, and of several documents
about the same transfer the lowest counts; an edge holds on the days of its claims.
"""
import datetime
import json
import math
import unicodedata
from collections import defaultdict
from decimal import Decimal

COLOURS = {"state": (86, 180, 233), "office": (0, 158, 115), "donor": (230, 159, 0),
           "project": (240, 228, 66), "agency": (204, 121, 167)}


def first_day(date):
    parts = [int(part) for part in date.split("-")] + [1, 1]
    return datetime.date(*parts[:3]).toordinal()


def last_day(date):
    parts = [int(part) for part in date.split("-")]
    if len(parts) == 3:
        return datetime.date(*parts).toordinal()
    year, month = (parts[0], 13) if len(parts) == 1 else (parts[0], parts[1] + 1)
    if month == 13:
        year, month = year + 1, 1
    return datetime.date(year, month, 1).toordinal() - 1


def xml_text(text):
    """The text with U+FFFD for the characters that XML 1.0 cannot hold."""
    return "".join("\ufffd" if (ord(c) < 32 and c not in "\t\n\r") or c in "\ufffe\uffff" else c
                   for c in text)


def dot_text(text):
    return "".join("\ufffd" if (ord(c) < 32 and c not in "\t\n") or c == "\x7f" else c for c in text)


def dot_gephi_text(text):
    """Labels of a few dozen characters, for Gephi breaks longer ones; no controls."""
    bytes_of = text.encode()
    if len(bytes_of) >= 80:
        text = bytes_of[:76].decode(errors="ignore") + "\u2026"
    return "".join(" " if ord(c) < 32 or c == "\x7f" else c for c in text)


REORDERING = "\u061c\u200e\u200f" + "".join(map(chr, (*range(0x202a, 0x202f), *range(0x2066, 0x206a))))


def is_noncharacter(c):
    """Whether it is a noncharacter of Unicode: U+FDD0..FDEF and the last two of each plane."""
    return 0xfdd0 <= ord(c) <= 0xfdef or ord(c) & 0xfffe == 0xfffe


def ftm_text(text, longest=65000):
    """On one line, without controls and noncharacters, no longer than the type takes. Then FollowTheMoney composes letters
    and drops what only shapes others."""
    def shown(c):
        if c in "\n\r\t\u2028\u2029":
            return " "
        hidden = c in REORDERING or unicodedata.category(c) == "Cc" or is_noncharacter(c)
        return "\u00b7" if hidden else c

    text = "".join(map(shown, text))
    text = " ".join(word for word in text.split(" ") if word)
    text = text if len(text) <= longest else text[:longest - 1] + "\u2026"
    return "".join(c for c in unicodedata.normalize("NFC", text) if unicodedata.category(c) != "Cf")


def ftm_name(text):
    return ftm_text(text, 384)


def ftm_kind(node):
    if node["kind"] == "agency" and node.get("attributes", {}).get("type") == "government agency":
        return "PublicBody"
    return {"state": "PublicBody", "project": "Project"}.get(node["kind"], "Organization")


class Expected:
    def __init__(self, path):
        with open(path, encoding="utf-8") as file:
            data = json.load(file)
        self.documents = {document["id"]: document for document in data["documents"]}
        self.nodes = {node["id"]: node for node in data["nodes"]}
        self.claims = defaultdict(list)
        for claim in data["claims"]:
            self.claims[claim["from"], claim["relation"], claim["to"]].append(claim)
        self.edges = {key: self._edge(claims) for key, claims in self.claims.items()}
        times = [time for claims in self.claims.values() for time in map(self._time, claims)]
        self.horizon = (min((first_day(d) for t in times for d in t if d), default=0),
                        max((last_day(d) for t in times for d in t if d), default=0))
        self.sizes = self._sizes()

    def edges_between(self):
        """One edge for each two nodes, with all their relations."""
        merged = {}
        for (start, relation, end), columns in self.edges.items():
            relations, count = merged.get((start, end), ([], 0))
            merged[start, end] = (sorted([*relations, relation]), count + columns["claim_count"])
        return {(start, " | ".join(relations), end): {"claim_count": count}
                for (start, end), (relations, count) in merged.items()}

    def all_claims(self):
        """Every claim with what its document says of itself."""
        for claims in self.claims.values():
            for claim in claims:
                document = self.documents[claim["document"]]
                yield {"basis": "stated"} | claim | {
                    name: document[name] for name in ("title", "publisher", "url") if name in document}

    def _edge(self, claims):
        documents = sorted({claim["document"] for claim in claims}, key=lambda t: t.encode())
        starts = [claim["start"] for claim in claims if claim.get("start")]
        ends = [claim["end"] for claim in claims if claim.get("end")]
        columns = {"claim_count": len(claims), "document_count": len(documents),
                   "documents": " | ".join(documents),
                   "basis": "stated" if any(c.get("basis", "stated") == "stated" for c in claims)
                   else "inferred"}
        if starts:
            columns["start"] = min(starts, key=first_day)
        if ends:
            columns["end"] = max(ends, key=last_day)
        for (flow, currency), sum_of in self._amounts(claims).items():
            columns[f"amount_{currency.lower()}_{flow}"] = sum_of
        return columns

    @staticmethod
    def _amounts(claims):
        transfers = defaultdict(lambda: defaultdict(Decimal))
        for claim in claims:
            if "amount" in claim:
                key = (claim.get("flow", "unknown"), claim["currency"], claim.get("via"),
                       claim.get("start"), claim.get("end"))
                transfers[key][claim["document"]] += Decimal(claim["amount"])
        sums = defaultdict(Decimal)
        for (flow, currency, *_), readings in transfers.items():
            sums[flow, currency] += min(readings.values())
        return sums

    def _time(self, claim):
        if claim.get("start") or claim.get("end"):
            return claim.get("start"), claim.get("end")
        date = self.documents[claim["document"]].get("date")
        return date, date

    def days(self, key):
        """The days on which the edge holds, as ranges with gaps between them."""
        spells = []
        for start, end in map(self._time, self.claims[key]):
            if start or end:
                spells.append((first_day(start) if start else self.horizon[0],
                               last_day(end) if end else self.horizon[1]))
        merged = []
        for start, end in sorted(spell for spell in spells if spell[0] <= spell[1]):
            if merged and start <= merged[-1][1] + 1:
                merged[-1][1] = max(merged[-1][1], end)
            else:
                merged.append([start, end])
        return [[str(datetime.date.fromordinal(day)) for day in spell] for spell in merged]

    def _sizes(self):
        degree = defaultdict(int)
        for start, _, end in self.edges:
            degree[start] += 1
            degree[end] += 1
        roots = {node: math.sqrt(degree[node]) for node in self.nodes}
        least, most = min(roots.values()), max(roots.values())
        return {node: 10 + 40 * ((root - least) / (most - least) if most > least else 0)
                for node, root in roots.items()}
