/* test-internet-address.c: Where in a network something is
 *
 * SPDX-License-Identifier: LGPL-2.1-or-later
 */
#include "kind-fixture.h"

static void
assert_connects (const char *text, const char *expected)
{
  g_autoptr (GyreInternetAddress) address = gyre_internet_address_new_from_text (text, NULL);
  g_autoptr (GSocketConnectable) connectable = gyre_internet_address_to_connectable (address);
  g_autofree char *found = g_socket_connectable_to_string (connectable);

  g_assert_cmpstr (found, ==, expected);
}

static void
test_connectable (void)
{
  assert_connects ("localhost:80", "localhost:80");
  assert_connects ("127.0.0.1:80", "127.0.0.1:80");
  assert_connects ("[::1]:80", "[::1]:80");
  assert_connects (":80", "[::]:80");
  assert_connects ("ip4:any:80", "0.0.0.0:80");
  assert_connects ("unix:/run/x", "/run/x");
  assert_connects ("local:@x", "x");
}

static void
test_parts (void)
{
  g_autoptr (GyreInternetAddress) address = gyre_internet_address_new_from_text ("ip6:Host.Example:65535", NULL);

  g_assert_cmpstr (gyre_internet_address_get_host (address), ==, "host.example");
  g_assert_cmpuint (gyre_internet_address_get_port (address), ==, 65535);
  g_assert_cmpint (gyre_internet_address_get_family (address), ==, GYRE_INTERNET_FAMILY_6);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/traits/internet-address/is-what-gio-connects-to", test_connectable);
  g_test_add_func ("/traits/internet-address/has-host-port-and-family", test_parts);
  return g_test_run ();
}
