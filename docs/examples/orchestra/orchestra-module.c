/* orchestra-module.c: What the module brings
 *
 * SPDX-License-Identifier: LGPL-2.1-or-later
 */
#include "orchestra.h"

GType orchestra_strings_get_type (void);
GType orchestra_winds_get_type (void);
GType orchestra_brass_get_type (void);
GType orchestra_percussion_get_type (void);
GType orchestra_soloist_get_type (void);
GType orchestra_conductor_get_type (void);
GType orchestra_stage_get_type (void);
GType orchestra_critic_get_type (void);
GType orchestra_usher_get_type (void);

GYRE_MODULE (orchestra_player_get_type, orchestra_strings_get_type, orchestra_winds_get_type, orchestra_brass_get_type,
             orchestra_percussion_get_type, orchestra_soloist_get_type, orchestra_conductor_get_type, orchestra_stage_get_type,
             orchestra_critic_get_type, orchestra_usher_get_type)
