/* gyre-component.h: The root of all component classes
 *
 * SPDX-License-Identifier: LGPL-2.1-or-later
 */
#pragma once

#include "gyre-actor.h"
#include "gyre-executive.h"
#include "gyre-message.h"
#include "gyre-priority.h"
#include "gyre-trait.h"

GYRE_BEGIN_DECLARATIONS

/**
 * GyreComponentError:
 * @GYRE_COMPONENT_ERROR_UNKNOWN: there is no such trait, behavior, family or instance
 * @GYRE_COMPONENT_ERROR_INVALID: the class can't be used
 * @GYRE_COMPONENT_ERROR_CONFIGURATION: what was configured for the class or the instance is wrong
 * @GYRE_COMPONENT_ERROR_NAME: another instance has the name
 * @GYRE_COMPONENT_ERROR_VALUE: a value is refused; the message says which rule it breaks
 * @GYRE_COMPONENT_ERROR_READ_ONLY: the trait can't be set (any more)
 * @GYRE_COMPONENT_ERROR_INCOMPATIBLE: a component does not do what a facility asks for
 * @GYRE_COMPONENT_ERROR_SPECIFICATION: the text is not a specification of a component
 * @GYRE_COMPONENT_ERROR_TREE: a component can't hold another one so, or does not hold it
 * @GYRE_COMPONENT_ERROR_DELETED: the component has been deleted
 *
 * What can go wrong with components.
 *
 * Since: 0.1
 */
typedef enum
{
  GYRE_COMPONENT_ERROR_UNKNOWN,
  GYRE_COMPONENT_ERROR_INVALID,
  GYRE_COMPONENT_ERROR_CONFIGURATION,
  GYRE_COMPONENT_ERROR_NAME,
  GYRE_COMPONENT_ERROR_VALUE,
  GYRE_COMPONENT_ERROR_READ_ONLY,
  GYRE_COMPONENT_ERROR_INCOMPATIBLE,
  GYRE_COMPONENT_ERROR_SPECIFICATION,
  GYRE_COMPONENT_ERROR_TREE,
  GYRE_COMPONENT_ERROR_DELETED,
} GyreComponentError;

#define GYRE_COMPONENT_ERROR (gyre_component_error_quark ())
GQuark gyre_component_error_quark (void);

#define GYRE_TYPE_COMPONENT (gyre_component_get_type ())
/**
 * GyreComponent:
 *
 * The root of all component classes. An instance has the traits and behaviors that its classes declare, a public name if it
 * was given one, and knows for each value where it was said.
 *
 * Whoever creates a component owns it; nothing that knows its name keeps it alive. A component is used by one thread at a
 * time; different components can be used by different threads.
 *
 * Since: 0.1
 */
typedef struct _GyreComponent GyreComponent;
typedef struct _GyreComponentClass GyreComponentClass;

struct _GyreComponent
{
  GObject parent_instance;

  /*< private >*/
  gpointer links[2];        /* in the extent of the class */
  gpointer birth;           /* the values of the class when it was born */
  gpointer state;           /* what only some instances have: a name, observers, values of their own */
  guint64 number;           /* within its class, above some flags */
  guint64 handle;           /* 0 until somebody asks for it */
};

/**
 * GyreComponentClass:
 * @parent_class: the parent
 * @class_registered: the class has been declared and is valid
 * @normalize_name: gives a name its final form; %NULL keeps it
 * @staged: an instance is about to be built, under a name or none
 * @configured: the instance has its configured values; the constructor has not run; what is wrong goes into the report
 * @initialized: the constructor has run; what is wrong goes into the report
 * @registered: the instance is complete and known
 * @trait_modified: the value of a trait has changed, after the instance was complete
 * @validate: says into the report which values do not go together; it looks and sets nothing. It runs at the end of
 *   construction, and when a trait or a transaction is set: then the getters show the proposed values, and if it reports an
 *   error all of them are as before
 * @receive: takes a message when it comes; %NULL for those that read their messages themselves
 * @deleted: somebody deletes the instance, see gyre_component_delete(); its children are deleted already
 *
 * The hooks of a class, in the order in which an instance meets them. All are optional; an override chains up where the
 * parent's is not %NULL. Classes of the library itself, such as #GyreBaseProcess, do not need that: what they have to do is done
 * before the hook is called.
 *
 * Since: 0.1
 */
