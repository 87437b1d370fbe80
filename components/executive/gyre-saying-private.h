/* gyre-saying-private.h: What a shard has to say to people
 *
 * SPDX-License-Identifier: LGPL-2.1-or-later
 */
#pragma once

#include "gyre-alert.h"
#include "gyre-slots-private.h"

typedef struct _GyreShard GyreShard;

/* What an alert is about: a line of a program, or what a component does. It becomes a locator only when somebody wants the alert. */
typedef struct
{
  const char *file;             /* NULL: no line of a program */
  guint line;
  const char *function;
  const char *behavior;         /* of the component; NULL: the component itself */
} GyreAlertPlace;

/* Any thread, inside of the shard or not: what @object (NULL: the executive itself) has to say. NULL when nobody wants to hear it. */
GyreAlert *gyre_shard_alert_valist (GyreShard            *self,
                                    gpointer              object,
                                    const GyreAlertPlace *place,
                                    GyreAlertLevel        level,
                                    const char           *format,
                                    va_list               arguments) G_GNUC_PRINTF (5, 0);
void       gyre_shard_alert        (GyreShard            *self,
                                    gpointer              object,
                                    const GyreAlertPlace *place,
                                    GyreAlertLevel        level,
                                    const char           *format,
                                    ...) G_GNUC_PRINTF (5, 6);

/* In a frame: what @slot (NULL: it has ended meanwhile) did failed with @error, which this takes. @behavior may be NULL. */
void       gyre_shard_tell_failure (GyreShard            *self,
                                    GyreSlot             *slot,
                                    const char           *behavior,
                                    const char           *what,
                                    GError               *error);

/* Any thread, without the lock or within a frame: an error that tells of @receiver says its name. Another thread does not wait for
 * the end of a frame for that. */
void       gyre_shard_name_receiver (GyreShard            *self,
                                     GyreHandle            receiver,
                                     GError              **error);
