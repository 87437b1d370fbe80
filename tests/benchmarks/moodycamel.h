/* moodycamel.h: A queue of moodycamel's, with tokens, for cells of two sizes
 *
 * SPDX-License-Identifier: LGPL-2.1-or-later
 */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

gpointer moodycamel_new          (gsize         size);
void     moodycamel_free         (gpointer      queue,
                                  gsize         size);

/* Of one thread. */
gpointer moodycamel_new_producer (gpointer      queue,
                                  gsize         size);
void     moodycamel_free_producer (gpointer     producer,
                                  gsize         size);

/* FALSE when there is no room. */
gboolean moodycamel_send         (gpointer      queue,
                                  gpointer      producer,
                                  gsize         size,
                                  gconstpointer cells,
                                  guint         count);
guint    moodycamel_take         (gpointer      queue,
                                  gsize         size,
                                  gpointer      cells,
                                  guint         count);

G_END_DECLS
