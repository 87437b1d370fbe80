/* test-twister.c: The stream is CPython's
 *
 * SPDX-License-Identifier: LGPL-2.1-or-later
 */
#include "gauss-original.h"
#include "gauss-twister.h"

#include <string.h>

#define COUNT 1000

/* What CPython gives: the first numbers, and the SHA-256 of the first thousand as little-endian doubles. */
static const struct
{
  gint64 seed;
  double first[3];
  const char *checksum;
} streams[] = {
  { 0, { 0x1.b0580f98a7dbep-1, 0x1.84129978f9c1ap-1, 0x1.aeaa51052e978p-2 },
    "93aaf283f436c5bf752b88ae93c12cf50392ddd2248e36906307aed02a247587" },
  { 1, { 0x1.132d8f91b7584p-3, 0x1.b1e2d5b3584f8p-1, 0x1.870d778409f13p-1 },
    "e66beb9b5c567e9fecdd0434a5a0d0aceab2ec73fa435a0201aa38cf74afdc7d" },
  { 42, { 0x1.4762f307200c5p-1, 0x1.99c6b5eeb2060p-6, 0x1.19a1491f589dcp-2 },
    "3b11628ae832e546784ae1f81350968b96c82646658ba3c710fd123a8a7ce855" },
  { -42, { 0x1.4762f307200c5p-1, 0x1.99c6b5eeb2060p-6, 0x1.19a1491f589dcp-2 },
    "3b11628ae832e546784ae1f81350968b96c82646658ba3c710fd123a8a7ce855" },
  { -7, { 0x1.4b9ad0f953a6ep-2, 0x1.34f0696513270p-3, 0x1.4d474883171ffp-1 },
    "fb732dd470005c16ef2ef6886b79312ac99bfe4c907540cc46a1f1db9e69c21a" },
  { G_GINT64_CONSTANT (4294967295), { 0x1.454d9227a7013p-1, 0x1.a0274a3720bf8p-3, 0x1.36f8c1616ef77p-1 },
    "3e3546404d253f2f9ec011789ce1047535f71fa5bbf27e4b5b3d33106bb899bf" },
  { G_GINT64_CONSTANT (4294967296), { 0x1.ced31cb3df170p-4, 0x1.abdb5477a4f26p-2, 0x1.1139c02ebd380p-6 },
    "2da533f20a37de66ad475fec86c485334ee442e42ac3d9bd1858b1d9d4d389b4" },
  { G_GINT64_CONSTANT (1099511627776), { 0x1.a881d8b4d9a60p-4, 0x1.5753194433dafp-1, 0x1.b4e4e38637f14p-2 },
    "ab4c3676b94f5215f72ebcb8f5bb5e552154774b3345425d6c8630c9b9893df9" },
  { G_MAXINT64, { 0x1.443e8e5409ca6p-2, 0x1.43346b887de9dp-1, 0x1.9b6b765f6b847p-1 },
    "324f147a491678542285f84355b3b2b4fa0b315321be6c290fae6801c3bbb067" },
  { G_MININT64, { 0x1.1b5fa2193586fp-1, 0x1.e198384d65bb9p-1, 0x1.ef9ab7f81e664p-3 },
    "fc59f0b9986cf8c8993563825ba4aae9681268a886a40693cf572f154ff44a6e" },
};

static char *
checksum_of (const double *numbers, gsize count)
{
  g_autoptr (GChecksum) checksum = g_checksum_new (G_CHECKSUM_SHA256);

  for (gsize index = 0; index < count; index++)
    {
      guint64 bits;

      memcpy (&bits, &numbers[index], sizeof bits);
      bits = GUINT64_TO_LE (bits);
      g_checksum_update (checksum, (const guchar *) &bits, sizeof bits);
    }
  return g_strdup (g_checksum_get_string (checksum));
}

static void
test_table (void)
{
  for (guint row = 0; row < G_N_ELEMENTS (streams); row++)
    {
      GaussTwister twister;
      double numbers[COUNT];
      g_autofree char *checksum = NULL;

      gauss_twister_init (&twister, streams[row].seed);
      gauss_twister_fill (&twister, numbers, COUNT);
      for (guint index = 0; index < G_N_ELEMENTS (streams[row].first); index++)
        g_assert_cmpfloat (numbers[index], ==, streams[row].first[index]);
      checksum = checksum_of (numbers, COUNT);
      g_assert_cmpstr (checksum, ==, streams[row].checksum);
    }
}

