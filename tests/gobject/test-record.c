/* test-record.c: How a declaration finds its metaclass, and a type its record
 *
 * SPDX-License-Identifier: LGPL-2.1-or-later
 */
#include "plain-model.h"

#define DEFINE_METACLASS(Name, name, Parent, PARENT) \
  typedef Parent Name; \
  typedef Parent##Class Name##Class; \
  GType name##_get_type (void); \
  G_DEFINE_TYPE (Name, name, PARENT) \
  static void name##_class_init (Name##Class *class) { } \
  static void name##_init (Name *self) { }

DEFINE_METACLASS (LeftActor, left_actor, GyreActor, GYRE_TYPE_ACTOR)
DEFINE_METACLASS (RightActor, right_actor, GyreActor, GYRE_TYPE_ACTOR)
DEFINE_METACLASS (LeftLeftActor, left_left_actor, GyreActor, left_actor_get_type ())

typedef GyreActor AbstractActor;
typedef GyreActorClass AbstractActorClass;
GType abstract_actor_get_type (void);
G_DEFINE_ABSTRACT_TYPE (AbstractActor, abstract_actor, GYRE_TYPE_ACTOR)
static void abstract_actor_class_init (AbstractActorClass *class) { }
static void abstract_actor_init (AbstractActor *self) { }

static GType
declare (const char *name, GType parent, GType metaclass)
{
  const PlainClass table = { .name = name, .parent = parent, .metaclass = metaclass };
  return gyre_requirement_get_gtype (GYRE_REQUIREMENT (plain_declare (&table)));
}

static GType
metaclass_of (GType type)
{
  return G_OBJECT_TYPE (gyre_record_peek (type));
}

static void
test_default (void)
{
  g_assert_cmpuint (metaclass_of (declare ("RecordDefault", 0, 0)), ==, GYRE_TYPE_ACTOR);
}

static void
test_inherited (void)
{
  GType base = declare ("RecordInheritedBase", 0, left_actor_get_type ());

  g_assert_cmpuint (metaclass_of (base), ==, left_actor_get_type ());
  g_assert_cmpuint (metaclass_of (declare ("RecordInherited", base, 0)), ==, left_actor_get_type ());
}

static void
test_more_derived_wins (void)
{
  GType base = declare ("RecordMoreBase", 0, left_left_actor_get_type ());
  GType plain = declare ("RecordLessBase", 0, left_actor_get_type ());

  g_assert_cmpuint (metaclass_of (declare ("RecordMore", base, left_actor_get_type ())), ==, left_left_actor_get_type ());
  g_assert_cmpuint (metaclass_of (declare ("RecordLess", plain, left_left_actor_get_type ())), ==, left_left_actor_get_type ());
}

static void
test_conflict (void)
{
  const PlainClass table = {
    .name = "RecordConflict", .parent = declare ("RecordConflictBase", 0, left_actor_get_type ()),
    .metaclass = right_actor_get_type (),
  };
  g_autoptr (GError) error = NULL;

  g_assert_null (plain_prepare_class (&table, &error));
  g_assert_error (error, GYRE_DECLARATION_ERROR, GYRE_DECLARATION_ERROR_METACLASS);
  g_assert_cmpstr (error->message, ==, "metaclass conflict: RightActor is not derived from LeftActor, "
                                       "the metaclass of the base RecordConflictBase");
}

static void
test_no_metaclass (void)
{
  const PlainClass abstract = { .name = "RecordAbstract", .metaclass = abstract_actor_get_type () };
  const PlainClass object = { .name = "RecordObject", .metaclass = G_TYPE_OBJECT };
  g_autoptr (GError) error = NULL;

  g_assert_null (plain_prepare_class (&abstract, &error));
  g_assert_error (error, GYRE_DECLARATION_ERROR, GYRE_DECLARATION_ERROR_METACLASS);
  g_clear_error (&error);
  g_assert_null (plain_prepare_class (&object, &error));
  g_assert_error (error, GYRE_DECLARATION_ERROR, GYRE_DECLARATION_ERROR_METACLASS);
}

static void
test_taken_name (void)
{
  const PlainClass first = { .name = "RecordTaken", .family = "test.record.taken" };
  g_autoptr (GError) error = NULL;

  plain_declare (&first);
  g_assert_null (plain_prepare_class (&first, &error));
  g_assert_error (error, GYRE_DECLARATION_ERROR, GYRE_DECLARATION_ERROR_NAME);
  g_assert_cmpstr (error->message, ==,
                   "the type name RecordTaken is taken: RecordTaken (test.record.taken), plain.c:10:1");
}

static void
test_invalid_name (void)
{
  static const char * const names[] = { "", "ab", "9lives", "a b c", "größe", "a.b.c" };

  for (guint index = 0; index < G_N_ELEMENTS (names); index++)
    {
      g_autoptr (GError) error = NULL;

      g_assert_false (gyre_record_check_type_name (names[index], &error));
      g_assert_error (error, GYRE_DECLARATION_ERROR, GYRE_DECLARATION_ERROR_NAME);
    }
  g_assert_true (gyre_record_check_type_name ("_a1-+", NULL));
}

static void
test_sizes (void)
{
  g_autoptr (GyreDeclaration) declaration = gyre_declaration_new ("RecordHuge", G_TYPE_OBJECT);
  g_autoptr (GError) error = NULL;

  gyre_declaration_set_sizes (declaration, 0, G_MAXUINT16);
  g_assert_true (gyre_record_check_sizes (declaration, NULL));
  gyre_declaration_set_sizes (declaration, 0, G_MAXUINT16 + 1);
  g_assert_false (gyre_record_check_sizes (declaration, &error));
  g_assert_error (error, GYRE_DECLARATION_ERROR, GYRE_DECLARATION_ERROR_INVALID);
}

static void
test_peek (void)
{
  GType type = declare ("RecordPeek", 0, 0);

  g_assert_cmpuint (gyre_requirement_get_gtype (gyre_record_peek (type)), ==, type);
  g_assert_null (gyre_record_peek (G_TYPE_OBJECT));
  g_assert_null (gyre_record_peek (G_TYPE_INVALID));
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/gobject/record/metaclass-is-actor-unless-named", test_default);
  g_test_add_func ("/gobject/record/metaclass-is-inherited", test_inherited);
  g_test_add_func ("/gobject/record/most-derived-metaclass-wins", test_more_derived_wins);
  g_test_add_func ("/gobject/record/metaclass-conflict-names-both-sides", test_conflict);
  g_test_add_func ("/gobject/record/abstract-or-foreign-metaclass-is-refused", test_no_metaclass);
  g_test_add_func ("/gobject/record/taken-type-name-tells-who-has-it", test_taken_name);
  g_test_add_func ("/gobject/record/invalid-type-names-are-refused", test_invalid_name);
  g_test_add_func ("/gobject/record/struct-too-large-for-gtype-is-refused", test_sizes);
  g_test_add_func ("/gobject/record/type-leads-to-its-record", test_peek);
  return g_test_run ();
}
