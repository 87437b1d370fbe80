/* gyre-snapshot-private.h: The form of a snapshot
 *
 * SPDX-License-Identifier: LGPL-2.1-or-later
 *
 * All components stand in one list, so that no tree is too deep for GVariant: the root first, each parent before its children. A
 * value is a text (s), the number of a component (u), or those of several (au, a{su}).
 */
#pragma once

#include "gyre-snapshot.h"

/* Name, value, category, file and line of the place. */
#define GYRE_SNAPSHOT_VALUE "(svysu)"

/* The same with the name of the shape behind the name; none of a text that follows others. */
#define GYRE_SNAPSHOT_ATTRIBUTE "(ssvysu)"

/* The parent, or one of the two below; whether the class is said by its family; the class; the name, or nothing. */
#define GYRE_SNAPSHOT_NODE "(ibssa" GYRE_SNAPSHOT_VALUE "a" GYRE_SNAPSHOT_ATTRIBUTE ")"
#define GYRE_SNAPSHOT_ROOT (-1)
#define GYRE_SNAPSHOT_PART (-2)

/* The component, the behavior, whether the arguments are just texts, shape and value of each, the priority, nanoseconds left. */
#define GYRE_SNAPSHOT_INSTRUCTION "(usba(sv)ix)"

/* The components around it; its class; name and value of each property. */
#define GYRE_SNAPSHOT_OBJECT "(ausa(sv))"

/* The component, its state, whether it is paused, whether it was stopped; frames and nanoseconds between its runs; frames until the
 * next; whether it runs once; the policy of restarts and its pause; nanoseconds until the next run; failures in a row. */
#define GYRE_SNAPSHOT_PROCESS "(uybbuxxbyxxu)"

/* The receiver, the sender or -1, the kind, whether it is a value, whether it is for the next frame, the bytes. */
#define GYRE_SNAPSHOT_MESSAGE "(uisbbay)"

/* The version, components, instructions; and what came with version 2. */
#define GYRE_SNAPSHOT_TYPE_1 "(ua" GYRE_SNAPSHOT_NODE "a" GYRE_SNAPSHOT_INSTRUCTION ")"
#define GYRE_SNAPSHOT_TYPE "(ua" GYRE_SNAPSHOT_NODE "a" GYRE_SNAPSHOT_INSTRUCTION "a" GYRE_SNAPSHOT_OBJECT "a" GYRE_SNAPSHOT_PROCESS \
                           "a" GYRE_SNAPSHOT_MESSAGE ")"

/* Where something was said of which the snapshot does not know the place. */
#define GYRE_SNAPSHOT_PLACE "a snapshot"

const GVariantType *gyre_snapshot_get_type_of (guint32 version);

/* The bytes of a file. */
GBytes   *gyre_snapshot_pack   (GVariant  *snapshot);
GVariant *gyre_snapshot_unpack (GBytes    *bytes,
                                GError   **error);
