#!/usr/bin/env python3
# check-style.py: What a machine can check of the style, it checks; each rule is one test case
#
# SPDX-License-Identifier: LGPL-2.1-or-later
#
# Usage: check-style.py [FOLDER]. Prints TAP: a rule that is broken is "not ok", and each place stands in a comment below it.
import functools
import pathlib
import re
import sys

LONGEST_FILE = 600
LONGEST_FUNCTION = 60

# The word, and what to write instead. They are looked for as parts of names: `value_len`, `ValueLen`, `len`.
FORBIDDEN_WORDS = {
    'pspec': 'specification', 'pspecs': 'specifications', 'spec': 'specification', 'specs': 'specifications',
    'klass': 'object_class', 'iface': 'interface', 'ifaces': 'interfaces', 'func': 'function', 'funcs': 'functions',
    'fn': 'function', 'ctx': 'context', 'ctxt': 'context', 'len': 'length', 'idx': 'index', 'tmp': 'what it holds',
    'temp': 'what it holds', 'buf': 'buffer', 'str': 'text', 'strs': 'texts', 'ptr': 'pointer', 'cb': 'on_<event>',
    'msg': 'message', 'err': 'error', 'val': 'value', 'vals': 'values', 'cnt': 'count', 'desc': 'description',
    'obj': 'object', 'attr': 'attribute', 'attrs': 'attributes', 'elem': 'element', 'elems': 'elements', 'dest': 'target',
    'src': 'source', 'prev': 'previous', 'cur': 'current', 'curr': 'current', 'prio': 'priority', 'conf': 'configuration',
    'impl': 'implementation', 'hdr': 'header', 'pos': 'position', 'mem': 'memory', 'env': 'environment', 'param': 'parameter', 'params': 'parameters',
    'arg': 'argument', 'args': 'arguments', 'ret': 'result', 'res': 'result', 'dir': 'folder', 'dirs': 'folders',
}

# Names that are not ours, though they look so.
ALLOWED_NAMES = {
    'va_arg', 'pw_dir', 'MSG_NOSIGNAL', 'MSG_PEEK',  # of the C library
    'n_param_values', 'param_values',  # the fields of GSignalQuery and the arguments of a closure's marshaller
}
# What begins so belongs to GLib, the C library or another library: their names stay as they are.
FOREIGN_PREFIXES = re.compile(r'^(_?g_|_?G_|GST_|gst_|Gst[A-Z]|json_|Json[A-Z]|JSON_|ffi_|FFI_|dwfl_|Dwfl|dwarf_|Dwarf|DW|SDL_|Py[A-Z_]|'
                              r'lua_|luaL_|pthread_|LLVM|VALGRIND_|RTLD_|__)')
# GLib's types: GPtrArray, GIOFunc. Ours are Gyre and a capital.
FOREIGN_TYPES = re.compile(r'^_?G[A-Z]+[a-z]\w*$')
NUMBER = re.compile(r'(?<!\w)\.?\d(?:[eEpP][+-]|[\w.])*')
# The fields that GLib's open structs have.
FOREIGN_FIELDS = re.compile(r'(->|\.)\s*(str|len|pdata|desc|arg_data|arg_description|n_params|param_types)\b')

FORBIDDEN_FILES = re.compile(r'(^|[-_/])(utils?|misc|common|helpers?)\.[ch]$|-\d+\.[ch]$')
MACHINE_PATH = re.compile(r'(?<![\w.$}/])/(?:home|root|work|Users|mnt|build)/\w')
TEXT_SUFFIXES = {'.c', '.h', '.in', '.py', '.sh', '.build', '.md', '.pfg', '.cfg', '.yaml', '.json', '.lua', '.js', '.supp', '.txt'}
SCRIPTS = {'bootstrap', 'run', 'demo'}
# Files that are wrong on purpose, or not written by hand.
EXCLUDED_FOLDERS = {'.git', '.cache', '__pycache__', 'fixtures', 'corpus', 'subprojects', 'LICENSES'}
# Beside the layers. A folder of tests that mirrors a layer needs none: the layer's own README speaks for it.
FOLDERS_WITH_README = ['', 'library', 'components', 'media', 'tests', 'tests/*', 'docs', 'docs/*']


