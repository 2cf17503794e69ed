# SPDX-License-Identifier: Apache-2.0
"""Runs the cases in the folder next to the repository: inputs of all kinds that were once read
wrongly.

    shared_cases.py BINARY

The files are in ../shared/cases. Each row of ROWS is a command, run in that folder with
`oscegraph` on the PATH and $T an empty folder, and what it should do: checks of what it prints, and
its exit code. A row that fails is printed with its command, what came out and what was wanted.
Exit 1 if a row fails, 77 (skipped) where the cases are not.

Not here yet are cases of tables that need new words in a mapping: several names in a cell; of which kind a
missing end is made; sums in millions or with more decimals than a currency
has; lines above the header, totals and tags below it; other encodings than UTF-8; a mapping for each
of several tables. Nor the cases of the program itself, which are not about reading.
"""

import collections
import os
import pathlib
import subprocess
import sys
import tempfile

from written_records import WrittenRecords

CASES = pathlib.Path(__file__).resolve().parent.parent.parent / "shared" / "cases"
SKIPPED = 77
SECONDS_EACH = 60

MAPPINGS = {
    "$grants": "--map tables/grants.map --create-missing",
    "$comma": "--map tables/grants-comma.map --create-missing",
    "$german": "--map tables/german.map --create-missing",
    "$network": "--map graphs/kind-and-relation.map",
}

Result = collections.namedtuple("Result", "out err exit")
Row = collections.namedtuple("Row", "command exit checks")


def row(command, *checks, exit=0):
    return Row(command, exit, checks)


# Checks. Each makes a function of a result that returns what was expected and is missing, or "".

def says(*parts):
    """Each part occurs somewhere in the output, errors and notes included."""
    def check(result):
        missing = [part for part in parts if part not in result.out + result.err]
        return f"to be said: {missing}" if missing else ""
    return check


def never_says(*parts):
    def check(result):
        there = [part for part in parts if part in result.out + result.err]
        return f"not to be said: {there}" if there else ""
    return check


def problems(*parts):
    """There are as many problems as parts, and each part occurs in the output."""
    def check(result):
        count = "1 problem" if len(parts) == 1 else f"{len(parts)} problems"
        return says(*parts, f"\n{count}\n")(result)
    return check


def one_line(name, *cells):
    """One line of the answer alone begins with the name, and it holds the cells."""
    def check(result):
        lines = [line for line in result.out.split("\n") if line.startswith(name + " ")]
        right = len(lines) == 1 and all(cell in lines[0].split() for cell in cells)
        return "" if right else f"one line of '{name}', with {cells}"
    return check


def total(sum_of_all):
    return says(f"\nTotal: {sum_of_all} of unknown flow.\n")


def counted(**numbers):
    """`info` counts so many nodes, edges, claims."""
    def check(result):
        lines = [line.split() for line in result.out.split("\n")]
        wrong = [what for what, count in numbers.items() if [f"{what}:", str(count)] not in lines]
        return f"to be counted: { {what: numbers[what] for what in wrong} }" if wrong else ""
    return check


def same(wanted, found):
    """Compares two lists in any order; returns which items are missing and which are too many."""
    missing = collections.Counter(wanted) - collections.Counter(found)
    extra = collections.Counter(found) - collections.Counter(wanted)
    return f"also {list(missing)}, without {list(extra)}" if missing or extra else ""


def claims(*wanted):
    """Exactly these claims, in the form of WrittenRecords."""
    def check(result):
        records = WrittenRecords(result.out)
        return same(wanted, [records.in_words(claim) for claim in records.claims])
    return check


def payments(*wanted):
    """The claims that somebody funds are these, each as "payer currency amount"."""
    def check(result):
        records = WrittenRecords(result.out)
        found = [[records.name(claim["from"]), claim.get("currency"), claim.get("amount")]
                 for claim in records.claims if claim["relation"] == "funds"]
        return same(wanted, [" ".join(filter(None, words)) for words in found])
    return check


def nodes(*wanted):
    """Exactly these nodes, each as "id name"."""
    def check(result):
        records = WrittenRecords(result.out)
        return same(wanted, [f"{node['id']} {node['name']}" for node in records.nodes.values()])
    return check


def titles(*wanted):
    def check(result):
        records = WrittenRecords(result.out)
        return same(wanted, [document["title"] for document in records.documents.values()])
    return check


def either(first, second):
    """One of the two checks holds, for a case with two correct answers."""
    def check(result):
        failures = [first(result), second(result)]
        return " or ".join(failures) if all(failures) else ""
    return check


# Rows that many files share.

def checked(source, *facts):
    """`check` finds no problem, and the file holds the facts."""
    return [row(f"oscegraph check -i {source}", says("no problems")),
            row(f"oscegraph export -q -i {source} --as jsonl", *facts)]


