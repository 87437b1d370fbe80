/* gyre-catalogue-file-private.h: Descriptions as bytes that are read where they lie
 *
 * SPDX-License-Identifier: LGPL-2.1-or-later
 */
#pragma once

#include "gyre-catalogue-cache.h"
#include "gyre-sign-private.h"

/* The number of the format. It is another one when the file is made of other parts, and when descriptions have other fields: an older file
 * would be read without mistake, and lack what is new until one of its modules changes. A test knows the fields of this one. */
#define GYRE_CATALOGUE_FILE_FORMAT 4

/* What a file says about itself: version, stamps, notes (package and message), rows, the rows in the order of their types,
 * providers (package and fingerprint), the signs of all providers. */
#define GYRE_CATALOGUE_FILE_INDEX "(sa" GYRE_STAMP_TYPE "a(ss)a" GYRE_CATALOGUE_FILE_ROW "aua(ss)" GYRE_SIGNS_TYPE ")"
/* Family, type, subject, flags, package, summary; where the description lies, how long it is, its sum. */
#define GYRE_CATALOGUE_FILE_ROW "(ssyymsmsttt)"

/* What a file is made of. */
typedef struct
{
  const char *version;
  GVariant   *stamps;         /* transfer floating */
  GVariant   *notes;          /* transfer floating */
  GVariant   *providers;      /* transfer floating */
  GVariant   *signs;          /* transfer floating; NULL: there are none */
  GPtrArray  *rows;           /* GyreCatalogueRow, sorted here */
} GyreCatalogueParts;

typedef struct
{
  char       *family;
  char       *type;
  guint8      subject;
  guint8      flags;
  char       *package;
  char       *summary;
  GVariant   *description;    /* NULL: it is provided, and told elsewhere */
} GyreCatalogueRow;

void      gyre_catalogue_row_free          (gpointer            row);
GBytes   *gyre_catalogue_file_write        (GyreCatalogueParts *parts);
void      gyre_catalogue_file_seal         (guint8             *bytes,
                                            gsize               length);
GVariant *gyre_catalogue_file_read         (GBytes             *bytes);
GVariant *gyre_catalogue_file_read_description (GBytes         *bytes,
                                            guint64             offset,
                                            guint64             length,
                                            guint64             sum);
