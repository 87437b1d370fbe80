/* gyre-gir-type.c: The words and defaults of a type that a repository names
 *
 * SPDX-License-Identifier: LGPL-2.1-or-later
 *
 * A component or an interface of ours has a description; of any other class GObject tells what its properties say of themselves.
 */
#include "gyre-gir-type.h"

#include "gyre-facts.h"


struct _GyreGirType
{
  GType type;
  gpointer class;                 /* GObjectClass, or the default vtable of an interface; held */
  GyreDescription *description;   /* NULL: not ours */
  GyreDescription *foreign;       /* of one that is not ours, when somebody has asked for its signals */
};

static GType
find_type (GModule *libraries[], const char *get_type)
{
  gpointer function;

  for (; *libraries != NULL; libraries++)
    if (g_module_symbol (*libraries, get_type, &function) && function != NULL)
      return ((GType (*) (void)) function) ();
  return G_TYPE_INVALID;
}

static GyreDescription *
describe (GType type)
{
  if (G_TYPE_IS_INTERFACE (type))
    return gyre_role_get (type) != NULL ? gyre_description_new (GYRE_REQUIREMENT (gyre_role_get (type))) : NULL;
  return g_type_is_a (type, GYRE_TYPE_COMPONENT) ? gyre_description_new (GYRE_REQUIREMENT (gyre_actor_get (type))) : NULL;
}

/* Returns: (transfer full) (nullable): the type that the function @get_type of one of @libraries gives; NULL where there is none */
GyreGirType *
gyre_gir_type_new (GModule *libraries[], const char *get_type)
{
  GType type = find_type (libraries, get_type);
  GyreGirType *self;

  if (!G_TYPE_IS_OBJECT (type) && !G_TYPE_IS_INTERFACE (type))
    return NULL;
  self = g_new (GyreGirType, 1);
  *self = (GyreGirType) {
    type, G_TYPE_IS_INTERFACE (type) ? g_type_default_interface_ref (type) : g_type_class_ref (type), describe (type),
  };
  return self;
}

void
gyre_gir_type_free (GyreGirType *self)
{
  if (G_TYPE_IS_INTERFACE (self->type))
    g_type_default_interface_unref (self->class);
  else
    g_type_class_unref (self->class);
  g_clear_pointer (&self->description, gyre_description_unref);
  g_clear_pointer (&self->foreign, gyre_description_unref);
  g_free (self);
}

static GParamSpec *
find_specification (GyreGirType *self, const char *name)
{
  return G_TYPE_IS_INTERFACE (self->type) ? g_object_interface_find_property (self->class, name)
                                          : g_object_class_find_property (self->class, name);
}

static const GyreDescribedTrait *
find_trait (GyreGirType *self, const char *name)
{
  for (guint index = 0; self->description != NULL && index < self->description->traits->len; index++)
    {
      const GyreDescribedTrait *trait = self->description->traits->pdata[index];

      if (g_strcmp0 (trait->name, name) == 0)
        return trait;
    }
  return NULL;
}

/* Summary, long text and facts, as Markdown; takes @facts. */
static char *
dup_words (const char *summary, const char *description, GPtrArray *facts)
{
  GString *text = g_string_new (summary);

  if (description != NULL && *description != '\0')
    g_string_append_printf (text, "%s%s", text->len > 0 ? "\n\n" : "", description);
  if (facts->len > 0 && text->len > 0)
    g_string_append (text, "\n\n");
  for (guint index = 0; index < facts->len; index++)
    {
      const GyreDescribedRow *row = facts->pdata[index];

      /* The default has an attribute of its own. */
      if (!g_str_equal (row->name, "Default"))
        g_string_append_printf (text, "- %s: `%s`\n", row->name, row->text);
    }
  g_ptr_array_unref (facts);
  g_strchomp (text->str);
  return g_string_free (text, *text->str == '\0');
}

/* Returns: (transfer full) (nullable): what is said about the type */
char *
gyre_gir_type_dup_words (GyreGirType *self)
{
  if (self->description == NULL)
    return NULL;
  return dup_words (self->description->summary, self->description->description, g_ptr_array_new ());
}

/* Returns: (transfer full) (nullable): what is said about a property */
char *
gyre_gir_type_dup_property (GyreGirType *self, const char *name)
{
  const GyreDescribedTrait *trait = find_trait (self, name);
  GParamSpec *specification = find_specification (self, name);

  if (trait != NULL)
    return dup_words (trait->summary, trait->description, gyre_facts_list_trait (trait));
  return specification != NULL ? g_strdup (g_param_spec_get_blurb (specification)) : NULL;
}

/* Returns: (transfer full) (nullable): the default of a property */
char *
gyre_gir_type_dup_default (GyreGirType *self, const char *name)
{
  const GyreDescribedTrait *trait = find_trait (self, name);
  GParamSpec *specification = find_specification (self, name);
  char *text;

  if (trait != NULL)
    return g_strdup (trait->declared.text);
  if (specification == NULL)
    return NULL;
  /* Nothing, and what is shown by its address, tells nobody anything. */
  text = g_strdup_value_contents (g_param_spec_get_default_value (specification));
  if (strstr (text, "0x") == NULL && !g_str_equal (text, "NULL"))
    return text;
  g_free (text);
  return NULL;
}

/* Returns: (transfer full) (nullable): what is said about a signal */
char *
gyre_gir_type_dup_signal (GyreGirType *self, const char *name)
{
  for (guint index = 0; self->description != NULL && index < self->description->signals->len; index++)
    {
      const GyreDescribedSignal *signal = self->description->signals->pdata[index];

      if (g_strcmp0 (signal->name, name) == 0 && signal->summary != NULL)
        return dup_words (signal->summary, NULL, gyre_facts_list_signal (signal));
    }
  return NULL;
}

/* Returns: (transfer none) (nullable): how an argument of a signal is called */
const char *
gyre_gir_type_get_argument (GyreGirType *self, const char *signal, guint index)
{
  GyreDescription *description = self->description;

  if (description == NULL && self->foreign == NULL)
    self->foreign = gyre_description_new_for_type (self->type, NULL);
  if (description == NULL)
    description = self->foreign;
  for (guint number = 0; description != NULL && number < description->signals->len; number++)
    {
      const GyreDescribedSignal *described = description->signals->pdata[number];

      if (g_strcmp0 (described->name, signal) == 0 && index < described->arguments->len)
        return ((const GyreDescribedArgument *) described->arguments->pdata[index])->name;
    }
  return NULL;
}

/* Returns: (transfer none) (nullable): where the type is declared */
GyreLocator *
gyre_gir_type_get_place (GyreGirType *self)
{
  return self->description != NULL ? self->description->declared : NULL;
}
