/* test-kind-internet-address.c: The kind of places in a network
 *
 * SPDX-License-Identifier: LGPL-2.1-or-later
 */
#include "kind-fixture.h"

static void
test_reads (void)
{
  GyreTrait *trait = MAKE_TRAIT (POINTER (internet_address));

  assert_reads (trait, "localhost:80", "localhost:80");
  assert_reads (trait, "localhost", "localhost:0");
  assert_reads (trait, "''", "any:0");
  assert_reads (trait, ":80", "any:80");
  assert_reads (trait, "*:80", "any:80");
  assert_reads (trait, "ip:localhost:80", "localhost:80");
  assert_reads (trait, "ipv4:localhost:80", "ip4:localhost:80");
  assert_reads (trait, "ip4:127.0.0.1:80", "127.0.0.1:80");
  assert_reads (trait, "unix", "ip:unix:0");
  assert_reads (trait, "[::1]:80", "[::1]:80");
  assert_reads (trait, "0:0:0:0:0:0:0:1", "[::1]:0");
  assert_reads (trait, "ip6:[::]", "[::]:0");
  assert_reads (trait, "unix:/run/a b", "unix:/run/a b");
  assert_reads (trait, "local:@x", "unix:@x");
  assert_reads (trait, "bücher.example:65535", "bücher.example:65535");
  assert_data (trait, "'localhost:80'", "localhost:80");
}

static void
test_refused (void)
{
  GyreTrait *trait = MAKE_TRAIT (POINTER (internet_address));

  assert_refuses (trait, "localhost:65536", GYRE_VALUE_ERROR_RANGE, "must have a port of 0 to 65535, is 'localhost:65536' (at character 11)");
  assert_refuses (trait, "localhost:", GYRE_VALUE_ERROR_SYNTAX, "must have a port of digits behind the colon, is 'localhost:' (at character 11)");
  assert_refuses (trait, "localhost:-1", GYRE_VALUE_ERROR_SYNTAX, "must have a port of digits behind the colon, is 'localhost:-1' (at character 11)");
  assert_refuses (trait, "[::1:80", GYRE_VALUE_ERROR_SYNTAX, "must close the bracket, is '[::1:80' (at character 1)");
  assert_refuses (trait, "[::1]80", GYRE_VALUE_ERROR_SYNTAX, "must end, or have a port, behind the bracket, is '[::1]80' (at character 6)");
  assert_refuses (trait, "1.2.3.256:1", GYRE_VALUE_ERROR_SYNTAX,
                  "must have a host that is a name, or four numbers of 0 to 255, is '1.2.3.256:1' (at character 1)");
  assert_refuses (trait, "ip6:127.0.0.1", GYRE_VALUE_ERROR_TYPE, "must be of the family that it says, is 'ip6:127.0.0.1' (at character 5)");
  assert_refuses (trait, "a..b", GYRE_VALUE_ERROR_SYNTAX, "must have a host of letters, digits, '-' and '.', is 'a..b' (at character 3)");
  assert_refuses (trait, "a/b:1", GYRE_VALUE_ERROR_SYNTAX, "must have a host of letters, digits, '-' and '.', is 'a/b:1' (at character 2)");
  assert_refuses (trait, "unix:", GYRE_VALUE_ERROR_SYNTAX, "must have a path, is 'unix:' (at character 6)");
  assert_hint (trait, "a b", "write host:port, 127.0.0.1:80, [::1]:80, any:80 or unix:/path");
}

static GyreValue
make (GRand *random)
{
  static const char * const prefixes[] = { "", "ip4:", "ip6:", "unix:" };
  GyreValue value = GYRE_NONE;

  while (!value.present)
    {
      g_autofree char *host = random_text (random, "abc01.-:");
      g_autofree char *text = g_strdup_printf ("%s%s:%d", prefixes[g_rand_int_range (random, 0, 4)], host, g_rand_int_range (random, 0, 65536));
      value.pointer = gyre_internet_address_new_from_text (text, NULL);
      value.present = value.pointer != NULL;
    }
  return value;
}

static void
test_property (void)
{
  assert_property (MAKE_TRAIT (POINTER (internet_address)), make);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/traits/kind-internet-address/name-address-and-path-are-read", test_reads);
  g_test_add_func ("/traits/kind-internet-address/port-and-host-are-checked", test_refused);
  g_test_add_func ("/traits/kind-internet-address/every-value-survives", test_property);
  return g_test_run ();
}
