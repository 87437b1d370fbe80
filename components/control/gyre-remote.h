/* gyre-remote.h: Another program that runs, reached from this one
 *
 * SPDX-License-Identifier: LGPL-2.1-or-later
 */
#pragma once

#include "gyre-macros.h"

#include <gio/gio.h>

GYRE_BEGIN_DECLARATIONS

/**
 * GyreRemoteError:
 * @GYRE_REMOTE_ERROR_UNREACHABLE: no such program runs, or it does not answer
 * @GYRE_REMOTE_ERROR_UNSAFE: the folder of the sockets, or who is at the other end, is not the user's own
 * @GYRE_REMOTE_ERROR_NAME: a program can't be called so, or another one is
 * @GYRE_REMOTE_ERROR_QUESTION: that can't be asked
 * @GYRE_REMOTE_ERROR_SECRET: it is shown to nobody
 *
 * What can go wrong between two programs.
 *
 * Since: 0.1
 */
typedef enum
{
  GYRE_REMOTE_ERROR_UNREACHABLE,
  GYRE_REMOTE_ERROR_UNSAFE,
  GYRE_REMOTE_ERROR_NAME,
  GYRE_REMOTE_ERROR_QUESTION,
  GYRE_REMOTE_ERROR_SECRET,
} GyreRemoteError;

#define GYRE_REMOTE_ERROR (gyre_remote_error_quark ())
GQuark gyre_remote_error_quark (void);

#define GYRE_TYPE_REMOTE (gyre_remote_get_type ())
/**
 * GyreRemote:
 *
 * A connection with an executive that listens (gyre_executive_listen()) in another program of the same user. Questions are asked
 * one after the other, and each waits for its answer. One thread at a time.
 *
 * Since: 0.1
 */
G_DECLARE_FINAL_TYPE (GyreRemote, gyre_remote, GYRE, REMOTE, GObject)

GStrv       gyre_remote_list     (void);
GyreRemote *gyre_remote_new      (const char          *place,
                                  GError             **error);
const char *gyre_remote_get_name (GyreRemote          *self);
int         gyre_remote_get_process (GyreRemote       *self);
GVariant   *gyre_remote_ask      (GyreRemote          *self,
                                  const char          *verb,
                                  const char * const  *words,
                                  GVariant            *options,
                                  GError             **error);

GYRE_END_DECLARATIONS
