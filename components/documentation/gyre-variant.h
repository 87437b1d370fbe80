/* gyre-variant.h: Places, mistakes, events and values as nested values, and these as JSON
 *
 * SPDX-License-Identifier: LGPL-2.1-or-later
 *
 * Tools and other languages take what they are told as dictionaries and lists. Here it is made, once for all of them; the names of
 * the fields are a contract, and fields can only be added.
 */
#pragma once

#include "gyre-event.h"
#include "gyre-priority.h"
#include "gyre-report.h"
#include "gyre-secrecy.h"

GYRE_BEGIN_DECLARATIONS

GVariant *gyre_locator_to_variant    (GyreLocator    *locator);
GVariant *gyre_diagnostic_to_variant (GyreDiagnostic *diagnostic);
GVariant *gyre_report_to_variant     (GyreReport     *report);
GVariant *gyre_events_to_variant     (GyreEvents     *events);
GVariant *gyre_events_to_variant_without_secrets (GyreEvents *events, GyreSecrecy *secrecy);
GVariant *gyre_value_to_variant      (const GValue   *value);
char     *gyre_variant_to_json       (GVariant       *variant);

GYRE_END_DECLARATIONS
