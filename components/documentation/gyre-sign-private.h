/* gyre-sign-private.h: What shows from outside that a provider may tell something else
 *
 * SPDX-License-Identifier: LGPL-2.1-or-later
 */
#pragma once

#include "gyre-stamp-private.h"

/* Stamps of files and folders; variables of the environment with their values, nothing where one is not set. */
#define GYRE_SIGNS_TYPE "(a" GYRE_STAMP_TYPE "a(sms))"

GVariant *gyre_signs_new  (const char * const *signs);
gboolean  gyre_signs_hold (GVariant           *signs);
