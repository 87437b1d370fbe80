/* gyre-page.h: One page of a site: head, contents, body and foot
 *
 * SPDX-License-Identifier: LGPL-2.1-or-later
 */
#pragma once

#include "gyre-markup.h"

/* A page that is being written. Headings go to the contents as well. */
typedef struct
{
  GyreCatalogue *catalogue;     /* whose classes have pages */
  const char    *root;          /* from this page to the root of the site: "" or "../" */
  GString       *body;
  GString       *contents;
} GyrePage;

void     gyre_page_begin             (GyrePage                 *self,
                                      GyreCatalogue            *catalogue,
                                      const char               *root);
GString *gyre_page_end               (GyrePage                 *self,
                                      const char               *title,
                                      const char               *summary,
                                      const char               *current);

void     gyre_page_append_section    (GyrePage                 *self,
                                      const char               *anchor,
                                      const char               *title);
void     gyre_page_append_entry      (GyrePage                 *self,
                                      const char               *anchor,
                                      const char               *title);
void     gyre_page_append_name       (GyrePage                 *self,
                                      const char               *family,
                                      const char               *type);
void     gyre_page_append_class      (GyrePage                 *self,
                                      const GyreDescribedClass *class);
void     gyre_page_append_markdown   (GyrePage                 *self,
                                      const char               *markdown);
void     gyre_page_append_picture    (GyrePage                 *self,
                                      const char               *picture,
                                      const char               *subject);
char    *gyre_page_dup_place         (GyreLocator              *locator);
char    *gyre_page_dup_link          (GyreDescription          *description);
