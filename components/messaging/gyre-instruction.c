/* gyre-instruction.c: A call that is to be made later
 *
 * SPDX-License-Identifier: LGPL-2.1-or-later
 */
#include "gyre-instruction-private.h"

struct _GyreInstruction
{
  gatomicrefcount references;
  char *component;              /* NULL: it is the handle that counts */
  GyreHandle handle;
  char *target;                 /* of a handle, for people; made when it is needed */
  char *behavior;
  GValue *arguments;
  guint n_arguments;
  GStrv texts;                  /* in place of arguments; NULL for most */
  int priority;

  GyreInstructionCallback callback;
  gpointer user_data;
  GDestroyNotify destroy;
};

G_DEFINE_BOXED_TYPE (GyreInstruction, gyre_instruction, gyre_instruction_ref, gyre_instruction_unref)
G_DEFINE_QUARK (gyre-instruction-error-quark, gyre_instruction_error)

static GyreInstruction *
instruction_new (const char *behavior, const GValue *arguments, guint n_arguments)
{
  GyreInstruction *self = g_new0 (GyreInstruction, 1);

  g_atomic_ref_count_init (&self->references);
  self->behavior = g_strdup (behavior);
  self->arguments = g_new0 (GValue, n_arguments);
  self->n_arguments = n_arguments;
  for (guint index = 0; index < n_arguments; index++)
    {
      g_value_init (&self->arguments[index], G_VALUE_TYPE (&arguments[index]));
      g_value_copy (&arguments[index], &self->arguments[index]);
    }
  return self;
}

/**
 * gyre_instruction_new:
 * @component: the name of a component; who has it when the instruction is due does it
 * @behavior: the name of a behavior
 * @arguments: (array length=n_arguments) (nullable): its arguments
 * @n_arguments: how many
 *
 * An instruction for a component that is known by name.
 *
 * Returns: (transfer full): the instruction, to be posted
 *
 * Since: 0.1
 */
GyreInstruction *
gyre_instruction_new (const char *component, const char *behavior, const GValue *arguments, guint n_arguments)
{
  GyreInstruction *self;

  g_return_val_if_fail (component != NULL && behavior != NULL, NULL);
  g_return_val_if_fail (n_arguments == 0 || arguments != NULL, NULL);

  self = instruction_new (behavior, arguments, n_arguments);
  self->component = g_strdup (component);
  return self;
}

/**
 * gyre_instruction_new_for_handle:
 * @component: the handle of a component
 * @behavior: the name of a behavior
 * @arguments: (array length=n_arguments) (nullable): its arguments
 * @n_arguments: how many
 *
 * An instruction for one component and no other, whatever it is called. When it has ended, nobody does it.
 *
 * Returns: (transfer full): the instruction, to be posted
 *
 * Since: 0.1
 */
GyreInstruction *
gyre_instruction_new_for_handle (GyreHandle component, const char *behavior, const GValue *arguments, guint n_arguments)
{
  GyreInstruction *self;

  g_return_val_if_fail (component != GYRE_HANDLE_NONE && behavior != NULL, NULL);
  g_return_val_if_fail (n_arguments == 0 || arguments != NULL, NULL);

  self = instruction_new (behavior, arguments, n_arguments);
  self->handle = component;
  return self;
}

/**
 * gyre_instruction_new_with_texts:
 * @component: the name of a component
 * @behavior: the name of a behavior
 * @texts: (array zero-terminated=1) (nullable): its arguments as text, which are read when it is done
 *
 * An instruction as people write it.
 *
 * Returns: (transfer full): the instruction, to be posted
 *
 * Since: 0.1
 */
GyreInstruction *
gyre_instruction_new_with_texts (const char *component, const char *behavior, const char * const *texts)
{
  static const char * const none[] = { NULL };
  GyreInstruction *self;

  g_return_val_if_fail (component != NULL && behavior != NULL, NULL);

  self = instruction_new (behavior, NULL, 0);
  self->component = g_strdup (component);
  self->texts = g_strdupv ((GStrv) (texts != NULL ? texts : none));
  return self;
}

GyreInstruction *
gyre_instruction_ref (GyreInstruction *self)
{
  g_atomic_ref_count_inc (&self->references);
  return self;
}

void
gyre_instruction_unref (GyreInstruction *self)
{
  if (!g_atomic_ref_count_dec (&self->references))
    return;
  if (self->destroy != NULL)
    self->destroy (self->user_data);
  for (guint index = 0; index < self->n_arguments; index++)
    g_value_unset (&self->arguments[index]);
  g_free (self->arguments);
  g_strfreev (self->texts);
  g_free (self->component);
  g_free (self->target);
  g_free (self->behavior);
  g_free (self);
}

/**
 * gyre_instruction_set_callback:
 * @self: an instruction that was not posted yet
 * @callback: (scope notified) (closure user_data) (destroy destroy): hears what came of it, once for each posting
 * @user_data: what it gets
 * @destroy: (nullable): frees that, with the instruction, in whichever thread lets go of it last
 *
 * Who has a callback is told of failures there; an alert is given only when there is none.
 *
 * Since: 0.1
 */
