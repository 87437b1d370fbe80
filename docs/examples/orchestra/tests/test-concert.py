#!/usr/bin/python3
# test-concert.py: The concert is what it should be, each time, and settings change it
# SPDX-License-Identifier: LGPL-2.1-or-later
"""Usage: test-concert.py CONCERT CONFIGURATION GOLDEN GYRE"""
import os
import re
import subprocess
import sys
import tempfile
import time

PROGRAM, CONFIGURATION, GOLDEN, GYRE = sys.argv[1:5]


def concert(*arguments):
    done = subprocess.run([PROGRAM, CONFIGURATION, *arguments], stdout=subprocess.PIPE, stderr=subprocess.PIPE, text=True,
                          timeout=60, check=False, env=dict(os.environ, LC_ALL='C.UTF-8'))
    return done


def story(*arguments):
    done = concert(*arguments)
    assert done.returncode == 0, done.stderr
    return done.stdout


def notes(text, section):
    found = re.search(rf'(\d+) notes of orchestra\.{section}\n', text)
    return int(found[1]) if found else 0


def the_story_is_the_golden_one():
    with open(GOLDEN, encoding='utf-8') as file:
        assert story() == file.read(), story()


def the_same_seed_gives_the_same_story():
    assert story('7') == story('7')


def another_seed_gives_another_story():
    assert story('7') != story('8')


def without_slips_every_note_is_played():
    text = story('--winds-1.clumsiness=0', '--brass-2.clumsiness=0')
    assert 'failed' not in text and 'hires' not in text, text
    # Twelve notes a cue; every beat a note of percussion, in the frames 1, 21, … 781.
    assert notes(text, 'soloist') == 24
    assert notes(text, 'percussion') == 8 * 40
    # From the frame behind the beat 9 to the beat 17 the brass rests: 4 of its 20 notes.
    assert notes(text, 'brass') == 12 * 16, text


def who_rests_plays_nothing():
    quiet = '--conductor.score=(1: (brass rest))', '--brass-2.clumsiness=0'
    assert notes(story(*quiet), 'brass') == 0
    assert notes(story(*quiet, '--conductor.beats=5'), 'brass') == 0


def who_returns_does_not_make_up_for_it():
    text = story('--conductor.score=(2: (strings rest), 40: (strings return))', '--strings-1.priority=250 ms')
    assert 60 * 4 <= notes(text, 'strings') <= 60 * 6, text


def configuration_decides_how_many_there_are():
    text = story('--conductor.seats=(strings: 2, brass: 1)', '--strings-1.priority=250 ms', '--conductor.score=()')
    assert notes(text, 'winds') == 0 and notes(text, 'strings') == 2 * 81, text


def who_gives_up_is_replaced_and_who_restarts_is_not():
    text = story('--brass-2.clumsiness=0', '--winds-1.clumsiness=1')
    assert text.count('winds-1: its run failed, and it has stopped') == 1, text
    assert text.count('conductor: dismisses winds-1') == 1 and text.count('conductor: hires substitute-1') == 1, text
    text = story('--brass-2.clumsiness=1', '--winds-1.clumsiness=0')
    assert text.count('brass-2: its run failed, and it is started again') > 1 and 'dismisses' not in text, text


def nobody_listens_and_the_others_go_on():
    text = story('--strings-2.listener=nobody', '--winds-1.clumsiness=0', '--brass-2.clumsiness=0')
    assert 'strings-2: its run failed, and it has stopped: there is no component “nobody” to send to' in text, text
    assert notes(text, 'percussion') == 8 * 40


def the_critic_hears_the_latest_news_only():
    text = story('--critic.memory-size=20')
    assert 'has noticed 1 things, lastly “brass forte”' in text, text


def errors_are_printed_too():
    done = concert('--brass-2.clumsiness=1')
    assert re.search(r'^error: brass-2: \S*orchestra-player\.c:\d+: its run failed', done.stderr, re.MULTILINE), done.stderr


def a_conductor_who_fails_ends_the_concert():
    text = story('--strings-1.clumsiness=2')
    assert 'conductor: its run failed, and it has stopped: ' in text and 'clumsiness: must be at least 0' in text, text
    assert '     1 frames' in text, text


def a_wrong_setting_is_told_before_anything_runs():
    done = concert('--conductor.beats=many')
    assert done.returncode == 1 and 'beats' in done.stderr and done.stdout == '', done.stderr


def gyre(environment, *arguments):
    return subprocess.run([GYRE, *arguments], stdout=subprocess.PIPE, stderr=subprocess.STDOUT, text=True, timeout=60, check=False,
                          env=environment).stdout


def a_concert_with_a_name_can_be_reached():
    with tempfile.TemporaryDirectory() as folder:
        environment = dict(os.environ, LC_ALL='C.UTF-8', XDG_RUNTIME_DIR=folder)
        with subprocess.Popen([PROGRAM, CONFIGURATION, '--name=tonight', '--conductor.beats=4'], stdout=subprocess.PIPE, stderr=subprocess.DEVNULL, text=True,
                              env=environment) as playing:
            while 'tonight' not in gyre(environment, 'list', 'programs') and playing.poll() is None:
                time.sleep(0.02)
            while 'orchestra.usher' not in (cast := gyre(environment, 'list', '--at=tonight')) and playing.poll() is None:
                time.sleep(0.02)
            beats = gyre(environment, 'get', 'conductor.beats', '--at=tonight')
            told = playing.communicate(timeout=60)[0]
        assert 'running' in cast and beats == '4\n', cast + beats
        assert playing.returncode == 0 and told.startswith('  0.0') and 'notes of orchestra.strings' in told, told
        assert not os.listdir(os.path.join(folder, 'gyre'))


CASES = [the_story_is_the_golden_one, the_same_seed_gives_the_same_story, another_seed_gives_another_story,
         without_slips_every_note_is_played, who_rests_plays_nothing, who_returns_does_not_make_up_for_it,
         configuration_decides_how_many_there_are, who_gives_up_is_replaced_and_who_restarts_is_not,
         nobody_listens_and_the_others_go_on, the_critic_hears_the_latest_news_only, errors_are_printed_too,
         a_conductor_who_fails_ends_the_concert, a_wrong_setting_is_told_before_anything_runs, a_concert_with_a_name_can_be_reached]


def main():
    failed = 0
    print(f'1..{len(CASES)}')
    for number, case in enumerate(CASES, 1):
        problem = None
        try:
            case()
        except AssertionError as error:
            problem = str(error)
        print('ok' if problem is None else 'not ok', number, f'/orchestra/concert/{case.__name__.replace("_", "-")}')
        if problem is not None:
            failed += 1
            print('\n'.join('# ' + line for line in problem.splitlines()))
    return 1 if failed else 0


if __name__ == '__main__':
    sys.exit(main())
