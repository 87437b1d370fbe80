/* gyre-caller.c: Somebody who is connected to a program that listens
 *
 * SPDX-License-Identifier: LGPL-2.1-or-later
 */
#include "gyre-caller-private.h"
#include "gyre-inquiry-private.h"
#include "gyre-remote.h"
#include "gyre-visit-private.h"

#include <errno.h>
#include <poll.h>
#include <sys/eventfd.h>
#include <sys/socket.h>
#include <unistd.h>

#define PATIENCE (10 * G_USEC_PER_SEC)          /* with a caller that has begun something */
#define PATIENCE_WITH_EXECUTIVE (5 * G_USEC_PER_SEC)

struct _GyreBell
{
  guint references;             /* atomic */
  int descriptor;
};

/* A question and its answer, held by the caller and by the visit to the executive, each for as long as it lasts. */
typedef struct
{
  GyreVisit visit;              /* first */
  guint references;             /* atomic */
  GyreShard *shard;
  GyreBell *bell;
  GVariant *content;
  GVariant *answer;             /* atomic; NULL: none yet */
} Question;

struct _GyreCaller
{
  int socket;
  GyreShard *shard;
  GyreBell *bell;
  GyrePacket packet;
  Question *question;
  GBytes *answer;               /* goes out */
  gsize n_written;
  gint64 deadline;              /* of what has begun */
};

GyreBell *
gyre_bell_new (void)
{
  GyreBell *self = g_new0 (GyreBell, 1);

  self->references = 1;
  self->descriptor = eventfd (0, EFD_CLOEXEC | EFD_NONBLOCK);
  return self;
}

GyreBell *
gyre_bell_ref (GyreBell *self)
{
  __atomic_add_fetch (&self->references, 1, __ATOMIC_RELAXED);
  return self;
}

void
gyre_bell_unref (GyreBell *self)
{
  if (__atomic_sub_fetch (&self->references, 1, __ATOMIC_ACQ_REL) > 0)
    return;
  if (self->descriptor >= 0)
    close (self->descriptor);
  g_free (self);
}

int
gyre_bell_get_descriptor (GyreBell *self)
{
  return self->descriptor;
}

void
gyre_bell_ring (GyreBell *self)
{
  guint64 one = 1;

  while (write (self->descriptor, &one, sizeof one) < 0 && errno == EINTR)
    continue;
}

void
gyre_bell_silence (GyreBell *self)
{
  guint64 count;

  while (read (self->descriptor, &count, sizeof count) < 0 && errno == EINTR)
    continue;
}

static void
question_unref (Question *self)
{
  if (__atomic_sub_fetch (&self->references, 1, __ATOMIC_ACQ_REL) > 0)
    return;
  gyre_bell_unref (self->bell);
  g_variant_unref (self->content);
  g_clear_pointer (&self->answer, g_variant_unref);
  g_free (self);
}

/* In the thread of the executive. */
static void
answer (GyreVisit *visit)
{
  Question *self = (Question *) visit;
  GVariant *said = g_variant_ref_sink (gyre_inquiry_answer (self->shard->executive, self->content));

  g_atomic_pointer_set (&self->answer, said);
  gyre_bell_ring (self->bell);
  question_unref (self);
}

static void
ask (GyreCaller *self, GVariant *content)
{
  Question *question = g_new0 (Question, 1);

  question->visit.come = answer;
  question->references = 2;
  question->shard = self->shard;
  question->bell = gyre_bell_ref (self->bell);
  question->content = content;
  self->question = question;
  self->deadline = g_get_monotonic_time () + PATIENCE_WITH_EXECUTIVE;
  gyre_visits_add (self->shard, &question->visit);
}

/* Whether the executive had not begun with it. */
static gboolean
call_back (GyreCaller *self)
{
  gboolean waited = gyre_visits_call_back (self->shard, &self->question->visit);

  if (waited)
    question_unref (self->question);
  return waited;
}

GyreCaller *
gyre_caller_new (int socket, GyreShard *shard, GyreBell *bell)
{
  GyreCaller *self = g_new0 (GyreCaller, 1);

  self->socket = socket;
  self->shard = shard;
  self->bell = gyre_bell_ref (bell);
  self->packet.limit = GYRE_PACKET_LONGEST_QUESTION;
  self->deadline = G_MAXINT64;
  return self;
}

