/* gyre-checker-private.h: Whether settings fit the classes that they speak of
 *
 * SPDX-License-Identifier: LGPL-2.1-or-later
 *
 * A checker looks at the events of one configuration after the other. What it has learnt about families is kept from one to
 * the next, so it should not live longer than one load.
 */
#pragma once

#include "gyre-event-private.h"
#include "gyre-executive.h"
#include "gyre-trait.h"

typedef struct _GyreChecker GyreChecker;

/* A setting of a trait by a name that it had, or of one that is deprecated; @name is the last fragment of its key. With a
 * @facility it stands in that part, and the trait is that of the part's default class. */
typedef void (*GyreCheckerOutdated) (guint             event,
                                     GyreRequirement  *record,
                                     const GyreTrait  *trait,
                                     const char       *name,
                                     const GyreTrait  *facility,
                                     gpointer          data);

GyreChecker *gyre_checker_new           (GyreExecutive  *executive);
void         gyre_checker_free          (GyreChecker    *checker);

/* Tells every setting that can't be, and every one that is deprecated. */
void         gyre_checker_check         (GyreChecker    *checker,
                                         GyreEvents     *events,
                                         GyreReport     *report);

/* From now on what is outdated is told to this function, and no longer to the report. */
void         gyre_checker_set_outdated  (GyreChecker         *checker,
                                         GyreCheckerOutdated  outdated,
                                         gpointer             data);

/* The same for one setting that comes from code, whose key is a valid name. */
void         gyre_checker_check_setting (GyreChecker    *checker,
                                         const char     *key,
                                         const char     *text,
                                         GyreLocator    *locator,
                                         GyreReport     *report);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (GyreChecker, gyre_checker_free)
