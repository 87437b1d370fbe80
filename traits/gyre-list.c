/* gyre-list.c: Values of one kind, one after the other
 *
 * SPDX-License-Identifier: LGPL-2.1-or-later
 */
#include "gyre-list.h"

struct _GyreList
{
  gint references;
  guint length;
  const GyreKind *kind;
  GyreValue values[];
};

G_DEFINE_BOXED_TYPE (GyreList, gyre_list, gyre_list_ref, gyre_list_unref)

/**
 * gyre_list_new: (skip)
 * @kind: the kind of the elements
 * @length: how many
 *
 * Returns: (transfer full): a list of `none`, to be filled with gyre_list_take_value()
 *
 * Since: 0.1
 */
GyreList *
gyre_list_new (const GyreKind *kind, guint length)
{
  GyreList *self = g_malloc0 (sizeof (GyreList) + sizeof (GyreValue) * length);

  self->references = 1;
  self->kind = kind;
  self->length = length;
  return self;
}

/**
 * gyre_list_ref: (skip)
 * @list: a list
 *
 * Returns: (transfer full): @list
 *
 * Since: 0.1
 */
GyreList *
gyre_list_ref (GyreList *list)
{
  g_atomic_int_inc (&list->references);
  return list;
}

/**
 * gyre_list_unref: (skip)
 * @list: (transfer full): a list
 *
 * Since: 0.1
 */
void
gyre_list_unref (GyreList *list)
{
  if (!g_atomic_int_dec_and_test (&list->references))
    return;
  for (guint index = 0; index < list->length; index++)
    gyre_kind_clear (list->kind, &list->values[index]);
  g_free (list);
}

/**
 * gyre_list_get_length:
 * @list: a list
 *
 * Returns: the number of elements
 *
 * Since: 0.1
 */
guint
gyre_list_get_length (const GyreList *list)
{
  g_return_val_if_fail (list != NULL, 0);
  return list->length;
}

/**
 * gyre_list_get_value: (skip)
 * @list: a list
 * @index: below the length
 *
 * Returns: an element, borrowed
 *
 * Since: 0.1
 */
GyreValue
gyre_list_get_value (const GyreList *list, guint index)
{
  g_return_val_if_fail (list != NULL && index < list->length, GYRE_NONE);
  return list->values[index];
}

/**
 * gyre_list_take_value: (skip)
 * @list: a list that nobody else has yet
 * @index: below the length
 * @value: (transfer full): the element
 *
 * Since: 0.1
 */
void
gyre_list_take_value (GyreList *list, guint index, GyreValue value)
{
  g_return_if_fail (list != NULL && index < list->length);
  gyre_kind_clear (list->kind, &list->values[index]);
  list->values[index] = value;
}

/**
 * gyre_list_get_string:
 * @list: a list of strings or paths
 * @index: below the length
 *
 * Returns: (nullable) (transfer none): an element
 *
 * Since: 0.1
 */
const char *
gyre_list_get_string (const GyreList *list, guint index)
{
  return gyre_list_get_value (list, index).string;
}

/**
 * gyre_list_get_real:
 * @list: a list of reals
 * @index: below the length
 *
 * Returns: an element
 *
 * Since: 0.1
 */
double
gyre_list_get_real (const GyreList *list, guint index)
{
  return gyre_list_get_value (list, index).real;
}

/**
 * gyre_list_get_integer:
 * @list: a list of integers or of words of an enumeration
 * @index: below the length
 *
 * Returns: an element
 *
 * Since: 0.1
 */
gint64
gyre_list_get_integer (const GyreList *list, guint index)
{
  return gyre_list_get_value (list, index).integer;
}

/**
 * gyre_list_get_boolean:
 * @list: a list of booleans
 * @index: below the length
 *
 * Returns: an element
 *
 * Since: 0.1
 */
gboolean
gyre_list_get_boolean (const GyreList *list, guint index)
{
  return gyre_list_get_value (list, index).boolean;
}

/**
 * gyre_list_equal:
 * @list: a list
 * @other: another of the same kind
 *
 * Returns: whether both hold the same
 *
 * Since: 0.1
 */
gboolean
gyre_list_equal (const GyreList *list, const GyreList *other)
{
  g_return_val_if_fail (list != NULL && other != NULL, FALSE);

  if (list->length != other->length)
    return FALSE;
  for (guint index = 0; index < list->length; index++)
    if (!gyre_kind_equal (list->kind, list->values[index], other->values[index]))
      return FALSE;
  return TRUE;
}