void
gyre_instruction_set_callback (GyreInstruction *self, GyreInstructionCallback callback, gpointer user_data, GDestroyNotify destroy)
{
  g_return_if_fail (self->callback == NULL);

  self->callback = callback;
  self->user_data = user_data;
  self->destroy = destroy;
}

/**
 * gyre_instruction_set_priority:
 * @self: an instruction that was not posted yet
 * @priority: from -32768, which goes first, to 32767; 0 unless set
 *
 * Decides between instructions that are due at the same time.
 *
 * Since: 0.1
 */
void
gyre_instruction_set_priority (GyreInstruction *self, int priority)
{
  g_return_if_fail (priority >= G_MININT16 && priority <= G_MAXINT16);

  self->priority = priority;
}

/**
 * gyre_instruction_get_component:
 * @self: an instruction
 *
 * Returns: (nullable) (transfer none): the name of the component that shall do it; %NULL when it is known by its handle
 *
 * Since: 0.1
 */
const char *
gyre_instruction_get_component (GyreInstruction *self)
{
  return self->component;
}

/**
 * gyre_instruction_get_handle:
 * @self: an instruction
 *
 * Returns: the handle of the component that shall do it; %GYRE_HANDLE_NONE when it is known by name
 *
 * Since: 0.1
 */
GyreHandle
gyre_instruction_get_handle (GyreInstruction *self)
{
  return self->handle;
}

const GyreHandle *
gyre_instruction_peek_handle (GyreInstruction *self)
{
  return &self->handle;
}

/* Threads that make it at once make the same text; one of them keeps it. */
const char *
gyre_instruction_get_target (GyreInstruction *self)
{
  char *target, *none = NULL;

  if (self->component != NULL)
    return self->component;
  target = g_strdup_printf ("<%" G_GINT64_MODIFIER "x>", self->handle);
  if (!__atomic_compare_exchange_n (&self->target, &none, target, FALSE, __ATOMIC_ACQ_REL, __ATOMIC_ACQUIRE))
    g_free (target);
  return self->target;
}

/**
 * gyre_instruction_get_behavior:
 * @self: an instruction
 *
 * Returns: (transfer none): the name of what shall be done
 *
 * Since: 0.1
 */
const char *
gyre_instruction_get_behavior (GyreInstruction *self)
{
  return self->behavior;
}

/**
 * gyre_instruction_get_arguments:
 * @self: an instruction
 * @n_arguments: (out): how many
 *
 * Returns: (array length=n_arguments) (transfer none): with what it shall be done
 *
 * Since: 0.1
 */
const GValue *
gyre_instruction_get_arguments (GyreInstruction *self, guint *n_arguments)
{
  *n_arguments = self->n_arguments;
  return self->arguments;
}

/**
 * gyre_instruction_get_texts:
 * @self: an instruction
 *
 * Returns: (array zero-terminated=1) (nullable) (transfer none): its arguments as text, where it was made so
 *
 * Since: 0.1
 */
const char * const *
gyre_instruction_get_texts (GyreInstruction *self)
{
  return (const char * const *) self->texts;
}

/**
 * gyre_instruction_get_priority:
 * @self: an instruction
 *
 * Returns: what decides between instructions that are due at the same time; the smaller goes first
 *
 * Since: 0.1
 */
int
gyre_instruction_get_priority (GyreInstruction *self)
{
  return self->priority;
}

/**
 * gyre_instruction_to_string:
 * @self: an instruction
 *
 * Returns: (transfer full): "Instruction component.behavior"
 *
 * Since: 0.1
 */
char *
gyre_instruction_to_string (GyreInstruction *self)
{
  return g_strdup_printf ("Instruction %s.%s", gyre_instruction_get_target (self), self->behavior);
}

gboolean
gyre_instruction_tell (GyreInstruction *self, const GValue *result, const GError *error)
{
  if (self->callback != NULL)
    self->callback (self, result, error, self->user_data);
  return self->callback != NULL;
}

/* The callback of who was extended hears it. */
static void
relay (GyreInstruction *instruction, const GValue *result, const GError *error, gpointer user_data)
{
  gyre_instruction_tell (user_data, result, error);
}

static void
unref_instruction (gpointer data)
{
  gyre_instruction_unref (data);
}

GyreInstruction *
gyre_instruction_extend (GyreInstruction *self, const GValue *last)
{
  GyreInstruction *extended = instruction_new (self->behavior, self->arguments, self->n_arguments);
  GValue *argument;

  extended->component = g_strdup (self->component);
  extended->handle = self->handle;
  extended->priority = self->priority;
  extended->arguments = g_renew (GValue, extended->arguments, self->n_arguments + 1);
  argument = &extended->arguments[extended->n_arguments++];
  *argument = (GValue) G_VALUE_INIT;
  g_value_init (argument, G_VALUE_TYPE (last));
  g_value_copy (last, argument);
  if (self->callback != NULL)
    gyre_instruction_set_callback (extended, relay, gyre_instruction_ref (self), unref_instruction);
  return extended;
}
