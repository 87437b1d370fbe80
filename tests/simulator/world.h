/* world.h: A random program on an executive, and what a simple model thinks of it
 *
 * SPDX-License-Identifier: LGPL-2.1-or-later
 *
 * The world does something to the executive, and tells the model. Whatever the executive then does (a run, a message that is
 * received, an instruction, a callback, an alert) is told to the model too, which knows what has to come next, and ends the program
 * with the seed when something else comes. The model is naive on purpose: lists that are searched from end to end.
 */
#pragma once

#include "gyre-alerting.h"
#include "gyre-executive-private.h"
#include "gyre-handover-private.h"
#include "gyre-launch.h"
#include "gyre-post.h"
#include "gyre-send.h"
#include "gyre-shard-private.h"

#define SECOND G_GINT64_CONSTANT (1000000000)
#define MOST_PARTS 24
#define N_NAMES 6

/* What the executive is doing. */
typedef enum
{
  STAGE_BETWEEN,                /* nothing: it is no frame */
  STAGE_INSTRUCTIONS,
  STAGE_PROCESSES,
  STAGE_MESSAGES,
} Stage;

typedef struct _Part Part;
typedef struct _Thing Thing;

/* A message that somebody has sent. */
typedef struct
{
  guint64 sequence;
  GyreHandle sender;
  Part *receiver;
  GQuark kind;
  guint32 size;
} Letter;

/* An instruction, which can be posted many times. */
typedef struct
{
  guint number;
  GyreInstruction *instruction;
  Part *target;                 /* NULL: by name */
  guint name;
  int priority;
  gboolean fails;
  gboolean has_callback;
} Order;

/* One posting of it. */
typedef struct
{
  Order *order;
  guint64 number;
  guint64 sequence;
  gint64 due;
  guint64 cancelled_in;         /* a frame */
} Task;

/* What the model knows of a component. */
struct _Part
{
  guint number;
  guint name;                   /* N_NAMES: none */
  GyreHandle handle;
  Thing *thing;
  gboolean is_alive;
  gboolean is_paused;
  gboolean receives;

  GyreRunState state;
  GyreLaunch launch;
  guint phase;                  /* of the frames in which it runs */
  gboolean is_timed;            /* `due` counts, not the frames */
  gboolean is_halted;           /* in its own run */
  gint64 due;
  gint64 restart;
  guint64 touched;              /* the frame in which somebody has last changed how it runs */
  guint64 last_run;
  guint n_failures_in_a_row;
  guint64 runs_at_failure;
  GyreAccounting accounting;

  GyreMailboxPolicy policy;
  guint64 capacity;
  guint64 n_bytes;              /* under way and waiting */
  GQueue waiting;               /* of Letter */
};

typedef struct
{
  guint32 seed;
  GRand *random;
  gboolean is_traced;
  gboolean is_ending;           /* nobody does anything any more */
  GyreExecutive *executive;
  GyreShard *shard;
  GyreSurroundings *surroundings;

  Stage stage;
  gboolean has_begun;           /* what belongs to the frame was settled */
  guint64 frame;
  guint64 scheduled;            /* the last frame whose processes have begun */
  guint n_acts;                 /* that may still be done in this frame */

  GPtrArray *parts;             /* of Part: all that there ever were */
  GPtrArray *alive;
  Part *named[N_NAMES];
  guint n_things;               /* objects that are not finalized */

  GPtrArray *orders;            /* of Order */
  GPtrArray *tasks;             /* of Task: those that wait */
  GPtrArray *batch;             /* those of them that are due in this frame, in order */
  GPtrArray *cancelled;         /* whose callbacks have not heard of it */
  Task *current;                /* is done at this moment */
  guint64 n_posted;

  GQueue log;                   /* of Letter: under way */
  GQueue next;                  /* those for the next frame */
  gboolean is_handing_out;      /* the last one that was received had waited before */
  guint64 n_sent;
  GyreMessageCounts counts;

  guint64 n_alerts;
  guint64 n_expected_alerts;
} World;

/* Ends the program, with the seed. */
void     world_fail            (World *world, const char *format, ...) G_GNUC_PRINTF (2, 3) G_GNUC_NORETURN;
void     world_trace           (World *world, const char *format, ...) G_GNUC_PRINTF (2, 3);
guint    world_choose          (World *world, guint n);
gboolean world_happens         (World *world, double chance);
gint64   world_get_now         (World *world);

/* The components. */
Part    *part_new              (World *world);
void     part_end              (World *world, Part *part);
void     part_free             (Part *part);

/* Something random. @part: who does it; NULL: nobody. */
void     act                   (World *world, Part *part);
void     act_some              (World *world, Part *part);

/* The model: the frame. */
void     model_begin           (World *world);
void     model_enter           (World *world, Stage stage);
void     model_end_frame       (World *world);
void     model_end_delivery    (World *world);

/* The model: processes. */
void     turns_launch          (World *world, Part *part, const GyreLaunch *launch);
void     turns_pause           (World *world, Part *part);
void     turns_resume          (World *world, Part *part);
void     turns_halt            (World *world, Part *part);
void     turns_perpetuate      (World *world, Part *part, gint64 delay);
void     turns_begin           (World *world);
void     turns_run             (World *world, Part *part);
void     turns_fail            (World *world, Part *part);
void     turns_check           (World *world);
gint64   turns_get_next_due    (World *world);

/* The model: instructions. */
void     tasks_post            (World *world, Order *order, gint64 due, guint64 number);
gboolean tasks_cancel          (World *world, guint64 number);
guint    tasks_purge           (World *world, Part *target, guint name);
void     tasks_begin           (World *world);
void     tasks_call            (World *world, Part *part, Order *order);
void     tasks_returned        (World *world);
void     tasks_told            (World *world, Order *order, const GError *error);
void     tasks_finish          (World *world);
gint64   tasks_get_next_due    (World *world);

/* The model: messages. */
int      letters_decide        (World *world, Part *receiver, gsize size);
void     letters_send          (World *world, GyreHandle sender, Part *receiver, GQuark kind, gsize size, gboolean is_for_next);
void     letters_begin         (World *world);
void     letters_receive       (World *world, Part *part, GyreMessage *message);
void     letters_read          (World *world, Part *part, GQuark kind, GyreMessage *message);
void     letters_forget        (World *world, Part *part);
void     letters_finish        (World *world);
void     letters_check         (World *world);
void     letters_fill          (guint64 sequence, guint8 *bytes, gsize size);

#define LETTER_ACCEPTED -1
#define LETTER_DROPPED -2
