/* gyre-message-private.h: What a message looks like in memory
 *
 * SPDX-License-Identifier: LGPL-2.1-or-later
 *
 * A record: a head of 32 bytes, or of 40 when the message has a kind or stands in an order other than that of the memory, then
 * the payload. What says to whom it goes is needed until it waits in a mailbox, and the links of the mailbox only from then on.
 * References are 32 bits wide: see gyre-chunk-private.h.
 */
#pragma once

#include "gyre-message.h"

#include <string.h>

#define GYRE_MESSAGE_NUMBER_BITS 56

/* The private part of the flags of a message; GYRE_MESSAGE_VARIANT stands beside them. */
enum
{
  GYRE_MESSAGE_IS_WIDE = 1 << 3,     /* the head has 40 bytes */
  GYRE_MESSAGE_IS_REQUEST = 1 << 4,  /* a reply is expected */
  GYRE_MESSAGE_IS_REPLY = 1 << 5,    /* the first eight bytes are the number of the request */
  GYRE_MESSAGE_IS_FOREIGN = 1 << 6,  /* from another thread: charged to the receiver only when it waits */
};

struct _GyreMessage
{
  GyreHandle sender;
  union
  {
    guint64 stamp;                   /* both of the next; see GYRE_MESSAGE_STAMP () */
    struct
    {
      guint64 number : GYRE_MESSAGE_NUMBER_BITS;
      guint64 flags : 8;
    };
  };
  union
  {
    GyreHandle receiver;             /* until it waits */
    struct
    {
      guint32 next;                  /* while it waits, in its mailbox */
      guint32 previous;
    };
    GyreMessage *after;              /* once it was read, until the end of the frame */
  };
  guint32 size;
  GQuark kind;
  union                              /* a narrow head ends here */
  {
    struct
    {
      guint32 next_of_kind;
      guint32 previous_of_kind;
    };
    GyreMessage *next_in_order;      /* among those for the next frame */
  };
};

G_STATIC_ASSERT (sizeof (GyreMessage) == 40);

/* N.B. bit fields that are written one after the other read what was there, which is not in the cache. */
#if G_BYTE_ORDER == G_LITTLE_ENDIAN
#define GYRE_MESSAGE_STAMP(number, flags) ((guint64) (number) | (guint64) (flags) << GYRE_MESSAGE_NUMBER_BITS)
#else
#define GYRE_MESSAGE_STAMP(number, flags) ((guint64) (number) << (64 - GYRE_MESSAGE_NUMBER_BITS) | (guint64) (flags))
#endif

/* The flag of the wide ones is what they have more. */
#define GYRE_MESSAGE_HEAD(flags) ((gsize) 32 + ((flags) & GYRE_MESSAGE_IS_WIDE))

G_STATIC_ASSERT (GYRE_MESSAGE_IS_WIDE == 40 - 32);

/* The whole record, up to the next one. */
#define GYRE_MESSAGE_EXTENT(flags, size) (GYRE_MESSAGE_HEAD (flags) + (((gsize) (size) + 7) & ~(gsize) 7))

static inline gpointer
gyre_message_payload (const GyreMessage *message)
{
  return (char *) message + GYRE_MESSAGE_HEAD (message->flags);
}

static inline gsize
gyre_message_extent (const GyreMessage *message)
{
  return GYRE_MESSAGE_EXTENT (message->flags, message->size);
}

/* Small messages are the common ones, and are not worth a call. */
static inline void
gyre_message_fill (char *target, gconstpointer data, gsize size)
{
  if (size == 8)
    memcpy (target, data, 8);
  else if (size > 0)
    memcpy (target, data, size);
}

/* What a receiver is charged: the payload, and a byte for an empty message, so that their number has a limit too. */
static inline guint32
gyre_message_charge (const GyreMessage *message)
{
  return MAX (message->size, 1);
}

/* The bytes of a message that carries a variant: its type, a zero, zeros up to a multiple of eight, the serialised value.
 * @prefix is the caller's, of at least gyre_message_get_prefix_size() bytes. */
gsize gyre_message_get_prefix_size (GVariant *variant);
void  gyre_message_write_prefix    (GVariant *variant,
                                    char     *prefix);
