#!/usr/bin/env python3
# test-check-style.py: Every rule of the style test lets the good pass and finds what breaks it
#
# SPDX-License-Identifier: LGPL-2.1-or-later
import pathlib
import subprocess
import sys
import tempfile

STYLE = pathlib.Path(__file__).with_name('check-style.py')

HEAD = '/* {name}: An example\n *\n * SPDX-License-Identifier: LGPL-2.1-or-later\n */\n'
GOOD_BODY = '''#include <string.h>

/* A ctx, an idx and a goto in a comment are no identifiers. */
static const char *const words[] =
{
  "pspec", "klass", "goto",
};

static gsize
length_of (GParamSpec *specification, GString *text, GPtrArray *others, GIOFunc function)
{
  double hexadecimal = 0x1.ced3fp-2;
  g_autofree char *copy = g_strdup (text->str);
  return strlen (copy) + text->len + strlen (words[0]) + (specification != NULL);
}
'''
TABLE = "layers = [\n  ['gobject', 'metaclass'],\n  ['components/store', 'store'],\n]\n"


def good_tree():
    """Path → content of a small tree without a fault."""
    tree = {f'{folder}README.md': 'What it is for.\n' for folder in
            ('', 'gobject/', 'components/', 'components/store/', 'tests/', 'tests/tools/', 'docs/', 'docs/guide/')}
    tree |= {'meson.build': TABLE, 'gobject/meson.build': 'modules = {\n}\n', 'components/store/meson.build': 'modules = {\n}\n'}
    tree['gobject/gyre-name.c'] = HEAD.format(name='gyre-name.c') + GOOD_BODY
    tree['tests/gobject/test-name.c'] = HEAD.format(name='test-name.c')
    tree['docs/guide/page.md'] = 'A page.\n'
    tree['tests/fixtures/blanks.pfg'] = 'a = 1 \n\tb = 2\n'
    tree['out/meson-info/made.txt'] = 'made by the build \n'
    tree['out/made.c'] = 'no head \n'
    return tree


def source(body):
    return HEAD.format(name='gyre-bad.c') + body


def long_function(lines):
    return source('void\nlong_one (void)\n{\n' + '  step ();\n' * (lines - 2) + '}\n')


# Fact, rule, file, its content (None: the file is taken away), what the complaint says.
MISTAKES = [
    ('head-of-another-file', 'head-names-the-file', 'gobject/gyre-bad.c', HEAD.format(name='gyre-other.c'), 'gyre-bad.c:1:'),
    ('head-without-licence', 'head-names-the-file', 'gobject/gyre-bad.c', '/* gyre-bad.c: An example */\n', 'SPDX'),
    ('empty-file', 'head-names-the-file', 'gobject/gyre-bad.c', '', 'gyre-bad.c:1:'),
    ('whole-name-abbreviated', 'names-are-words', 'gobject/gyre-bad.c', source('int klass;\n'), 'gyre-bad.c:5: `klass`'),
    ('part-of-a-name-abbreviated', 'names-are-words', 'gobject/gyre-bad.c', source('int value_len;\n'), 'value_len'),
    ('part-of-a-type-abbreviated', 'names-are-words', 'gobject/gyre-bad.c', source('GyreTraitCtx *x;\n'), 'GyreTraitCtx'),
    ('our-field-called-as-one-of-glib', 'names-are-words', 'gobject/gyre-bad.c', source('struct s { int len; };\n'), '`len`'),
    ('file-called-utils', 'files-are-named', 'gobject/gyre-utils.c', HEAD.format(name='gyre-utils.c'), 'gyre-utils.c'),
    ('file-called-second', 'files-are-named', 'gobject/gyre-name-2.c', HEAD.format(name='gyre-name-2.c'), 'gyre-name-2.c'),
    ('file-too-long', 'files-are-short', 'gobject/gyre-bad.c', source('int x;\n' * 597), 'is 601'),
    ('function-too-long', 'functions-are-short', 'gobject/gyre-bad.c', long_function(61), 'gyre-bad.c:7: at most 60'),
    ('goto-in-code', 'goto-is-not-used', 'gobject/gyre-bad.c', source('void f (void)\n{\n  goto out;\n}\n'), 'goto'),
    ('tab', 'no-tabs', 'gobject/gyre-bad.c', source('\tint x;\n'), 'a tab'),
    ('blanks-at-the-end', 'no-tabs', 'docs/guide/page.md', 'text \n', 'page.md:1: blanks'),
    ('no-line-break-at-the-end', 'no-tabs', 'docs/guide/page.md', 'text', 'line break'),
    ('path-of-one-machine', 'no-paths-of-one-machine', 'docs/guide/page.md', 'see /' + 'home/me/gyre\n', 'page.md:1:'),
    ('layer-without-readme', 'folders-have-a-readme', 'components/store/README.md', None, 'components/store'),
    ('folder-of-pages-without-readme', 'folders-have-a-readme', 'docs/guide/README.md', None, 'docs/guide'),
    ('layer-without-table', 'layers-have-a-table', 'gobject/meson.build', 'x = 1\n', 'gobject/meson.build'),
    ('root-without-layers', 'layers-have-a-table', 'meson.build', 'x = 1\n', 'layers'),
]


def check_style(tree):
    """Writes the tree and runs the style test on it."""
    with tempfile.TemporaryDirectory() as folder:
        for name, content in tree.items():
            if content is not None:
                path = pathlib.Path(folder, name)
                path.parent.mkdir(parents=True, exist_ok=True)
                path.write_text(content, encoding='utf-8')
        return subprocess.run([sys.executable, STYLE, folder], capture_output=True, encoding='utf-8', check=False)


def broken_rules(answer):
    return [line.split('/style/')[1] for line in answer.stdout.splitlines() if line.startswith('not ok')]


def good_passes():
    answer = check_style(good_tree() | {'gobject/gyre-bad.c': long_function(60)})
    return answer.returncode == 0 and broken_rules(answer) == [], answer


def mistake_is_found(rule, name, content, needle):
    """This rule complains, and says where; a root without layers breaks what is told by layers too."""
    answer = check_style(good_tree() | {name: content})
    rules = broken_rules(answer)
    good = answer.returncode == 1 and rules[-1].startswith(rule) and (len(rules) == 1 or name == 'meson.build')
    complaints = [line for line in answer.stdout.splitlines() if line.startswith('#')]
    return good and any(needle in line for line in complaints), answer


def main():
    checks = [('good-tree-passes', good_passes, ())]
    checks += [(f'{fact}-is-found', mistake_is_found, rest) for fact, *rest in MISTAKES]
    failed = 0
    print(f'1..{len(checks)}')
    for number, (fact, check, arguments) in enumerate(checks, start=1):
        good, answer = check(*arguments)
        print(f"{'ok' if good else 'not ok'} {number} /tools/style/{fact}")
        if not good:
            failed += 1
            print('\n'.join(f'# {line}' for line in (answer.stdout + answer.stderr).splitlines()))
    return 1 if failed else 0


if __name__ == '__main__':
    sys.exit(main())
