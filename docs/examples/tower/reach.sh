#!/bin/sh
# reach.sh: Runs a clock in the background and reaches it with what stands behind
#
# SPDX-License-Identifier: LGPL-2.1-or-later
#
# Usage: reach.sh "gyre get clock.hour" … ; each is shown and done.
XDG_RUNTIME_DIR=$(mktemp -d) || exit 1
export XDG_RUNTIME_DIR
gyre run 'tower.clock#clock' --tower.clock.priority='1 h' --tower.clock.phase='1 h' --name=tower &
until gyre list programs | grep -q tower; do sleep 0.02; done
for command; do
  echo "\$ $command"
  eval "$command" 2>&1
done
kill -INT $!
wait $!
rm -r "$XDG_RUNTIME_DIR"
