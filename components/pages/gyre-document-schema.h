/* gyre-document-schema.h: The JSON Schema of the configuration of a catalogue's classes
 *
 * SPDX-License-Identifier: LGPL-2.1-or-later
 */
#pragma once

#include <gyre.h>

char    *gyre_document_schema_dup (GyreCatalogue  *catalogue);
gboolean gyre_schema_write        (GyreCatalogue  *catalogue,
                                   const char     *folder,
                                   GError        **error);
