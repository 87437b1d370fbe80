/* test-kinship.c: Who derives from whom, and who implements what, among the classes of a catalogue
 *
 * SPDX-License-Identifier: LGPL-2.1-or-later
 */
#include "gyre-kinship.h"

#include "specimen.h"

static void
an_interface_knows_its_implementers_once (void)
{
  g_autoptr (GyreCatalogue) catalogue = specimen_catalogue ();
  g_autoptr (GyreKinship) kinship = gyre_kinship_new (catalogue);
  GPtrArray *implementers = gyre_kinship_get_implementers (kinship, gyre_catalogue_find (catalogue, "specimen.shapes"));

  g_assert_cmpuint (implementers->len, ==, 1);
  g_assert_cmpstr (((GyreDescribedClass *) implementers->pdata[0])->family, ==, "specimen.shapes.ball");
}

static void
an_ancestor_knows_who_derives_from_it (void)
{
  g_autoptr (GyreCatalogue) catalogue = specimen_catalogue ();
  g_autoptr (GyreDescription) component = gyre_description_new (GYRE_REQUIREMENT (gyre_actor_get (GYRE_TYPE_COMPONENT)));
  g_autoptr (GyreKinship) kinship = gyre_kinship_new (catalogue);
  GPtrArray *derived = gyre_kinship_get_derived (kinship, component);

  g_assert_cmpuint (derived->len, ==, 1);
  g_assert_cmpstr (((GyreDescribedClass *) derived->pdata[0])->type, ==, "SpecimenBall");
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/pages/kinship/an-interface-knows-its-implementers-once", an_interface_knows_its_implementers_once);
  g_test_add_func ("/pages/kinship/an-ancestor-knows-who-derives-from-it", an_ancestor_knows_who_derives_from_it);
  return g_test_run ();
}
