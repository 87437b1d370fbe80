/* gyre-name-generator.c: Who names the instances that are built without a name
 *
 * SPDX-License-Identifier: LGPL-2.1-or-later
 *
 * A generator is user code: it is asked without the lock, and what was taken out of the list meanwhile lives until nobody asks
 * it any more.
 */
#include "gyre-name-generator-private.h"

typedef struct
{
  gulong number;
  GyreNameFunction function;
  gpointer data;
  GDestroyNotify destroy;
} Generator;

static GMutex lock;
static GPtrArray *generators;     /* never changed: replaced, so that one can go through it without the lock */
static gulong last_number;

static void
generator_clear (Generator *self)
{
  if (self->destroy != NULL)
    self->destroy (self->data);
}

static void
generator_unref (gpointer self)
{
  g_atomic_rc_box_release_full (self, (GDestroyNotify) generator_clear);
}

/* The list without one of its generators; 0 leaves none out. */
static GPtrArray *
copy_without (gulong number)
{
  GPtrArray *copy = g_ptr_array_new_with_free_func (generator_unref);

  for (guint index = 0; generators != NULL && index < generators->len; index++)
    {
      Generator *generator = g_ptr_array_index (generators, index);

      if (generator->number != number)
        g_ptr_array_add (copy, g_atomic_rc_box_acquire (generator));
    }
  return copy;
}

/* Puts a list in the place of the old one, which is returned: letting go of it can run user code. */
static GPtrArray *
replace (GPtrArray *list)
{
  GPtrArray *old = generators;

  if (list->len == 0)
    g_clear_pointer (&list, g_ptr_array_unref);
  g_atomic_pointer_set (&generators, list);
  return old;
}

/**
 * gyre_component_add_name_generator:
 * @function: (scope notified) (closure data) (destroy destroy): what names an instance
 * @data: its data
 * @destroy: (nullable): frees @data
 *
 * Adds a generator of names. gyre_component_new() and its kin, when they are asked for an instance without a name, ask the
 * generators in the order in which they were added; the first answer that is not %NULL is the name, and from there everything
 * goes on as if the caller had said it: the class normalizes it, and an instance that has it is the one that is returned.
 * g_object_new() asks nobody. A generator is asked in the thread that builds, maybe in several at once.
 *
 * Returns: a number for gyre_component_remove_name_generator(), never 0
 * Since: 0.1
 */
gulong
gyre_component_add_name_generator (GyreNameFunction function, gpointer data, GDestroyNotify destroy)
{
  g_autoptr (GPtrArray) old = NULL;
  Generator *generator;
  GPtrArray *list;
  gulong number;

  g_return_val_if_fail (function != NULL, 0);

  generator = g_atomic_rc_box_new0 (Generator);
  generator->function = function;
  generator->data = data;
  generator->destroy = destroy;
  g_mutex_lock (&lock);
  number = generator->number = ++last_number;
  list = copy_without (0);
  g_ptr_array_add (list, generator);
  old = replace (list);
  g_mutex_unlock (&lock);
  return number;
}

/**
 * gyre_component_remove_name_generator:
 * @generator: what gyre_component_add_name_generator() returned
 *
 * Removes a generator of names. One that is being asked in another thread gives its answer before its data is freed.
 *
 * Returns: whether there was one
 * Since: 0.1
 */
gboolean
gyre_component_remove_name_generator (gulong generator)
{
  g_autoptr (GPtrArray) old = NULL;
  guint before, after;

  g_mutex_lock (&lock);
  before = generators != NULL ? generators->len : 0;
  old = replace (copy_without (generator));
  after = generators != NULL ? generators->len : 0;
  g_mutex_unlock (&lock);
  return after < before;
}

static GPtrArray *
ref_generators (void)
{
  g_autoptr (GMutexLocker) locker = g_mutex_locker_new (&lock);

  return generators != NULL ? g_ptr_array_ref (generators) : NULL;
}

/* Nearly always there is nobody to ask; that costs one instruction. */
char *
gyre_name_generator_ask (GyreActor *actor)
{
  g_autoptr (GPtrArray) list = g_atomic_pointer_get (&generators) != NULL ? ref_generators () : NULL;
  char *name = NULL;

  for (guint index = 0; list != NULL && name == NULL && index < list->len; index++)
    {
      Generator *generator = g_ptr_array_index (list, index);
      name = generator->function (actor, generator->data);
    }
  return name;
}
