# SPDX-License-Identifier: Apache-2.0
"""Runs the examples of README.md and docs/**/*.md and compares their output with the pages.

    docs_test.py BINARY [--update] [FILE...]

A fenced block marked `console` is an example. A line that starts with "$ " is a command; one that
ends in a backslash goes on in the next line. The lines up to the next command are what it prints,
errors included; a line `...` stands for any number of lines, none too. Trailing spaces do not count,
nor do empty lines at the end.

The commands of one page run in one empty folder, top to bottom, so that a later one may read what an
earlier one wrote; ./examples is there, and `oscegraph` is on the PATH. A block marked
`console no-test` is not run, nor are commands that build, install or need the network (SKIPPED).

--update writes what was printed into the pages, except over an example that passes as it is.
"""

import argparse
import os
import pathlib
import re
import subprocess
import sys
import tempfile

ROOT = pathlib.Path(__file__).resolve().parent.parent
SKIPPED = re.compile(r"(\./demo\.sh|\./test\.sh|git|sudo|cmake|ctest|cd)\b")
FENCE = re.compile(r"^(?P<indent> *)(?P<fence>`{3,})(?P<info>.*)$")
SECONDS_EACH = 60


def tidy(lines):
    """The lines without trailing spaces and without empty lines at the end, for comparisons."""
    lines = [line.rstrip() for line in lines]
    while lines and not lines[-1]:
        lines.pop()
    return lines


def matches(wanted, printed):
    """Whether the printed lines are the expected ones; `...` stands for any number of lines."""
    pattern = "".join(r"(?:.*\n)*" if line.strip() == "..." else re.escape(line) + r"\n"
                      for line in wanted)
    return re.fullmatch(pattern, "".join(line + "\n" for line in printed)) is not None


def split_examples(block):
    """A block's lines as (command lines, output lines) pairs."""
    examples = []
    goes_on = False
    for line in block:
        if line.startswith("$ ") and not goes_on:
            examples.append(([line], []))
        elif goes_on:
            examples[-1][0].append(line)
        elif examples:
            examples[-1][1].append(line)
        else:
            raise SystemExit(f"a console block must start with '$ ', not with: {line}")
        goes_on = line.endswith("\\") and not (examples and examples[-1][1])
    return examples


def run(command, folder, environment):
    """The output of the command, of both streams, as lines."""
    script = "\n".join(command)[2:]
    result = subprocess.run(["sh", "-c", script], cwd=folder, env=environment, text=True,
                            encoding="utf-8", errors="replace", stdin=subprocess.DEVNULL,
                            stdout=subprocess.PIPE, stderr=subprocess.STDOUT,
                            timeout=SECONDS_EACH, check=False)
    return tidy(result.stdout.split("\n"))


def test_block(block, where, folder, environment):
    """Runs a block; returns its corrected lines, the number of failures and the number of examples."""
    lines, failures, count = [], 0, 0
    for command, wanted in split_examples(block):
        lines += command
        if SKIPPED.match(command[0][2:]):
            lines += wanted
            continue
        count += 1
        printed = run(command, folder, environment)
        if matches(tidy(wanted), printed):
            lines += wanted
            continue
        failures += 1
        lines += printed
        print(f"{where}: {command[0]}")
        print("\n".join(f"  wanted | {line}" for line in tidy(wanted)))
        print("\n".join(f"  printed| {line}" for line in printed))
    return lines, failures, count


def test_page(page, binary, update):
    """Runs a page's examples; returns the number of failures and of examples."""
    lines = page.read_text(encoding="utf-8").split("\n")
    result, failures, count = [], 0, 0
    with tempfile.TemporaryDirectory() as scratch:
        bin_folder, work = pathlib.Path(scratch, "bin"), pathlib.Path(scratch, "work")
        bin_folder.mkdir()
        work.mkdir()
        (bin_folder / "oscegraph").symlink_to(binary)
        (work / "examples").symlink_to(ROOT / "examples")
        environment = {"PATH": f"{bin_folder}:/usr/local/bin:/usr/bin:/bin", "HOME": scratch,
                       "NO_COLOR": "1", "COLUMNS": "100", "LC_ALL": "C.UTF-8", "TZ": "UTC",
                       "LSAN_OPTIONS": os.environ.get("LSAN_OPTIONS", "")}
        position = 0
        while position < len(lines):
            line = lines[position]
            result.append(line)
            position += 1
            opening = FENCE.match(line)
            if not opening:
                continue
            start, indent = position, opening["indent"]
            while position < len(lines) and lines[position].strip() != opening["fence"]:
                position += 1
            if position == len(lines):
                raise SystemExit(f"{page}:{start}: this block is never closed")
            block = lines[start:position]
            if opening["info"].split() == ["console"]:
                block, failed, ran = test_block([line.removeprefix(indent) for line in block],
                                                f"{page.relative_to(ROOT)}:{start}", work,
                                                environment)
                block = [indent + line if line else line for line in block]
                failures += failed
                count += ran
            result += block + [lines[position]]
            position += 1
    if update and failures:
        page.write_text("\n".join(result), encoding="utf-8")
    return failures, count


def main():
    parser = argparse.ArgumentParser(description=__doc__.split("\n", maxsplit=1)[0])
    parser.add_argument("binary", type=pathlib.Path)
    parser.add_argument("files", nargs="*", type=pathlib.Path)
    parser.add_argument("--update", action="store_true")
    options = parser.parse_args()
    pages = [page.resolve() for page in options.files] or [
        page for page in [ROOT / "README.md", *sorted(ROOT.glob("docs/**/*.md"))] if page.exists()]
    totals = [test_page(page, options.binary.resolve(), options.update) for page in pages]
    failures, count = (sum(column) for column in zip(*totals)) if totals else (0, 0)
    verb = "rewritten" if options.update else "wrong"
    print(f"{count} examples on {len(pages)} pages, {failures} {verb}")
    return 1 if failures and not options.update else 0


if __name__ == "__main__":
    sys.exit(main())
