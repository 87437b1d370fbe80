/* gyre-action.c: Action signals of an object, called by name
 *
 * SPDX-License-Identifier: LGPL-2.1-or-later
 */
#include "gyre-action-private.h"
#include "gyre-behavior.h"
#include "gyre-shape-private.h"

guint
gyre_action_find (GObject *object, const char *name)
{
  guint action = g_signal_lookup (name, G_OBJECT_TYPE (object));
  GSignalQuery query;

  if (action == 0)
    return 0;
  g_signal_query (action, &query);
  return query.signal_flags & G_SIGNAL_ACTION ? action : 0;
}

static gboolean
refuse (const GSignalQuery *query, GError **error, const char *format, ...) G_GNUC_PRINTF (3, 4);

static gboolean
refuse (const GSignalQuery *query, GError **error, const char *format, ...)
{
  g_autofree char *message = NULL;
  va_list arguments;

  va_start (arguments, format);
  message = g_strdup_vprintf (format, arguments);
  va_end (arguments);
  g_set_error (error, GYRE_BEHAVIOR_ERROR, GYRE_BEHAVIOR_ERROR_ARGUMENTS, "the action %s of %s: %s", query->signal_name,
               g_type_name (query->itype), message);
  return FALSE;
}

static gboolean
convert (const GSignalQuery *query, guint index, const GValue *source, GValue *parameter, GError **error)
{
  GType type = query->param_types[index] & ~G_SIGNAL_TYPE_STATIC_SCOPE;

  g_value_init (parameter, type);
  if (g_value_type_transformable (G_VALUE_TYPE (source), type) && g_value_transform (source, parameter))
    return TRUE;
  return refuse (query, error, "argument %u must be a %s, is a %s", index + 1, g_type_name (type), G_VALUE_TYPE_NAME (source));
}

static gboolean
emit (GObject *object, const GSignalQuery *query, GValue *parameters, const GValue *arguments, GValue *result, GError **error)
{
  GType type = query->return_type & ~G_SIGNAL_TYPE_STATIC_SCOPE;

  g_value_set_object (g_value_init (&parameters[0], G_OBJECT_TYPE (object)), object);
  for (guint index = 0; index < query->n_params; index++)
    if (!convert (query, index, &arguments[index], &parameters[index + 1], error))
      return FALSE;
  if (type != G_TYPE_NONE)
    g_value_init (result, type);
  g_signal_emitv (parameters, query->signal_id, 0, type != G_TYPE_NONE ? result : NULL);
  return TRUE;
}

gboolean
gyre_action_call (GObject *object, guint action, const GValue *arguments, guint n_arguments, GValue *result, GError **error)
{
  GSignalQuery query;
  g_autofree GValue *parameters = NULL;
  gboolean done;

  g_signal_query (action, &query);
  if (n_arguments != query.n_params)
    return refuse (&query, error, "takes %u argument%s, got %u", query.n_params, query.n_params == 1 ? "" : "s", n_arguments);
  parameters = g_new0 (GValue, n_arguments + 1);
  done = emit (object, &query, parameters, arguments, result, error);
  for (guint index = 0; index <= n_arguments; index++)
    if (G_IS_VALUE (&parameters[index]))
      g_value_unset (&parameters[index]);
  return done;
}

/* A parameter that is a text takes the text as it is; for others it says its kind itself. */
static gboolean
read_text (const GSignalQuery *query, guint index, const char *text, GValue *value, GError **error)
{
  GType type = index < query->n_params ? query->param_types[index] & ~G_SIGNAL_TYPE_STATIC_SCOPE : G_TYPE_STRING;
  const GyreTrait *shape = gyre_shape_of_text (text);
  GyreValue read = GYRE_NONE;

  if (type == G_TYPE_STRING)
    {
      g_value_set_string (g_value_init (value, G_TYPE_STRING), text);
      return TRUE;
    }
  if (!gyre_trait_parse (shape, text, &read, error))
    return FALSE;
  gyre_trait_to_gvalue (shape, read, g_value_init (value, shape->specification->value_type));
  gyre_kind_clear (shape->kind, &read);
  return TRUE;
}

gboolean
gyre_action_call_with_texts (GObject *object, guint action, const char * const *texts, GValue *result, GError **error)
{
  g_autoptr (GArray) values = g_array_new (FALSE, TRUE, sizeof (GValue));
  GSignalQuery query;

  g_signal_query (action, &query);
  g_array_set_clear_func (values, (GDestroyNotify) g_value_unset);
  for (guint index = 0; texts[index] != NULL; index++)
    {
      GValue value = G_VALUE_INIT;

      if (!read_text (&query, index, texts[index], &value, error))
        return FALSE;
      g_array_append_val (values, value);
    }
  return gyre_action_call (object, action, (const GValue *) (gpointer) values->data, values->len, result, error);
}
