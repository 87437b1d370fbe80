/* gyre-configurator-private.h: How events become settings that are in force
 *
 * SPDX-License-Identifier: LGPL-2.1-or-later
 *
 * A configuration is read into a batch, checked event by event, and committed only when no rule is broken. All mistakes are
 * told, those of one file in the order of its lines.
 */
#pragma once

#include "gyre-event.h"
#include "gyre-executive.h"

/* What the functions of the executive do; they have checked their arguments. */
gboolean    gyre_configurator_load           (GyreExecutive       *executive,
                                              const char          *file,
                                              GyreCategory         category,
                                              GyreReport          *report,
                                              GError             **error);
gboolean    gyre_configurator_load_text      (GyreExecutive       *executive,
                                              const char          *name,
                                              const char          *text,
                                              GyreCategory         category,
                                              GyreReport          *report,
                                              GError             **error);
gboolean    gyre_configurator_load_arguments (GyreExecutive       *executive,
                                              const char * const  *arguments,
                                              GStrv               *words,
                                              GyreReport          *report,
                                              GError             **error);
gboolean    gyre_configurator_set            (GyreExecutive       *executive,
                                              const char          *key,
                                              const char          *text,
                                              GyreCategory         category,
                                              GyreLocator         *locator,
                                              GError             **error);
void        gyre_configurator_report_unused  (GyreExecutive       *executive,
                                              GyreReport          *report);

/* The events of a file, whose mistakes of format go into @report. NULL, with an error of GYRE_CONFIGURATION_ERROR, when it can't
 * be read at all. Nothing is checked against classes. */
GyreEvents *gyre_configurator_read           (const char          *file,
                                              GyreReport          *report,
                                              GError             **error);

/* All the checks of loading a file, without loading it. Returns whether @report has got no errors by it. */
gboolean    gyre_configurator_check          (GyreExecutive       *executive,
                                              const char          *file,
                                              GyreReport          *report);