def is_build_folder(path):
    return (path / 'meson-private').is_dir() or (path / 'meson-info').is_dir()


def walk(folder):
    """Every file of the tree, without builds and without what is wrong on purpose."""
    for path in sorted(folder.iterdir()):
        if path.is_symlink() or path.name in EXCLUDED_FOLDERS:
            continue
        if path.is_dir():
            if not is_build_folder(path):
                yield from walk(path)
        else:
            yield path


class Tree:
    """The files of the tree, each read once."""

    def __init__(self, root):
        self.root = root
        self.paths = list(walk(root))
        self.sources = [path for path in self.paths if path.suffix in {'.c', '.h'}]
        self.texts = [path for path in self.paths if path.suffix in TEXT_SUFFIXES or path.name in SCRIPTS]

    def name(self, path):
        return path.relative_to(self.root).as_posix()

    @functools.lru_cache(maxsize=None)
    def lines(self, path):
        return path.read_text(encoding='utf-8', errors='replace').split('\n')

    @functools.lru_cache(maxsize=None)
    def code(self, path):
        """The lines of a C file with comments and literals blanked."""
        text = '\n'.join(self.lines(path))
        pattern = r'/\*.*?\*/|//[^\n]*|"(?:\\.|[^"\\\n])*"|\'(?:\\.|[^\'\\\n])*\''
        return re.sub(pattern, lambda match: re.sub(r'[^\n]', ' ', match[0]), text, flags=re.DOTALL).split('\n')

    def layers(self):
        """The folders that the root's meson.build lists."""
        root_build = self.root / 'meson.build'
        text = root_build.read_text(encoding='utf-8') if root_build.exists() else ''
        table = re.search(r'^layers = \[\n(.*?)^\]', text, re.DOTALL | re.MULTILINE)
        return re.findall(r"^\s*\['([^']+)'", table[1], re.MULTILINE) if table else []


def check_heads(tree):
    for path in tree.sources:
        lines = tree.lines(path)
        head = re.match(r'/\* (\S+): \S', lines[0])
        if head is None or head[1] != path.name:
            yield path, 1, f'the first line must be "/* {path.name}: a sentence"'
        if not any(line.startswith(' * SPDX-License-Identifier: ') for line in lines[1:4]):
            yield path, 3, 'the SPDX line is missing'


def parts_of(identifier):
    """The words of a name: snake_case and CamelCase."""
    separated = re.sub(r'(?<=[a-z0-9])(?=[A-Z])|(?<=[A-Z])(?=[A-Z][a-z])', '_', identifier)
    return [part for part in re.split(r'[_\d]+', separated.lower()) if part]


def is_foreign(identifier):
    return identifier in ALLOWED_NAMES or FOREIGN_PREFIXES.match(identifier) or FOREIGN_TYPES.match(identifier)


def check_words(tree):
    for path in tree.sources:
        for number, line in enumerate(tree.code(path), start=1):
            if line.lstrip().startswith('#include'):
                continue
            for identifier in re.findall(r'[A-Za-z_]\w*', NUMBER.sub(' ', FOREIGN_FIELDS.sub(' ', line))):
                words = [] if is_foreign(identifier) else [part for part in parts_of(identifier) if part in FORBIDDEN_WORDS]
                for word in words:
                    yield path, number, f'`{identifier}`: not "{word}" but "{FORBIDDEN_WORDS[word]}"'


def check_file_names(tree):
    for path in tree.sources:
        if FORBIDDEN_FILES.search(tree.name(path)):
            yield path, 1, 'a file is named after what it holds'


