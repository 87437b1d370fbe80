#!/usr/bin/env python3
# test-completion.py: What bash, zsh and fish make of a line when TAB is pressed
#
# SPDX-License-Identifier: LGPL-2.1-or-later
#
# Usage: test-completion.py PROGRAM MODULE-FOLDER PERFORMER
# Each line is typed into a real shell in a pseudo terminal. The program that the shell finds completes as ours does; run, it writes down
# the words that it got, so that quotation marks and blanks are judged by the shell itself.
import json
import os
import pathlib
import pty
import select
import shutil
import subprocess
import sys
import time

from harness import MODULES, PROGRAM, environment, folder, gyre, run, write

SHELLS = [shell for shell in ('bash', 'zsh', 'fish') if shutil.which(shell)]
if 'CI' in os.environ and len(SHELLS) < 3:
    sys.exit('bash, zsh and fish are wanted')
BREAKS = ' \t\n"\'@><=;|&(:'
TAB, ENTER, LEFT = '\t', '\r', '\x1b[D'
programs = folder / 'bin'
words_file = folder / 'words'
PERFORMER = sys.argv[3]
bare = {'PATH': f'{programs}:/usr/bin:/bin', 'TERM': 'vt100', 'GYRE_MODULE_PATH': MODULES, 'HOME': str(folder), 'XDG_CACHE_HOME': str(folder / 'cache'),
        'XDG_RUNTIME_DIR': str(folder / 'runtime'), 'LC_ALL': 'C.UTF-8'}


def prepare():
    programs.mkdir()
    wrapper = programs / 'gyre'
    wrapper.write_text(f'''#!/bin/sh
case $1 in complete|completion) exec {PROGRAM} "$@" ;; esac
/usr/bin/python3 -c 'import json, sys; print(json.dumps(sys.argv[1:]))' "$@" >{words_file}.new && mv {words_file}.new {words_file}
''', encoding='utf-8')
    wrapper.chmod(0o755)
    # Asked by a shell it is the program; else it writes down its words.
    performer = programs / 'performer'
    performer.write_text(f'''#!/bin/sh
# completion_answer
[ -z "$GYRE_COMPLETION_FILE" ] || exec {PERFORMER} "$@"
/usr/bin/python3 -c 'import json, sys; print(json.dumps(sys.argv[1:]))' "$@" >{words_file}.new && mv {words_file}.new {words_file}
''', encoding='utf-8')
    performer.chmod(0o755)
    write('choir.pfg', 'performer.singer # alto:\n  pitch = 200\n')
    write('good.pfg', 'specimen.animal # cow:\n  legs = 3\nspecimen.animal # calf:\n  legs = 4\n')
    write('a blank.pfg', '')
    write('a:colon.pfg', '')
    (folder / 'one').mkdir()
    (folder / 'two folders').mkdir()


class Shell:
    """A shell that waits for a line."""

    def __init__(self, name, variables, program='', start=None):
        self.process, self.terminal = pty.fork()
        if self.process == 0:
            os.chdir(folder)
            words = {'bash': ['bash', '--norc', '--noprofile', '-i'], 'zsh': ['zsh', '-f', '-i'], 'fish': ['fish', '--no-config', '-i']}[name]
            os.execvpe(words[0], words, variables)
        self.seen = b''
        self.send(start or {'bash': "PS1='rea''dy> '; source <(gyre completion bash " + program + "); echo st''arted\r",
                   'zsh': "PS1='rea''dy> '; autoload -U compinit; compinit -u -D; source <(gyre completion zsh " + program + "); echo st''arted\r",
                   'fish': 'function fish_prompt; echo -n "rea""dy> "; end; gyre completion fish ' + program + ' | source; echo st""arted\r'}[name])
        self.wait(b'started')
        self.wait(b'ready> ')

    def send(self, text):
        os.write(self.terminal, text.encode())

    def wait(self, text):
        end = time.monotonic() + 60
        while text not in self.seen:
            assert time.monotonic() < end, f'no {text!r} in {self.seen!r}'
            if select.select([self.terminal], [], [], 0.1)[0]:
                self.seen += os.read(self.terminal, 4096)
        self.seen = self.seen[self.seen.index(text) + len(text):]

    def type(self, text):
        """The words that the program gets after that was typed."""
        words_file.unlink(missing_ok=True)
        self.send(text + ENTER)
        end = time.monotonic() + 60
        while not words_file.exists():
            assert time.monotonic() < end, f'{text!r} ran nothing: {self.seen!r}'
            if select.select([self.terminal], [], [], 0.01)[0]:
                self.seen += os.read(self.terminal, 4096)
        self.wait(b'ready> ')
        return json.loads(words_file.read_text(encoding='utf-8'))

    def end(self):
        os.close(self.terminal)
        try:
            os.kill(self.process, 9)
        except ProcessLookupError:
            pass
        os.waitpid(self.process, 0)


