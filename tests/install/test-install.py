#!/usr/bin/env python3
# test-install.py: What is installed can be built against, compiles without warnings, and goes away again
#
# SPDX-License-Identifier: LGPL-2.1-or-later
#
# Usage: test-install.py OUT-OF-TREE.c BUILD-FOLDER PREFIX LIBDIR INCLUDEDIR -- COMPILER…
# The build is installed below a temporary folder. The compiler is the one of the build, with its sanitizers.
import concurrent.futures
import itertools
import os
import pathlib
import shutil
import subprocess
import sys
import tempfile

WARNINGS = ['-Wall', '-Wextra', '-Wpedantic', '-Werror']
STANDARDS = ['c11', 'gnu11']
COMPILERS = ['gcc', 'clang']
EXPECTED_OUTPUT = 'low has 42 leaves'
EXPECTED_COLOUR = ('wall is #ff8000', "wall.shade: must be # and six hexadecimal digits, is '#12' (at character 3)")


class Failure(Exception):
    """A case that failed, with what there is to say about it."""


class Skip(Exception):
    """A case that this machine cannot run."""


def run(command, **options):
    """The command's standard output; a status other than 0 fails the case."""
    done = subprocess.run(command, capture_output=True, encoding='utf-8', errors='replace', check=False, **options)
    if done.returncode != 0:
        words = ' '.join(str(word) for word in command)
        raise Failure(f'{words}: status {done.returncode}\n{done.stdout}{done.stderr}')
    return done.stdout


class Installation:
    """The build, installed below a folder that is taken away in the end."""

    def __init__(self, arguments, folder):
        divider = arguments.index('--')
        source, build, prefix, libraries, headers = arguments[:divider]
        self.source = pathlib.Path(source).resolve()
        self.build = pathlib.Path(build)
        self.compiler = arguments[divider + 1:]
        self.work = pathlib.Path(folder, 'work')
        self.stage = pathlib.Path(folder, 'stage')
        self.prefix = self.stage / prefix.lstrip('/')
        self.libraries = self.prefix / libraries
        self.headers = self.prefix / headers / 'gyre-1'
        self.work.mkdir()

    def files(self):
        return sorted(path for path in self.stage.rglob('*') if not path.is_dir())

    def flags(self, *questions):
        """What pkg-config answers. A staged prefix is not the one that the .pc file was made for: a copy is told so."""
        own = self.work / 'gyre-1.pc'
        lines = (self.libraries / 'pkgconfig' / 'gyre-1.pc').read_text(encoding='utf-8').split('\n')
        own.write_text('\n'.join(f'prefix={self.prefix}' if line.startswith('prefix=') else line for line in lines),
                       encoding='utf-8')
        paths = os.pathsep.join(filter(None, [str(self.work), os.environ.get('PKG_CONFIG_PATH')]))
        return run(['pkg-config', *questions, 'gyre-1'], env=os.environ | {'PKG_CONFIG_PATH': paths}).split()

    def public_headers(self):
        return sorted(path for path in self.headers.glob('*.h') if path.name != 'gyre.h')


def check_install(installation):
    """Into a staging folder; the log of an installation that the user made stays his."""
    run(['meson', 'install', '-C', installation.build, '--no-rebuild', '--quiet', '--destdir', installation.stage])
    if not (installation.headers / 'gyre.h').is_file():
        raise Failure(f'gyre.h is not in {installation.headers}')


def check_no_private_header(installation):
    private = [path.name for path in installation.files() if path.name.endswith('-private.h')]
    if private:
        raise Failure(f'private headers are installed: {private}')


def check_completion(installation):
    """Where bash, zsh and fish look for what completes a program."""
    for place in ('bash-completion/completions/gyre', 'zsh/site-functions/_gyre', 'fish/vendor_completions.d/gyre.fish'):
        if not (installation.prefix / 'share' / place).is_file():
            raise Failure(f'share/{place} is not installed')


def check_umbrella_is_complete(installation):
    text = (installation.headers / 'gyre.h').read_text(encoding='utf-8')
    missing = [path.name for path in installation.public_headers() if f'#include "{path.name}"' not in text]
    if missing or not installation.public_headers():
        raise Failure(f'gyre.h does not include {missing or "anything"}')


def check_header_alone_is_refused(installation):
    """The guard: a program includes gyre.h and nothing else."""
    header = installation.public_headers()[0].name
    program = installation.work / 'alone.c'
    program.write_text(f'#include <{header}>\n', encoding='utf-8')
    done = subprocess.run([*installation.compiler, *installation.flags('--cflags'), '-fsyntax-only', program],
                          capture_output=True, encoding='utf-8', check=False)
    if done.returncode == 0 or 'Only <gyre.h>' not in done.stderr:
        raise Failure(f'{header} can be included directly\n{done.stderr}')


