import json
import subprocess

spring = json.loads(subprocess.check_output(['gyre', 'inspect', 'lab.spring', '--json']))
for trait in spring['traits']:
    print(trait['key'], trait['default'], trait['units'])
