/* test-actor.c: The record of a component class
 *
 * SPDX-License-Identifier: LGPL-2.1-or-later
 */
#include "plain-model.h"

/* A metaclass that leaves a trace of each step, and puts a trait of its own into each class. */
typedef GyreActor TracingActor;
typedef GyreActorClass TracingActorClass;

GType tracing_actor_get_type (void);
G_DEFINE_TYPE (TracingActor, tracing_actor, GYRE_TYPE_ACTOR)

static GString *trace;

static GyreDeclaration *
tracing_prepare (GyreAttributeClassifier *classifier, const char *name, GType parent)
{
  static const GyreTraitDeclaration row = PLAIN_TRAIT ("traced", boolean);
  GyreDeclaration *declaration =
    GYRE_ATTRIBUTE_CLASSIFIER_CLASS (tracing_actor_parent_class)->prepare (classifier, name, parent);

  g_string_append (trace, "prepare ");
  gyre_declaration_add (declaration, &gyre_trait_new (&row)->descriptor);
  return declaration;
}

static gboolean
tracing_new_class (GyreAttributeClassifier *classifier, GyreDeclaration *declaration, GError **error)
{
  g_string_append (trace, "new ");
  return GYRE_ATTRIBUTE_CLASSIFIER_CLASS (tracing_actor_parent_class)->new_class (classifier, declaration, error);
}

static void
tracing_init_class (GyreAttributeClassifier *classifier, gpointer type_class, GyreReport *report)
{
  g_string_append (trace, "init ");
  GYRE_ATTRIBUTE_CLASSIFIER_CLASS (tracing_actor_parent_class)->init_class (classifier, type_class, report);
  if (gyre_requirement_find_trait (GYRE_REQUIREMENT (classifier), "forbidden") != NULL)
    gyre_report_error (report, NULL, NULL, "the metaclass forbids it");
}

static GObject *
tracing_call (GyreAttributeClassifier *classifier, const GyreConstruction *construction, GError **error)
{
  g_string_append (trace, "call ");
  return GYRE_ATTRIBUTE_CLASSIFIER_CLASS (tracing_actor_parent_class)->call (classifier, construction, error);
}

static void
tracing_actor_class_init (TracingActorClass *class)
{
  GyreAttributeClassifierClass *classifier_class = GYRE_ATTRIBUTE_CLASSIFIER_CLASS (class);

  classifier_class->prepare = tracing_prepare;
  classifier_class->new_class = tracing_new_class;
  classifier_class->init_class = tracing_init_class;
  classifier_class->call = tracing_call;
}

static void
tracing_actor_init (TracingActor *self)
{
}

static GType
type_of (gpointer record)
{
  return gyre_requirement_get_gtype (record);
}

static GType
declare_interface (const char *name, GType base)
{
  const PlainClass table = { .name = name, .parent = G_TYPE_INTERFACE, .implements = { base } };
  return type_of (plain_declare_interface (&table));
}

static void
test_steps (void)
{
  const PlainClass base = { .name = "ActorSteps", .metaclass = tracing_actor_get_type (),
                            .traits = { PLAIN_TRAIT ("own", real) } };
  const GyreConstruction construction = { .name = NULL };
  g_autofree char *names = NULL;
  GyreActor *actor;

  trace = g_string_new (NULL);
  actor = plain_declare (&base);
  names = plain_join (gyre_requirement_get_local_traits (GYRE_REQUIREMENT (actor)));
  g_object_unref (gyre_attribute_classifier_call (GYRE_ATTRIBUTE_CLASSIFIER (actor), &construction, NULL));
  g_assert_cmpstr (trace->str, ==, "prepare new init call ");
  g_assert_cmpstr (names, ==, "traced own");

  const PlainClass derived = { .name = "ActorStepsDerived", .parent = type_of (actor) };
  g_string_truncate (trace, 0);
  plain_declare (&derived);
  g_assert_cmpstr (trace->str, ==, "prepare new init ");
  g_string_free (trace, TRUE);
}

