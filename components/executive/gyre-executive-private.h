/* gyre-executive-private.h: What the model of components asks of the executive
 *
 * SPDX-License-Identifier: LGPL-2.1-or-later
 */
#pragma once

#include "gyre-executive.h"
#include "gyre-alert.h"
#include "gyre-handle.h"

/* What a configuration that is read again takes back. */
typedef struct
{
  GPtrArray *settings;    /* of GyreSetting: no longer in force */
  GHashTable *changed;    /* the nodes of keys of which something else is said now; of the others only the places moved */
  GPtrArray *pending;     /* of char *: the keys whose new values wait for a restart, added by the model */
} GyreWithdrawal;

/* What the layer above lends to every executive, so that the executive knows nothing of components. */
typedef struct
{
  /* Files were read again: living instances let go of what is no longer said. Called before `configured`; no lock is held. */
  void (*withdrawn)  (GyreExecutive        *executive,
                      const GyreWithdrawal *withdrawal);

  /* New settings (GyreSetting, in order) are in force: classes and living instances take them up. No lock is held. When
   * @pending is not NULL, living instances keep the values of traits that need a restart, and their keys are added to it. */
  void (*configured) (GyreExecutive *executive,
                      GPtrArray     *settings,
                      GPtrArray     *pending);

  /* An executive ends, and what the layer above kept for a class goes with it. */
  void (*release)    (gpointer       state);

  /* An executive ends, and so do the bindings that the layer above kept for it. */
  void (*release_bindings) (gpointer bindings);

  /* Tells every value that follows a name of which nothing was said. */
  void (*report_undefined) (GyreExecutive *executive,
                            GyreReport    *report);

  /* The handle of the component with that name; GYRE_HANDLE_NONE when there is none. The thread of the executive. */
  GyreHandle (*find_handle)  (GyreExecutive *executive,
                              const char    *name);

  /* What an instruction is about. With @texts, they are the arguments. */
  gboolean (*call)   (gpointer             object,
                      const char          *behavior,
                      const GValue        *arguments,
                      guint                n_arguments,
                      const char * const  *texts,
                      GValue              *result,
                      GError             **error);

  /* A process began to run, or ceased to: its state says whether it does now. Can be NULL. */
  void     (*run_state_changed) (gpointer  object);

  /* Whether it wants to hear that; asked in the midst of the schedule's work. */
  gboolean (*hears_of_runs) (gpointer      object);

  /* What people know the object by; where what it does was said (a behavior, or NULL: all of it); how much of what it says is let
   * through. All but the first can be NULL: none, and everything but what is for debugging. */
  char    *(*dup_name) (gpointer           object);
  GyreLocator *(*dup_place) (gpointer      object,
                             const char   *behavior);
  const char *(*get_family) (gpointer      object);
  GyreAlertLevel (*get_verbosity) (gpointer object);
} GyreExecutiveModel;

void     gyre_executive_set_model       (const GyreExecutiveModel *model);
const GyreExecutiveModel *gyre_executive_get_model (void);

/* Of this thread; the one before is returned, and put back the same way. Nothing is kept alive by it. */
GyreExecutive *gyre_executive_exchange_current (GyreExecutive *current);

/* One pointer for a class and an executive, of the layer above. The first to set it wins; the winner is returned. */
gpointer gyre_executive_get_class_state (GyreExecutive  *self,
                                         GyreActor      *actor);
gpointer gyre_executive_set_class_state (GyreExecutive  *self,
                                         GyreActor      *actor,
                                         gpointer        state);

/* One pointer for an executive: what follows what. The first to set it wins; the winner is returned. */
gpointer gyre_executive_get_bindings    (GyreExecutive  *self);
gpointer gyre_executive_set_bindings    (GyreExecutive  *self,
                                         gpointer        bindings);

/* Tells the model what is in force no longer, and what is in force now. */
void     gyre_executive_tell_withdrawn  (GyreExecutive        *self,
                                         const GyreWithdrawal *withdrawal);
void     gyre_executive_tell_configured (GyreExecutive  *self,
                                         GPtrArray      *settings,
                                         GPtrArray      *pending);

/* The class or interface of a family, with its class made; no module is loaded. */
void             gyre_executive_report_unsaid (GyreExecutive   *self,
                                               GyreReport      *report);
GyreRequirement *gyre_executive_peek_family  (GyreExecutive    *self,
                                              const char       *family);

/* Loads the module of a package. What came of it is remembered for as long as the path of the linker stays the same. */
gboolean         gyre_executive_load_package (GyreExecutive    *self,
                                              const char       *package,
                                              GError          **error);

/* Why find_family() fails, without a suggestion. */
char            *gyre_executive_explain_missing (GyreExecutive *self,
                                                 const char    *family);

/* The files that were loaded. */
typedef struct _GyreManifest GyreManifest;

GyreManifest    *gyre_executive_get_manifest (GyreExecutive    *self);

/* (element-type filename) (transfer full): the folders of the search path. */
GPtrArray       *gyre_executive_list_folders (GyreExecutive    *self);

/* By which name files know this machine. */
void             gyre_executive_set_host     (GyreExecutive    *self,
                                              const char       *nickname);

/* Whether nobody looks for the files of the package at this moment; then the caller does, until the end. */
gboolean         gyre_executive_begin_search (GyreExecutive    *self,
                                              const char       *package);
void             gyre_executive_end_search   (GyreExecutive    *self,
                                              const char       *package);
