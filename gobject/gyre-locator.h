/* gyre-locator.h: Where a value was said
 *
 * SPDX-License-Identifier: LGPL-2.1-or-later
 */
#pragma once

#include "gyre-macros.h"

GYRE_BEGIN_DECLARATIONS

/**
 * GyreLocatorKind:
 * @GYRE_LOCATOR_DEFAULT: a declaration's own default
 * @GYRE_LOCATOR_FILE: a place in a file
 * @GYRE_LOCATOR_ARGUMENT: a command line argument
 * @GYRE_LOCATOR_ENVIRONMENT: an environment variable
 * @GYRE_LOCATOR_SOURCE: a line of a program
 *
 * What sort of place a locator names.
 *
 * Since: 0.1
 */
typedef enum
{
  GYRE_LOCATOR_DEFAULT,
  GYRE_LOCATOR_FILE,
  GYRE_LOCATOR_ARGUMENT,
  GYRE_LOCATOR_ENVIRONMENT,
  GYRE_LOCATOR_SOURCE,
} GyreLocatorKind;

/**
 * GyreLocator:
 *
 * An immutable, counted record of the place where a value, a class or an instance was said. Any thread may use it.
 *
 * A value that came through something else (a class default that came through its family) has that place too, as
 * [method@Gyre.Locator.get_through].
 *
 * Since: 0.1
 */
typedef struct _GyreLocator GyreLocator;

#define GYRE_TYPE_LOCATOR (gyre_locator_get_type ())
GType gyre_locator_get_type (void);

GyreLocator *gyre_locator_new_default     (const char    *file,
                                           guint          line);
GyreLocator *gyre_locator_new_file        (const char    *file,
                                           guint          line,
                                           guint          column);
GyreLocator *gyre_locator_new_argument    (const char    *argument,
                                           guint          position,
                                           guint          column);
GyreLocator *gyre_locator_new_environment (const char    *variable);
GyreLocator *gyre_locator_new_variable    (const char    *variable,
                                           guint          column);
GyreLocator *gyre_locator_new_source      (const char    *file,
                                           guint          line,
                                           const char    *function);
GyreLocator *gyre_locator_new_address     (gconstpointer  address);
GyreLocator *gyre_locator_new_through     (GyreLocator   *locator,
                                           GyreLocator   *through);

GyreLocator *gyre_locator_ref             (GyreLocator   *locator);
void         gyre_locator_unref           (GyreLocator   *locator);

GyreLocatorKind gyre_locator_get_kind     (GyreLocator   *locator);
const char     *gyre_locator_get_file     (GyreLocator   *locator);
const char     *gyre_locator_get_function (GyreLocator   *locator);
guint           gyre_locator_get_line     (GyreLocator   *locator);
guint           gyre_locator_get_column   (GyreLocator   *locator);
GyreLocator    *gyre_locator_get_through  (GyreLocator   *locator);
char           *gyre_locator_to_string    (GyreLocator   *locator);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (GyreLocator, gyre_locator_unref)

GYRE_END_DECLARATIONS
