/* gyre-alert.h: What a component has to say to people
 *
 * SPDX-License-Identifier: LGPL-2.1-or-later
 */
#pragma once

#include "gyre-instruction.h"
#include "gyre-locator.h"

GYRE_BEGIN_DECLARATIONS

/**
 * GyreAlertLevel:
 * @GYRE_ALERT_ERROR: something failed; never suppressed
 * @GYRE_ALERT_WARNING: something is not as it should be
 * @GYRE_ALERT_NOTICE: something that matters happened
 * @GYRE_ALERT_INFORMATION: what happens
 * @GYRE_ALERT_DETAIL: what happens, in detail
 * @GYRE_ALERT_DEBUG: what only who writes the component wants to know
 *
 * How much an alert matters; less as the number grows.
 *
 * Since: 0.1
 */
typedef enum
{
  GYRE_ALERT_ERROR,
  GYRE_ALERT_WARNING,
  GYRE_ALERT_NOTICE,
  GYRE_ALERT_INFORMATION,
  GYRE_ALERT_DETAIL,
  GYRE_ALERT_DEBUG,
} GyreAlertLevel;

#define GYRE_TYPE_ALERT_LEVEL (gyre_alert_level_get_type ())
GType       gyre_alert_level_get_type  (void);
const char *gyre_alert_level_get_name  (GyreAlertLevel  level);
gboolean    gyre_alert_level_from_name (const char     *name,
                                        GyreAlertLevel *level);

#define GYRE_TYPE_ALERT (gyre_alert_get_type ())
/**
 * GyreAlert:
 *
 * One alert as those see it who take alerts: who says what, how much it matters, when and where. Counted references.
 *
 * Since: 0.1
 */
typedef struct _GyreAlert GyreAlert;

GType          gyre_alert_get_type     (void);
GyreAlert     *gyre_alert_ref          (GyreAlert       *self);
void           gyre_alert_unref        (GyreAlert       *self);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (GyreAlert, gyre_alert_unref)
GyreAlertLevel gyre_alert_get_level    (const GyreAlert *self);
const char    *gyre_alert_get_message  (const GyreAlert *self);
const char    *gyre_alert_get_name     (const GyreAlert *self);
const char    *gyre_alert_get_family   (const GyreAlert *self);
GyreHandle     gyre_alert_get_handle   (const GyreAlert *self);
GyreLocator   *gyre_alert_get_locator  (const GyreAlert *self);
gint64         gyre_alert_get_date     (const GyreAlert *self);
guint64        gyre_alert_get_frame    (const GyreAlert *self);
char          *gyre_alert_to_string    (const GyreAlert *self);
char          *gyre_alert_to_json      (const GyreAlert *self);

/**
 * GyreAlertFunction:
 * @alert: an alert
 * @user_data: of whoever connected it
 *
 * Takes an alert.
 *
 * Since: 0.1
 */
typedef void (*GyreAlertFunction) (GyreAlert *alert,
                                   gpointer   user_data);

GYRE_END_DECLARATIONS
