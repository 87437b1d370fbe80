/* gyre-catalogue-cache.h: What is known of classes whose modules are not loaded
 *
 * SPDX-License-Identifier: LGPL-2.1-or-later
 *
 * Take the stamps, load the modules, write; from then on any process opens what was written, and asks.
 */
#pragma once

#include "gyre-description.h"
#include "gyre-linker.h"

GYRE_BEGIN_DECLARATIONS

/**
 * GyreCatalogueFlags: (skip)
 * @GYRE_CATALOGUE_INTERNAL: it is not for others
 * @GYRE_CATALOGUE_INVALID: it can't be built: what makes it so is told when its module is loaded
 * @GYRE_CATALOGUE_ABSTRACT: no instance can be built
 * @GYRE_CATALOGUE_PROVIDED: a module only tells of it; it can be read and not be built, and its description has a file of its own
 *
 * What a listing wants to know of a family.
 *
 * Since: 0.1
 */
typedef enum
{
  GYRE_CATALOGUE_INTERNAL = 1 << 0,
  GYRE_CATALOGUE_INVALID  = 1 << 1,
  GYRE_CATALOGUE_ABSTRACT = 1 << 2,
  GYRE_CATALOGUE_PROVIDED = 1 << 3,
} GyreCatalogueFlags;

/**
 * GyreCatalogueEntry: (skip)
 * @family: the public name
 * @type: (nullable): the name of the type; %NULL where a module only tells of it
 * @package: (nullable): the first fragment of the family
 * @summary: (nullable): one line
 * @subject: a class or an interface
 * @flags: what else a listing wants to know
 *
 * One family, as long as its cache lives.
 *
 * Since: 0.1
 */
typedef struct
{
  const char            *family;
  const char            *type;
  const char            *package;
  const char            *summary;
  GyreDescriptionSubject subject;
  GyreCatalogueFlags     flags;
} GyreCatalogueEntry;

/**
 * GyreCatalogueCache: (skip)
 *
 * A file that one process has written for the next ones: the families of all modules of a path, each with its whole description. It is
 * mapped, not read, and believed only as far as it is whole; what is damaged is as if it were not there. Any thread may read it.
 *
 * Since: 0.1
 */
typedef struct _GyreCatalogueCache GyreCatalogueCache;

char               *gyre_catalogue_cache_dup_file        (GyreLinker         *linker,
                                                          const char         *family);
GVariant           *gyre_catalogue_cache_take_stamps     (GyreLinker         *linker);
gboolean            gyre_catalogue_cache_write           (const char         *file,
                                                          GVariant           *stamps,
                                                          GVariant           *notes,
                                                          GError            **error);

gboolean            gyre_catalogue_cache_write_provided  (const char         *file,
                                                          GVariant           *stamps,
                                                          GyreDescription    *description,
                                                          GError            **error);

GyreCatalogueCache *gyre_catalogue_cache_open            (const char         *file);
GyreCatalogueCache *gyre_catalogue_cache_new_from_bytes  (GBytes             *bytes);
void                gyre_catalogue_cache_free            (GyreCatalogueCache *cache);
gboolean            gyre_catalogue_cache_is_fresh        (GyreCatalogueCache *cache,
                                                          GyreLinker         *linker);

gboolean            gyre_catalogue_cache_has_fresh_providers (GyreCatalogueCache *cache,
                                                          GyreLinker         *linker);
gboolean            gyre_catalogue_cache_has_fresh_signs (GyreCatalogueCache *cache);

guint               gyre_catalogue_cache_get_length      (GyreCatalogueCache *cache);
GyreCatalogueEntry  gyre_catalogue_cache_get             (GyreCatalogueCache *cache,
                                                          guint               index);
guint               gyre_catalogue_cache_find_prefix     (GyreCatalogueCache *cache,
                                                          const char         *prefix);
gboolean            gyre_catalogue_cache_find            (GyreCatalogueCache *cache,
                                                          const char         *name,
                                                          guint              *index);
GVariant           *gyre_catalogue_cache_dup_description (GyreCatalogueCache *cache,
                                                          guint               index);
GVariant           *gyre_catalogue_cache_dup_notes       (GyreCatalogueCache *cache);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (GyreCatalogueCache, gyre_catalogue_cache_free)

GYRE_END_DECLARATIONS
