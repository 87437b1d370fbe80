/* gyre-event.h: What a configuration says, one event a setting
 *
 * SPDX-License-Identifier: LGPL-2.1-or-later
 */
#pragma once

#include "gyre-source.h"

GYRE_BEGIN_DECLARATIONS

/**
 * GyreEventKind:
 * @GYRE_EVENT_ASSIGNMENT: a key gets a value
 * @GYRE_EVENT_CONDITIONAL: a trait of a component gets a value, if instances are of certain families
 * @GYRE_EVENT_COMMAND: a word of a command line that is no option
 * @GYRE_EVENT_SOURCE: other configurations are to be read here
 *
 * What an event asks for.
 *
 * Since: 0.1
 */
typedef enum
{
  GYRE_EVENT_ASSIGNMENT,
  GYRE_EVENT_CONDITIONAL,
  GYRE_EVENT_COMMAND,
  GYRE_EVENT_SOURCE,
} GyreEventKind;

/**
 * GyreEvents:
 *
 * The events of one configuration file or one command line, in the order in which they were said. All file formats and the
 * command line give the same events. Counted; filled by one thread, and after that never changed, so any thread may read it.
 *
 * A file may have a million settings, so an event is a number here, from 0 to one less than
 * [method@Gyre.Events.get_length], and not an object. Texts and locators are made when they are asked for.
 *
 * Since: 0.1
 */
typedef struct _GyreEvents GyreEvents;

#define GYRE_TYPE_EVENTS (gyre_events_get_type ())
GType gyre_events_get_type (void);

GyreEvents    *gyre_events_new                 (GyreSource          *source);
GyreEvents    *gyre_events_new_for_arguments   (const char * const  *arguments);
GyreEvents    *gyre_events_new_for_environment (const char * const  *environment);
GyreEvents    *gyre_events_ref                 (GyreEvents          *events);
void           gyre_events_unref               (GyreEvents          *events);

GyreSource    *gyre_events_get_source          (GyreEvents          *events);
guint          gyre_events_get_length          (GyreEvents          *events);

GyreEventKind  gyre_events_get_kind            (GyreEvents          *events,
                                                guint                index);
GStrv          gyre_events_dup_key             (GyreEvents          *events,
                                                guint                index);
GStrv          gyre_events_dup_component       (GyreEvents          *events,
                                                guint                index);
const char    *gyre_events_get_operator        (GyreEvents          *events,
                                                guint                index);
char          *gyre_events_dup_value           (GyreEvents          *events,
                                                guint                index);
gboolean       gyre_events_is_optional         (GyreEvents          *events,
                                                guint                index);
guint          gyre_events_get_condition_count (GyreEvents          *events,
                                                guint                index);
void           gyre_events_dup_condition       (GyreEvents          *events,
                                                guint                index,
                                                guint                condition,
                                                GStrv               *name,
                                                GStrv               *family);
GyreLocator   *gyre_events_dup_key_locator     (GyreEvents          *events,
                                                guint                index);
GyreLocator   *gyre_events_dup_fragment_locator (GyreEvents         *events,
                                                guint                index,
                                                guint                fragment);
GyreLocator   *gyre_events_dup_condition_locator (GyreEvents        *events,
                                                guint                index,
                                                guint                condition);
GyreLocator   *gyre_events_dup_value_locator   (GyreEvents          *events,
                                                guint                index,
                                                gsize                offset);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (GyreEvents, gyre_events_unref)

GYRE_END_DECLARATIONS