struct _GyreComponentClass
{
  GObjectClass parent_class;

  void  (*class_registered) (GyreActor     *actor);
  char *(*normalize_name)   (GyreActor     *actor,
                             const char    *name);
  void  (*staged)           (GyreActor     *actor,
                             const char    *name,
                             GyreLocator   *locator);
  void  (*configured)       (GyreComponent *self,
                             GyreReport    *report);
  void  (*initialized)      (GyreComponent *self,
                             GyreReport    *report);
  void  (*registered)       (GyreComponent *self);
  void  (*trait_modified)   (GyreComponent *self,
                             GyreTrait     *trait);
  void  (*validate)         (GyreComponent *self,
                             GyreReport    *report);
  gboolean (*receive)       (GyreComponent *self,
                             GyreMessage   *message,
                             GError       **error);
  void  (*deleted)          (GyreComponent *self);

  /*< private >*/
  gpointer actor;           /* the GyreActor of exactly this class */
  gpointer slots;           /* its table of traits */
  gpointer birth;           /* of its next instance, in the default executive */
  gpointer extent;          /* its living instances; NULL where it keeps none */
  gpointer owned;           /* the slots whose fields own something, up to G_MAXUINT16 */
  gpointer computed;        /* not NULL: some of its values are made when they are asked for */
  gconstpointer framework;  /* what a class of ours does, whatever derived ones make of the hooks; NULL: nothing */
  gsize stack_size;         /* of `run`, which may wait; 0: it has none of its own */
  gpointer padding[2];
};

GType          gyre_component_get_type               (void);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (GyreComponent, g_object_unref)

#define GYRE_COMPONENT(object) (G_TYPE_CHECK_INSTANCE_CAST ((object), GYRE_TYPE_COMPONENT, GyreComponent))
#define GYRE_COMPONENT_CLASS(class) (G_TYPE_CHECK_CLASS_CAST ((class), GYRE_TYPE_COMPONENT, GyreComponentClass))
#define GYRE_IS_COMPONENT(object) (G_TYPE_CHECK_INSTANCE_TYPE ((object), GYRE_TYPE_COMPONENT))
#define GYRE_COMPONENT_GET_CLASS(object) (G_TYPE_INSTANCE_GET_CLASS ((object), GYRE_TYPE_COMPONENT, GyreComponentClass))

/* Building. */
GyreComponent *gyre_component_new                    (GType                type,
                                                      const char          *name,
                                                      GError             **error,
                                                      ...) G_GNUC_NULL_TERMINATED;
GyreComponent *gyre_component_new_family             (const char          *family,
                                                      const char          *name,
                                                      GError             **error,
                                                      ...) G_GNUC_NULL_TERMINATED;
GyreComponent *gyre_component_new_with_values        (GType                type,
                                                      const char          *name,
                                                      const char * const  *traits,
                                                      const GValue        *values,
                                                      guint                n_traits,
                                                      GyreLocator         *locator,
                                                      GError             **error);
GObject       *gyre_component_new_from_specification (const char          *specification,
                                                      GError             **error);
GObject       *gyre_component_new_from_specification_at (const char       *specification,
                                                      GyreLocator         *locator,
                                                      GError             **error);

/* What it is. */
GyreActor     *gyre_component_get_actor              (GyreComponent       *self);
const char    *gyre_component_get_name               (GyreComponent       *self);
const char    *gyre_component_get_family             (GyreComponent       *self);
char          *gyre_component_dup_specification      (GyreComponent       *self);
GyreLocator   *gyre_component_dup_locator            (GyreComponent       *self);
GyreExecutive *gyre_component_get_executive          (GyreComponent       *self);

