/* gyre-nameserver.h: Names and the living objects they belong to
 *
 * SPDX-License-Identifier: LGPL-2.1-or-later
 */
#pragma once

#include "gyre-locator.h"

GYRE_BEGIN_DECLARATIONS

/**
 * GyreNameError:
 * @GYRE_NAME_ERROR_INVALID: the text is not a name
 * @GYRE_NAME_ERROR_TAKEN: the name belongs to something else that lives
 * @GYRE_NAME_ERROR_UNKNOWN: nothing has this name
 *
 * What can be wrong with a name.
 *
 * Since: 0.1
 */
typedef enum
{
  GYRE_NAME_ERROR_INVALID,
  GYRE_NAME_ERROR_TAKEN,
  GYRE_NAME_ERROR_UNKNOWN,
} GyreNameError;

#define GYRE_NAME_ERROR (gyre_name_error_quark ())
GQuark gyre_name_error_quark (void);

#define GYRE_TYPE_NAMESERVER (gyre_nameserver_get_type ())
/**
 * GyreNameserver:
 *
 * Names and the living objects that they belong to. One nameserver is one namespace: packages, families and instances have
 * one each, so that a package, a class and an instance may share a name.
 *
 * Nothing is kept alive by its name, and a name is free again when its object goes: at the start of its `dispose`, or
 * earlier by [method@Gyre.Nameserver.unregister]. [method@Gyre.Nameserver.find] never returns an object whose `dispose`
 * has begun in another thread.
 *
 * Any thread may do anything at any time; the lock inside is a leaf.
 *
 * N.B. An object with a toggle reference (one that a Python or JavaScript wrapper holds) calls its toggle function when a
 * look-up takes the second reference, with the lock held; such a function must not use the nameserver.
 *
 * Since: 0.1
 */
G_DECLARE_FINAL_TYPE (GyreNameserver, gyre_nameserver, GYRE, NAMESERVER, GObject)

GyreNameserver *gyre_nameserver_new         (void);

gboolean        gyre_nameserver_register    (GyreNameserver  *nameserver,
                                             const char      *name,
                                             GObject         *object,
                                             GyreLocator     *locator,
                                             GError         **error);
gboolean        gyre_nameserver_alias       (GyreNameserver  *nameserver,
                                             const char      *target,
                                             const char      *alias,
                                             GyreLocator     *locator,
                                             GError         **error);
void            gyre_nameserver_unregister  (GyreNameserver  *nameserver,
                                             const char      *name,
                                             GObject         *object);

GObject        *gyre_nameserver_find        (GyreNameserver  *nameserver,
                                             const char      *name);
GyreLocator    *gyre_nameserver_dup_locator (GyreNameserver  *nameserver,
                                             const char      *name);
GStrv           gyre_nameserver_list        (GyreNameserver  *nameserver);
guint           gyre_nameserver_count       (GyreNameserver  *nameserver);
char           *gyre_nameserver_suggest     (GyreNameserver  *nameserver,
                                             const char      *word);

GYRE_END_DECLARATIONS
