/* gyre-remote.c: Another program that runs, reached from this one
 *
 * SPDX-License-Identifier: LGPL-2.1-or-later
 */
#include "gyre-remote.h"
#include "gyre-door-private.h"
#include "gyre-inquiry-private.h"
#include "gyre-packet-private.h"

#include <errno.h>
#include <poll.h>
#include <sys/socket.h>
#include <unistd.h>

#define PATIENCE (15 * G_USEC_PER_SEC)

struct _GyreRemote
{
  GObject parent_instance;

  int socket;                   /* -1: it was lost */
  char *name;
  int process;
};

G_DEFINE_FINAL_TYPE (GyreRemote, gyre_remote, G_TYPE_OBJECT)
G_DEFINE_QUARK (gyre-remote-error-quark, gyre_remote_error)

static void
disconnect (GyreRemote *self)
{
  if (self->socket >= 0)
    close (self->socket);
  self->socket = -1;
}

static void
gyre_remote_finalize (GObject *object)
{
  GyreRemote *self = GYRE_REMOTE (object);

  disconnect (self);
  g_free (self->name);
  G_OBJECT_CLASS (gyre_remote_parent_class)->finalize (object);
}

static void
gyre_remote_class_init (GyreRemoteClass *class)
{
  G_OBJECT_CLASS (class)->finalize = gyre_remote_finalize;
}

static void
gyre_remote_init (GyreRemote *self)
{
  self->socket = -1;
}

/**
 * gyre_remote_list:
 *
 * Returns: (transfer full): the names of the programs of this user that can be reached, sorted
 *
 * Since: 0.1
 */
GStrv
gyre_remote_list (void)
{
  return gyre_door_list ();
}

/**
 * gyre_remote_new:
 * @place: (nullable): the name of a program or the number of its process; %NULL: the only one that runs
 * @error: return location for a #GError of %GYRE_REMOTE_ERROR
 *
 * Returns: (transfer full) (nullable): a connection
 *
 * Since: 0.1
 */
GyreRemote *
gyre_remote_new (const char *place, GError **error)
{
  g_autofree char *name = NULL;
  int socket = gyre_door_knock (place, &name, error);
  GyreRemote *self;
  pid_t process = 0;

  if (socket < 0)
    return NULL;
  gyre_door_check_peer (socket, &process, NULL);
  self = g_object_new (GYRE_TYPE_REMOTE, NULL);
  self->socket = socket;
  self->name = g_steal_pointer (&name);
  self->process = (int) process;
  return self;
}

/**
 * gyre_remote_get_name:
 * @self: a connection
 *
 * Returns: (transfer none): what the program is called
 *
 * Since: 0.1
 */
const char *
gyre_remote_get_name (GyreRemote *self)
{
  g_return_val_if_fail (GYRE_IS_REMOTE (self), NULL);
  return self->name;
}

/**
 * gyre_remote_get_process:
 * @self: a connection
 *
 * Returns: the number of its process
 *
 * Since: 0.1
 */
int
gyre_remote_get_process (GyreRemote *self)
{
  g_return_val_if_fail (GYRE_IS_REMOTE (self), 0);
  return self->process;
}

static gboolean
fail (GyreRemote *self, const char *reason, GError **error)
{
  g_set_error (error, GYRE_REMOTE_ERROR, GYRE_REMOTE_ERROR_UNREACHABLE, "%s: %s", self->name, reason);
  disconnect (self);
  return FALSE;
}

/* Until something can be sent or has come, or @deadline. */
static gboolean
wait_for (GyreRemote *self, short events, gint64 deadline, GError **error)
{
  struct pollfd descriptor = { .fd = self->socket, .events = events };

  for (;;)
    {
      gint64 left = MAX (deadline - g_get_monotonic_time (), 0);
      int n_ready = poll (&descriptor, 1, deadline == G_MAXINT64 ? -1 : (int) (left / 1000 + 1));

      if (n_ready > 0)
        return TRUE;
      if (n_ready < 0 && errno != EINTR)
        return fail (self, g_strerror (errno), error);
      if (n_ready == 0)
        return fail (self, "it does not answer", error);
    }
}

