/* orchestra.h: A hundred processes that play together
 *
 * SPDX-License-Identifier: LGPL-2.1-or-later
 *
 * What the classes of the module know of each other: that there are players. Everything else they say in messages.
 */
#pragma once

#include <gyre.h>

G_BEGIN_DECLS

/**
 * OrchestraPlayer:
 * @melody: its notes, again and again
 * @listener: the name of who gets them
 * @clumsiness: how likely it is that a note goes wrong, from 0 to 1
 * @is_loud: whether it plays forte
 * @n_played: how many notes it has played
 *
 * Plays a note in each of its turns. Family `orchestra.player`; those who have a seat are of the families below.
 */
#define ORCHESTRA_TYPE_PLAYER (orchestra_player_get_type ())
typedef struct
{
  GyreBaseProcess parent_instance;

  GyreList *melody;
  char *listener;
  double clumsiness;
  bool is_loud;
  guint n_played;
} OrchestraPlayer;
typedef struct
{
  GyreBaseProcessClass parent_class;
} OrchestraPlayerClass;

GType    orchestra_player_get_type (void);
gboolean orchestra_player_play     (OrchestraPlayer  *self,
                                    GError          **error);

/**
 * OrchestraError:
 * @ORCHESTRA_ERROR_WRONG_NOTE: a note went wrong
 *
 * What can go wrong in a concert.
 */
typedef enum
{
  ORCHESTRA_ERROR_WRONG_NOTE,
} OrchestraError;

#define ORCHESTRA_ERROR (orchestra_error_quark ())
GQuark orchestra_error_quark (void);

G_END_DECLS
