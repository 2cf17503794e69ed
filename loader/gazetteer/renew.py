#!/usr/bin/env python3
# SPDX-License-Identifier: Apache-2.0
"""Adds to the tables in this folder what they lack and ISO 3166-1 and CLDR have: States, their
short names in the six languages, official English names, and codes. It changes and removes no line,
so corrections by hand stay; a second run changes nothing. Names that already mean another body are
left out and printed.

    renew.py ISO_3166_1_JSON CLDR_FOLDER

ISO_3166_1_JSON is iso_3166-1.json of the iso-codes project, CLDR_FOLDER the folder `main` of the npm package
cldr-localenames-full. Neither is needed to build.
"""
import csv
import json
import pathlib
import re
import sys
import unicodedata

HERE = pathlib.Path(__file__).parent
LANGUAGES = ["de", "en", "es", "fr", "it", "ru"]
# Names that could mean two bodies, and spellings that are no name.
NO_NAMES = {"Congo", "Falkland Islands (Islas Malvinas)", "Congo (DRC)", "Congo (Republic)", "Bosnia",
            "Republic of Bosnia and Herzegovina", "Rwandese Republic", "Sint Maarten (Dutch part)"}


def folded(name):
    """Nearly as the program compares names; its own test has the last word."""
    letters = unicodedata.normalize("NFKD", name.casefold().replace("ø", "o").replace("ł", "l").replace("ı", "i"))
    letters = "".join(c for c in letters if not unicodedata.combining(c)).replace("'", "").replace("’", "")
    return " ".join(w for w in re.findall(r"\w+", letters) if w not in ("the", "osce"))


def read(file):
    with open(HERE / file, encoding="utf-8", newline="") as lines:
        return list(csv.DictReader(lines))


def write(file, rows, key):
    with open(HERE / file, "w", encoding="utf-8", newline="") as lines:
        writer = csv.DictWriter(lines, rows[0].keys(), lineterminator="\n")
        writer.writeheader()
        writer.writerows(sorted(rows, key=key))


def plain(name):
    """Whether a name is written as people write it: no "Congo - Kinshasa", no "Moldova, Republic of"."""
    return not re.search(r"[,()]| - ", name)


def main(iso_file, cldr_folder):
    iso = json.load(open(iso_file, encoding="utf-8"))["3166-1"]
    cldr = {}
    for language in LANGUAGES:
        text = (pathlib.Path(cldr_folder) / language / "territories.json").read_text(encoding="utf-8")
        cldr[language] = json.loads(text)["main"][language]["localeDisplayNames"]["territories"]
    nodes, names, codes = read("nodes.csv"), read("names.csv"), read("codes.csv")
    ids = {node["id"] for node in nodes}
    owners = {folded(node["name"]): node["id"] for node in nodes}
    owners.update((folded(name["name"]), name["id"]) for name in names)
    known_codes = {(code["id"], code["list"]) for code in codes}

    def add_name(id, name, language, form):
        owner = owners.setdefault(folded(name), id)
        if owner != id:
            print(f"left out: {id} {name!r} is also {owner}", file=sys.stderr)
        has_it = any(n["id"] == id and folded(n["name"]) == folded(name) for n in names)
        is_its_name = any(n["id"] == id and folded(n["name"]) == folded(name) for n in nodes)
        needed = form == "short" and language != "en"  # also where it is spelt as in English
        if owner == id and name not in NO_NAMES and (needed or not has_it and not is_its_name):
            names.append({"id": id, "name": name, "language": language, "form": form, "since": "", "until": ""})

    for entry in iso:
        alpha_2 = entry["alpha_2"]
        id = "state:" + alpha_2
        if id not in ids:
            candidates = [entry.get("common_name", ""), entry["name"], cldr["en"].get(alpha_2 + "-alt-short", ""), cldr["en"][alpha_2]]
            name = next((c for c in candidates if c and plain(c)), candidates[-1])
            nodes.append(dict.fromkeys(nodes[0], "") | {"id": id, "kind": "state", "name": name, "country": alpha_2})
            owners[folded(name)] = id
            add_name(id, "Government of " + name, "en", "alias")
        for language in LANGUAGES:
            has_short = any(n["id"] == id and n["language"] == language and n["form"] == "short" for n in names)
            for key in ("-alt-short", "", "-alt-variant"):
                name = cldr[language].get(alpha_2 + key)
                if name is None or name.isupper():  # "UK" is an abbreviation, and the gazetteer has it
                    continue
                name = name.replace("о-ва", "острова").replace("о-в", "остров")
                if language == "en":
                    add_name(id, name, "en", "alias")
                elif not has_short and plain(name):
                    add_name(id, name, language, "short")
                    has_short = True
        if "official_name" in entry:
            add_name(id, entry["official_name"].removeprefix("the "), "en", "formal")
        for spelling in (entry["name"], entry.get("common_name")):
            if spelling:
                add_name(id, spelling, "en", "alias")
        for kind, code in (("iso-3", entry["alpha_3"]), ("iso-number", entry["numeric"])):
            if (id, kind) not in known_codes:
                codes.append({"id": id, "list": kind, "code": code})
    write("nodes.csv", nodes, lambda n: n["id"])
    write("names.csv", names, lambda n: (n["id"], n["language"], n["form"], n["name"]))
    write("codes.csv", codes, lambda c: (c["id"], c["list"], c["code"]))


if __name__ == "__main__":
    main(*sys.argv[1:])