void
gyre_caller_free (GyreCaller *self)
{
  if (self->question != NULL)
    call_back (self);
  g_clear_pointer (&self->question, question_unref);
  g_clear_pointer (&self->answer, g_bytes_unref);
  gyre_packet_clear (&self->packet);
  gyre_bell_unref (self->bell);
  close (self->socket);
  g_free (self);
}

gboolean
gyre_caller_is_idle (GyreCaller *self)
{
  return self->question == NULL && self->answer == NULL && !gyre_packet_has_begun (&self->packet);
}

void
gyre_caller_prepare (GyreCaller *self, GPollFD *descriptor, gint64 *deadline)
{
  gushort events = POLLIN;

  if (self->question != NULL)
    events = 0;
  else if (self->answer != NULL)
    events = POLLOUT;
  *descriptor = (GPollFD) { .fd = self->socket, .events = events };
  *deadline = self->deadline;
}

static void
reply (GyreCaller *self, GVariant *content)
{
  g_autoptr (GVariant) said = g_variant_ref_sink (content);

  if (g_variant_get_size (said) > GYRE_PACKET_LONGEST_ANSWER)
    {
      g_autoptr (GError) error = g_error_new (GYRE_REMOTE_ERROR, GYRE_REMOTE_ERROR_QUESTION,
                                              "the answer has %" G_GSIZE_FORMAT " bytes, which is too long", g_variant_get_size (said));

      g_variant_unref (said);
      said = g_variant_ref_sink (gyre_inquiry_new_error (error));
    }
  self->answer = gyre_packet_write (said);
  self->n_written = 0;
  self->deadline = g_get_monotonic_time () + PATIENCE;
}

static void
give_up (GyreCaller *self)
{
  g_autoptr (GError) error = g_error_new_literal (GYRE_REMOTE_ERROR, GYRE_REMOTE_ERROR_UNREACHABLE,
                                                  "the executive does not come to it: nobody runs its frames, or one lasts long");

  g_clear_pointer (&self->question, question_unref);
  reply (self, gyre_inquiry_new_error (error));
}

/* The executive may have answered, or may not come to it. */
static void
look_for_answer (GyreCaller *self)
{
  GVariant *said = g_atomic_pointer_get (&self->question->answer);

  if (said != NULL)
    {
      reply (self, said);
      g_clear_pointer (&self->question, question_unref);
    }
  else if (g_get_monotonic_time () >= self->deadline)
    {
      /* What has begun is waited for. */
      if (call_back (self))
        give_up (self);
      else
        self->deadline = G_MAXINT64;
    }
}

/* Returns: FALSE when the caller is to go. */
static gboolean
receive (GyreCaller *self)
{
  g_autoptr (GVariant) content = NULL;
  gsize room;
  guint8 *place = gyre_packet_get_room (&self->packet, &room);
  gssize n_read = recv (self->socket, place, room, 0);

  if (n_read < 0)
    return errno == EAGAIN || errno == EINTR;
  if (n_read == 0)
    return FALSE;
  if (!gyre_packet_has_begun (&self->packet))
    self->deadline = g_get_monotonic_time () + PATIENCE;
  if (!gyre_packet_add (&self->packet, (gsize) n_read, &content, NULL))
    return FALSE;
  if (content != NULL)
    ask (self, g_steal_pointer (&content));
  return TRUE;
}

static gboolean
send_more (GyreCaller *self)
{
  gsize length;
  const guint8 *data = g_bytes_get_data (self->answer, &length);
  gssize n_written = send (self->socket, data + self->n_written, length - self->n_written, MSG_NOSIGNAL);

  if (n_written < 0)
    return errno == EAGAIN || errno == EINTR;
  self->n_written += (gsize) n_written;
  if (self->n_written == length)
    {
      g_clear_pointer (&self->answer, g_bytes_unref);
      self->deadline = G_MAXINT64;
    }
  return TRUE;
}

gboolean
gyre_caller_go_on (GyreCaller *self, gushort events)
{
  if (self->question != NULL)
    {
      if ((events & (POLLERR | POLLHUP)) != 0)
        return FALSE;
      look_for_answer (self);
      return TRUE;
    }
  if (self->answer != NULL && (events & (POLLOUT | POLLERR | POLLHUP)) != 0 && !send_more (self))
    return FALSE;
  if (self->answer == NULL && (events & (POLLIN | POLLERR | POLLHUP)) != 0 && !receive (self))
    return FALSE;
  return g_get_monotonic_time () < self->deadline;
}
