/* gyre-refusal.c: Why a message is not accepted, told to its sender
 *
 * SPDX-License-Identifier: LGPL-2.1-or-later
 */
#include "gyre-refusal-private.h"

#include <string.h>

#define HANDLE "handle %" G_GINT64_MODIFIER "x"

gboolean
gyre_refusal_of_receiver (GyreHandle receiver, GError **error)
{
  if (error != NULL)
    g_set_error (error, GYRE_MESSAGE_ERROR, GYRE_MESSAGE_ERROR_RECEIVER,
                 "message to " HANDLE ": the receiver must live, has ended or never was", receiver);
  return FALSE;
}

gboolean
gyre_refusal_of_size (GyreHandle receiver, gsize size, guint64 capacity, GError **error)
{
  if (error != NULL)
    g_set_error (error, GYRE_MESSAGE_ERROR, GYRE_MESSAGE_ERROR_SIZE,
                 "message to " HANDLE ": must have at most %" G_GUINT64_FORMAT " bytes, has %" G_GSIZE_FORMAT "; "
                 "give the receiver a larger memory-size or let its mailbox grow", receiver, capacity, size);
  return FALSE;
}

gboolean
gyre_refusal_when_full (GyreHandle receiver, gsize size, guint64 n_bytes, guint64 capacity, GError **error)
{
  if (error != NULL)
    g_set_error (error, GYRE_MESSAGE_ERROR, GYRE_MESSAGE_ERROR_FULL,
                 "message to " HANDLE ": %" G_GSIZE_FORMAT " bytes must fit, %" G_GUINT64_FORMAT " of %" G_GUINT64_FORMAT
                 " are in use; send it again when the receiver has read", receiver, size, n_bytes, capacity);
  return FALSE;
}

gboolean
gyre_refusal_of_lane (GyreHandle receiver, guint64 n_bytes, GError **error)
{
  if (error != NULL)
    g_set_error (error, GYRE_MESSAGE_ERROR, GYRE_MESSAGE_ERROR_FULL,
                 "message to " HANDLE ": the executive must take up what this thread has sent before, %" G_GUINT64_FORMAT
                 " bytes are under way; send it again later", receiver, n_bytes);
  return FALSE;
}

gboolean
gyre_refusal_of_memory (GyreHandle receiver, gsize size, GError **error)
{
  if (error != NULL)
    g_set_error (error, GYRE_MESSAGE_ERROR, GYRE_MESSAGE_ERROR_MEMORY,
                 "message to " HANDLE ": there must be memory for its %" G_GSIZE_FORMAT " bytes, there is none",
                 receiver, size);
  return FALSE;
}

void
gyre_refusal_name (GError *error, GyreHandle receiver, const char *name)
{
  g_autofree char *handle = g_strdup_printf (HANDLE, receiver);
  char *place = error->domain == GYRE_MESSAGE_ERROR ? strstr (error->message, handle) : NULL;
  char *message;

  if (place == NULL)
    return;
  message = g_strdup_printf ("%.*s%s%s", (int) (place - error->message), error->message, name, place + strlen (handle));
  g_free (error->message);
  error->message = message;
}
