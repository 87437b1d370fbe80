/* gyre-door-private.h: The sockets at which programs of this user listen
 *
 * SPDX-License-Identifier: LGPL-2.1-or-later
 *
 * They stand in `$XDG_RUNTIME_DIR/gyre`, which is the user's alone, as `NAME.socket`. A folder that others could write to or
 * look into is refused. Who looks, cleans or opens holds a lock of the folder, so that two who begin at the same time do not take
 * each other's place. A socket that nobody listens at any more goes.
 */
#pragma once

#include "gyre-remote.h"

#include <gio/gio.h>
#include <sys/types.h>

typedef struct
{
  int socket;                   /* listens; does not block */
  char *name;
  char *path;
} GyreDoor;

/* @name: of letters, digits, `-`, `_` and `.`; NULL: the number of the process. */
GyreDoor *gyre_door_open       (const char   *name,
                                GError      **error);

/* The socket goes, unless somebody else has taken its place. */
void      gyre_door_close      (GyreDoor     *self);

/* A connection with a program by its name or its number; NULL: the only one there is. *@found is what it is called. */
int       gyre_door_knock      (const char   *place,
                                char        **found,
                                GError      **error);

/* Who is at the other end: FALSE with @error when it is not the same user. */
gboolean  gyre_door_check_peer (int           socket,
                                pid_t        *process,
                                GError      **error);

/* The names of all that listen, sorted; none when there is no folder. */
GStrv     gyre_door_list       (void);