/* Values by name or alias. Unknown names are errors with a suggestion. */
gboolean       gyre_component_set_boolean            (GyreComponent       *self,
                                                      const char          *trait,
                                                      gboolean             value,
                                                      GError             **error);
gboolean       gyre_component_set_integer            (GyreComponent       *self,
                                                      const char          *trait,
                                                      gint64               value,
                                                      GError             **error);
gboolean       gyre_component_set_real               (GyreComponent       *self,
                                                      const char          *trait,
                                                      double               value,
                                                      GError             **error);
gboolean       gyre_component_set_string             (GyreComponent       *self,
                                                      const char          *trait,
                                                      const char          *value,
                                                      GError             **error);
gboolean       gyre_component_set_object             (GyreComponent       *self,
                                                      const char          *trait,
                                                      GObject             *value,
                                                      GError             **error);
gboolean       gyre_component_set_none               (GyreComponent       *self,
                                                      const char          *trait,
                                                      GError             **error);
gboolean       gyre_component_set_value              (GyreComponent       *self,
                                                      const char          *trait,
                                                      const GValue        *value,
                                                      GError             **error);
gboolean       gyre_component_set_text               (GyreComponent       *self,
                                                      const char          *trait,
                                                      const char          *text,
                                                      GError             **error);
gboolean       gyre_component_set_text_from          (GyreComponent       *self,
                                                      const char          *trait,
                                                      const char          *text,
                                                      GyreCategory         category,
                                                      GyreLocator         *locator,
                                                      GError             **error);
gboolean       gyre_component_set_value_from         (GyreComponent       *self,
                                                      const char          *trait,
                                                      const GValue        *value,
                                                      GyreCategory         category,
                                                      GyreLocator         *locator,
                                                      GError             **error);
gboolean       gyre_component_get_boolean            (GyreComponent       *self,
                                                      const char          *trait,
                                                      gboolean            *value,
                                                      GError             **error);
gboolean       gyre_component_get_integer            (GyreComponent       *self,
                                                      const char          *trait,
                                                      gint64              *value,
                                                      GError             **error);
gboolean       gyre_component_get_real               (GyreComponent       *self,
                                                      const char          *trait,
                                                      double              *value,
                                                      GError             **error);
gboolean       gyre_component_get_value              (GyreComponent       *self,
                                                      const char          *trait,
                                                      GValue              *value,
                                                      GError             **error);
GObject       *gyre_component_get_object             (GyreComponent       *self,
                                                      const char          *trait,
                                                      GError             **error);
char          *gyre_component_dup_text               (GyreComponent       *self,
                                                      const char          *trait,
                                                      GError             **error);

/* Where a value came from. */
GyreLocator   *gyre_component_dup_value_locator      (GyreComponent       *self,
                                                      const char          *trait,
                                                      GError             **error);
GyreLocator   *gyre_component_dup_element_locator    (GyreComponent       *self,
                                                      const char          *trait,
                                                      guint                index,
                                                      GError             **error);
GyreLocator   *gyre_component_dup_entry_locator      (GyreComponent       *self,
                                                      const char          *trait,
                                                      const char          *key,
                                                      GError             **error);
gboolean       gyre_component_get_value_priority     (GyreComponent       *self,
                                                      const char          *trait,
                                                      GyrePriority        *priority,
                                                      GError             **error);

/* Behaviors. */
gboolean       gyre_component_call                   (GyreComponent       *self,
                                                      const char          *behavior,
                                                      const GValue        *arguments,
                                                      guint                n_arguments,
                                                      GValue              *result,
                                                      GError             **error);
gboolean       gyre_component_call_value             (GyreComponent       *self,
                                                      const char          *behavior,
                                                      const GValue        *arguments,
                                                      guint                n_arguments,
                                                      GValue              *result,
                                                      GError             **error);
gboolean       gyre_component_call_with_texts        (GyreComponent       *self,
                                                      const char          *behavior,
                                                      const char * const  *texts,
                                                      GValue              *result,
                                                      GError             **error);

GYRE_END_DECLARATIONS