def check_file_lengths(tree):
    for path in tree.paths:
        if path.suffix in {'.c', '.h', '.py'} or path.name == 'meson.build':
            count = len(tree.lines(path)) - 1
            if count > LONGEST_FILE:
                yield path, LONGEST_FILE + 1, f'at most {LONGEST_FILE} lines, is {count}: split it by noun'


def check_function_lengths(tree):
    """In this style a function's body stands between a { and a } in the first column; a struct's or table's ends in a `;`."""
    for path in tree.sources:
        start = None
        for number, line in enumerate(tree.code(path), start=1):
            if line.startswith('{'):
                start = number
            elif line.startswith('}') and start is not None:
                length = number - start + 1
                if line.rstrip() == '}' and length > LONGEST_FUNCTION:
                    yield path, start, f'at most {LONGEST_FUNCTION} lines in a function, is {length}: split it by idea'
                start = None


def check_goto(tree):
    for path in tree.sources:
        for number, line in enumerate(tree.code(path), start=1):
            if re.search(r'\bgoto\b', line):
                yield path, number, 'no goto; g_autoptr frees on every way out'


def check_blanks(tree):
    for path in tree.texts:
        lines = tree.lines(path)
        for number, line in enumerate(lines, start=1):
            if '\t' in line:
                yield path, number, 'a tab'
            if line != line.rstrip():
                yield path, number, 'blanks at the end'
        if lines[-1] != '' or (len(lines) > 1 and lines[-2] == ''):
            yield path, len(lines), 'a file ends with one line break'


def check_machine_paths(tree):
    for path in tree.texts:
        for number, line in enumerate(tree.lines(path), start=1):
            if MACHINE_PATH.search(line):
                yield path, number, 'a path that exists on one machine only'


def check_readmes(tree):
    folders = {folder for pattern in FOLDERS_WITH_README if pattern for folder in tree.root.glob(pattern) if folder.is_dir()}
    folders |= {tree.root, *(tree.root / layer for layer in tree.layers())}
    mirrors = {tree.root / 'tests' / layer.split('/')[0] for layer in tree.layers()}
    for folder in sorted(folders - mirrors):
        hidden = folder.name in EXCLUDED_FOLDERS or not any(folder.iterdir())
        if folder.exists() and not hidden and not (folder / 'README.md').exists():
            yield folder, 1, 'README.md is missing: what the folder is for and what it may use'


def check_tables(tree):
    for layer in tree.layers():
        table = tree.root / layer / 'meson.build'
        if not table.exists() or not re.search(r'^modules = \{', table.read_text(encoding='utf-8'), re.MULTILINE):
            yield table, 1, 'a layer has a meson.build with the table `modules = {`'
    if not tree.layers():
        yield tree.root / 'meson.build', 1, 'the table `layers = [` is missing'


RULES = {
    'head-names-the-file-and-the-licence': check_heads,
    'names-are-words': check_words,
    'files-are-named-after-what-they-hold': check_file_names,
    'files-are-short': check_file_lengths,
    'functions-are-short': check_function_lengths,
    'goto-is-not-used': check_goto,
    'no-tabs-and-no-blanks-at-the-end': check_blanks,
    'no-paths-of-one-machine': check_machine_paths,
    'folders-have-a-readme': check_readmes,
    'layers-have-a-table-of-modules': check_tables,
}


def main():
    default = pathlib.Path(__file__).resolve().parents[2]
    tree = Tree(pathlib.Path(sys.argv[1]).resolve() if len(sys.argv) > 1 else default)
    failed = 0
    sys.stdout.reconfigure(encoding='utf-8', errors='replace')
    print(f'1..{len(RULES)}')
    for index, (fact, check) in enumerate(RULES.items(), start=1):
        found = list(check(tree))
        print(f"{'not ok' if found else 'ok'} {index} /style/{fact}")
        for path, number, complaint in found:
            print(f'# {tree.name(path)}:{number}: {complaint}')
        failed += bool(found)
    return 1 if failed else 0


if __name__ == '__main__':
    sys.exit(main())
