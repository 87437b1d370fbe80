/* gyre-action-private.h: Action signals of an object, called by name
 *
 * SPDX-License-Identifier: LGPL-2.1-or-later
 */
#pragma once

#include <glib-object.h>

/* Signals that GObject code may emit from outside, and those only. Returns: 0 for none. */
guint    gyre_action_find            (GObject             *object,
                                      const char          *name);

/* @result is empty, and stays so for an action that gives nothing. */
gboolean gyre_action_call            (GObject             *object,
                                      guint                action,
                                      const GValue        *arguments,
                                      guint                n_arguments,
                                      GValue              *result,
                                      GError             **error);
gboolean gyre_action_call_with_texts (GObject             *object,
                                      guint                action,
                                      const char * const  *texts,
                                      GValue              *result,
                                      GError             **error);
