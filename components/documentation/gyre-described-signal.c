/* gyre-described-signal.c: What objects of a class tell those who connect to them
 *
 * SPDX-License-Identifier: LGPL-2.1-or-later
 *
 * GObject knows the types of what a signal says and no names. Who makes the signal can say them, and a repository of introspection may
 * know them; else the type's own word is the name, `pad` for a GstPad, with a number from the second one on. Signals of the class come
 * first, in the order in which they were declared, then those of its ancestors, nearest first, then those of its interfaces.
 */
#include "gyre-described-private.h"
#include "gyre-signal.h"

#include <string.h>

static const char *
name_kind (GType type)
{
  static const struct { GType type; const char *name; } kinds[] = {
    { G_TYPE_NONE, "nothing" }, { G_TYPE_BOOLEAN, "boolean" }, { G_TYPE_CHAR, "integer" }, { G_TYPE_UCHAR, "integer" },
    { G_TYPE_INT, "integer" }, { G_TYPE_UINT, "integer" }, { G_TYPE_LONG, "integer" }, { G_TYPE_ULONG, "integer" },
    { G_TYPE_INT64, "integer" }, { G_TYPE_UINT64, "integer" }, { G_TYPE_FLOAT, "real" }, { G_TYPE_DOUBLE, "real" },
    { G_TYPE_STRING, "string" }, { G_TYPE_VARIANT, "variant" }, { G_TYPE_ENUM, "enumeration" }, { G_TYPE_FLAGS, "flags" },
    { G_TYPE_OBJECT, "object" }, { G_TYPE_INTERFACE, "object" }, { G_TYPE_PARAM, "property" }, { G_TYPE_BOXED, "boxed" },
    { G_TYPE_POINTER, "pointer" },
  };

  for (guint index = 0; index < G_N_ELEMENTS (kinds); index++)
    if (G_TYPE_FUNDAMENTAL (type) == kinds[index].type)
      return kinds[index].name;
  return g_type_name (type);
}

static gboolean
is_word (GType type)
{
  return G_TYPE_IS_FUNDAMENTAL (type) && type != G_TYPE_OBJECT && type != G_TYPE_BOXED && type != G_TYPE_POINTER;
}

/* Where the second word of a name in capitals begins: `Pad` of GstPad, `DBusConnection` of GDBusConnection. A name of one word is that. */
static const char *
skip_prefix (const char *name)
{
  const char *second = name + 1;

  if (name[0] == 'G' && g_ascii_isupper (name[1]))
    return second;
  while (*second != '\0' && !g_ascii_isupper (*second))
    second++;
  return *second != '\0' ? second : name;
}

/* `RTSPMessage` is `rtsp_message`. */
static char *
dup_words (const char *name)
{
  GString *words = g_string_new (NULL);

  for (const char *letter = name; *letter != '\0'; letter++)
    {
      gboolean is_upper = g_ascii_isupper (*letter);
      gboolean begins = is_upper && letter > name && (!g_ascii_isupper (letter[-1]) || g_ascii_islower (letter[1]));

      if (begins && words->str[words->len - 1] != '_')
        g_string_append_c (words, '_');
      g_string_append_c (words, g_ascii_isalnum (*letter) ? g_ascii_tolower (*letter) : '_');
    }
  return g_string_free (words, FALSE);
}

static char *
dup_word_of_type (GType type)
{
  if (is_word (type) || type == G_TYPE_POINTER)
    return g_strdup (name_kind (type));
  if (type == G_TYPE_STRV)
    return g_strdup ("strings");
  return dup_words (skip_prefix (g_type_name (type)));
}

static gboolean
is_taken (const GyreDescribedSignal *self, GStrv said, const char *name)
{
  for (guint index = 0; index < self->arguments->len; index++)
    if (g_str_equal (((const GyreDescribedArgument *) self->arguments->pdata[index])->name, name))
      return TRUE;
  return said != NULL && g_strv_contains ((const char * const *) said, name);
}

/* One that no other argument has, said or not. */
static char *
invent_name (const GyreDescribedSignal *self, GStrv said, GType type)
{
  g_autofree char *word = dup_word_of_type (type);
  char *name = g_strdup (word);

  for (guint number = 2; is_taken (self, said, name); number++)
    {
      g_free (name);
      name = g_strdup_printf ("%s_%u", word, number);
    }
  return name;
}

static void
describe_arguments (GyreDescribedSignal *self, const GSignalQuery *query, GStrv said)
{
  for (guint index = 0; index < query->n_params; index++)
    {
      GType type = query->param_types[index] & ~G_SIGNAL_TYPE_STATIC_SCOPE;
      GyreDescribedArgument *argument = g_new0 (GyreDescribedArgument, 1);

      argument->name = said != NULL && *said[index] != '\0' ? g_strdup (said[index]) : invent_name (self, said, type);
      argument->kind = g_strdup (name_kind (type));
      argument->native = g_strdup (g_type_name (type));
      argument->is_required = TRUE;
      g_ptr_array_add (self->arguments, argument);
    }
}

