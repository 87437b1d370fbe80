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
  const GyreKind **kinds;   /* of a tuple, one a part; NULL for the others */
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
 * gyre_list_new_tuple: (skip)
 * @kinds: (array length=length): the kind of each part; copied
 * @length: how many
 *
 * Returns: (transfer full): a tuple of `none`, to be filled with gyre_list_take_value()
 *
 * Since: 0.1
 */
GyreList *
gyre_list_new_tuple (const GyreKind * const *kinds, guint length)
{
  GyreList *self = gyre_list_new (NULL, length);

  self->kinds = g_new0 (const GyreKind *, length + 1);
  for (guint index = 0; index < length; index++)
    self->kinds[index] = kinds[index];
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
    gyre_kind_clear (gyre_list_get_kind (list, index), &list->values[index]);
  g_free (list->kinds);
  g_free (list);
}

/**
 * gyre_list_get_kind: (skip)
 * @list: a list
 * @index: of an element; does not matter unless @list is a tuple
 *
 * Returns: (transfer none): what the element is kept as. A list of facilities holds texts before, and objects after somebody asked
 *   for them.
 *
 * Since: 0.1
 */
const GyreKind *
gyre_list_get_kind (const GyreList *list, guint index)
{
  g_return_val_if_fail (list != NULL, NULL);
  return list->kinds != NULL ? list->kinds[MIN (index, list->length)] : list->kind;
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
  gyre_kind_clear (gyre_list_get_kind (list, index), &list->values[index]);
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
 * gyre_list_get_list:
 * @list: a list of lists, sets or tuples
 * @index: below the length
 *
 * Returns: (nullable) (transfer none): an element
 *
 * Since: 0.1
 */
GyreList *
gyre_list_get_list (const GyreList *list, guint index)
{
  return gyre_list_get_value (list, index).list;
}

/**
 * gyre_list_get_mapping:
 * @list: a list of mappings or catalogs
 * @index: below the length
 *
 * Returns: (nullable) (transfer none): an element
 *
 * Since: 0.1
 */
GyreMapping *
gyre_list_get_mapping (const GyreList *list, guint index)
{
  return gyre_list_get_value (list, index).mapping;
}

/**
 * gyre_list_get_object:
 * @list: a list of facilities, as the accessor of a trait gives it
 * @index: below the length
 *
 * Returns: (nullable) (transfer none): an element
 *
 * Since: 0.1
 */
GObject *
gyre_list_get_object (const GyreList *list, guint index)
{
  return gyre_list_get_value (list, index).object;
}

/**
 * gyre_list_replace: (skip)
 * @list: a list
 * @position: of the first element that goes
 * @removed: how many go
 * @added: (nullable): a list of the same kind whose elements come there
 *
 * A list does not change, so this makes another one.
 *
 * Returns: (transfer full): the list that comes of it
 *
 * Since: 0.1
 */
GyreList *
gyre_list_replace (const GyreList *list, guint position, guint removed, const GyreList *added)
{
  guint come = added != NULL ? added->length : 0;
  GyreList *self;

  g_return_val_if_fail (list != NULL && list->kinds == NULL, NULL);
  g_return_val_if_fail (position <= list->length && removed <= list->length - position, NULL);
  g_return_val_if_fail (added == NULL || added->kind == list->kind, NULL);

  self = gyre_list_new (list->kind, list->length - removed + come);
  for (guint index = 0; index < self->length; index++)
    {
      GyreValue source = index < position ? list->values[index]
                         : index < position + come ? added->values[index - position]
                         : list->values[index - come + removed];
      self->values[index] = gyre_kind_copy (list->kind, source);
    }
  return self;
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
    if (gyre_list_get_kind (list, index) != gyre_list_get_kind (other, index)
        || !gyre_kind_equal (gyre_list_get_kind (list, index), list->values[index], other->values[index]))
      return FALSE;
  return TRUE;
}
