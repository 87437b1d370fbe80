/* gyre-secrecy.h: What of a configuration nobody may see
 *
 * SPDX-License-Identifier: LGPL-2.1-or-later
 */
#pragma once

#include "gyre-event.h"
#include "gyre-executive.h"

GYRE_BEGIN_DECLARATIONS

/**
 * GyreSecrecy: (skip)
 *
 * Tells by their names which settings can be secrets, also where it is not known of which class they speak, or where a text is so
 * broken that it says no setting at all: a word that is the name, an alias or a former name of a trait that any class has declared a
 * secret, or near such a name. What it makes of a text or a mistake shows no value of those.
 *
 * It knows all classes that are registered when it is made; for that it loads every module that the linker finds, so it is only made
 * when there is something to be told or shown. One thread.
 *
 * Since: 0.1
 */
typedef struct _GyreSecrecy GyreSecrecy;

GyreSecrecy *gyre_secrecy_new            (GyreExecutive    *executive,
                                          GyreSource       *source);
void         gyre_secrecy_free           (GyreSecrecy      *secrecy);

gboolean     gyre_secrecy_covers         (GyreSecrecy      *secrecy,
                                          const char       *key);
gboolean     gyre_secrecy_covers_event   (GyreSecrecy      *secrecy,
                                          GyreEvents       *events,
                                          guint             index);
gboolean     gyre_secrecy_covers_setting (GyreSecrecy      *secrecy,
                                          GyreRequirement  *requirement,
                                          const char       *key);
void         gyre_secrecy_conceal        (GyreSecrecy      *secrecy,
                                          GyreEvents       *events,
                                          GyreReport       *found,
                                          GyreReport       *report);
GyreLocator *gyre_secrecy_conceal_locator (GyreLocator     *locator);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (GyreSecrecy, gyre_secrecy_free)

GYRE_END_DECLARATIONS