LINES = [
    # What is typed, and what the program gets.
    (f'gyre insp{TAB}', ['inspect']),
    (f'gyre configuration mig{TAB}', ['configuration', 'migrate']),
    (f'gyre list mo{TAB}', ['list', 'modules']),
    (f'gyre run specimen.f{TAB}', ['run', 'specimen.feeders.spoon']),
    (f'gyre inspect SpecimenAn{TAB}', ['inspect', 'SpecimenAnimal']),
    (f'gyre run specimen.animal sp{TAB}', ['run', 'specimen.animal', 'speak']),
    (f'gyre run x --stri{TAB}', ['run', 'x', '--strict']),
    (f'gyre configuration dump --form{TAB}ya{TAB}', ['configuration', 'dump', '--format=yaml']),
    (f'gyre run x --clock vir{TAB}', ['run', 'x', '--clock', 'virtual']),
    (f'gyre run x --specimen.an{TAB}so{TAB}me{TAB}', ['run', 'x', '--specimen.animal.sound=meow']),
    (f'gyre run x --specimen.animal.feeder.{TAB}2', ['run', 'x', '--specimen.animal.feeder.size=2']),
    (f'gyre run x --specimen.animal.feeder={TAB}', ['run', 'x', '--specimen.animal.feeder=specimen.feeders.spoon']),
    (f'gyre run x --specimen.animal.is-tame=f{TAB}', ['run', 'x', '--specimen.animal.is-tame=false']),
    (f'gyre run x --specimen.vault.keys={TAB}', ['run', 'x', '--specimen.vault.keys=()']),
    (f'gyre run --config=goo{TAB}', ['run', '--config=good.pfg']),
    (f'gyre run --config=good.pfg specimen.animal#co{TAB}', ['run', '--config=good.pfg', 'specimen.animal#cow']),
    (f'gyre run --config good.pfg x --calf.le{TAB}4', ['run', '--config', 'good.pfg', 'x', '--calf.legs=4']),
    (f'gyre configuration check goo{TAB}', ['configuration', 'check', 'good.pfg']),
    # Blanks, colons and quotation marks.
    (f'gyre configuration check a\\ bl{TAB}', ['configuration', 'check', 'a blank.pfg']),
    (f'gyre configuration check "a bl{TAB}', ['configuration', 'check', 'a blank.pfg']),
    (f'gyre run --config=a\\ bl{TAB}', ['run', '--config=a blank.pfg']),
    (f'gyre configuration check a:co{TAB}', ['configuration', 'check', 'a:colon.pfg']),
    (f'gyre list --module-path=one:tw{TAB}', ['list', '--module-path=one:two folders']),
    (f'gyre run "specimen.fe{TAB}', ['run', 'specimen.feeders.spoon']),
    (f"gyre run 'specimen.fe{TAB}", ['run', 'specimen.feeders.spoon']),
    (f'gyre run "x" "--specimen.animal.sound=me{TAB}', ['run', 'x', '--specimen.animal.sound=meow']),
    (f'gyre run x --specimen.animal.sound="me{TAB}', ['run', 'x', '--specimen.animal.sound=meow']),
    # Letters that are longer than a byte before the cursor.
    (f'gyre run größe --specimen.animal.sound=me{TAB}', ['run', 'größe', '--specimen.animal.sound=meow']),
    # The cursor in the middle of the line.
    (f'gyre run specimen.fe x{LEFT}{LEFT}{TAB}', ['run', 'specimen.feeders.spoon', 'x']),
    # Nothing is offered where nothing is known.
    (f'gyre run --name=spec{TAB}x', ['run', '--name=specx']),
    (f'gyre call x{TAB}y', ['call', 'xy']),
]