def sums(name, *wanted):
    return row(f"oscegraph extract -q -i texts/{name}.txt --as jsonl", payments(*wanted))


def page(name, title, *wanted):
    return row(f"oscegraph extract -i texts/{name} --as jsonl", titles(title), claims(*wanted),
               says("2 claims in 1 document"))


BRIDGES = ["Norway funds Stone Bridges", "Mission to Serbia implements Stone Bridges"]
TRUST = ["0 Orchard Trust", "5 Stone Bridges"]
TWO_AGENCIES = ["agency:undp United Nations Development Programme", "agency:unicef UNICEF"]
EARLY_HARVEST = [one_line("Austria", "1,234.56"), total("EUR 1,234.56")]

TABLES = [
    row("oscegraph funding --by state -i tables/spain-government-of.csv $grants",
        one_line("Spain", "1,000.00"), one_line("Canada", "500.00"), one_line("Germany", "200.00"),
        total("EUR 1,700.00"), says("2 names were read")),
    row("oscegraph funding --by state -i tables/name-and-abbreviation.csv $grants",
        one_line("United", "7.00")),
    row("oscegraph info -i tables/name-and-abbreviation.csv $grants", counted(nodes=6)),
    row("oscegraph funding --by donor -i tables/alpha3-codes.csv $grants",
        one_line("United", "100.00"), one_line("France", "200.00"),
        one_line("Switzerland", "300.00"), one_line("Poland", "400.00"),
        one_line("Germany", "500.00"), total("EUR 1,500.00")),
    row("oscegraph export -q -i tables/osce-itself.csv $grants --as jsonl",
        claims("Germany funds OSCE EUR 1000.00", "France funds OSCE EUR 500.00",
               "Austria funds OSCE EUR 50.00")),
    row("oscegraph check -i tables/one-id-two-spellings.csv"
        " --map tables/one-id-two-spellings.map --create-missing",
        says("no problems", "1 node has several names", "'Orchard Trust (grants arm)'"),
        never_says("defined twice")),
    *checked("tables/placeholder-recipient.csv --map tables/placeholder-recipient.map"
             " --create-missing",
             claims("Norway funds Stone Bridges EUR 5.00")),
    row("oscegraph check -i tables/placeholder-recipient.csv"
        " --map tables/placeholder-recipient.map --create-missing", says("2 of 3 rows")),
    *checked("tables/amount-not-known.csv --map tables/amount-not-known.map --create-missing",
             claims("Norway funds Stone Bridges", "Sweden funds Stone Bridges",
                    "Finland funds Stone Bridges")),
    *checked("tables/day-first-slash.csv --map tables/day-first-slash.map --create-missing",
             claims("Norway funds Stone Bridges from 2014-06-05",
                    "Sweden funds Open Courts from 2014-12-31")),
    row("for ending in csv map; do"
        " tr / - < tables/day-first-slash.$ending > $T/hyphens.$ending; done;"
        " oscegraph export -q -i $T/hyphens.csv --map $T/hyphens.map --create-missing --as jsonl",
        claims("Norway funds Stone Bridges from 2014-06-05",
               "Sweden funds Open Courts from 2014-12-31")),
    row("oscegraph check -i tables/day-first-slash.csv --map tables/month-first-slash.map"
        " --create-missing",
        problems("'31/12/2014' is not a date"), says("'dates = DD/MM/YYYY'"),
        never_says("2014-31-12"), exit=1),
    row("oscegraph check -i tables/day-first-slash.csv --map tables/timestamps.map"
        " --create-missing",
        problems("'05/06/2014' is not a date", "'31/12/2014' is not a date"),
        says("'dates = DD/MM/YYYY'"), exit=1),
    *checked("tables/timestamps.csv --map tables/timestamps.map --create-missing",
             claims("Norway funds Stone Bridges from 2015-06-10",
                    "Sweden funds Open Courts from 2015-06-10",
                    "Finland funds Warm Schools from 2015-06-10",
                    "Iceland funds Quiet Borders from 2016")),
    *checked("tables/no-break-space.csv $comma",
             payments("France EUR 1234567.50", "Switzerland EUR 1000.00")),
    row("oscegraph funding --by state -i tables/decimal-point-where-comma.csv $comma",
        says("tables/decimal-point-where-comma.csv:2:22: '12.50'", "'numbers ="), exit=1),
    *checked("tables/negative-hundreds-of-thousands.csv $comma", payments("France EUR -123456.00")),
    row("oscegraph funding --by state -i tables/empty-row.csv $german",
        one_line("Austria", "1,234.56"), one_line("Sweden", "100.00"), total("EUR 1,334.56")),
    row("oscegraph funding --by state -i tables/pipe-separated.csv $german", *EARLY_HARVEST),
    row("oscegraph info -i tables/table-named.txt",
        says("tables/table-named.txt: ", "a table separated by '|'", "--format csv", "--map")),
    row("oscegraph funding --by donor -i tables/same-header-twice.csv $grants",
        says("two columns are called 'Donor'", "rename one"), exit=1),
    row("sed 's/Donor,Donor,/Donor,Note,Note,/; s/Sweden,/a,b,/' tables/same-header-twice.csv"
        " > $T/notes.csv; oscegraph export -q -i $T/notes.csv $grants --as jsonl",
        claims("Norway funds Stone Bridges EUR 10.00")),
    *checked("tables/line-break-in-header.csv --map tables/line-break-in-header.map"
             " --create-missing",
             claims("Norway funds Stone Bridges")),
    *checked("tables/blank-after-comma.csv $grants",
             claims("Norway funds Stone Bridges EUR 10.00")),
    *[row(f"cp tables/workbook.xlsx $T/book.{ending}; oscegraph info -i $T/book.{ending}",
          says(f"/book.{ending}: this is a spreadsheet file; save the sheet as CSV\n"), exit=1)
      for ending in ("xlsx", "xls", "ods", "csv", "txt", "jsonl", "data")],
    *checked("tables/second-record-only.csv --map tables/second-record-only.map --create-missing",
             claims("Norway funds Stone Bridges EUR 10.00",
                    "Norway funds Stone Bridges EUR 20.00 pledged")),
    *checked("tables/plain.csv --map tables/mapping-with-byte-order-mark.map --create-missing",
             claims("Norway funds Stone Bridges EUR 10.00")),
]

