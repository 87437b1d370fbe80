#!/usr/bin/python3
# write-each.py: Writes traits/gyre-each.h: a macro for each row of a table
# SPDX-License-Identifier: LGPL-2.1-or-later
"""Usage: write-each.py > traits/gyre-each.h"""

ROWS = 64
ARGUMENTS = 8

HEAD = '/* gyre-each.h: A macro for each row of a table\n *\n * SPDX-License-Identifier: LGPL-2.1-or-later\n *\n * GYRE_EACH (macro, context, (row, row, …)) expands to macro (context, row) for each row. It is flat and not recursive: a\n * compiler that complains about a row shows each level of expansion, and nobody wants to read sixty of them.\n * GYRE_EACH_ARGUMENT does the same for the arguments within a row. tests/tools/write-each.py writes this file.\n */\n#pragma once\n\n#if !defined (GYRE_INSIDE) && !defined (GYRE_COMPILATION)\n#error "Only <gyre.h> can be included directly."\n#endif\n\n/* The dialect of the compilers (__VA_OPT__) is meant; who asks for the pure standard is not to be told at each use. */\n#pragma GCC system_header\n\n#define GYRE_UNPACK(...) __VA_ARGS__\n#define GYRE_PASTE(left, right) GYRE_PASTE_ (left, right)\n#define GYRE_PASTE_(left, right) left##right\n\n#define GYRE_COUNT(...) GYRE_COUNT_ (0 __VA_OPT__ (,) __VA_ARGS__, 64, 63, 62, 61, 60, 59, 58, 57, 56, 55, 54, 53, 52, 51, 50, 49, 48, 47, 46, 45, 44, 43, 42, 41, 40, 39, 38, 37, 36, 35, 34, 33, 32, 31, 30, 29, 28, 27, 26, 25, 24, 23, 22, 21, 20, 19, 18, 17, 16, 15, 14, 13, 12, 11, 10, 9, 8, 7, 6, 5, 4, 3, 2, 1, 0, ~)\n#define GYRE_COUNT_(zero, a1, a2, a3, a4, a5, a6, a7, a8, a9, a10, a11, a12, a13, a14, a15, a16, a17, a18, a19, a20, a21, a22, a23, a24, a25, a26, a27, a28, a29, a30, a31, a32, a33, a34, a35, a36, a37, a38, a39, a40, a41, a42, a43, a44, a45, a46, a47, a48, a49, a50, a51, a52, a53, a54, a55, a56, a57, a58, a59, a60, a61, a62, a63, a64, count, ...) count\n\n#define GYRE_EACH(macro, context, rows) GYRE_EACH_ (macro, context, GYRE_UNPACK rows)\n#define GYRE_EACH_(macro, context, ...) \\\n  GYRE_PASTE (GYRE_EACH_, GYRE_COUNT (__VA_ARGS__)) (macro, context __VA_OPT__ (,) __VA_ARGS__)\n#define GYRE_EACH_0(m, c)\n'


def parameters(count):
    return ', '.join(f'a{number}' for number in range(1, count + 1))


def family(name, count):
    lines = []
    for length in range(1, count + 1):
        body = ' '.join(f'm (c, a{number})' for number in range(1, length + 1))
        lines.append(f'#define {name}_{length}(m, c, {parameters(length)}) {body}')
    return '\n'.join(lines)


MIDDLE = '\n#define GYRE_EACH_ARGUMENT(macro, context, rows) GYRE_EACH_ARGUMENT_ (macro, context, GYRE_UNPACK rows)\n#define GYRE_EACH_ARGUMENT_(macro, context, ...) \\\n  GYRE_PASTE (GYRE_EACH_ARGUMENT_, GYRE_COUNT (__VA_ARGS__)) (macro, context __VA_OPT__ (,) __VA_ARGS__)\n#define GYRE_EACH_ARGUMENT_0(m, c)\n'

print(HEAD + family('GYRE_EACH', ROWS) + '\n' + MIDDLE + family('GYRE_EACH_ARGUMENT', ARGUMENTS))