static void
test_metaclass_refuses (void)
{
  const PlainClass table = { .name = "ActorForbidden", .family = "test.actor.forbidden", .metaclass = tracing_actor_get_type (),
                             .traits = { PLAIN_TRAIT ("forbidden", real) } };
  g_autofree char *text = NULL;

  trace = g_string_new (NULL);
  text = plain_declare_invalid (&table);
  plain_assert_contains (text, "the metaclass forbids it");
  g_assert_null (gyre_registrar_find (gyre_registrar_get_default (), "test.actor.forbidden"));
  g_string_free (trace, TRUE);
}

static void
test_roles (void)
{
  GType base = declare_interface ("ActorRoleBase", 0);
  GType derived = declare_interface ("ActorRoleDerived", base);
  GType other = declare_interface ("ActorRoleOther", 0);
  const PlainClass parent = { .name = "ActorRoleParent", .implements = { derived } };
  GyreActor *parent_actor = plain_declare (&parent);
  const PlainClass child = { .name = "ActorRoleChild", .parent = type_of (parent_actor), .implements = { other } };
  GyreActor *actor = plain_declare (&child);
  g_autofree char *implements = plain_join_records (gyre_actor_get_implements (actor));
  g_autofree char *roles = plain_join_records (gyre_actor_get_roles (actor));

  g_assert_cmpstr (implements, ==, "ActorRoleOther");
  g_assert_cmpstr (roles, ==, "ActorRoleOther ActorRoleDerived ActorRoleBase");
  g_assert_true (gyre_actor_plays (actor, gyre_role_get (base)));
  g_assert_false (gyre_actor_plays (parent_actor, gyre_role_get (other)));
  g_assert_true (g_type_is_a (type_of (actor), base));
  g_assert_true (gyre_actor_get_parent (actor) == parent_actor);
}

static void
test_base_before_derived (void)
{
  GType base = declare_interface ("ActorListBase", 0);
  GType derived = declare_interface ("ActorListDerived", base);
  const PlainClass table = { .name = "ActorList", .implements = { base, derived, base } };
  GyreActor *actor = plain_declare (&table);
  g_autofree char *implements = plain_join_records (gyre_actor_get_implements (actor));

  g_assert_true (gyre_requirement_is_valid (GYRE_REQUIREMENT (actor), NULL));
  g_assert_true (g_type_is_a (type_of (actor), derived));
  g_assert_cmpstr (implements, ==, "ActorListBase ActorListDerived");
}

static void
test_foreign_interface (void)
{
  const PlainClass table = { .name = "ActorForeign", .implements = { G_TYPE_TYPE_PLUGIN } };
  g_autofree char *text = plain_declare_invalid (&table);

  plain_assert_contains (text, "ActorForeign: can't implement GTypePlugin: it is no interface that Gyre knows");
}

static void
test_invalid_interface (void)
{
  const PlainClass broken = { .name = "ActorBrokenRole", .parent = G_TYPE_INTERFACE,
                              .traits = { PLAIN_TRAIT ("one", real, .aliases = "a=b") } };
  g_autofree char *reason = plain_declare_invalid (&broken);
  const PlainClass table = { .name = "ActorOfBrokenRole", .implements = { g_type_from_name ("ActorBrokenRole") } };
  g_autofree char *text = plain_declare_invalid (&table);

  plain_assert_contains (reason, "a=b");
  plain_assert_contains (text, "can't implement ActorBrokenRole: its declaration is invalid");
}

static void
test_broken_promise (void)
{
  const PlainClass role = { .name = "ActorPromise", .parent = G_TYPE_INTERFACE,
                            .traits = { PLAIN_TRAIT ("promised", real) } };
  const GType promise = type_of (plain_declare_interface (&role));
  const PlainClass keeper = { .name = "ActorKeeper", .implements = { promise },
                              .traits = { PLAIN_TRAIT ("promised", real) } };
  const GyreConstruction construction = { .name = NULL };
  GyreActor *actor = plain_declare (&keeper);
  const PlainClass breaker = { .name = "ActorBreaker", .parent = type_of (actor), .family = "test.actor.breaker",
                               .traits = { PLAIN_TRAIT ("promised", string) } };
  g_autofree char *text = plain_declare_invalid (&breaker);
  g_autoptr (GError) error = NULL;
  GyreActor *broken = gyre_actor_peek (g_type_from_name ("ActorBreaker"));

  plain_assert_contains (text, "test.actor.breaker does not keep ActorPromise: trait 'promised' is of kind string");
  g_assert_nonnull (broken);
  g_assert_null (gyre_registrar_find (gyre_registrar_get_default (), "test.actor.breaker"));
  g_assert_null (gyre_attribute_classifier_call (GYRE_ATTRIBUTE_CLASSIFIER (broken), &construction, &error));
  g_assert_error (error, GYRE_DECLARATION_ERROR, GYRE_DECLARATION_ERROR_INVALID);
}

