/* gyre-linker.h: Finds and loads the modules that bring classes
 *
 * SPDX-License-Identifier: LGPL-2.1-or-later
 */
#pragma once

#include "gyre-macros.h"

GYRE_BEGIN_DECLARATIONS

/**
 * GyreLinkerError:
 * @GYRE_LINKER_ERROR_NOT_FOUND: no folder of the path has the module
 * @GYRE_LINKER_ERROR_REFUSED: there is a file, and it can't be loaded or is no module of Gyre
 *
 * Since: 0.1
 */
typedef enum
{
  GYRE_LINKER_ERROR_NOT_FOUND,
  GYRE_LINKER_ERROR_REFUSED,
} GyreLinkerError;

#define GYRE_LINKER_ERROR (gyre_linker_error_quark ())
GQuark gyre_linker_error_quark (void);

#define GYRE_TYPE_LINKER (gyre_linker_get_type ())
/**
 * GyreLinker:
 *
 * Finds the module of a package: `libgauss.so` or `gauss.so` for `gauss`, in the folders that were added (the program's
 * `--module-path=`), then in those of the environment variable `GYRE_MODULE_PATH`, then in the installed folder.
 *
 * A module is a shared object with a function `void gyre_module_register (void)` that mentions its types, with a #GyreProvider of
 * the name `gyre_module_provider`, or with both. It stays loaded for the life of the process, and the same file is loaded once, by
 * whatever name it is found.
 *
 * Any thread can use it.
 *
 * Since: 0.1
 */
G_DECLARE_FINAL_TYPE (GyreLinker, gyre_linker, GYRE, LINKER, GObject)

GyreLinker  *gyre_linker_new        (void);
void         gyre_linker_add_folder (GyreLinker   *self,
                                     const char   *folder);
GStrv        gyre_linker_dup_path   (GyreLinker   *self);
char        *gyre_linker_dup_file   (GyreLinker   *self,
                                     const char   *package);
gboolean     gyre_linker_load       (GyreLinker   *self,
                                     const char   *package,
                                     GError      **error);
GStrv        gyre_linker_list       (GyreLinker   *self);
GStrv        gyre_linker_list_available (GyreLinker *self);

/**
 * GYRE_MODULE: (skip)
 * @...: the get_type functions of what the module brings, interfaces first
 *
 * Makes a shared object a module.
 *
 * Since: 0.1
 */
#define GYRE_MODULE(...) \
  __attribute__ ((visibility ("default"))) void gyre_module_register (void); \
  void \
  gyre_module_register (void) \
  { \
    GType (*functions[]) (void) = { __VA_ARGS__ }; \
    for (gsize number = 0; number < G_N_ELEMENTS (functions); number++) \
      gyre_module_mention (functions[number] ()); \
  }

void         gyre_module_mention    (GType         type);

GYRE_END_DECLARATIONS
