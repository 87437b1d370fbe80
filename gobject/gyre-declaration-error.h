/* gyre-declaration-error.h: What can be wrong with a declaration
 *
 * SPDX-License-Identifier: LGPL-2.1-or-later
 */
#pragma once

#include "gyre-macros.h"

GYRE_BEGIN_DECLARATIONS

/**
 * GyreDeclarationError:
 * @GYRE_DECLARATION_ERROR_NAME: a name is not valid, or two things have it
 * @GYRE_DECLARATION_ERROR_METACLASS: the metaclasses of the bases and of the class contradict each other
 * @GYRE_DECLARATION_ERROR_BASES: the bases of an interface have no consistent order
 * @GYRE_DECLARATION_ERROR_INVALID: the class or interface broke a rule when it was declared and can't be used
 * @GYRE_DECLARATION_ERROR_UNKNOWN: there is no such class, interface, trait or behavior
 *
 * The errors of the metaclass layer.
 *
 * Since: 0.1
 */
typedef enum
{
  GYRE_DECLARATION_ERROR_NAME,
  GYRE_DECLARATION_ERROR_METACLASS,
  GYRE_DECLARATION_ERROR_BASES,
  GYRE_DECLARATION_ERROR_INVALID,
  GYRE_DECLARATION_ERROR_UNKNOWN,
} GyreDeclarationError;

#define GYRE_DECLARATION_ERROR (gyre_declaration_error_quark ())
GQuark gyre_declaration_error_quark (void);

GYRE_END_DECLARATIONS
