/* control-fixture.h: A folder for sockets, and processes that can be reached
 *
 * SPDX-License-Identifier: LGPL-2.1-or-later
 */
#pragma once

#include "gyre-base-process.h"
#include "gyre-identity.h"

#include <glib/gstdio.h>
#include <gio/gio.h>

typedef struct
{
  char *folder;
  GyreExecutive *executive;
  GyreComponent *first;         /* "first" */
  GyreComponent *second;        /* has no name */
} Fixture;

#define TEST_TYPE_WORKER (test_worker_get_type ())
G_DECLARE_FINAL_TYPE (TestWorker, test_worker, TEST, WORKER, GyreBaseProcess)

struct _TestWorker
{
  GyreBaseProcess parent_instance;

  gint64 size;
  gint64 count;
  char *password;
  GThread *thread;              /* in which it was called */
};

static gboolean
worker_run (TestWorker *self, GError **error)
{
  self->count++;
  return TRUE;
}

static gint64
worker_twice (TestWorker *self, gint64 number, GError **error)
{
  self->thread = g_thread_self ();
  return 2 * number;
}

static gboolean
worker_fail (TestWorker *self, GError **error)
{
  g_set_error (error, G_IO_ERROR, G_IO_ERROR_BUSY, "it is \"busy\"");
  return FALSE;
}

static char *
worker_talk (TestWorker *self, gint64 n_letters, GError **error)
{
  return g_strnfill ((gsize) n_letters, 'x');
}

GYRE_DEFINE_COMPONENT (TestWorker, test_worker, GYRE_TYPE_BASE_PROCESS,
  GYRE_TRAITS (
    gyre_integer (size, 3, .minimum = 0, .maximum = 10),
    gyre_integer (count, 0),
    gyre_string (password, "sesame", .secret = true)),
  GYRE_BEHAVIORS (
    gyre_behavior (run, worker_run, (nothing)),
    gyre_behavior (twice, worker_twice, (integer, (integer, number))),
    gyre_behavior (fail, worker_fail, (nothing)),
    gyre_behavior (talk, worker_talk, (string, (integer, n_letters)))),
  .family = "test.worker")

G_GNUC_UNUSED static void
set_up (Fixture *fixture, gconstpointer data)
{
  g_autoptr (GError) error = NULL;

  fixture->folder = g_dir_make_tmp ("gyre-control-XXXXXX", NULL);
  g_setenv ("XDG_RUNTIME_DIR", fixture->folder, TRUE);
  fixture->executive = gyre_executive_new ();
  gyre_executive_push (fixture->executive);
  fixture->first = gyre_component_new (TEST_TYPE_WORKER, "first", &error, NULL);
  g_assert_no_error (error);
  fixture->second = gyre_component_new (TEST_TYPE_WORKER, NULL, &error, NULL);
  g_assert_no_error (error);
}

G_GNUC_UNUSED static void
tear_down (Fixture *fixture, gconstpointer data)
{
  g_autofree char *inner = g_build_filename (fixture->folder, "gyre", NULL);

  gyre_executive_pop (fixture->executive);
  g_object_unref (fixture->first);
  g_object_unref (fixture->second);
  g_object_unref (fixture->executive);
  g_rmdir (inner);
  g_rmdir (fixture->folder);
  g_free (fixture->folder);
}