static gboolean
send_all (GyreRemote *self, GBytes *bytes, GError **error)
{
  gsize length, n_written = 0;
  const guint8 *data = g_bytes_get_data (bytes, &length);

  while (n_written < length)
    {
      gssize n_more;

      if (!wait_for (self, POLLOUT, g_get_monotonic_time () + PATIENCE, error))
        return FALSE;
      n_more = send (self->socket, data + n_written, length - n_written, MSG_NOSIGNAL);
      if (n_more < 0 && errno != EAGAIN && errno != EINTR)
        return fail (self, g_strerror (errno), error);
      n_written += (gsize) MAX (n_more, 0);
    }
  return TRUE;
}

static GVariant *
receive_answer (GyreRemote *self, gint64 deadline, GError **error)
{
  GyrePacket packet = { .limit = GYRE_PACKET_LONGEST_ANSWER };
  GVariant *content = NULL;

  while (content == NULL && wait_for (self, POLLIN, deadline, error))
    {
      gsize room;
      guint8 *place = gyre_packet_get_room (&packet, &room);
      gssize n_read = recv (self->socket, place, room, 0);

      if (n_read < 0 && (errno == EAGAIN || errno == EINTR))
        continue;
      if (n_read <= 0)
        {
          fail (self, n_read == 0 ? "it has ended or does not want to answer" : g_strerror (errno), error);
          break;
        }
      if (!gyre_packet_add (&packet, (gsize) n_read, &content, error))
        {
          disconnect (self);
          break;
        }
    }
  gyre_packet_clear (&packet);
  return content;
}

static GVariant *
new_question (const char *verb, const char * const *words, GVariant *options)
{
  static const char * const none[] = { NULL };
  GVariantDict question;

  g_variant_dict_init (&question, options);
  g_variant_dict_insert (&question, "verb", "s", verb);
  g_variant_dict_insert_value (&question, "words", g_variant_new_strv (words != NULL ? words : none, -1));
  return g_variant_dict_end (&question);
}

/**
 * gyre_remote_ask:
 * @self: a connection
 * @verb: what it shall do: `list`, `top`, `graph`, `inspect`, `get`, `set`, `call`, `post`, `pause` or `resume`
 * @words: (nullable) (array zero-terminated=1): of what: the name of a component, `name.trait`, a value, a behavior and its
 *   arguments
 * @options: (nullable): a dictionary with `count` (x: of `graph`, for how many nanoseconds messages are counted from now), `limit` (u: how many of a list), `delay` (x: nanoseconds, of `post`), `coloured` (b: of
 *   `inspect`), `columns` (u: of `inspect`, how wide the terminal is; 0: no line is broken), `position` (u: of `set`, where on the command line it was said)
 * @error: return location for a #GError: those of the connection are %GYRE_REMOTE_ERROR, others are as the library in the other
 *   program has said them
 *
 * Asks, and waits for the answer: of `call` for as long as the behavior lasts, else some seconds. A value is `value`, and `text`
 * for people.
 *
 * Returns: (transfer full) (nullable): the answer, a dictionary
 *
 * Since: 0.1
 */
GVariant *
gyre_remote_ask (GyreRemote *self, const char *verb, const char * const *words, GVariant *options, GError **error)
{
  g_autoptr (GVariant) owned = options != NULL ? g_variant_ref_sink (options) : NULL;
  g_autoptr (GBytes) bytes = NULL;
  g_autoptr (GVariant) answer = NULL;
  gint64 deadline;

  g_return_val_if_fail (GYRE_IS_REMOTE (self), NULL);
  g_return_val_if_fail (verb != NULL, NULL);

  if (self->socket < 0 && !fail (self, "the connection is lost", error))
    return NULL;
  bytes = gyre_packet_write (new_question (verb, words, owned));
  if (g_bytes_get_size (bytes) > GYRE_PACKET_LONGEST_QUESTION)
    {
      g_set_error (error, GYRE_REMOTE_ERROR, GYRE_REMOTE_ERROR_QUESTION, "a question of %" G_GSIZE_FORMAT " bytes is too long",
                   g_bytes_get_size (bytes));
      return NULL;
    }
  if (!send_all (self, bytes, error))
    return NULL;
  deadline = g_str_equal (verb, "call") ? G_MAXINT64 : g_get_monotonic_time () + PATIENCE;
  answer = receive_answer (self, deadline, error);
  return answer != NULL ? gyre_inquiry_get_result (answer, error) : NULL;
}
