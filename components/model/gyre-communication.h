/* gyre-communication.h: What components have to say to each other, and to people
 *
 * SPDX-License-Identifier: LGPL-2.1-or-later
 */
#pragma once

#include "gyre-alert.h"
#include "gyre-component.h"
#include "gyre-post.h"
#include "gyre-request.h"
#include "gyre-send.h"

GYRE_BEGIN_DECLARATIONS

/* Messages. A class that sets `receive` gets them as they come; others read them when they want. */
gboolean     gyre_component_send_to       (GyreComponent     *self,
                                           const char        *receiver,
                                           gconstpointer      data,
                                           gsize              size,
                                           GError           **error);
gboolean     gyre_component_send          (GyreComponent     *self,
                                           GyreHandle         receiver,
                                           GQuark             kind,
                                           gconstpointer      data,
                                           gsize              size,
                                           GyreMessageFlags   flags,
                                           GError           **error);
gboolean     gyre_component_send_variant  (GyreComponent     *self,
                                           GyreHandle         receiver,
                                           GQuark             kind,
                                           GVariant          *variant,
                                           GyreMessageFlags   flags,
                                           GError           **error);
GyreMessage *gyre_component_read          (GyreComponent     *self,
                                           GQuark             kind);
GPtrArray   *gyre_component_read_messages (GyreComponent     *self);

/* Questions with answers, and what is said to all who want to hear it: in the thread of the executive. */
GyreReply   *gyre_component_request       (GyreComponent     *self,
                                           GyreHandle         receiver,
                                           GQuark             kind,
                                           gconstpointer      data,
                                           gsize              size,
                                           gint64             patience,
                                           GError           **error);
gboolean     gyre_component_reply         (GyreComponent     *self,
                                           const GyreMessage *request,
                                           gconstpointer      data,
                                           gsize              size,
                                           GError           **error);
gboolean     gyre_component_reply_to      (GyreComponent     *self,
                                           guint64            number,
                                           gconstpointer      data,
                                           gsize              size,
                                           GError           **error);
gboolean     gyre_component_subscribe     (GyreComponent     *self,
                                           const char        *topic,
                                           GError           **error);
gboolean     gyre_component_unsubscribe   (GyreComponent     *self,
                                           const char        *topic);
guint        gyre_component_publish       (GyreComponent     *self,
                                           const char        *topic,
                                           gconstpointer      data,
                                           gsize              size,
                                           GError           **error);

/* Instructions. */
guint64      gyre_component_post          (GyreComponent     *self,
                                           const char        *behavior,
                                           gint64             delay,
                                           GError           **error);

/* Alerts. */
void         gyre_component_alert_from    (GyreComponent     *self,
                                           const char        *file,
                                           guint              line,
                                           const char        *function,
                                           GyreAlertLevel     level,
                                           const char        *format,
                                           ...) G_GNUC_PRINTF (6, 7);

/**
 * gyre_component_alert: (skip)
 * @self: a component
 * @level: how much it matters
 * @...: what is said, as printf () has it, and its arguments
 *
 * Says something to people. The alert tells the line of the program that says it. Where the component's class has a trait
 * `verbosity`, what matters less is not said; errors always are. What nobody wants to hear is not even made into text. Any thread.
 *
 * Since: 0.1
 */
#define gyre_component_alert(self, level, ...) gyre_component_alert_from ((self), __FILE__, __LINE__, G_STRFUNC, (level), __VA_ARGS__)

void         gyre_component_alert_and     (GyreComponent     *self,
                                           GyreAlertLevel     level,
                                           GyreAlertFunction  callback,
                                           gpointer           user_data,
                                           GyreInstruction   *instruction,
                                           const char        *format,
                                           ...) G_GNUC_PRINTF (6, 7);

GYRE_END_DECLARATIONS
