/* gyre-loading-private.h: What is being loaded, which comes into force together or not at all
 *
 * SPDX-License-Identifier: LGPL-2.1-or-later
 *
 * Order of calls: make it; add files, texts, arguments and variables; commit. Each mistake of all of them is in the report. A loading belongs to
 * one thread.
 */
#pragma once

#include "gyre-event.h"
#include "gyre-executive.h"

typedef struct _GyreLoading GyreLoading;

typedef enum
{
  GYRE_LOADING_NORMAL = 0,
  GYRE_LOADING_CHECK = 1 << 0,      /* only look for mistakes */
  GYRE_LOADING_REPLACE = 1 << 1,    /* the entries of the manifest are read again, all of them and in order */
} GyreLoadingFlags;

GyreLoading *gyre_loading_new          (GyreExecutive        *executive,
                                        GyreLoadingFlags      flags);
void         gyre_loading_free         (GyreLoading          *loading);
GyreReport  *gyre_loading_get_report   (GyreLoading          *loading);

/* Adds a file and what it includes. FALSE with an error of GYRE_CONFIGURATION_ERROR when the file itself can't be read. */
gboolean     gyre_loading_add_file     (GyreLoading          *loading,
                                        const char           *file,
                                        GyreCategory          category,
                                        GError              **error);

/* Adds the files of a package that are found on the executive's search path, each with its own category. What can't be read
 * is told in the report. */
void         gyre_loading_add_package  (GyreLoading          *loading,
                                        const char           *package);

/* Adds what was read from somewhere else; the mistakes of its format are in @found. The words that are no settings are
 * added to @words, and the files that it names are read as the user's. */
void         gyre_loading_add_events   (GyreLoading          *loading,
                                        GyreEvents           *events,
                                        GyreReport           *found,
                                        GyreCategory          category,
                                        GPtrArray            *words);

/* Adds one setting that comes from code. */
void         gyre_loading_add_setting  (GyreLoading          *loading,
                                        const char           *key,
                                        const char           *text,
                                        GyreCategory          category,
                                        GyreLocator          *locator);

/* Puts it in force if no rule was broken. @report gets everything that was found; without one the error has it all. */
gboolean     gyre_loading_commit       (GyreLoading          *loading,
                                        const char           *subject,
                                        GyreReport           *report,
                                        GError              **error);

/* The keys whose new values wait for a restart; (transfer full). */
GStrv        gyre_loading_dup_pending  (GyreLoading          *loading);

/* The events of a file, whose mistakes of format go into @report; NULL, with an error of GYRE_CONFIGURATION_ERROR, when it can't
 * be read at all. Nothing is checked against classes. */
GyreEvents  *gyre_loading_read         (const char           *file,
                                        GyreReport           *report,
                                        GError              **error);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (GyreLoading, gyre_loading_free)
