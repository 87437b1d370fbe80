/* gyre-identity-private.h: Which component it is
 *
 * SPDX-License-Identifier: LGPL-2.1-or-later
 *
 * The word `number` of a component has the number of the instance within its class, above a few flags. The component's own
 * thread changes them; GYRE_IDENTITY_HANDED_OUT is set by others too, under a lock that `dispose` takes before it looks.
 */
#pragma once

#include "gyre-identity.h"

typedef enum
{
  GYRE_IDENTITY_ENDED = 1 << 0,          /* `dispose` has begun, or somebody has deleted it: it gets no handle any more */
  GYRE_IDENTITY_HANDED_OUT = 1 << 1,     /* a look-up has given out a reference, maybe while the last owner let go */
  GYRE_IDENTITY_SETTLED = 1 << 2,        /* its automatic name was asked for and stays */
  GYRE_IDENTITY_MARKED = 1 << 3,         /* with a # between class and number */
  GYRE_IDENTITY_NAMED = 1 << 4,          /* it was given a name */
  GYRE_IDENTITY_DELETING = 1 << 5,       /* somebody deletes it, or has done so */
  GYRE_IDENTITY_DELETED = 1 << 6,        /* it is deleted */
} GyreIdentityFlags;

#define GYRE_IDENTITY_FLAG_BITS 8

/* Of a component with a handle. From here on nobody gets the component from a handle. When a frame runs, in which its code can be in
 * the midst of something, it is held until the end of that, unless who deletes it does so; then TRUE. */
gboolean  gyre_identity_end        (GyreComponent  *component);

/* For the executive, whose thread this is. */
GyreHandle gyre_identity_find_name (GyreExecutive  *executive,
                                    const char     *name);
gboolean  gyre_identity_call       (gpointer             object,
                                    const char          *behavior,
                                    const GValue        *arguments,
                                    guint                n_arguments,
                                    const char * const  *texts,
                                    GValue              *result,
                                    GError             **error);
char     *gyre_identity_dup_name   (gpointer             object);

static inline guint64
gyre_identity_get_number (const GyreComponent *component)
{
  return __atomic_load_n (&component->number, __ATOMIC_RELAXED) >> GYRE_IDENTITY_FLAG_BITS;
}

static inline gboolean
gyre_identity_has (const GyreComponent *component, GyreIdentityFlags flag)
{
  return (__atomic_load_n (&component->number, __ATOMIC_RELAXED) & flag) != 0;
}

static inline void
gyre_identity_set (GyreComponent *component, GyreIdentityFlags flags)
{
  __atomic_fetch_or (&component->number, flags, __ATOMIC_RELAXED);
}

static inline void
gyre_identity_clear (GyreComponent *component, GyreIdentityFlags flags)
{
  __atomic_fetch_and (&component->number, ~(guint64) flags, __ATOMIC_RELAXED);
}

/* Of one without a handle that no look-up finds any more. If none ever has, nobody else changes the word, and to do so costs little. */
static inline void
gyre_identity_mark_ended (GyreComponent *component)
{
  guint64 word = __atomic_load_n (&component->number, __ATOMIC_RELAXED);

  if (G_UNLIKELY (word & GYRE_IDENTITY_HANDED_OUT))
    gyre_identity_set (component, GYRE_IDENTITY_ENDED);
  else
    __atomic_store_n (&component->number, word | GYRE_IDENTITY_ENDED, __ATOMIC_RELAXED);
}