PROGRAM_LINES = [
    # The same of a program of a user.
    (f'performer --performer.si{TAB}pi{TAB}2', ['--performer.singer.pitch=2']),
    (f'performer --performer.singer.mood=s{TAB}', ['--performer.singer.mood=sad']),
    (f'performer --specimen.an{TAB}so{TAB}me{TAB}', ['--specimen.animal.sound=meow']),
    (f'performer --config=choir.pfg --alto.pi{TAB}3', ['--config=choir.pfg', '--alto.pitch=3']),
    (f'performer choir.pfg --alto.mood=g{TAB}', ['choir.pfg', '--alto.mood=glad']),
    (f'performer --conf{TAB}choi{TAB}', ['--config=choir.pfg']),
    (f'performer --lou{TAB}--tune=w{TAB}', ['--loud', '--tune=waltz']),
    (f'performer --score=a\\ bl{TAB}', ['--score=a blank.pfg']),
    (f'performer choi{TAB}', ['choir.pfg']),
    (f'performer x -- a\\ bl{TAB}', ['x', '--', 'a blank.pfg']),
]


def type_lines(name, variables, lines=LINES, program=''):
    shell = Shell(name, variables, program)
    wrong = []
    try:
        for line, wanted in lines:
            # zsh takes the slash of a folder away when the line ends there.
            words = [word.rstrip('/') for word in shell.type(line)]
            if words != wanted:
                wrong.append(f'{line!r}: {words}, not {wanted}')
    finally:
        shell.end()
    assert not wrong, '\n'.join(wrong)


def bash_completes_lines():
    type_lines('bash', environment | bare)


def zsh_completes_lines():
    type_lines('zsh', environment | bare)


def fish_completes_lines():
    type_lines('fish', environment | bare)


def bash_completes_programs():
    type_lines('bash', environment | bare, PROGRAM_LINES, 'performer')


def zsh_completes_programs():
    type_lines('zsh', environment | bare, PROGRAM_LINES, 'performer')


def fish_completes_programs():
    type_lines('fish', environment | bare, PROGRAM_LINES, 'performer')


def zsh_finds_the_files_of_its_function_path():
    functions = folder / 'functions'
    functions.mkdir()
    (functions / '_gyre').write_text(gyre('completion', 'zsh')[0], encoding='utf-8')
    (functions / '_performer').write_text(gyre('completion', 'zsh', 'performer')[0], encoding='utf-8')
    shell = Shell('zsh', environment | bare, start=f"PS1='rea''dy> '; fpath=({functions} $fpath); autoload -U compinit; compinit -u -D; echo st''arted\r")
    try:
        for line, wanted in (LINES[0], LINES[3], PROGRAM_LINES[0], PROGRAM_LINES[1], LINES[0]):
            assert shell.type(line) == wanted, line
    finally:
        shell.end()


def offered_by(program, *words, **variables):
    done = subprocess.run([PROGRAM, 'complete', 'program', 'fish', program, *words], capture_output=True, encoding='utf-8', cwd=folder,
                          env=environment | bare | variables, check=True)
    mode, *lines = done.stdout.splitlines()
    return [line.split('\t')[0] for line in lines] if mode == 'words' else [mode]


