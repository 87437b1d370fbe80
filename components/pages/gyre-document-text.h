/* gyre-document-text.h: A catalogue as text, a line a member
 *
 * SPDX-License-Identifier: LGPL-2.1-or-later
 */
#pragma once

#include <gyre.h>

char    *gyre_document_text_dup (GyreCatalogue  *catalogue);
gboolean gyre_text_write        (GyreCatalogue  *catalogue,
                                 const char     *folder,
                                 GError        **error);
