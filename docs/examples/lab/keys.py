# keys.py: What can be configured about a spring, for a program that reads descriptions
#
# SPDX-License-Identifier: LGPL-2.1-or-later
import json
import subprocess

spring = json.loads(subprocess.check_output(['gyre', 'inspect', 'lab.spring', '--json']))
for trait in spring['traits']:
    print(trait['key'], trait['default'], trait['units'])