static void
test_parent_without_record (void)
{
  g_autoptr (GyreActor) record = g_object_new (GYRE_TYPE_ACTOR, NULL);
  g_autoptr (GyreDeclaration) declaration = gyre_declaration_new ("ActorOrphan", G_TYPE_INITIALLY_UNOWNED);
  g_autoptr (GError) error = NULL;

  g_assert_false (gyre_attribute_classifier_new_class (GYRE_ATTRIBUTE_CLASSIFIER (record), declaration, &error));
  g_assert_error (error, GYRE_DECLARATION_ERROR, GYRE_DECLARATION_ERROR_BASES);
  g_assert_cmpstr (error->message, ==, "ActorOrphan: its parent GInitiallyUnowned is no component class");
}

static void
test_derived (void)
{
  const PlainClass base = { .name = "ActorDerivedBase" };
  GyreActor *actor = plain_declare (&base);
  const PlainClass first = { .name = "ActorDerivedFirst", .parent = type_of (actor) };
  const PlainClass invalid = { .name = "ActorDerivedInvalid", .parent = type_of (actor),
                               .traits = { PLAIN_TRAIT ("one", real, .aliases = "a=b") } };

  plain_declare (&first);
  g_free (plain_declare_invalid (&invalid));
  g_autoptr (GPtrArray) derived = gyre_actor_get_derived (actor);
  g_autofree char *names = plain_join_records (derived);
  g_assert_cmpstr (names, ==, "ActorDerivedFirst");
}

static void
test_extent (void)
{
  const PlainClass table = { .name = "ActorExtent" };
  const GyreConstruction construction = { .name = NULL };
  GyreActor *actor = plain_declare (&table);
  const PlainClass derived = { .name = "ActorExtentDerived", .parent = type_of (actor) };
  GyreAttributeClassifier *classifier = GYRE_ATTRIBUTE_CLASSIFIER (actor);
  g_autoptr (GObject) first = gyre_attribute_classifier_call (classifier, &construction, NULL);
  g_autoptr (GObject) second = gyre_attribute_classifier_call (classifier, &construction, NULL);
  g_autoptr (GObject) other =
    gyre_attribute_classifier_call (GYRE_ATTRIBUTE_CLASSIFIER (plain_declare (&derived)), &construction, NULL);
  g_autoptr (GPtrArray) extent = gyre_actor_get_extent (actor);

  g_assert_nonnull (other);
  g_assert_cmpuint (extent->len, ==, 2);
  g_assert_true (g_ptr_array_index (extent, 0) == first);
  g_assert_true (g_ptr_array_index (extent, 1) == second);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/gobject/actor/metaclass-overrides-each-step-and-is-inherited", test_steps);
  g_test_add_func ("/gobject/actor/metaclass-can-refuse-a-class", test_metaclass_refuses);
  g_test_add_func ("/gobject/actor/roles-are-declared-ones-their-bases-and-the-ancestors", test_roles);
  g_test_add_func ("/gobject/actor/interfaces-can-be-named-in-any-order", test_base_before_derived);
  g_test_add_func ("/gobject/actor/foreign-interface-is-refused", test_foreign_interface);
  g_test_add_func ("/gobject/actor/invalid-interface-is-refused", test_invalid_interface);
  g_test_add_func ("/gobject/actor/derived-class-must-keep-the-inherited-promise", test_broken_promise);
  g_test_add_func ("/gobject/actor/parent-must-be-a-component-class", test_parent_without_record);
  g_test_add_func ("/gobject/actor/derived-are-the-valid-children", test_derived);
  g_test_add_func ("/gobject/actor/extent-has-instances-of-exactly-the-class-oldest-first", test_extent);
  return g_test_run ();
}
