#!/usr/bin/env python3
# test-negative-compile.py: A mistake in a table is a compile error that names the culprit
#
# SPDX-License-Identifier: LGPL-2.1-or-later
#
# Usage: test-negative-compile.py GOOD.c INCLUDE-FOLDER…
# Each mistake is one replacement in the good file, so that it is the only one. TAP on standard output.
import concurrent.futures
import itertools
import os
import pathlib
import re
import shutil
import subprocess
import sys
import tempfile

COMPILERS = ['gcc', 'clang']
PLAIN = ['-std=gnu11', '-Wall', '-Wextra']
STRICT = {
    'gcc': ['-Wmissing-prototypes', '-Wpedantic', '-Woverride-init', '-Wshadow', '-Wstrict-prototypes'],
    'clang': ['-Wmissing-prototypes', '-Winitializer-overrides', '-Wshadow', '-Wstrict-prototypes', '-Wpedantic'],
}
MOST_ERRORS = 4

# What is wrong; what stands in the good file; what stands there instead; what the errors must say.
MISTAKES = [
    ('field-of-a-boolean', 'bool round;', 'double round;', ["trait 'round'", 'must be a bool']),
    ('field-of-an-integer', 'int count;', 'double count;', ["trait 'count'", 'must be an integer']),
    ('field-of-a-complex', 'GyreComplex wave;', 'double wave;', ["trait 'wave'", 'must be a GyreComplex']),
    ('field-of-a-decimal', 'GyreDecimal *price;', 'double price;', ["trait 'price'", 'must be a GyreDecimal *']),
    ('field-of-flags', 'TestMode modes;', 'double modes;', ["trait 'modes'", 'of a flags type']),
    ('field-of-a-stream', 'GyreStream *log;', 'char *log;', ["trait 'log'", 'must be a GyreStream *']),
    ('default-of-a-decimal', '(price, "0.10")', '(price, 0.10)', ["trait 'price'", 'must be a text']),
    ('field-of-a-real', 'double size;', 'float size;', ["trait 'size'", 'must be a double']),
    ('field-of-a-string', 'char *label;', 'int label;', ["trait 'label'", 'must be a char *']),
    ('constant-field-of-a-string', 'char *label;', 'const char *label;', ["trait 'label'", 'must be a char *']),
    ('field-of-a-path', 'char *file;', 'GString *file;', ["trait 'file'", 'must be a char *']),
    ('field-of-an-enumeration', 'TestMode mode;', 'double mode;', ["trait 'mode'", 'of an enumeration type']),
    ('field-of-an-array', 'GyreArray *center;', 'double *center;', ["trait 'center'", 'must be a GyreArray *']),
    ('field-of-a-list', 'GyreList *names;', 'char **names;', ["trait 'names'", 'must be a GyreList *']),
    ('field-of-a-facility', 'TestShape *inner;', 'int inner;', ["trait 'inner'", 'must be a pointer to an object']),
    ('field-of-a-maybe-real', 'GyreMaybeReal limit;', 'double limit;', ["trait 'limit'", 'must be a GyreMaybeReal']),
    ('field-of-a-maybe-integer', 'GyreMaybeInteger seed;', 'GyreMaybeReal seed;', ["trait 'seed'", 'must be a GyreMaybeInteger']),
    ('field-of-a-maybe-boolean', 'GyreMaybeBoolean sure;', 'bool sure;', ["trait 'sure'", 'must be a GyreMaybeBoolean']),
    ('field-of-a-quantity', 'GyreQuantity gravity;', 'double gravity;', ["trait 'gravity'", 'must be a GyreQuantity']),
    ('field-of-a-duration', 'GTimeSpan patience;', 'int patience;', ["trait 'patience'", 'must be a gint64 or a GTimeSpan']),
    ('field-that-is-missing', 'gyre_real (size,', 'gyre_real (siez,', ['siez']),

    ('default-of-a-boolean', 'gyre_boolean (round, true)', 'gyre_boolean (round, "yes")', ["trait 'round'", 'true or false']),
    ('default-of-an-integer', 'gyre_integer (count, 3,', 'gyre_integer (count, 3.5,', ["trait 'count'", 'must be an integer']),
    ('default-of-a-real', 'gyre_real (size, 1.5,', 'gyre_real (size, "1.5",', ["trait 'size'", 'must be a number']),
    ('default-of-a-string', 'gyre_string (label, "none")', 'gyre_string (label, 5)', ["trait 'label'", 'must be a text']),
    ('default-of-a-path', 'gyre_path (file, NULL,', 'gyre_path (file, 5,', ["trait 'file'", 'must be a text']),
    ('default-of-an-enumeration', 'TEST_MODE_FAST)', '"fast")', ["trait 'mode'", 'a word of the enumeration']),
    ('default-of-an-array', 'gyre_array (center, "(0, 0)")', 'gyre_array (center, 0.0)', ["trait 'center'", 'must be a text']),
    ('default-of-a-list', 'string, "(a, b)")', 'string, 3)', ["trait 'names'", 'must be a text']),
    ('default-of-a-facility', 'test_shape, NULL,', 'test_shape, 3,', ["trait 'inner'", 'must be a text']),
    ('default-of-a-maybe-real', 'gyre_maybe_real (limit, "none"', 'gyre_maybe_real (limit, 1.5', ["trait 'limit'", 'must be a text']),
    ('default-of-a-quantity', 'gyre_quantity (gravity, "9.81 m/s^2"', 'gyre_quantity (gravity, 9.81', ["trait 'gravity'", 'must be a text']),
    ('default-of-a-duration', 'gyre_duration (patience, "30 ms")', 'gyre_duration (patience, 30)', ["trait 'patience'", 'must be a text']),

    ('option-of-a-trait', '.aliases = "a"', '.alises = "a"', ['alises', 'gyre_real (size']),
    ('type-of-an-option', '.maximum = 10', '.maximum = "10"', ['gyre_integer (count']),
    ('option-of-a-behavior', '(real), .summary = "the area")', '(real), .sumary = "the area")', ['sumary', 'gyre_behavior (measure']),
    ('option-of-a-class', '.family = "test.ball"', '.famly = "test.ball"', ['famly']),
    ('component-that-receives', 'test_ball_receive (TestBall *self,', 'test_ball_receive (TestShape *self,', ['test_ball_receive', 'incompatible']),
    ('message-that-is-received', 'GyreMessage *message, GError **error)\n{', 'GBytes *message, GError **error)\n{',
     ['test_ball_receive', 'incompatible']),
    ('result-of-a-hook', 'static gboolean\ntest_ball_receive', 'static gint64\ntest_ball_receive', ['test_ball_receive', 'incompatible']),
    ('component-that-is-deleted', 'test_ball_deleted (TestBall *self)\n{\n  self->size = 0;', 'test_ball_deleted (TestShape *self)\n{\n  (void) self;',
     ['test_ball_deleted', 'incompatible']),
    ('option-of-an-interface', '.family = "test.shapes"', '.famly = "test.shapes"', ['famly']),
    ('kind-of-a-trait', 'gyre_real (size,', 'gyre_rael (size,', ['a kind that is not known', 'gyre_rael (size']),
    ('kind-of-a-required-trait', 'gyre_required_real (size,', 'gyre_required_rael (size,', ['a kind that is not known', 'gyre_required_rael (size']),
    ('kind-of-elements', 'gyre_list (names, string,', 'gyre_list (names, strng,', ["trait 'names'", 'not strng']),
    ('element-that-no-list-has', 'gyre_list (names, string,', 'gyre_list (names, opaque,', ["trait 'names'", 'not opaque']),
    ('element-of-elements', 'GYRE_LIST_OF (GYRE_OF (real,', 'GYRE_LIST_OF (GYRE_OF (reel,', ['gyre_kind_reel']),
    ('option-of-an-element', 'GYRE_OF (real, .minimum', 'GYRE_OF (real, .minimun', ['minimun']),
    ('part-of-a-tuple', '(range, (real, integer,', '(range, (real, intger,', ["trait 'range'", 'not intger']),
    ('kind-of-values', 'gyre_mapping (weights, real,', 'gyre_mapping (weights, reel,', ["trait 'weights'", 'not reel']),
    ('field-of-a-mapping', 'GyreMapping *weights;', 'GHashTable *weights;', ["trait 'weights'", 'must be a GyreMapping *']),
    ('field-of-a-set', 'GyreList *flavours;', 'GHashTable *flavours;', ["trait 'flavours'", 'must be a GyreList *']),
    ('field-of-a-tuple', 'GyreList *range;', 'double *range;', ["trait 'range'", 'must be a GyreList *']),
    ('field-of-facilities', 'GyreList *parts;', 'GPtrArray *parts;', ["trait 'parts'", 'must be a GyreList *']),
    ('default-of-a-mapping', 'real, "(a: 1)"', 'real, 1', ["trait 'weights'", 'must be a text']),
    ('word-of-a-behavior', 'gyre_behavior (measure,', 'gyre_behaviour (measure,', ['gyre_behaviour (measure']),
    ('type-of-an-enumeration', 'gyre_enumeration (mode, test_mode,', 'gyre_enumeration (mode, test_moode,', ['test_moode_get_type']),

    ('result-of-a-behavior', 'static double\ntest_ball_measure', 'static int\ntest_ball_measure', ["behavior 'measure'", 'test_ball_measure']),
    ('type-of-an-argument', 'test_ball_contains (TestBall *self, const GyreArray *points,', 'test_ball_contains (TestBall *self, GyreArray *points,',
     ["behavior 'contains'", 'must take and give']),
    ('count-of-arguments', 'GyreArray *inside, GError **error)\n{\n', 'GyreArray *inside, int more, GError **error)\n{\n  if (more) return FALSE;\n',
     ["behavior 'contains'", 'must take and give']),
    ('missing-error', 'test_ball_measure (TestBall *self, GError **error)\n{\n', 'test_ball_measure (TestBall *self)\n{\n  void *error = self;\n',
     ["behavior 'measure'", 'must take and give']),
    ('function-that-is-missing', 'gyre_behavior (measure, test_ball_measure,', 'gyre_behavior (measure, test_ball_mesure,', ['test_ball_mesure']),
    ('kind-of-a-result', 'test_ball_measure, (real)', 'test_ball_measure, (reel)', ['reel']),
    ('any-number-of-values-before-others', 'test_ball_contains, (nothing, (array, points), (buffer, inside))',
     'test_ball_contains, (nothing, (reals, points), (buffer, inside))', ["behavior 'contains'", 'only the last argument']),
    ('any-number-of-values-twice', 'test_ball_contains, (nothing, (array, points), (buffer, inside))',
     'test_ball_contains, (nothing, (reals, points), (reals, inside))', ["behavior 'contains'", 'only the last argument']),
    ('too-many-arguments', 'test_ball_measure, (real)', 'test_ball_measure, (real' + ', (real, x)' * 9 + ')', ["behavior 'measure'"]),
    ('slot-of-an-interface', 'double (*measure) (TestShape *self, GError **error);', 'int (*measure) (TestShape *self, GError **error);',
     ["behavior 'measure'", 'TestShapeInterface']),
    ('slot-that-is-missing', 'double (*measure) (TestShape *self, GError **error);', '', ['measure']),
]


