/* test-description.c: What a class, an interface or an instance is
 *
 * SPDX-License-Identifier: LGPL-2.1-or-later
 */
#include "pond.h"

static const GyreDescribedTrait *
find_trait (GyreDescription *description, const char *name)
{
  for (guint index = 0; index < description->traits->len; index++)
    if (g_str_equal (((GyreDescribedTrait *) description->traits->pdata[index])->name, name))
      return description->traits->pdata[index];
  g_error ("there is no trait %s", name);
}

static void
class_has_pedigree_interfaces_and_members (void)
{
  GyreExecutive *executive = pond_begin ("");
  g_autoptr (GyreDescription) pike = gyre_description_new (GYRE_REQUIREMENT (gyre_actor_get (POND_TYPE_PIKE)));
  g_autoptr (GyreDescription) weed = gyre_description_new (GYRE_REQUIREMENT (gyre_actor_get (POND_TYPE_WEED)));
  const GyreDescribedClass *ancestor = pike->pedigree->pdata[1];
  const GyreDescribedClass *interface = weed->interfaces->pdata[0];
  const GyreDescribedBehavior *weigh = weed->behaviors->pdata[0];

  g_assert_cmpint (pike->subject, ==, GYRE_DESCRIPTION_CLASS);
  g_assert_cmpstr (ancestor->family, ==, "pond.fish");
  g_assert_cmpstr (interface->family, ==, "pond.food");
  g_assert_cmpstr (weigh->aliases[0], ==, "weight");
  g_assert_cmpstr (weigh->result, ==, "real");
  g_assert_true (find_trait (pike, "age")->is_inherited);
  g_assert_false (find_trait (pike, "is-hungry")->is_inherited);
  g_assert_cmpstr (find_trait (pike, "age")->owner, ==, "pond.fish");
  g_assert_cmpstr (find_trait (pike, "age")->rules, ==, "at least 0");
  g_assert_cmpstr (find_trait (pike, "food")->interface, ==, "pond.food");
  g_assert_cmpstr (find_trait (weed, "length")->units, ==, "m");
  pond_end (executive);
}

static void
default_is_the_one_that_the_class_has_now (void)
{
  GyreExecutive *executive = pond_begin ("pond.fish:\n  years = 3\n");
  g_autoptr (GyreDescription) fish = gyre_description_new (GYRE_REQUIREMENT (gyre_actor_get (POND_TYPE_FISH)));
  const GyreDescribedTrait *age = find_trait (fish, "age");

  g_assert_cmpstr (age->declared.text, ==, "1");
  g_assert_cmpstr (age->fallback.text, ==, "3");
  g_assert_cmpint (age->fallback.priority.category, ==, GYRE_CATEGORY_USER);
  g_assert_cmpstr (gyre_locator_get_file (age->fallback.locator), ==, "pond.pfg");
  g_assert_cmpuint (gyre_locator_get_line (age->fallback.locator), ==, 2);
  g_assert_null (age->value.text);
  pond_end (executive);
}

static void
instance_tells_its_values_and_builds_nothing (void)
{
  GyreExecutive *executive = pond_begin ("hugo:\n  age = 7\n");
  g_autoptr (GyreComponent) hugo = gyre_component_new (POND_TYPE_FISH, "hugo", NULL, NULL);
  guint names = gyre_nameserver_count (gyre_executive_get_nameserver (executive));
  g_autoptr (GyreDescription) description = gyre_description_new_for_instance (G_OBJECT (hugo));

  g_assert_cmpint (description->subject, ==, GYRE_DESCRIPTION_INSTANCE);
  g_assert_cmpstr (description->specification, ==, "pond.fish#hugo");
  g_assert_cmpstr (find_trait (description, "age")->value.text, ==, "7");
  g_assert_cmpstr (gyre_locator_get_file (find_trait (description, "age")->value.locator), ==, "pond.pfg");
  g_assert_cmpstr (find_trait (description, "food")->value.text, ==, "pond.weed");
  g_assert_cmpuint (gyre_nameserver_count (gyre_executive_get_nameserver (executive)), ==, names);
  pond_end (executive);
}

static void
open_instance_tells_what_nobody_declared (void)
{
  GyreExecutive *executive = pond_begin ("puddle:\n  depth = 7\n");
  g_autoptr (GyreDeclaration) declaration = gyre_declaration_new ("PondPuddle", GYRE_TYPE_COMPONENT);
  g_autoptr (GyreComponent) puddle = NULL;
  g_autoptr (GyreDescription) description = NULL;
  g_autofree char *text = NULL;

  gyre_declaration_set_open (declaration, TRUE);
  puddle = gyre_component_new (gyre_component_register (declaration, G_TYPE_INVALID, NULL), "puddle", NULL, "owner", "frog", NULL);
  description = gyre_description_new_for_instance (G_OBJECT (puddle));
  text = gyre_description_to_text (description, FALSE);
  g_assert_true (description->is_open);
  g_assert_true (find_trait (description, "depth")->is_dynamic);
  g_assert_cmpstr (find_trait (description, "depth")->kind, ==, "integer");
  g_assert_cmpstr (find_trait (description, "depth")->value.text, ==, "7");
  g_assert_cmpstr (gyre_locator_get_file (find_trait (description, "depth")->value.locator), ==, "pond.pfg");
  g_assert_cmpstr (find_trait (description, "owner")->value.text, ==, "frog");
  g_assert_nonnull (strstr (text, "takes attributes that nobody has declared"));
  g_assert_nonnull (strstr (text, "depth"));
  pond_end (executive);
}

