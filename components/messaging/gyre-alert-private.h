/* gyre-alert-private.h: How an alert is made
 *
 * SPDX-License-Identifier: LGPL-2.1-or-later
 */
#pragma once

#include "gyre-alert.h"

/* Who says it, and when; the strings are copied. */
typedef struct
{
  const char *name;
  const char *family;
  GyreHandle handle;
  GyreLocator *locator;
  guint64 frame;
} GyreAlertOrigin;

GyreAlert *gyre_alert_new (GyreAlertLevel         level,
                           const GyreAlertOrigin *origin,
                           gint64                 date,
                           char                  *message);