def a_program_that_does_not_answer_is_never_run():
    """It would do whatever it is for."""
    silent = programs / 'silent'
    silent.write_text(f'#!/bin/sh\ntouch {folder}/has-run\n', encoding='utf-8')
    silent.chmod(0o755)
    assert offered_by('silent', '--') == offered_by('nowhere', '--') == offered_by(str(folder), '--') == ['files']
    assert not (folder / 'has-run').exists()


def a_program_that_does_not_end_is_ended():
    endless = programs / 'endless'
    endless.write_text(f'#!/bin/sh\n# completion_answer\necho $$ >{folder}/endless.pid\nexec sleep 1000\n', encoding='utf-8')
    endless.chmod(0o755)
    assert offered_by('endless', '--') == ['files']
    assert not pathlib.Path(f"/proc/{(folder / 'endless.pid').read_text().strip()}").exists()


def a_program_is_asked_once_until_it_changes():
    asked = folder / 'asked'
    counting = programs / 'counting'
    counting.write_text(f'#!/bin/sh\n# completion_answer\necho >>{asked}\nexec {folder}/copy\n', encoding='utf-8')
    counting.chmod(0o755)
    shutil.copy(PERFORMER, folder / 'copy')
    options = ['--config=', '--loud', '--score=', '--tune=']
    variables = {'LD_LIBRARY_PATH': str(pathlib.Path(PROGRAM).resolve().parent.parent.parent / 'library')}
    for _ in range(3):
        assert offered_by('counting', '--', **variables) == options
    assert asked.read_text() == '\n'
    (folder / 'copy').unlink()
    shutil.copy(PERFORMER, folder / 'copy')
    assert offered_by('counting', '--', **variables) == options and asked.read_text() == '\n\n'
    assert offered_by('counting', '--', **variables, GYRE_MODULE_PATH=f'{MODULES}/crew') == options, 'another path is another question'
    assert '--crew.counter.' in offered_by('counting', '--crew.', **variables, GYRE_MODULE_PATH=f'{MODULES}/crew')
    assert offered_by(str(counting), '--l', **variables) == ['--loud']


def the_program_itself_takes_what_is_offered():
    done = subprocess.run([PERFORMER, '--loud', 'word', '--performer.singer.mood=sad'], capture_output=True, encoding='utf-8', check=True, cwd=folder,
                          env=environment | bare)
    assert done.stdout == 'loud 1, tune none\nword\n'


def names_of_programs_mean_nothing_to_a_shell():
    for name in ('a b', '$(x)', ';', '-x', "'", 'a/b'):
        output, mistakes = gyre('completion', 'bash', '--', name, code=2)
        assert output == '' and 'is no name of a program' in mistakes
    assert gyre('completion', 'zsh', 'one', 'two')[0].startswith('#compdef one two\n')


def almost_no_environment_is_enough():
    for name in SHELLS:
        shell = Shell(name, {'PATH': bare['PATH'], 'GYRE_MODULE_PATH': MODULES, 'TERM': 'vt100'})
        try:
            assert shell.type(f'gyre run specimen.f{TAB}') == ['run', 'specimen.feeders.spoon'], name
        finally:
            shell.end()


def offered(*words, shell='fish'):
    done = subprocess.run([PROGRAM, 'complete', shell, 'gyre', *words], capture_output=True, encoding='utf-8', cwd=folder, env=environment | bare,
                          check=True)
    mode, *lines = done.stdout.splitlines()
    return [line.split('\t')[0] for line in lines] if mode == 'words' else [mode]