static void
test_python (void)
{
  g_autofree char *python = gauss_original_find_python ();

  if (python == NULL)
    {
      g_test_skip ("there is no python3");
      return;
    }
  for (guint row = 0; row < G_N_ELEMENTS (streams); row++)
    {
      g_autoptr (GError) error = NULL;
      g_autofree char *program = g_strdup_printf ("import random; r = random.Random (%" G_GINT64_FORMAT ")\n"
                                                  "for _ in range (%d): print (r.uniform (-1, 3).hex ())",
                                                  streams[row].seed, COUNT);
      const char * const arguments[] = { "-c", program, NULL };
      g_autofree char *output = gauss_original_run_python (arguments, &error);
      const double interval[] = { -1.0, 3.0 };
      char *next = output;
      GaussTwister twister;
      double numbers[COUNT];

      g_assert_no_error (error);
      gauss_twister_init (&twister, streams[row].seed);
      gauss_twister_fill_points (&twister, interval, numbers, COUNT, 1);
      for (guint index = 0; index < COUNT; index++)
        g_assert_cmpfloat (numbers[index], ==, g_ascii_strtod (next, &next));
    }
}

/* random.Random (2**100 + 5) */
static void
test_long_key (void)
{
  const guint32 key[] = { 5, 0, 0, 16 };
  GaussTwister twister;
  double numbers[2];

  gauss_twister_init_by_key (&twister, key, G_N_ELEMENTS (key));
  gauss_twister_fill (&twister, numbers, 2);
  g_assert_cmpfloat (numbers[0], ==, 0x1.681d889de7313p-1);
  g_assert_cmpfloat (numbers[1], ==, 0x1.f86b815cdbbd7p-1);
}

static void
test_blocks (void)
{
  GaussTwister whole, parts;
  double expected[COUNT], found[COUNT];

  gauss_twister_init (&whole, 3);
  gauss_twister_init (&parts, 3);
  gauss_twister_fill (&whole, expected, COUNT);
  for (gsize done = 0, length = 1; done < COUNT; done += length++)
    gauss_twister_fill (&parts, found + done, MIN (length, COUNT - done));
  g_assert_cmpmem (found, sizeof found, expected, sizeof expected);
}

static void
test_order_of_points (void)
{
  const double intervals[] = { 0.0, 1.0, 2.0, 6.0, -8.0, 0.0, 1.0, 3.0 };

  for (guint dimension = 1; dimension <= 4; dimension++)
    {
      GaussTwister stream, mesh;
      double numbers[40], points[40];

      gauss_twister_init (&stream, 9);
      gauss_twister_init (&mesh, 9);
      gauss_twister_fill (&stream, numbers, 10 * dimension);
      gauss_twister_fill_points (&mesh, intervals, points, 10, dimension);
      for (guint index = 0; index < 10 * dimension; index++)
        {
          double lower = intervals[2 * (index % dimension)];
          double upper = intervals[2 * (index % dimension) + 1];

          g_assert_cmpfloat (points[index], ==, lower + (upper - lower) * numbers[index]);
        }
    }
}

static void
test_copy (void)
{
  GaussTwister original, copy;
  double expected[COUNT], found[COUNT];

  gauss_twister_init (&original, 5);
  gauss_twister_fill (&original, expected, 100);
  copy = original;
  gauss_twister_fill (&original, expected, COUNT);
  gauss_twister_fill (&copy, found, COUNT);
  g_assert_cmpmem (found, sizeof found, expected, sizeof expected);
}

static void
test_unseeded (void)
{
  GaussTwister first, second;
  double numbers[COUNT];

  gauss_twister_init_randomly (&first);
  gauss_twister_init_randomly (&second);
  g_assert_cmpint (memcmp (first.words, second.words, sizeof first.words), !=, 0);
  gauss_twister_fill (&first, numbers, COUNT);
  for (guint index = 0; index < COUNT; index++)
    g_assert_true (numbers[index] >= 0.0 && numbers[index] < 1.0);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/gauss/twister/stream-is-the-one-of-the-table", test_table);
  g_test_add_func ("/gauss/twister/stream-is-the-one-of-python", test_python);
  g_test_add_func ("/gauss/twister/key-may-be-longer-than-a-seed", test_long_key);
  g_test_add_func ("/gauss/twister/stream-does-not-depend-on-blocks", test_blocks);
  g_test_add_func ("/gauss/twister/points-come-one-by-one-axis-after-axis", test_order_of_points);
  g_test_add_func ("/gauss/twister/copy-goes-on-where-the-original-stands", test_copy);
  g_test_add_func ("/gauss/twister/unseeded-streams-differ", test_unseeded);
  return g_test_run ();
}
