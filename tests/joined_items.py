# SPDX-License-Identifier: Apache-2.0
"""Tests texts that consist of several items: they may give no claim that none of the items gives
alone, and must lose few claims.

    joined_items.py BINARY

The items are beside the repository, in ../shared/press; ../shared/pasted has twenty of them as one
file, with the pairs of a State and an office it funds that a reader finds there. Two questions:

 * The twenty items in one text, pasted as they are or marked in several ways: no pair is invented,
   few are lost (none where the items are marked), and no claim has the day of another item.
 * Any 2 to 10 of all items in one text, many times: no claim appears that none of these items makes
   when it is read alone, and nine tenths of their claims stay.

What is wrong is printed, and the exit code is 1; it is 77 (skipped) where the items are not.
"""

import collections
import html
import pathlib
import random
import subprocess
import sys
import tempfile

from written_records import WrittenRecords

SHARED = pathlib.Path(__file__).resolve().parent.parent.parent / "shared"
PRESS, PASTED = SHARED / "press", SHARED / "pasted"
SKIPPED = 77
SHOWN = 5  # the most findings that are printed for one kind of text

PAIRS_WITHOUT_MARKS = 22  # of the 25 correct pairs
SELECTIONS = 500
CLAIMS_THAT_STAY = 0.9

Item = collections.namedtuple("Item", "name title text")
# A claim: its key, who it joins by id, and the day of its document, or "".
Claim = collections.namedtuple("Claim", "key source relation target day")


def read_items(paths):
    return [Item(path.name, path.stem.lstrip("0123456789-").replace("-", " ").capitalize(),
                 path.read_text(encoding="utf-8").strip("\n")) for path in paths]


def without_address(item):
    """The item without its first line, where that is an address."""
    first, _, others = item.text.partition("\n")
    return item._replace(text=others.strip("\n")) if first.startswith("http") else item


# The claims of many texts, read in one run.

def key_of(records, claim):
    """The key by which claims of two texts are compared."""
    return (claim["from"], claim["relation"], records.name(claim["to"]))


def claims_of(texts, binary):
    """The claims in each of the texts, which are {file name: text}, by file name."""
    with tempfile.TemporaryDirectory() as folder:
        for name, text in texts.items():
            pathlib.Path(folder, name).write_text(text + "\n", encoding="utf-8")
        written = subprocess.run([binary, "extract", "-q", "-i", folder, "--as", "jsonl"],
                                 stdout=subprocess.PIPE, encoding="utf-8", check=True).stdout
    records = WrittenRecords(written)
    found = {name: [] for name in texts}
    for claim in records.claims:
        document = records.document(claim)
        found[document["file"]].append(
            Claim(key_of(records, claim), claim["from"], claim["relation"], claim["to"],
                  document.get("date", "")))
    return found


def report(what, findings):
    """Prints the first findings; returns how many there are."""
    if findings:
        print(f"{what}: {len(findings)} wrong")
        print("\n".join(f"  {finding}" for finding in findings[:SHOWN]))
    return len(findings)


# Twenty items in one text.

def paragraphs(text):
    return "".join(f"<p>{html.escape(line)}</p>\n" for line in text.split("\n") if line.strip())


def web_page(*parts):
    return "<html><head><title>News</title></head><body>" + "".join(parts) + "</body></html>"


# The names differ in more than the ending, since one item in two files of one name is one document.

def unmarked(items):
    """The items as one text, one below the other, without marks between them."""
    texts = [item.text for item in items]
    return {
        "pasted.txt": (PASTED / "all-in-one.txt").read_text(encoding="utf-8"),
        "blank-lines.txt": "\n\n".join(texts),
        "blank-lines-everywhere.txt": "\n\n".join(texts).replace("\n", "\n\n"),
        "headlines.txt": "\n".join(f"{item.title}\n{item.text}" for item in items),
        "paragraphs.html": web_page(*map(paragraphs, texts)),
    }


def marked(items):
    """The items as one text that says where each begins."""
    texts = [item.text for item in items]
    return {
        "headings.md": "\n\n".join(f"## {item.title}\n\n{item.text}" for item in items),
        "headings-close.md": "\n".join(f"# {item.title}\n{item.text}" for item in items),
        "rules-of-hyphens.txt": "\n---\n".join(texts),
        "rules-of-stars.md": "\n\n***\n\n".join(texts),
        "rules-of-markup.html": web_page("<hr>".join(map(paragraphs, texts))),
        "headings-of-markup.html": web_page(
            *(f"<h2>{html.escape(item.title)}</h2>{paragraphs(item.text)}" for item in items)),
        "articles.html": web_page(*(f"<article>{paragraphs(text)}</article>" for text in texts)),
        "articles-with-headings.html": web_page(
            *(f"<article><h2>{html.escape(item.title)}</h2>{paragraphs(item.text)}</article>"
              for item in items)),
    }


