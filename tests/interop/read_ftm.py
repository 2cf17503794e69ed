# SPDX-License-Identifier: Apache-2.0
"""Checks our entities with FollowTheMoney and writes what they state: read_ftm.py FILE OUT.json

`ftm validate` must leave every entity as it is, but for what it does to letters; every value must be one
of its type, and every reference lead to an entity that may stand there. Then the claims are put together
again: a Payment and a ProjectParticipant with the same payer, project and beneficiaries are one claim.
"""
import json
import os
import subprocess
import sys
import unicodedata
from collections import defaultdict

from followthemoney import model


def wrong(*words):
    raise SystemExit(" ".join(map(str, words)))


def as_written(text):
    """The text as FollowTheMoney writes it: composed, without characters that only shape others."""
    return "".join(c for c in unicodedata.normalize("NFC", text) if unicodedata.category(c) != "Cf")


def load(path):
    tool = os.path.join(os.path.dirname(sys.executable), "ftm")
    done = subprocess.run([tool, "validate", "-i", path], capture_output=True, text=True, check=True)
    with open(path, encoding="utf-8") as file:
        given = [json.loads(line) for line in file]
    kept = [json.loads(line) for line in done.stdout.split("\n") if line]
    if len(given) != len(kept):
        wrong(len(given), "entities became", len(kept))
    entities = {}
    for before, after in zip(given, kept):
        if (before["id"], before["schema"]) != (after["id"], after["schema"]):
            wrong(before["id"], "became", after["id"])
        for name in before["properties"].keys() | after["properties"].keys():
            old, new = ([*side["properties"].get(name, [])] for side in (before, after))
            old = list(dict.fromkeys(map(as_written, old)))
            if sorted(old) != sorted(new):
                wrong(f"{before['id']}: {name} {old!r:.200} became {new!r:.200}")
        entity = model.get_proxy(after)
        entity.schema.validate(after)  # raises
        if entity.id in entities:
            wrong(entity.id, "is there twice")
        entities[entity.id] = entity
    for entity in entities.values():
        for prop, value in entity.itervalues():
            if prop.type.name != "entity":
                continue
            if value not in entities or not entities[value].schema.is_a(prop.range):
                wrong(f"{entity.id}: {prop.name} {value} is no {prop.range.name}")
    return entities


def native_id(text):
    """osg-state.3aNO: state:NO."""
    if not text.startswith("osg-"):
        return text
    first, *rest = text.removeprefix("osg-").encode().split(b".")
    return b"".join([first, *(bytes([int(part[:2], 16)]) + part[2:] for part in rest)]).decode()


def node(entity):
    columns = {"kind": entity.schema.name, "aliases": " | ".join(sorted(entity.get("alias")))}
    for note in entity.get("notes"):
        name, value = note.split(": ", 1) if ": " in note else (note.rstrip(":"), "")
        columns[name] = value
    for country in entity.get("country"):
        columns["country"] = country.upper()
    return {"id": native_id(entity.id), "label": entity.first("name"), "columns": columns}


ENDS = {"ProjectParticipant": ("participant", "project"), "UnknownLink": ("subject", "object"),
        "Payment": ("payer", "beneficiary")}
SAME = ("summary", "description", "proof", "recordId", "startDate", "endDate")


def said(entity, *more):
    return tuple(entity.first(name) for name in (*more, *SAME))


class Claims:
    def __init__(self, entities):
        self.entities = entities
        of = defaultdict(list)
        for entity in entities.values():
            of[entity.schema.name].append(entity)
        self.implementers = defaultdict(set)
        for entity in of["ProjectParticipant"]:
            if entity.first("role") == "implements":
                self.implementers[entity.first("project")].add(entity.first("participant"))
        self.payments = defaultdict(list)
        for entity in of["Payment"]:
            self.payments[said(entity, "payer", "project")].append(entity)
        self.found = [self.claim(entity, entity.first("role"))
                      for schema in ("ProjectParticipant", "UnknownLink") for entity in of[schema]]
        for rest in self.payments.values():  # payments to a body, perhaps through a project
            self.found += [self.claim(entity, "funds", entity) for entity in rest]

    def claim(self, entity, relation, payment=None):
        start, end = (entity.first(name) for name in ENDS[entity.schema.name])
        words = entity.first("summary").split("; ")
        flow, amount = None, []
        if words[0] not in ("stated", "inferred") and not words[0].startswith("share "):
            flow, *amount = words[0].replace("unknown flow", "unknown").split(" ")
        money = entity.schema.name == "ProjectParticipant" and relation == "funds" and amount
        if money and self.implementers[end]:
            same = self.payments[said(entity, "participant", "project")]
            payment = next((one for one in same if set(one.get("beneficiary")) == self.implementers[end]),
                           None)
            if payment is None:
                wrong(entity.id, "has no Payment")
            same.remove(payment)
        if payment is not None:
            paid = [payment.first(name) for name in ("currency", "amount")]
            if amount != [value for value in paid if value] or payment.first("purpose") != (flow or "unknown"):
                wrong(payment.id, "pays", paid, "but says", words)
        document = self.entities[entity.first("proof")]
        via = payment.first("project") if payment is not None and entity is payment else None
        currency, amount = amount or (None, None)
        return {"from": native_id(start), "relation": relation, "to": native_id(end),
                "document": entity.first("recordId"), "via": via and native_id(via), "amount": amount,
                "currency": currency, "flow": None if flow == "unknown" else flow,
                "start": entity.first("startDate"), "end": entity.first("endDate"),
                "basis": next(word for word in words if word in ("stated", "inferred")),
                "quote": entity.first("description"), "publisher": entity.first("publisher"),
                "url": entity.first("sourceUrl"), "title": document.first("title")}


def main(path, out):
    entities = load(path)
    nodes = [node(entity) for entity in entities.values()
             if entity.schema.name in ("PublicBody", "Organization", "Project")]
    claims = Claims(entities).found
    edges = [{"from": start, "to": end, "type": relation}
             for start, relation, end in sorted({(c["from"], c["relation"], c["to"]) for c in claims})]
    with open(out, "w", encoding="utf-8") as file:
        json.dump({"nodes": nodes, "edges": edges, "claims": claims}, file)


main(*sys.argv[1:])
