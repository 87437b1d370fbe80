/* injection.c: What goes wrong around a codec becomes a mistake that is told
 *
 * SPDX-License-Identifier: LGPL-2.1-or-later
 *
 * Texts are cut at every byte, files are handed out in small pieces or break off with a failure of the disk, and libyaml gets no
 * memory at each of its requests. This program has its own read() and its own yaml_malloc() for that; the dynamic linker takes them
 * before those of the libraries. N.B. what GLib allocates cannot be told of: g_malloc() ends the process, as GLib says.
 */
#include "events.h"
#include "gyre-codec-yaml-private.h"

#include <errno.h>
#include <fcntl.h>
#include <glib/gstdio.h>
#include <stdlib.h>
#include <sys/syscall.h>
#include <unistd.h>
#include <yaml.h>

static const char * const encodings[] = { "pfg", "cfg", "yaml", "json", "pml" };

static gsize piece;             /* bytes that read() hands out at most; 0: as many as there are */
static gssize broken_read;      /* the calls of read() until one fails; negative: none */
static guint reads;             /* calls of read() so far */
static gssize broken_request;   /* the requests of libyaml until one fails; negative: none */
static guint requests;          /* of libyaml so far */

void   *yaml_malloc (size_t size);
void   *yaml_realloc (void *memory, size_t size);
yaml_char_t *yaml_strdup (const yaml_char_t *text);

ssize_t
read (int file, void *memory, size_t size)
{
  reads++;
  if (broken_read >= 0 && broken_read-- == 0)
    {
      errno = EIO;
      return -1;
    }
  return syscall (SYS_read, file, memory, piece > 0 ? MIN (size, piece) : size);
}

static gboolean
is_refused (void)
{
  requests++;
  return broken_request >= 0 && broken_request-- == 0;
}

void *
yaml_malloc (size_t size)
{
  return is_refused () ? NULL : malloc (MAX (size, 1));
}

void *
yaml_realloc (void *memory, size_t size)
{
  if (is_refused ())
    return NULL;
  return memory != NULL ? realloc (memory, MAX (size, 1)) : malloc (MAX (size, 1));
}

yaml_char_t *
yaml_strdup (const yaml_char_t *text)
{
  return text == NULL || is_refused () ? NULL : (yaml_char_t *) strdup ((const char *) text);
}

static char *
find_fixture (const char *encoding)
{
  g_autofree char *name = g_strconcat ("good.", encoding, NULL);

  return g_build_filename (g_getenv ("GYRE_TEST_SOURCE"), "fixtures", encoding, name, NULL);
}

/* Asserts that each mistake says where it is. */
static void
assert_located (GyreReport *report)
{
  for (guint index = 0; index < gyre_report_get_length (report); index++)
    {
      GyreLocator *locator = gyre_diagnostic_get_locator (gyre_report_get_diagnostic (report, index));

      g_assert_nonnull (locator);
      g_assert_cmpuint (gyre_locator_get_line (locator), >, 0);
      g_assert_cmpuint (gyre_locator_get_column (locator), >, 0);
    }
}

/* Asserts that a text says nothing else than the first events of the whole; of the last one the value may be cut. */
static void
assert_beginning (GyreEvents *events, const char *whole)
{
  g_autofree char *described = describe_events (events, TRUE);
  char *last = strlen (described) > 0 ? g_strrstr_len (described, strlen (described) - 1, "\n") : NULL;

  if (last == NULL)
    return;
  last[1] = '\0';
  if (!g_str_has_prefix (whole, described))
    g_assert_cmpstr (described, ==, whole);
}

static void
test_cut_texts (gconstpointer data)
{
  const char *encoding = data;
  g_autofree char *path = find_fixture (encoding);
  g_autofree char *text = NULL;
  g_autofree char *whole = NULL;
  gsize length;

  g_assert_true (g_file_get_contents (path, &text, &length, NULL));
  {
    g_autoptr (GyreEvents) events = read_text (encoding, text);

    whole = describe_events (events, TRUE);
  }
  for (gsize stop = 0; stop < length; stop++)
    {
      g_autofree char *copy = g_memdup2 (text, stop);
      g_autoptr (GBytes) bytes = g_bytes_new_static (copy, stop);
      g_autoptr (GyreSource) source = gyre_source_new_from_bytes ("cut", bytes);
      g_autoptr (GyreReport) report = gyre_report_new ();
      g_autoptr (GyreEvents) events = gyre_codec_decode (gyre_codec_find (encoding, NULL), source, report);

      assert_located (report);
      if (gyre_report_get_errors (report) == 0)
        assert_beginning (events, whole);
    }
}

static char *
describe_file (const char *path)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (GyreSource) source = gyre_source_new_from_file (path, &error);
  g_autoptr (GyreReport) report = gyre_report_new ();
  g_autoptr (GyreEvents) events = NULL;

  g_assert_no_error (error);
  events = gyre_codec_decode (gyre_codec_find_for_file (path, NULL), source, report);
  g_assert_cmpuint (gyre_report_get_errors (report), ==, 0);
  return describe_events (events, TRUE);
}