def every_verb_and_option_is_offered():
    for words, group in ((['--help'], []), (['configuration', '--help'], ['configuration'])):
        lines = gyre(*words)[0].splitlines()
        verbs = [line.split()[0] for line, next in zip(lines, lines[1:]) if line.startswith('  ') and next.startswith('      ')
                 and line[2] != ' ']
        assert verbs and offered(*group, '') == sorted(verbs), verbs
    names = {word.split('=')[0] for line in gyre('--help')[0].splitlines() for word in line.split()[:2] if word.startswith('--')
             and '.' not in word}
    lines = [[verb] for verb in offered('')] + [['configuration', verb] for verb in offered('configuration', '')]
    assert names and names == {option.rstrip('=') for line in lines for option in offered(*line, '--')}


def options_are_offered_where_they_mean_something():
    assert '--write' in offered('configuration', 'migrate', '--') and '--write' not in offered('configuration', 'check', '--')
    assert '--frames=' in offered('run', 'x', '--') and '--frames=' not in offered('inspect', 'x', '--')
    assert offered('top', '--o') == ['--once'] and offered('--o') == []
    assert offered('run', 'x', '--', '--') == []


def words_are_offered_by_what_stands_before_them():
    assert offered('graph', '') == ['classes', 'components', 'interfaces']
    assert offered('graph', 'classes', 'sp') == ['specimen'] and offered('graph', 'components', 'specimen.v') == ['specimen.vault']
    assert offered('graph', 'classes', '--format=s') == ['--format=svg'] and '--format=html' in offered('document', '--format=')
    assert offered('configuration', 'template', 'specimen.vault', '--format=p') == ['--format=pfg', '--format=pml']
    assert offered('configuration', 'schema', 'specimen.feeders') == ['specimen.feeders.spoon']
    assert offered('inspect', 'specimen.feeders') == ['specimen.feeders', 'specimen.feeders.spoon']


def internal_classes_are_not_offered():
    assert offered('run', 'specimen.n') == []


def what_runs_is_offered():
    with subprocess.Popen([PROGRAM, f'--module-path={MODULES}/crew', 'run', 'crew.counter#c', '--rate=200', '--name=prog'], cwd=folder,
                          env=environment | bare, stdin=subprocess.DEVNULL, stdout=subprocess.DEVNULL) as process:
        try:
            while offered('top', '--at=pr') != ['--at=prog']:
                assert process.poll() is None
                time.sleep(0.01)
            crew = f'--module-path={MODULES}/crew'
            assert offered('list', '--at', '') == ['prog'] and offered('pause', '') == ['c']
            assert offered(crew, 'get', '') == ['c.'] and 'c.step' in offered(crew, 'get', 'c.')
            assert 'add' in offered(crew, 'call', 'c', '')
            assert offered(crew, 'set', 'c.step', '') == ['1']
        finally:
            process.terminate()


def a_verb_for_shells_is_in_no_help():
    assert 'complete ' not in gyre('--help')[0]
    assert 'shell' in gyre('completion', 'tcsh', code=2)[1]
    assert 'did you mean' in gyre('completion', 'bsh', code=2)[1]


prepare()
cases = [(bash_completes_lines, 'bash'), (zsh_completes_lines, 'zsh'), (fish_completes_lines, 'fish'), (bash_completes_programs, 'bash'),
         (zsh_completes_programs, 'zsh'), (fish_completes_programs, 'fish'), (zsh_finds_the_files_of_its_function_path, 'zsh')]
run(*(case for case, shell in cases if shell in SHELLS), almost_no_environment_is_enough, every_verb_and_option_is_offered,
    options_are_offered_where_they_mean_something, words_are_offered_by_what_stands_before_them, internal_classes_are_not_offered, what_runs_is_offered, a_verb_for_shells_is_in_no_help,
    a_program_that_does_not_answer_is_never_run, a_program_that_does_not_end_is_ended, a_program_is_asked_once_until_it_changes,
    the_program_itself_takes_what_is_offered, names_of_programs_mean_nothing_to_a_shell)
