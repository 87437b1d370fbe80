/* gyre-compatibility.h: Whether a class keeps what an interface promises
 *
 * SPDX-License-Identifier: LGPL-2.1-or-later
 */
#pragma once

#include "gyre-actor.h"

GYRE_BEGIN_DECLARATIONS

/**
 * GyreCompatibilityError:
 * @GYRE_COMPATIBILITY_ERROR_MISSING: a promised trait or behavior is not there
 * @GYRE_COMPATIBILITY_ERROR_KIND: a trait is of another kind
 * @GYRE_COMPATIBILITY_ERROR_ELEMENT: the elements of a list are of another kind
 * @GYRE_COMPATIBILITY_ERROR_INTERFACE: a facility asks for another interface
 * @GYRE_COMPATIBILITY_ERROR_SIGNATURE: a behavior takes or gives something else
 * @GYRE_COMPATIBILITY_ERROR_CONSTRAINT: a trait refuses values that are promised to be accepted
 * @GYRE_COMPATIBILITY_ERROR_OBLIGATION: the class has declared other interfaces and not this one
 *
 * The ways to break a promise.
 *
 * Since: 0.1
 */
typedef enum
{
  GYRE_COMPATIBILITY_ERROR_MISSING,
  GYRE_COMPATIBILITY_ERROR_KIND,
  GYRE_COMPATIBILITY_ERROR_ELEMENT,
  GYRE_COMPATIBILITY_ERROR_INTERFACE,
  GYRE_COMPATIBILITY_ERROR_SIGNATURE,
  GYRE_COMPATIBILITY_ERROR_CONSTRAINT,
  GYRE_COMPATIBILITY_ERROR_OBLIGATION,
} GyreCompatibilityError;

#define GYRE_COMPATIBILITY_ERROR (gyre_compatibility_error_quark ())
GQuark gyre_compatibility_error_quark (void);

/**
 * GyreCompatibility:
 *
 * The report of a check: every broken promise. Counted, immutable; any thread may read it.
 *
 * Since: 0.1
 */
typedef struct _GyreCompatibility GyreCompatibility;

#define GYRE_TYPE_COMPATIBILITY (gyre_compatibility_get_type ())
GType              gyre_compatibility_get_type    (void);

GyreCompatibility *gyre_compatibility_check       (GyreRequirement        *subject,
                                                   GyreRequirement        *promise);
GyreCompatibility *gyre_compatibility_ref         (GyreCompatibility      *report);
void               gyre_compatibility_unref       (GyreCompatibility      *report);

gboolean           gyre_compatibility_holds       (GyreCompatibility      *report);
guint              gyre_compatibility_get_length  (GyreCompatibility      *report);
GyreCompatibilityError gyre_compatibility_get_code (GyreCompatibility     *report,
                                                   guint                   index);
const char        *gyre_compatibility_get_subject (GyreCompatibility      *report,
                                                   guint                   index);
const char        *gyre_compatibility_get_message (GyreCompatibility      *report,
                                                   guint                   index);
char              *gyre_compatibility_to_string   (GyreCompatibility      *report);
gboolean           gyre_compatibility_to_error    (GyreCompatibility      *report,
                                                   GError                **error);

gboolean           gyre_requirement_is_compatible (GyreRequirement        *subject,
                                                   GyreRequirement        *promise,
                                                   GError                **error);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (GyreCompatibility, gyre_compatibility_unref)

GYRE_END_DECLARATIONS