static void
test_short_reads (gconstpointer data)
{
  static const gsize pieces[] = { 1, 2, 3, 7 };
  g_autofree char *path = find_fixture (data);
  g_autofree char *whole = describe_file (path);

  for (guint index = 0; index < G_N_ELEMENTS (pieces); index++)
    {
      g_autofree char *found = NULL;
      guint before = reads;

      piece = pieces[index];
      found = describe_file (path);
      piece = 0;
      g_assert_cmpuint (reads - before, >, strlen (whole) / 100);
      g_assert_cmpstr (found, ==, whole);
    }
}

static void
test_broken_reads (gconstpointer data)
{
  g_autofree char *path = find_fixture (data);

  piece = 50;
  for (gssize call = 0; call < 5; call++)
    {
      g_autoptr (GError) error = NULL;
      g_autoptr (GyreSource) source = NULL;

      broken_read = call;
      source = gyre_source_new_from_file (path, &error);
      broken_read = -1;
      g_assert_null (source);
      g_assert_error (error, GYRE_CONFIGURATION_ERROR, GYRE_CONFIGURATION_ERROR_UNREADABLE);
    }
  piece = 0;
}

/* Reads a text by libyaml, which gets no memory at its n-th request. */
static GyreEvents *
read_without_memory (const char *text, gssize request, GyreReport *report)
{
  g_autoptr (GBytes) bytes = g_bytes_new_static (text, strlen (text));
  g_autoptr (GyreSource) source = gyre_source_new_from_bytes ("test.yaml", bytes);
  GyreEvents *events = gyre_events_new (source);

  broken_request = request;
  gyre_codec_yaml_decode_all (source, events, report);
  broken_request = -1;
  return events;
}

static void
test_no_memory_for_libyaml (void)
{
  static const char text[] = "%YAML 1.2\n%TAG !e! tag:yaml.org,2002:\n---\na: &x [1, 'two', \"thr\\x65e\"]\nb: !e!str 4\nc:\n  d: |\n"
                             "    text\n    more\n  e: >-\n    folded\n  \"f\": *x\n? g\n: h\n...\n";
  static const char good[] = "a: &x [1, 'two', \"thr\\x65e\", [[]]]\nb: !!str 4\nc:\n  d: |\n    text\n  e: >-\n    folded\n  f: *x\n";
  const char *texts[] = { text, good };

  for (guint which = 0; which < G_N_ELEMENTS (texts); which++)
    {
      guint count;

      {
        g_autoptr (GyreReport) report = gyre_report_new ();
        g_autoptr (GyreEvents) events = NULL;

        requests = 0;
        events = read_without_memory (texts[which], -1, report);
        count = requests;
        if (gyre_report_get_errors (report) > 0)
          g_error ("%s", gyre_report_to_string (report));
      }
      g_assert_cmpuint (count, >, 40);
      for (guint request = 0; request < count; request++)
        {
          g_autoptr (GyreReport) report = gyre_report_new ();
          g_autoptr (GyreEvents) events = read_without_memory (texts[which], request, report);
          g_autofree char *told = gyre_report_to_string (report);

          g_assert_cmpuint (gyre_report_get_errors (report), ==, 1);
          assert_located (report);
          g_assert_nonnull (strstr (told, "there must be memory to read the text, is not enough"));
        }
    }
}

/* A file that no memory holds: GLib asks for it in a way that may fail. */
static void
test_no_memory_for_file (void)
{
  const gsize size = (gsize) 1 << 43;
  g_autofree char *folder = g_dir_make_tmp ("gyre-XXXXXX", NULL);
  g_autofree char *path = g_build_filename (folder, "large.yaml", NULL);
  g_autoptr (GError) error = NULL;
  g_autoptr (GyreSource) source = NULL;
  int file = g_open (path, O_CREAT | O_WRONLY, 0600);
  gboolean is_large;

  g_assert_cmpint (file, >=, 0);
  is_large = ftruncate (file, size) == 0;
  g_close (file, NULL);
#ifdef HAVE_SANITIZER
  is_large = FALSE;
#else
  if (is_large)
    {
      gpointer memory = g_try_malloc (size);

      is_large = memory == NULL;
      g_free (memory);
    }
#endif
  if (is_large)
    source = gyre_source_new_from_file (path, &error);
  g_unlink (path);
  g_rmdir (folder);
  if (!is_large)
    {
      g_test_skip ("no file is too large for the memory here");
      return;
    }
  g_assert_null (source);
  g_assert_error (error, GYRE_CONFIGURATION_ERROR, GYRE_CONFIGURATION_ERROR_UNREADABLE);
}

static void
add (const char *encoding, const char *what, GTestDataFunc function)
{
  g_autofree char *path = g_strdup_printf ("/configuration/injection/%s/%s", encoding, what);

  g_test_add_data_func (path, encoding, function);
}

int
main (int argc, char **argv)
{
  broken_read = broken_request = -1;
  g_test_init (&argc, &argv, NULL);
  for (guint index = 0; index < G_N_ELEMENTS (encodings); index++)
    {
      add (encodings[index], "text-cut-at-any-byte-is-a-beginning-or-a-located-mistake", test_cut_texts);
      add (encodings[index], "file-in-small-pieces-gives-the-same-events", test_short_reads);
      add (encodings[index], "file-that-breaks-off-is-an-error", test_broken_reads);
    }
  g_test_add_func ("/configuration/injection/yaml/no-memory-for-libyaml-is-a-located-mistake", test_no_memory_for_libyaml);
  g_test_add_func ("/configuration/injection/no-memory-for-a-file-is-an-error", test_no_memory_for_file);
  return g_test_run ();
}