/* A kind is not said twice: `integer` is an integer without a name of its own. */
static char *
print_signature (const GyreDescribedSignal *self, const GSignalQuery *query)
{
  GType result = query->return_type & ~G_SIGNAL_TYPE_STATIC_SCOPE;
  g_autoptr (GString) text = g_string_new (NULL);

  g_string_printf (text, "%s %s (", is_word (result) ? name_kind (result) : g_type_name (result), query->signal_name);
  for (guint index = 0; index < query->n_params; index++)
    {
      GType type = query->param_types[index] & ~G_SIGNAL_TYPE_STATIC_SCOPE;
      const char *kind = is_word (type) ? name_kind (type) : g_type_name (type);
      const char *name = ((const GyreDescribedArgument *) self->arguments->pdata[index])->name;

      g_string_append_printf (text, "%s%s", index > 0 ? ", " : "", kind);
      if (!g_str_equal (kind, name))
        g_string_append_printf (text, " %s", name);
    }
  g_string_append_c (text, ')');
  return g_string_free (g_steal_pointer (&text), FALSE);
}

static GStrv
list_flags (GSignalFlags flags)
{
  static const struct { guint flag; const char *word; } names[] = {
    { G_SIGNAL_RUN_FIRST, "run-first" }, { G_SIGNAL_RUN_LAST, "run-last" }, { G_SIGNAL_RUN_CLEANUP, "run-cleanup" },
    { G_SIGNAL_NO_RECURSE, "no-recurse" }, { G_SIGNAL_DETAILED, "detailed" }, { G_SIGNAL_ACTION, "action" },
    { G_SIGNAL_NO_HOOKS, "no-hooks" }, { G_SIGNAL_MUST_COLLECT, "must-collect" }, { G_SIGNAL_DEPRECATED, "deprecated" },
  };
  g_autoptr (GStrvBuilder) words = g_strv_builder_new ();

  for (guint index = 0; index < G_N_ELEMENTS (names); index++)
    if ((flags & names[index].flag) != 0)
      g_strv_builder_add (words, names[index].word);
  return g_strv_builder_end (words);
}

static int
compare_numbers (gconstpointer first, gconstpointer second)
{
  guint one = *(const guint *) first;
  guint other = *(const guint *) second;

  return one < other ? -1 : one > other;
}

static void
add_signals (GyreDescription *description, GType owner, GType type)
{
  guint length = 0;
  g_autofree guint *numbers = g_signal_list_ids (owner, &length);

  if (length > 0)
    qsort (numbers, length, sizeof (guint), compare_numbers);
  for (guint index = 0; index < length; index++)
    {
      GyreDescribedSignal *self = gyre_described_signal_alloc ();
      g_auto (GStrv) names = gyre_signal_dup_arguments (numbers[index]);
      GSignalQuery query;

      g_signal_query (numbers[index], &query);
      self->name = g_strdup (query.signal_name);
      self->summary = g_strdup (gyre_signal_get_summary (numbers[index]));
      self->result = g_strdup (name_kind (query.return_type & ~G_SIGNAL_TYPE_STATIC_SCOPE));
      describe_arguments (self, &query, names);
      self->signature = print_signature (self, &query);
      self->owner = g_strdup (gyre_described_name_of_type (owner));
      self->flags = list_flags (query.signal_flags);
      self->is_inherited = owner != type;
      g_ptr_array_add (description->signals, self);
    }
}

static int
compare_types (gconstpointer first, gconstpointer second)
{
  return strcmp (g_type_name (*(const GType *) first), g_type_name (*(const GType *) second));
}

/* N.B. a class tells its signals when it is there; g_signal_list_ids() wants the class of the type, or the struct of the interface. */
void
gyre_describe_signals (GyreDescription *description, GType type)
{
  gpointer class = G_TYPE_IS_INTERFACE (type) ? g_type_default_interface_ref (type) : g_type_class_ref (type);
  guint length = 0;
  g_autofree GType *interfaces = NULL;

  for (GType owner = type; owner != G_TYPE_INVALID && owner != G_TYPE_INTERFACE; owner = g_type_parent (owner))
    add_signals (description, owner, type);
  interfaces = g_type_interfaces (type, &length);
  if (length > 0)
    qsort (interfaces, length, sizeof (GType), compare_types);
  for (guint index = 0; index < length; index++)
    add_signals (description, interfaces[index], type);
  if (G_TYPE_IS_INTERFACE (type))
    g_type_default_interface_unref (class);
  else
    g_type_class_unref (class);
}
