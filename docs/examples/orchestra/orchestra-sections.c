/* orchestra-sections.c: Those who have a seat: players that differ in what they play and how often
 *
 * SPDX-License-Identifier: LGPL-2.1-or-later
 */
#include "orchestra.h"

typedef OrchestraPlayer OrchestraStrings, OrchestraWinds, OrchestraBrass, OrchestraPercussion;
typedef OrchestraPlayerClass OrchestraStringsClass, OrchestraWindsClass, OrchestraBrassClass, OrchestraPercussionClass;

GYRE_DEFINE_COMPONENT (OrchestraStrings, orchestra_strings, ORCHESTRA_TYPE_PLAYER,
  GYRE_TRAITS (), GYRE_BEHAVIORS (),
  GYRE_DEFAULTS ({ "priority", "250 ms" }, { "melody", "(e, f, g, a)" }),
  .family = "orchestra.strings",
  .summary = "those who bow")

GYRE_DEFINE_COMPONENT (OrchestraWinds, orchestra_winds, ORCHESTRA_TYPE_PLAYER,
  GYRE_TRAITS (), GYRE_BEHAVIORS (),
  GYRE_DEFAULTS ({ "priority", "500 ms" }, { "melody", "(c, d, e)" }),
  .family = "orchestra.winds",
  .summary = "those who blow wood")

GYRE_DEFINE_COMPONENT (OrchestraBrass, orchestra_brass, ORCHESTRA_TYPE_PLAYER,
  GYRE_TRAITS (), GYRE_BEHAVIORS (),
  GYRE_DEFAULTS ({ "priority", "1 s" }, { "melody", "(c, g)" }),
  .family = "orchestra.brass",
  .summary = "those who blow brass")

/* A plain number counts frames. */
GYRE_DEFINE_COMPONENT (OrchestraPercussion, orchestra_percussion, ORCHESTRA_TYPE_PLAYER,
  GYRE_TRAITS (), GYRE_BEHAVIORS (),
  GYRE_DEFAULTS ({ "priority", "5" }, { "melody", "(boom, tick, tick, tick)" }),
  .family = "orchestra.percussion",
  .summary = "those who beat")