static void
interface_knows_its_implementers (void)
{
  GyreExecutive *executive = pond_begin ("");
  g_autoptr (GyreDescription) food = gyre_description_new (GYRE_REQUIREMENT (gyre_role_get (POND_TYPE_FOOD)));
  const GyreDescribedClass *implementer = food->implementers->pdata[0];

  g_assert_cmpint (food->subject, ==, GYRE_DESCRIPTION_INTERFACE);
  g_assert_cmpstr (food->implementation, ==, "pond.weed");
  g_assert_cmpstr (implementer->type, ==, "PondWeed");
  pond_end (executive);
}

static void
object_of_plain_code_is_described (void)
{
  GyreExecutive *executive = pond_begin ("");
  g_autoptr (GObject) plain = g_object_new (G_TYPE_OBJECT, NULL);
  g_autoptr (GyreDescription) description = gyre_description_new_for_instance (plain);

  g_assert_cmpstr (description->type, ==, "GObject");
  g_assert_null (description->specification);
  pond_end (executive);
}

static void
any_type_of_other_code_is_described (void)
{
  g_autoptr (GyreDescription) simple = gyre_description_new_for_type (G_TYPE_SIMPLE_ACTION, NULL);
  g_autoptr (GyreDescription) action = gyre_description_new_for_type (G_TYPE_ACTION, NULL);
  const GyreDescribedTrait *enabled = find_trait (action, "enabled");
  g_autoptr (GError) error = NULL;

  g_assert_cmpint (action->subject, ==, GYRE_DESCRIPTION_INTERFACE);
  g_assert_cmpstr (enabled->owner, ==, "GAction");
  g_assert_cmpstr (enabled->declared.text, ==, "true");
  g_assert_true (enabled->read_only);
  g_assert_false (enabled->is_dynamic);
  g_assert_cmpuint (action->implementers->len, >=, 1);
  g_assert_cmpint (simple->subject, ==, GYRE_DESCRIPTION_CLASS);
  g_assert_cmpstr (simple->type, ==, "GSimpleAction");
  g_assert_null (gyre_description_new_for_type (G_TYPE_BYTES, &error));
  g_assert_error (error, GYRE_DECLARATION_ERROR, GYRE_DECLARATION_ERROR_UNKNOWN);
  g_assert_cmpstr (error->message, ==, "GBytes is neither a class of objects nor an interface; only these can be described");
}

/* One list for the inspector, the pages, the manuals and the templates. */
static void
remarks_tell_what_restricts_a_trait (void)
{
  char *flags[] = { (char *) "writable", (char *) "secret", (char *) "restart", NULL };
  GyreDescribedTrait trait = { .nullable = TRUE, .construct_only = TRUE, .flags = flags };
  GyreDescribedTrait plain = { .read_only = TRUE };
  g_autofree const char **remarks = gyre_described_trait_list_remarks (&trait);
  g_autofree const char **few = gyre_described_trait_list_remarks (&plain);
  g_autofree char *text = g_strjoinv ("; ", (char **) remarks);

  g_assert_cmpstr (text, ==, "can be none; set only while the instance is built; can't be read; shown to nobody; a change needs a restart");
  g_assert_cmpstr (few[0], ==, "can't be set");
  g_assert_null (few[1]);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/documentation/description/class-has-pedigree-interfaces-and-members", class_has_pedigree_interfaces_and_members);
  g_test_add_func ("/documentation/description/default-is-the-one-that-the-class-has-now", default_is_the_one_that_the_class_has_now);
  g_test_add_func ("/documentation/description/instance-tells-its-values-and-builds-nothing", instance_tells_its_values_and_builds_nothing);
  g_test_add_func ("/documentation/description/open-instance-tells-what-nobody-declared", open_instance_tells_what_nobody_declared);
  g_test_add_func ("/documentation/description/interface-knows-its-implementers", interface_knows_its_implementers);
  g_test_add_func ("/documentation/description/object-of-plain-code-is-described", object_of_plain_code_is_described);
  g_test_add_func ("/documentation/description/any-type-of-other-code-is-described", any_type_of_other_code_is_described);
  g_test_add_func ("/documentation/description/remarks-tell-what-restricts-a-trait", remarks_tell_what_restricts_a_trait);
  return g_test_run ();
}
