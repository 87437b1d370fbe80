#!/usr/bin/env python3
"""print-table.py: The results of all benchmarks as one table

SPDX-License-Identifier: LGPL-2.1-or-later

print-table.py FOLDER: reads what the benchmarks have written into the folder of a build.
"""

import json
import pathlib
import sys

ORDER = ["access", "construction", "threads", "classes", "instances", "parse-pfg", "parse-cfg", "parse-yaml", "parse-json",
         "parse-floods", "settings-insert", "expression", "graph", "load", "observers", "check", "inspect", "completion", "document",
         "messages",
         "savina", "frames", "timers", "pacing", "waking", "picture"]
HEAD = ["what", "ours", "peer", "ratio", "limit", "reached"]


def number(value, unit):
    return "" if value is None else f"{value:.4g} {unit}"


def word(reached):
    return {True: "yes", False: "NO", None: ""}[reached]


def frame_rows(folder):
    for name in ORDER:
        path = folder / f"benchmark-{name}.json"
        if not path.exists():
            yield [f"{name}: was not run", "", "", "", "", ""]
            continue
        for row in json.loads(path.read_text(encoding="utf-8"))["results"]:
            ratio = "" if row["ratio"] is None else f"{row['ratio']:.3f}"
            yield [row["what"], number(row["ours"], row["unit"]), number(row["peer"], row["unit"]), ratio, row["limit"],
                   word(row["reached"])]


def gauss_rows(folder):
    """The example measures itself: it is written as a user would write it, without our frame."""
    path = folder / "gauss-integrate.json"
    if not path.exists():
        yield ["gauss: was not run", "", "", "", "", ""]
        return
    for row in json.loads(path.read_text(encoding="utf-8"))["results"]:
        yield [f"gauss, {row['name']} of 100,000 samples, against CPython", number(row["seconds"] * 1e3, "ms"),
               number(row["python-seconds"] * 1e3, "ms"), f"1/{row['ratio']:.1f}", f"≤ 1/{row['required']:g}",
               word(row["reached"])]


def print_table(rows):
    widths = [max(len(row[column]) for row in rows) for column in range(len(HEAD))]
    rows = [rows[0], ["-" * width for width in widths]] + rows[1:]
    for row in rows:
        print("| " + " | ".join(cell.ljust(width) for cell, width in zip(row, widths)) + " |")


def main():
    folder = pathlib.Path(sys.argv[1])
    rows = list(frame_rows(folder)) + list(gauss_rows(folder))
    print_table([HEAD] + rows)
    missed = sum(row[-1] == "NO" for row in rows)
    print(f"{missed} limits missed" if missed else "every limit reached")


if __name__ == "__main__":
    main()