def pairs_of(claims):
    """State and office, where the State funds a project that the office implements."""
    offices = collections.defaultdict(set)
    for claim in claims:
        if claim.relation == "implements" and claim.source.startswith("office:"):
            offices[claim.target].add(claim.source)
    return {(claim.source, office) for claim in claims
            if claim.relation == "funds" and claim.source.startswith("state:")
            for office in offices[claim.target]}


def right_pairs():
    lines = (PASTED / "all-in-one.tsv").read_text(encoding="utf-8").splitlines()[1:]
    return {tuple(line.split("\t")[:2]) for line in lines if line}


def other_days(claims, days, may_be_missing):
    """The claims with a day that the claim does not have in any item read alone."""
    return [f"{' '.join(claim.key)}: '{claim.day}' instead of {sorted(days[claim.key])}"
            for claim in claims
            if claim.key in days and claim.day not in days[claim.key]
            and (claim.day or not may_be_missing)]


def check_twenty_items(binary):
    items = read_items(sorted(PRESS.glob("[0-9]*.txt")))
    right, days = right_pairs(), collections.defaultdict(set)
    for claims in claims_of({item.name: item.text for item in items}, binary).values():
        for claim in claims:
            days[claim.key].add(claim.day)
    wrong = 0
    for texts, least in ((unmarked(items), PAIRS_WITHOUT_MARKS), (marked(items), len(right))):
        for name, claims in claims_of(texts, binary).items():
            pairs = pairs_of(claims)
            wrong += report(f"{name}, pairs that are invented", sorted(pairs - right))
            if len(pairs & right) < least:
                wrong += report(f"{name}, pairs that are lost, more than {len(right) - least}",
                                sorted(right - pairs))
            wrong += report(f"{name}, days of other items",
                            other_days(claims, days, may_be_missing=least < len(right)))
    return wrong


# Any items in one text.

JOINED = {
    "lines": "\n".join,
    "blank lines": "\n\n".join,
    "headings": lambda texts: "\n".join(f"## News {number}\n{text}"
                                        for number, text in enumerate(texts, 1)),
}


def check_joined(way, items, selections, binary):
    """Joins each selection in one way, and compares its claims with those of its items alone."""
    alone = {name: {claim.key for claim in claims} for name, claims in
             claims_of({item.name: item.text for item in items}, binary).items()}
    joined = claims_of({f"{number:04}.txt": JOINED[way]([item.text for item in selection])
                        for number, selection in enumerate(selections)}, binary)
    invented, wanted_count, stay_count = [], 0, 0
    for selection, claims in zip(selections, joined.values()):
        wanted = set().union(*(alone[item.name] for item in selection))
        found = {claim.key for claim in claims}
        invented += [f"{' '.join(claim)}, in {[item.name for item in selection]}"
                     for claim in sorted(found - wanted)]
        wanted_count += len(wanted)
        stay_count += len(wanted & found)
    wrong = report(f"{way}, claims that no item makes", invented)
    if wanted_count == 0 or stay_count < CLAIMS_THAT_STAY * wanted_count:
        wrong += report(f"{way}, claims lost", [f"{stay_count} of {wanted_count} stay"])
    return wrong


def check_any_items(binary):
    items = read_items(path for folder in (PRESS, PRESS / "more", PRESS / "wild")
                       for path in sorted(folder.glob("[0-9]*.txt")))
    choose = random.Random(7)
    chosen = [choose.sample(range(len(items)), choose.randint(2, 10)) for _ in range(SELECTIONS)]
    wrong = 0
    for these in (items, [without_address(item) for item in items]):
        selections = [[these[number] for number in numbers] for numbers in chosen]
        for way in JOINED:
            wrong += check_joined(way, these, selections, binary)
    return wrong


def main():
    if not PRESS.is_dir() or not PASTED.is_dir():
        print("skipped: the press items are not at ../shared/press and ../shared/pasted")
        return SKIPPED
    binary = str(pathlib.Path(sys.argv[1]).resolve())
    wrong = check_twenty_items(binary) + check_any_items(binary)
    print(f"items in one text: {wrong} wrong")
    return 1 if wrong else 0


if __name__ == "__main__":
    sys.exit(main())