GRAPHS = [
    row("oscegraph show -q -i graphs/id-is-the-name.graphml $network",
        one_line("Norway", "state:NO", "state")),
    row("oscegraph funding --by state -i graphs/id-is-the-name.graphml"
        " -i graphs/id-is-the-name.csv --map tables/grants.map",
        one_line("Norway", "100.00"), total("EUR 100.00"), never_says("Kingdom")),
    *[row(f"oscegraph export -q -i graphs/{name}.graphml --map graphs/organisations-implement.map"
          " --as jsonl",
          nodes(*TRUST), claims("Orchard Trust implements Stone Bridges"))
      for name in ("keys-inside-the-graph", "one-key-id-for-nodes-and-edges")],
    row("oscegraph info -i graphs/organisations-work-together.graphml"
        " --map graphs/organisations.map",
        counted(nodes=2, edges=1), one_line("node", "agency", "2")),
    row("oscegraph info -i graphs/undirected-between-offices.graphml $network",
        counted(nodes=2, edges=1), one_line("node", "office", "2"),
        says("1 edge has no direction")),
    *[row(f"oscegraph export -q -i graphs/yed-labels.graphml --map graphs/{mapping} --as jsonl",
          nodes(*TWO_AGENCIES), claims("United Nations Development Programme funds UNICEF"))
      for mapping in ("yed-labels.map", "yed-labels-as-attributes.map")],
    row("oscegraph info -i graphs/list-of-objects.json $grants",
        says("graphs/list-of-objects.json: this JSON is a list", "save it as CSV", "--map"),
        exit=1),
    row("echo '{\"directed\": true, \"graph\": {}, \"nodes\": [{\"id\": 1}], \"links\": []}'"
        " > $T/network.json; oscegraph info -i $T/network.json",
        says("/network.json: this JSON is a graph of nodes and links", "--map"), exit=1),
    row("oscegraph check -i graphs/node-without-kind.dot",
        problems("the node 'Bridges' has no 'kind'"), exit=1),
    row("oscegraph check -i graphs/attribute-not-there.graphml"
        " --map graphs/attribute-not-there.map",
        problems("have no attribute 'theme'"), never_says("P1"), exit=1),
    row("oscegraph funding --by state -i graphs/equal-payments.dot --map graphs/with-amounts.map",
        one_line("Norway", "200.00"), total("EUR 200.00")),
    *checked("graphs/markup-in-a-name.graphml", nodes("project:x Stone Bridges")),
    row("oscegraph export -q -i graphs/old-gexf-namespace.gexf $network --as jsonl",
        nodes("state:NO Norway", "n1 Stone Bridges"), claims("Norway funds Stone Bridges")),
    row("oscegraph info -i graphs/iati-activity.xml",
        says("graphs/iati-activity.xml: this is IATI"), exit=1),
]

