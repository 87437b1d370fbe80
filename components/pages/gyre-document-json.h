/* gyre-document-json.h: A catalogue as one JSON document
 *
 * SPDX-License-Identifier: LGPL-2.1-or-later
 */
#pragma once

#include <gyre.h>

char    *gyre_document_json_dup (GyreCatalogue  *catalogue);
gboolean gyre_json_write        (GyreCatalogue  *catalogue,
                                 const char     *folder,
                                 GError        **error);
