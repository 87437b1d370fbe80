/* messaging-fixture.h: A messenger, receivers that note what they get, and an owner that counts
 *
 * SPDX-License-Identifier: LGPL-2.1-or-later
 */
#pragma once

#include "gyre-handover-private.h"

#include <string.h>

typedef struct
{
  GyreSlots *slots;
  GyreMessenger *messenger;
  guint n_failed;
  guint n_dead;
  guint n_traced;
  gint n_woken;                 /* atomic */
  GyreHandle told;              /* that there is room */
  GString *dead;
} Post;

static inline void
post_failed (gpointer owner, GyreSlot *slot, GError *error)
{
  ((Post *) owner)->n_failed++;
  g_error_free (error);
}

static inline void
post_dead (gpointer owner, GyreHandle receiver, const GyreMessage *message)
{
  Post *post = owner;
  gsize size;
  const char *data = gyre_message_get_data (message, &size);

  post->n_dead++;
  g_string_append_len (post->dead, data, size);
}

static inline void
post_wake (gpointer owner)
{
  __atomic_add_fetch (&((Post *) owner)->n_woken, 1, __ATOMIC_SEQ_CST);
}

static inline void
post_room (gpointer owner, GyreHandle receiver, GyreHandle watcher)
{
  ((Post *) owner)->told = watcher;
}

static inline void
post_traced (gpointer owner, GyreSlot *slot, const GyreMessage *message)
{
  ((Post *) owner)->n_traced++;
}

static inline Post *
post_new (void)
{
  static const GyreMessengerOwner owner = { post_failed, post_dead, post_wake, post_room, post_traced };
  Post *post = g_new0 (Post, 1);

  /* N.B. GLib makes the lock of its error domains with the first error, in a way that the thread sanitizer does not see. */
  g_error_free (g_error_new_literal (GYRE_MESSAGE_ERROR, GYRE_MESSAGE_ERROR_FULL, "the first error"));
  post->slots = gyre_slots_new ();
  post->messenger = gyre_messenger_new (post->slots, &owner, post);
  post->dead = g_string_new (NULL);
  return post;
}

static inline void
post_free (Post *post)
{
  gyre_messenger_free (post->messenger);
  gyre_slots_free (post->slots);
  g_string_free (post->dead, TRUE);
  g_free (post);
}

/* Notes the bytes of each message. */
static inline gboolean
note_message (gpointer object, GyreMessage *message, GError **error)
{
  gsize size;
  const char *data = gyre_message_get_data (message, &size);

  g_string_append_len (object, data, size);
  return TRUE;
}

/* A receiver that takes messages as they come when @notes is given, and one with a mailbox when not. */
static inline GyreSlot *
post_add (Post *post, GString *notes, guint32 capacity)
{
  GyreSlot *slot = gyre_slots_add (post->slots, notes);

  slot->receive = notes != NULL ? note_message : NULL;
  gyre_messenger_set_capacity (post->messenger, slot, capacity);
  return slot;
}

static inline gboolean
post_send (Post *post, GyreSlot *slot, const char *text, GError **error)
{
  return gyre_messenger_send (post->messenger, GYRE_HANDLE_NONE, gyre_slot_get_handle (slot), 0, text, strlen (text), 0, error);
}

static inline guint
post_frame (Post *post)
{
  guint count;

  gyre_messenger_begin_frame (post->messenger);
  count = gyre_messenger_deliver (post->messenger, G_MAXUINT);
  gyre_messenger_end_frame (post->messenger);
  return count;
}

/* The text of the next message; NULL when there is none. */
static inline char *
post_read (Post *post, GyreSlot *slot, GQuark kind)
{
  GyreMessage *message = gyre_messenger_read (post->messenger, slot, kind);
  gconstpointer data;
  gsize size;

  if (message == NULL)
    return NULL;
  data = gyre_message_get_data (message, &size);
  return g_strndup (data, size);
}

#define assert_reads(post, slot, kind, expected) \
  do \
    { \
      g_autofree char *found_text = post_read (post, slot, kind); \
      g_assert_cmpstr (found_text, ==, expected); \
    } \
  while (0)

/* Nothing is lost: what was sent is accounted for, but for what waits. */
static inline void
post_check (Post *post, guint n_waiting)
{
  const GyreMessengerCounts *counts = gyre_messenger_get_counts (post->messenger);

  g_assert_cmpuint (counts->sent, ==, counts->delivered + counts->dropped + counts->dead + n_waiting);
}