TEXTS = [
    sums("million-with-three-decimals-english", "Norway EUR 1375000.00"),
    sums("million-with-three-decimals-german", "Norway EUR 2125000.00"),
    sums("million-with-three-decimals-russian", "Norway EUR 2125000.00"),
    sums("range-with-hyphen", "Norway"),
    sums("range-between", "Norway"),
    sums("twenty-five-thousand", "Norway EUR 25000.00"),
    sums("million-and-thousand", "Norway EUR 1500000.00"),
    sums("letter-m-for-million", "Norway EUR 750000.00"),
    sums("top-is-no-currency", "Norway"),
    row("oscegraph extract -q -i texts/decani-is-no-month.txt --as jsonl",
        either(claims("Norway funds Stone Bridges"),
               claims("Norway funds Stone Bridges from 2020"))),
    page("media-after-description.rss", "Bridges open", *BRIDGES),
    page("xhtml-content.atom", "Bridges open", *BRIDGES),
    page("source-title.atom", "Bridges open", *BRIDGES),
    page("latin-1.rss", "Été à Genève", "Türkiye funds Forêts propres",
         "Mission to Serbia implements Forêts propres"),
    page("three-titles.html", "Bridges for all", *BRIDGES),
    page("no-sidebar.html", "Bridges open", *BRIDGES),
    row("oscegraph extract -i texts/one-text-stops-all --as jsonl",
        claims("Sweden funds Warm Schools", "Mission to Serbia implements Warm Schools",
               "Mission to Skopje implements Stone Bridges",
               "European Union partners Stone Bridges",
               "Finland funds Open Courts", "Presence in Albania implements Open Courts")),
    row("oscegraph info -i texts/one-text-stops-all", counted(documents=3, claims=6)),
]

RECORDS = [
    row("oscegraph check -i records/nul-in-attribute-name.jsonl",
        problems("records/nul-in-attribute-name.jsonl:1:75: a NUL character in a string"), exit=1),
    row("python3 records/big-header-not-utf8.py $T/big; oscegraph check -i $T/big",
        problems("/big/nodes.csv:1:28: a byte that is not UTF-8"), exit=1),
    *[row(f"oscegraph info -i {source}", counted(nodes=1))
      for source in ("- < records/one-line-with-type.json", "records/one-line-with-type.json",
                     "records/gzip-with-trailing-zeros.jsonl.gz")],
    *checked("records/currencies",
             payments("Norway XCG 1.00", "Norway ZWG 2.00", "Norway PLZ 3.00", "Norway CSK 4.00",
                      "Norway STD 5.00", "Norway VEF 6.00")),
]

ROWS = TABLES + GRAPHS + TEXTS + RECORDS


def run(command, binary):
    """The output of a row's command, with a temporary folder as $T."""
    for short, mapping in MAPPINGS.items():
        command = command.replace(short, mapping)
    with tempfile.TemporaryDirectory() as scratch:
        pathlib.Path(scratch, "bin").mkdir()
        pathlib.Path(scratch, "bin", "oscegraph").symlink_to(binary)
        pathlib.Path(scratch, "T").mkdir()
        environment = {**os.environ, "PATH": f"{scratch}/bin:{os.environ['PATH']}",
                       "T": f"{scratch}/T", "NO_COLOR": "1", "COLUMNS": "100",
                       "LC_ALL": "C.UTF-8", "TZ": "UTC"}
        done = subprocess.run(["sh", "-c", command], cwd=CASES, env=environment, text=True,
                              encoding="utf-8", errors="replace", stdin=subprocess.DEVNULL,
                              capture_output=True, timeout=SECONDS_EACH, check=False)
    return Result(done.stdout, done.stderr, done.returncode)


def failures(wanted, result):
    """The faults of a row's result, as lines."""
    if result.exit != wanted.exit:
        return [f"exit {wanted.exit}"]  # The output is then not an answer, so it is not checked.
    return [failure for failure in (check(result) for check in wanted.checks) if failure]


def passes(wanted, binary):
    """Runs a row and prints it if it fails."""
    result = run(wanted.command, binary)
    found = failures(wanted, result)
    if found:
        print(f"$ {wanted.command}")
        print("\n".join(f"  came out | {line}"
                        for line in (result.out + result.err).rstrip("\n").split("\n")))
        print(f"  came out | (exit {result.exit})")
        print("\n".join(f"  wanted   | {line}" for line in found))
    return not found


def main():
    if not CASES.is_dir():
        print("skipped: the cases are not at ../shared/cases")
        return SKIPPED
    binary = pathlib.Path(sys.argv[1]).resolve()
    failed = sum(not passes(wanted, binary) for wanted in ROWS)
    print(f"{len(ROWS)} rows, {failed} wrong")
    return 1 if failed else 0


if __name__ == "__main__":
    sys.exit(main())