def compile_file(compiler, flags, folders, source):
    includes = [f'-I{folder}' for folder in folders]
    system = subprocess.run(['pkg-config', '--cflags', 'gio-2.0'], capture_output=True, text=True, check=True).stdout.split()
    environment = dict(os.environ, LC_ALL='C')
    return subprocess.run([compiler, *PLAIN, *flags, *includes, *system, '-fsyntax-only', source], capture_output=True,
                          text=True, errors='replace', env=environment, check=False)


def check_good(compiler, flags, folders, good):
    done = compile_file(compiler, flags, folders, good)
    return '' if done.returncode == 0 and done.stderr == '' else done.stderr


def check_mistake(compiler, folders, good, mistake, folder):
    name, right, wrong, words = mistake
    text = good.read_text(encoding='utf-8')
    if text.count(right) != 1:
        return f'the good file has {text.count(right)} times: {right}'
    source = folder / f'{compiler}-{name}.c'
    source.write_text(text.replace(right, wrong), encoding='utf-8')
    done = compile_file(compiler, [], folders, source)
    errors = re.findall(r'^.*\berror: .*$', done.stderr, re.MULTILINE)
    told = done.stderr.replace("\\'", "'").replace('\\"', '"')
    if done.returncode == 0:
        return 'it compiles\n' + done.stderr
    missing = [word for word in words if word not in told]
    if missing:
        return f'no error says {missing}\n{done.stderr}'
    if len(errors) > MOST_ERRORS:
        return f'{len(errors)} errors for one mistake\n{done.stderr}'
    elsewhere = [error for error in errors if not error.startswith(str(source))]
    return f'errors elsewhere than in the file\n{done.stderr}' if elsewhere else ''


