# SPDX-License-Identifier: Apache-2.0
"""Reads, for tests, the JSON Lines that `extract` and `export --as jsonl` write.

A claim is told in words, so that a test can name the claims it wants: "Norway funds Stone Bridges
EUR 10.00 pledged from 2014-06-05". What a claim does not state is left out.
"""

import json


class WrittenRecords:
    """The nodes and documents by id, and the claims in the order they were written."""

    def __init__(self, text):
        self.nodes, self.documents, self.claims = {}, {}, []
        # Not splitlines(): a name may hold a line separator of Unicode, which ends no record.
        for record in (json.loads(line) for line in text.split("\n") if line):
            if record["type"] == "claim":
                self.claims.append(record)
            else:
                kept = self.nodes if record["type"] == "node" else self.documents
                kept[record["id"]] = record

    def name(self, identifier):
        """The name of a node, or its id if it has no name."""
        return self.nodes.get(identifier, {}).get("name", identifier)

    def document(self, claim):
        return self.documents[claim["document"]]

    def in_words(self, claim):
        words = [self.name(claim["from"]), claim["relation"], self.name(claim["to"])]
        words += [claim[key] for key in ("currency", "amount", "flow") if key in claim]
        words += [f"{word} {claim[key]}" for word, key in (("from", "start"), ("until", "end"))
                  if key in claim]
        return " ".join(words)
