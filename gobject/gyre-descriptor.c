/* gyre-descriptor.c: What can be harvested from a declaration
 *
 * SPDX-License-Identifier: LGPL-2.1-or-later
 */
#include "gyre-descriptor.h"

/* Descriptors live as long as the process, so a copy for a binding is the descriptor itself. */
static gpointer
descriptor_same (gpointer descriptor)
{
  return descriptor;
}

static void
descriptor_keep (gpointer descriptor)
{
}

G_DEFINE_BOXED_TYPE (GyreDescriptor, gyre_descriptor, descriptor_same, descriptor_keep)

/**
 * gyre_descriptor_get_name:
 * @descriptor: a descriptor
 *
 * Returns: (transfer none): the canonical name, words with dashes
 *
 * Since: 0.1
 */
const char *
gyre_descriptor_get_name (const GyreDescriptor *descriptor)
{
  g_return_val_if_fail (descriptor != NULL, NULL);
  return descriptor->name;
}

/**
 * gyre_descriptor_get_sort:
 * @descriptor: a descriptor
 *
 * Returns: property, facility or behavior
 *
 * Since: 0.1
 */
GyreDescriptorSort
gyre_descriptor_get_sort (const GyreDescriptor *descriptor)
{
  g_return_val_if_fail (descriptor != NULL, GYRE_DESCRIPTOR_PROPERTY);
  return descriptor->sort;
}

/**
 * gyre_descriptor_dup_aliases:
 * @descriptor: a descriptor
 *
 * Returns: (transfer full): the other names it answers to, as declared; empty where there are none
 *
 * Since: 0.1
 */
GStrv
gyre_descriptor_dup_aliases (const GyreDescriptor *descriptor)
{
  g_return_val_if_fail (descriptor != NULL, NULL);

  if (descriptor->aliases == NULL)
    return g_new0 (char *, 1);

  GStrv aliases = g_strsplit (descriptor->aliases, ",", -1);
  for (guint index = 0; aliases[index] != NULL; index++)
    g_strstrip (aliases[index]);
  return aliases;
}

/**
 * gyre_descriptor_get_summary:
 * @descriptor: a descriptor
 *
 * Returns: (nullable) (transfer none): one line that says what it is
 *
 * Since: 0.1
 */
const char *
gyre_descriptor_get_summary (const GyreDescriptor *descriptor)
{
  g_return_val_if_fail (descriptor != NULL, NULL);
  return descriptor->summary;
}

/**
 * gyre_descriptor_get_description:
 * @descriptor: a descriptor
 *
 * Returns: (nullable) (transfer none): the long text, in Markdown
 *
 * Since: 0.1
 */
const char *
gyre_descriptor_get_description (const GyreDescriptor *descriptor)
{
  g_return_val_if_fail (descriptor != NULL, NULL);
  return descriptor->description;
}

/**
 * gyre_descriptor_get_deprecated_since:
 * @descriptor: a descriptor
 *
 * Returns: (nullable) (transfer none): the version since which it should not be used any more
 *
 * Since: 0.1
 */
const char *
gyre_descriptor_get_deprecated_since (const GyreDescriptor *descriptor)
{
  g_return_val_if_fail (descriptor != NULL, NULL);
  return descriptor->deprecated_since;
}

/**
 * gyre_descriptor_get_owner:
 * @descriptor: a descriptor
 *
 * Returns: (nullable) (transfer none): the record of the class or interface that declares it
 *
 * Since: 0.1
 */
GyreRequirement *
gyre_descriptor_get_owner (const GyreDescriptor *descriptor)
{
  g_return_val_if_fail (descriptor != NULL, NULL);
  return descriptor->owner;
}
