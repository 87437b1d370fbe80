/* gyre-provider.c: Families that a module can tell of without bringing classes
 *
 * SPDX-License-Identifier: LGPL-2.1-or-later
 *
 * Modules stay loaded, so a provider lives as long as the process. One lock guards the table, another one the work of all providers:
 * what they show was seldom made for several threads.
 */
#include "gyre-provider.h"
#include "gyre-name.h"

static GMutex lock;
static GRecMutex work;
static GHashTable *providers;    /* package → GyreProvider */

/**
 * gyre_provided_family_new: (skip)
 * @family: its public name
 * @summary: (nullable): one line
 *
 * Returns: (transfer full): the family, for the list of a provider
 *
 * Since: 0.1
 */
GyreProvidedFamily *
gyre_provided_family_new (const char *family, const char *summary)
{
  GyreProvidedFamily *self = g_new (GyreProvidedFamily, 1);

  *self = (GyreProvidedFamily) { g_strdup (family), g_strdup (summary) };
  return self;
}

/**
 * gyre_provided_family_free: (skip)
 * @self: (transfer full): a family of a list
 *
 * Since: 0.1
 */
void
gyre_provided_family_free (GyreProvidedFamily *self)
{
  g_return_if_fail (self != NULL);

  g_free (self->family);
  g_free (self->summary);
  g_free (self);
}

/**
 * gyre_provider_add: (skip)
 * @provider: it must live as long as the process
 *
 * Makes a provider known. The linker does so for each module that has one; a second one of the same package is left out.
 *
 * Since: 0.1
 */
void
gyre_provider_add (const GyreProvider *provider)
{
  g_return_if_fail (provider != NULL && provider->package != NULL && provider->noun != NULL);
  g_return_if_fail (provider->list != NULL && provider->describe != NULL && provider->fingerprint != NULL);

  g_mutex_lock (&lock);
  if (providers == NULL)
    providers = g_hash_table_new (g_str_hash, g_str_equal);
  if (!g_hash_table_contains (providers, provider->package))
    g_hash_table_insert (providers, (gpointer) provider->package, (gpointer) provider);
  g_mutex_unlock (&lock);
}

/**
 * gyre_provider_get: (skip)
 * @package: a package
 *
 * Nothing is loaded for it; gyre_executive_find_provider() does.
 *
 * Returns: (transfer none) (nullable): who tells of the families of the package
 *
 * Since: 0.1
 */
const GyreProvider *
gyre_provider_get (const char *package)
{
  const GyreProvider *provider;

  g_return_val_if_fail (package != NULL, NULL);

  g_mutex_lock (&lock);
  provider = providers != NULL ? g_hash_table_lookup (providers, package) : NULL;
  g_mutex_unlock (&lock);
  return provider;
}

/**
 * gyre_provider_list_packages: (skip)
 *
 * Returns: (transfer full): the packages that have a provider by now, sorted
 *
 * Since: 0.1
 */
GStrv
gyre_provider_list_packages (void)
{
  g_autoptr (GStrvBuilder) packages = g_strv_builder_new ();
  g_autoptr (GList) names = NULL;

  g_mutex_lock (&lock);
  names = providers != NULL ? g_list_sort (g_hash_table_get_keys (providers), (GCompareFunc) g_strcmp0) : NULL;
  for (GList *name = names; name != NULL; name = name->next)
    g_strv_builder_add (packages, name->data);
  g_mutex_unlock (&lock);
  return g_strv_builder_end (packages);
}

/**
 * gyre_provider_list: (skip)
 * @provider: a provider
 *
 * Returns: (element-type GyreProvidedFamily) (transfer full): all of its families
 *
 * Since: 0.1
 */
GPtrArray *
gyre_provider_list (const GyreProvider *provider)
{
  GPtrArray *families;

  g_return_val_if_fail (provider != NULL, NULL);

  g_rec_mutex_lock (&work);
  families = provider->list ();
  g_rec_mutex_unlock (&work);
  return families;
}

/**
 * gyre_provider_has_family: (skip)
 * @provider: a provider
 * @family: a family
 *
 * Returns: whether the provider can tell of it
 *
 * Since: 0.1
 */
gboolean
gyre_provider_has_family (const GyreProvider *provider, const char *family)
{
  g_autoptr (GPtrArray) families = gyre_provider_list (provider);

  g_return_val_if_fail (families != NULL && family != NULL, FALSE);

  for (guint index = 0; index < families->len; index++)
    if (g_str_equal (((const GyreProvidedFamily *) families->pdata[index])->family, family))
      return TRUE;
  return FALSE;
}

/**
 * gyre_provider_suggest: (skip)
 * @provider: a provider
 * @family: what was written
 *
 * Returns: (transfer full) (nullable): `did you mean 'gst.videotestsrc'?`, or %NULL when none of its families is near
 *
 * Since: 0.1
 */
char *
gyre_provider_suggest (const GyreProvider *provider, const char *family)
{
  g_autoptr (GPtrArray) families = gyre_provider_list (provider);
  g_autoptr (GPtrArray) names = g_ptr_array_new ();

  g_return_val_if_fail (families != NULL && family != NULL, NULL);

  for (guint index = 0; index < families->len; index++)
    g_ptr_array_add (names, ((const GyreProvidedFamily *) families->pdata[index])->family);
  g_ptr_array_add (names, NULL);
  return gyre_name_suggest (family, (const char * const *) names->pdata);
}

/**
 * gyre_provider_describe: (skip)
 * @provider: a provider
 * @family: one of its families
 * @error: return location for why it can't be told
 *
 * Returns: (transfer full) (nullable): what the family is, a #GyreDescription
 *
 * Since: 0.1
 */
struct _GyreDescription *
gyre_provider_describe (const GyreProvider *provider, const char *family, GError **error)
{
  struct _GyreDescription *description;

  g_return_val_if_fail (provider != NULL && family != NULL, NULL);

  g_rec_mutex_lock (&work);
  description = provider->describe (family, error);
  g_rec_mutex_unlock (&work);
  return description;
}

/**
 * gyre_provider_dup_fingerprint: (skip)
 * @provider: a provider
 *
 * Returns: (transfer full): the text that changes when what is provided changes
 *
 * Since: 0.1
 */
char *
gyre_provider_dup_fingerprint (const GyreProvider *provider)
{
  char *fingerprint;

  g_return_val_if_fail (provider != NULL, NULL);

  g_rec_mutex_lock (&work);
  fingerprint = provider->fingerprint ();
  g_rec_mutex_unlock (&work);
  return fingerprint;
}

/**
 * gyre_provider_list_signs: (skip)
 * @provider: a provider
 *
 * Returns: (transfer full): the files, folders and variables (`$NAME`) that decide which families there are; empty where it names none
 *
 * Since: 0.1
 */
GStrv
gyre_provider_list_signs (const GyreProvider *provider)
{
  GStrv signs;

  g_return_val_if_fail (provider != NULL, NULL);

  g_rec_mutex_lock (&work);
  signs = provider->signs != NULL ? provider->signs () : g_new0 (char *, 1);
  g_rec_mutex_unlock (&work);
  return signs;
}
