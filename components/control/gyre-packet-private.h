/* gyre-packet-private.h: Nested values, one after the other, on a stream
 *
 * SPDX-License-Identifier: LGPL-2.1-or-later
 *
 * A packet is the four bytes `gyr1`, four bytes with the length of the rest, the lowest first, and then a serialised GVariant of
 * type a{sv}, in the order of bytes of the machine. What a stranger says about a length costs nothing: room is taken as bytes come.
 */
#pragma once

#include <gio/gio.h>

#define GYRE_PACKET_HEAD 8             /* a multiple of what values are aligned to */
#define GYRE_PACKET_LONGEST_QUESTION (1024u * 1024)
#define GYRE_PACKET_LONGEST_ANSWER (64u * 1024 * 1024)

/* A packet that comes, piece by piece. */
typedef struct
{
  gsize limit;                  /* of what stands behind the head */
  guint8 head[GYRE_PACKET_HEAD];
  gsize n_head;
  guint8 *data;
  gsize room;
  gsize length;
} GyrePacket;

void      gyre_packet_clear    (GyrePacket  *self);

/* Where the next bytes go, and how many of them at most; never none. */
guint8   *gyre_packet_get_room (GyrePacket  *self,
                                gsize       *size);

/* So many bytes were put there. FALSE with @error when that can't become a packet. When it is complete, *@content is what it
 * says, and the next packet begins. */
gboolean  gyre_packet_add      (GyrePacket  *self,
                                gsize        n_bytes,
                                GVariant   **content,
                                GError     **error);
gboolean  gyre_packet_has_begun (GyrePacket *self);

/* The bytes of a packet. Takes a floating reference. */
GBytes   *gyre_packet_write    (GVariant    *content);
