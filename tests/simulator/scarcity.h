/* scarcity.h: Memory that is missing once
 *
 * SPDX-License-Identifier: LGPL-2.1-or-later
 *
 * Every way in which the library asks for memory that can be missing is replaced in a program that is linked with this. What GLib
 * allocates for itself is not touched: it ends the program when there is none.
 */
#pragma once

#include <glib.h>

/* From now on, the allocation of that number is refused; the first is 0. -1: none is. */
void     scarcity_begin (gint number);

/* Whether it was refused. */
gboolean scarcity_end   (void);

/* Since the last beginning, how often the library has asked in a way that would end the program. */
guint    scarcity_get_n_fatal (void);
