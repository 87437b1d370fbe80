/* fuzz-catalogue.c: Any bytes, as the cache of descriptions
 *
 * SPDX-License-Identifier: LGPL-2.1-or-later
 *
 * The bytes are taken as they are, and then with a good sum, which only keeps out what is torn. What is accepted can be listed, searched
 * and described, whatever it says; a description that it has is one or is refused.
 */
#include "gyre-catalogue-file-private.h"

#include <gyre.h>

#include <stdint.h>
#include <stdlib.h>
#include <string.h>

int LLVMFuzzerTestOneInput (const uint8_t *data, size_t size);

static void
require (gboolean fact)
{
  if (!fact)
    abort ();
}

static void
read_description (GVariant *variant)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (GyreDescription) description = gyre_description_new_from_variant (variant, &error);
  g_autofree char *text = description != NULL ? gyre_description_to_text (description, FALSE) : NULL;

  require ((description == NULL) == (error != NULL));
}

static void
ask (GyreCatalogueCache *cache)
{
  g_autoptr (GyreLinker) linker = gyre_linker_new ();
  g_autoptr (GVariant) notes = gyre_catalogue_cache_dup_notes (cache);
  guint length = gyre_catalogue_cache_get_length (cache);

  for (guint index = 0; index < length; index++)
    {
      GyreCatalogueEntry entry = gyre_catalogue_cache_get (cache, index);
      g_autoptr (GVariant) variant = gyre_catalogue_cache_dup_description (cache, index);
      guint place;

      require (g_utf8_validate (entry.family, -1, NULL));
      require (gyre_catalogue_cache_find_prefix (cache, entry.family) <= length);
      if (gyre_catalogue_cache_find (cache, entry.family, &place))
        require (place < length);
      if (entry.type != NULL && gyre_catalogue_cache_find (cache, entry.type, &place))
        require (place < length);
      if (variant != NULL)
        read_description (variant);
    }
  gyre_catalogue_cache_is_fresh (cache, linker);
  gyre_catalogue_cache_has_fresh_signs (cache);
}

static void
read_bytes (const guint8 *data, gsize size)
{
  g_autoptr (GBytes) bytes = g_bytes_new (data, size);
  g_autoptr (GyreCatalogueCache) cache = gyre_catalogue_cache_new_from_bytes (bytes);

  if (cache != NULL)
    ask (cache);
}

int
LLVMFuzzerTestOneInput (const uint8_t *data, size_t size)
{
  g_autofree guint8 *sealed = g_memdup2 (data, size);
  g_autoptr (GBytes) bytes = g_bytes_new (data, size);
  g_autoptr (GVariant) variant = g_variant_ref_sink (g_variant_new_from_bytes (G_VARIANT_TYPE_VARDICT, bytes, FALSE));

  read_bytes (data, size);
  gyre_catalogue_file_seal (sealed, size);
  read_bytes (sealed, size);
  read_description (variant);
  return 0;
}