def main():
    good = pathlib.Path(sys.argv[1])
    folders = sys.argv[2:]
    compilers = [compiler for compiler in COMPILERS if shutil.which(compiler)]
    with tempfile.TemporaryDirectory(prefix='gyre-negative-compile-') as name, \
         concurrent.futures.ThreadPoolExecutor(max_workers=2) as pool:
        folder = pathlib.Path(name)
        cases = []
        for compiler in compilers:
            cases.append((f'{compiler}/good-file-compiles-without-a-word', pool.submit(check_good, compiler, [], folders, good)))
            cases.append((f'{compiler}/good-file-compiles-with-strict-warnings',
                          pool.submit(check_good, compiler, STRICT[compiler], folders, good)))
        for compiler, mistake in itertools.product(compilers, MISTAKES):
            cases.append((f'{compiler}/{mistake[0]}-is-an-error-that-says-so',
                          pool.submit(check_mistake, compiler, folders, good, mistake, folder)))
        print(f'1..{len(cases)}')
        failed = 0
        for number, (path, future) in enumerate(cases, 1):
            problem = future.result()
            failed += problem != ''
            print(f'{"not ok" if problem else "ok"} {number} /negative-compile/{path}')
            for line in problem.splitlines():
                print(f'# {line}')
    return 1 if failed else 0


if __name__ == '__main__':
    sys.exit(main())