def compile_headers(installation, name, standard):
    """gyre.h as a program includes it, then each header without those that gyre.h puts before it."""
    flags = installation.flags('--cflags')
    folder = installation.work / f'{name}-{standard}'
    folder.mkdir()
    programs = [folder / 'umbrella.c']
    programs[0].write_text('#include <gyre.h>\nextern int unused;\n', encoding='utf-8')
    for header in installation.public_headers():
        programs.append(folder / f'{header.stem}.c')
        programs[-1].write_text(f'#define GYRE_INSIDE\n#include <{header.name}>\nextern int unused;\n', encoding='utf-8')
    with concurrent.futures.ThreadPoolExecutor(max_workers=2) as pool:
        list(pool.map(lambda program: run([name, f'-std={standard}', *WARNINGS, *flags, '-fsyntax-only', program]), programs))


def check_headers(name, standard):
    def check(installation):
        if shutil.which(name) is None:
            raise Skip(f'{name} is not here')
        compile_headers(installation, name, standard)
    return check


def build_and_run(installation, source):
    program = installation.work / source.stem
    run([*installation.compiler, *WARNINGS, '-std=gnu11', source, '-o', program, *installation.flags('--cflags', '--libs')])
    return run([program], env=os.environ | {'LD_LIBRARY_PATH': str(installation.libraries)})


def check_program(installation):
    """Built with nothing but what pkg-config says, and run."""
    output = build_and_run(installation, installation.source)
    if EXPECTED_OUTPUT not in output:
        raise Failure(f'expected {EXPECTED_OUTPUT!r} in what it prints, found {output!r}')


def check_kind(installation):
    """A kind of values that the library does not know."""
    output = build_and_run(installation, installation.source.with_name('kind-out-of-tree.c'))
    for expected in EXPECTED_COLOUR:
        if expected not in output:
            raise Failure(f'expected {expected!r} in what it prints, found {output!r}')


def check_symbols(installation):
    """Only what begins with gyre_ leaves the library."""
    library = next(installation.libraries.glob('libgyre-1.so'), None)
    if library is None:
        raise Failure(f'libgyre-1.so is not in {installation.libraries}')
    lines = run(['nm', '--dynamic', '--defined-only', '--extern-only', library]).splitlines()
    names = [line.split()[-1].split('@')[0] for line in lines if line.strip()]
    foreign = [name for name in names if not name.startswith(('gyre_', '_init', '_fini', '__'))]
    if foreign or not names:
        raise Failure(f'the library exports {foreign or "nothing"}')


def check_manual(installation):
    pages = [path for path in installation.files() if path.name == 'gyre.1']
    if len(pages) != 1 or '.Nm "gyre"' not in pages[0].read_text(encoding='utf-8'):
        raise Failure(f'the manual page of the program is not there: {pages}')
    if shutil.which('mandoc') is None:
        raise Skip('mandoc is not installed')
    run(['mandoc', '-Tlint', '-Wwarning', pages[0]])


def check_uninstall(installation):
    run(['ninja', '-C', installation.build, 'uninstall'])
    left = [str(path.relative_to(installation.stage)) for path in installation.files()]
    if left:
        raise Failure('left behind: ' + ', '.join(left))


CASES = {
    'installs-into-a-staging-folder': check_install,
    'private-headers-stay-at-home': check_no_private_header,
    'shells-find-what-completes': check_completion,
    'umbrella-includes-every-header': check_umbrella_is_complete,
    'header-of-its-own-is-refused': check_header_alone_is_refused,
    'library-exports-its-own-names-only': check_symbols,
    'program-out-of-tree-builds-and-runs': check_program,
    'kind-out-of-tree-is-a-kind-like-any-other': check_kind,
    **{f'headers-compile-alone-with-{name}-as-{standard}': check_headers(name, standard)
       for name, standard in itertools.product(COMPILERS, STANDARDS)},
    'the-program-has-a-manual-page': check_manual,
    'uninstall-leaves-nothing-behind': check_uninstall,
}


def run_cases(installation):
    failed = 0
    for number, (fact, check) in enumerate(CASES.items(), start=1):
        try:
            check(installation)
            print(f'ok {number} /install/{fact}', flush=True)
        except Skip as reason:
            print(f'ok {number} /install/{fact} # SKIP {reason}', flush=True)
        except (Failure, OSError) as failure:
            failed += 1
            print(f'not ok {number} /install/{fact}', flush=True)
            print('\n'.join(f'# {line}' for line in str(failure).splitlines()), flush=True)
    return failed


def main():
    print(f'1..{len(CASES)}', flush=True)
    with tempfile.TemporaryDirectory(prefix='gyre-install-') as folder:
        installation = Installation(sys.argv[1:], folder)
        # `ninja uninstall` goes by the log of the last installation. The one of the user must come through unharmed.
        log = installation.build / 'meson-logs' / 'install-log.txt'
        kept = log.read_bytes() if log.exists() else None
        try:
            return 1 if run_cases(installation) else 0
        finally:
            if kept is not None:
                log.write_bytes(kept)
            else:
                log.unlink(missing_ok=True)


if __name__ == '__main__':
    sys.exit(main())
