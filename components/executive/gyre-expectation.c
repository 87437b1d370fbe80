/* gyre-expectation.c: Asynchronous results that arrive as instructions
 *
 * SPDX-License-Identifier: LGPL-2.1-or-later
 */
#include "gyre-expectation.h"
#include "gyre-instruction-private.h"
#include "gyre-shard-private.h"

typedef struct
{
  GWeakRef executive;
  GyreInstruction *instruction;
} Expectation;

/**
 * gyre_executive_expect: (skip)
 * @self: an executive
 * @instruction: what is to be done with the result, which it gets as one argument more, the last; not one with texts
 *
 * Any thread. The executive can end before the result comes; then nothing happens with it.
 *
 * Returns: (transfer full): what is handed to one asynchronous operation, together with gyre_expectation_meet()
 *
 * Since: 0.1
 */
gpointer
gyre_executive_expect (GyreExecutive *self, GyreInstruction *instruction)
{
  Expectation *expectation;

  g_return_val_if_fail (GYRE_IS_EXECUTIVE (self), NULL);
  g_return_val_if_fail (instruction != NULL && gyre_instruction_get_texts (instruction) == NULL, NULL);

  expectation = g_new0 (Expectation, 1);
  g_weak_ref_init (&expectation->executive, self);
  expectation->instruction = gyre_instruction_ref (instruction);
  return expectation;
}

static void
post (GyreExecutive *executive, GyreInstruction *instruction, GAsyncResult *result)
{
  g_auto (GValue) argument = G_VALUE_INIT;
  g_autoptr (GyreInstruction) extended = NULL;
  g_autoptr (GError) error = NULL;

  g_value_init (&argument, G_OBJECT_TYPE (result));
  g_value_set_object (&argument, result);
  extended = gyre_instruction_extend (instruction, &argument);
  if (gyre_shard_post (gyre_executive_get_shard (executive), extended, G_MININT64, GYRE_HANDLE_NONE, &error) == 0)
    gyre_instruction_tell (extended, NULL, error);
}

/**
 * gyre_expectation_meet: (skip)
 * @source: (nullable): whose operation it was
 * @result: what came of it
 * @expectation: (transfer full): of gyre_executive_expect()
 *
 * A #GAsyncReadyCallback that posts the instruction, due at once. Any thread.
 *
 * Since: 0.1
 */
void
gyre_expectation_meet (GObject *source, GAsyncResult *result, gpointer expectation)
{
  Expectation *self = expectation;
  g_autoptr (GyreExecutive) executive = g_weak_ref_get (&self->executive);

  if (executive != NULL)
    post (executive, self->instruction, result);
  g_weak_ref_clear (&self->executive);
  gyre_instruction_unref (self->instruction);
  g_free (self);
}
