/* gyre-described.c: The parts of a description, and how they end
 *
 * SPDX-License-Identifier: LGPL-2.1-or-later
 *
 * Parts that are lists are never NULL, so that a reader needs to ask for their length only.
 */
#include "gyre-described-private.h"

void
gyre_described_class_free (gpointer data)
{
  GyreDescribedClass *self = data;

  g_free (self->type);
  g_free (self->family);
  g_free (self->summary);
  g_strfreev (self->asks);
  g_free (self);
}

void
gyre_described_instance_free (gpointer data)
{
  GyreDescribedInstance *self = data;

  g_free (self->name);
  g_free (self->family);
  g_free (self->type);
  g_free (self);
}

void
gyre_described_word_free (gpointer data)
{
  GyreDescribedWord *self = data;

  g_free (self->word);
  g_free (self->name);
  g_free (self->summary);
  g_free (self);
}

void
gyre_described_section_free (gpointer data)
{
  GyreDescribedSection *self = data;

  g_free (self->title);
  g_ptr_array_unref (self->rows);
  g_free (self);
}

static void
described_value_clear (GyreDescribedValue *self)
{
  g_free (self->text);
  g_clear_pointer (&self->locator, gyre_locator_unref);
}

void
gyre_described_trait_free (gpointer data)
{
  GyreDescribedTrait *self = data;

  g_free (self->name);
  g_strfreev (self->aliases);
  g_free (self->kind);
  g_free (self->kind_text);
  g_free (self->element);
  g_free (self->interface);
  g_strfreev (self->words);
  g_ptr_array_unref (self->values);
  g_ptr_array_unref (self->implementers);
  g_free (self->native);
  g_free (self->least);
  g_free (self->most);
  g_strfreev (self->flags);
  g_free (self->owner);
  g_free (self->shadows);
  g_free (self->said_by);
  g_free (self->key);
  g_free (self->summary);
  g_free (self->description);
  g_free (self->units);
  g_free (self->rules);
  g_clear_pointer (&self->constraints, g_ptr_array_unref);
  g_free (self->deprecated_since);
  described_value_clear (&self->declared);
  described_value_clear (&self->fallback);
  described_value_clear (&self->value);
  g_free (self);
}

void
gyre_described_argument_free (gpointer data)
{
  GyreDescribedArgument *self = data;

  g_free (self->name);
  g_free (self->kind);
  g_free (self->summary);
  g_free (self->fallback);
  g_free (self->native);
  g_free (self);
}

void
gyre_described_signal_free (gpointer data)
{
  GyreDescribedSignal *self = data;

  g_free (self->name);
  g_free (self->signature);
  g_free (self->result);
  g_ptr_array_unref (self->arguments);
  g_free (self->owner);
  g_free (self->summary);
  g_strfreev (self->flags);
  g_free (self);
}

void
gyre_described_behavior_free (gpointer data)
{
  GyreDescribedBehavior *self = data;

  g_free (self->name);
  g_strfreev (self->aliases);
  g_free (self->signature);
  g_free (self->result);
  g_ptr_array_unref (self->arguments);
  g_free (self->owner);
  g_free (self->summary);
  g_free (self->description);
  g_free (self->deprecated_since);
  g_clear_pointer (&self->locator, gyre_locator_unref);
  g_free (self->symbol);
  g_free (self->shadows);
  g_free (self->said_by);
  g_free (self);
}

void
gyre_described_row_free (gpointer data)
{
  GyreDescribedRow *self = data;

  g_free (self->name);
  g_free (self->text);
  g_free (self);
}

GyreDescribedTrait *
gyre_described_trait_alloc (void)
{
  GyreDescribedTrait *self = g_new0 (GyreDescribedTrait, 1);

  self->values = g_ptr_array_new_with_free_func (gyre_described_word_free);
  self->implementers = g_ptr_array_new_with_free_func (gyre_described_class_free);
  self->declared.priority = self->fallback.priority = self->value.priority = GYRE_PRIORITY_NONE;
  return self;
}

GyreDescribedBehavior *
gyre_described_behavior_alloc (void)
{
  GyreDescribedBehavior *self = g_new0 (GyreDescribedBehavior, 1);

  self->arguments = g_ptr_array_new_with_free_func (gyre_described_argument_free);
  return self;
}

GyreDescribedSignal *
gyre_described_signal_alloc (void)
{
  GyreDescribedSignal *self = g_new0 (GyreDescribedSignal, 1);

  self->arguments = g_ptr_array_new_with_free_func (gyre_described_argument_free);
  return self;
}

GyreDescribedSection *
gyre_described_section_new (const char *title)
{
  GyreDescribedSection *self = g_new (GyreDescribedSection, 1);

  self->title = g_strdup (title);
  self->rows = g_ptr_array_new_with_free_func (gyre_described_row_free);
  return self;
}

/* Takes the text over. */
void
gyre_described_section_add (GyreDescribedSection *self, const char *name, char *text)
{
  GyreDescribedRow *row = g_new (GyreDescribedRow, 1);

  row->name = g_strdup (name);
  row->text = text;
  g_ptr_array_add (self->rows, row);
}

/* A description without anything in it. */
GyreDescription *
gyre_description_alloc (void)
{
  GyreDescription *self = g_new0 (GyreDescription, 1);

  self->references = 1;
  self->pedigree = g_ptr_array_new_with_free_func (gyre_described_class_free);
  self->hierarchy = g_ptr_array_new_with_free_func (gyre_described_class_free);
  self->derived = g_ptr_array_new_with_free_func (gyre_described_class_free);
  self->interfaces = g_ptr_array_new_with_free_func (gyre_described_class_free);
  self->implementers = g_ptr_array_new_with_free_func (gyre_described_class_free);
  self->traits = g_ptr_array_new_with_free_func (gyre_described_trait_free);
  self->behaviors = g_ptr_array_new_with_free_func (gyre_described_behavior_free);
  self->signals = g_ptr_array_new_with_free_func (gyre_described_signal_free);
  self->children = g_ptr_array_new_with_free_func (gyre_described_instance_free);
  self->sections = g_ptr_array_new_with_free_func (gyre_described_section_free);
  return self;
}
