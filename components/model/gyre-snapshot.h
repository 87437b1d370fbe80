/* gyre-snapshot.h: A tree of components, saved and loaded
 *
 * SPDX-License-Identifier: LGPL-2.1-or-later
 *
 * A snapshot has of each component the class, the name if it was given one, the values that somebody has said (by configuration too)
 * with their places and weight, what they follow, the attributes that nobody has declared, the children, the parts that its facilities have
 * built, the object around which it stands if it is a wrapper, with its class and properties, how it stands as a process, the messages
 * that are on their way to it or wait, in their order, and the instructions that wait for it. Time is what is left of it. What a
 * component or an object keeps beside that, numbers, handles, observers and callbacks are not in it.
 *
 * A value that is a component of the tree is a reference to it; another component is meant by its specification. A value that no text
 * can say is an error, and so are a process in the midst of sequential code and a request that waits for its reply: they are left out, or
 * begin anew, on request. What was saved is loaded with the weight that it had: where the configuration of today says something stronger
 * for the name of the instance, that wins. Loading is all or nothing.
 */
#pragma once

#include "gyre-component.h"

#include <gio/gio.h>

GYRE_BEGIN_DECLARATIONS

/**
 * GyreSnapshotError:
 * @GYRE_SNAPSHOT_ERROR_FORMAT: it is no snapshot, or a damaged one
 * @GYRE_SNAPSHOT_ERROR_VERSION: a newer Gyre has written it
 * @GYRE_SNAPSHOT_ERROR_UNKNOWN: it has a class, a trait or a kind that is not known here
 * @GYRE_SNAPSHOT_ERROR_VALUE: a value can't be saved, or not be set again
 * @GYRE_SNAPSHOT_ERROR_NAME: a living instance has one of the names
 *
 * What can go wrong with snapshots.
 *
 * Since: 0.1
 */
typedef enum
{
  GYRE_SNAPSHOT_ERROR_FORMAT,
  GYRE_SNAPSHOT_ERROR_VERSION,
  GYRE_SNAPSHOT_ERROR_UNKNOWN,
  GYRE_SNAPSHOT_ERROR_VALUE,
  GYRE_SNAPSHOT_ERROR_NAME,
} GyreSnapshotError;

#define GYRE_SNAPSHOT_ERROR (gyre_snapshot_error_quark ())
GQuark gyre_snapshot_error_quark (void);

/**
 * GyreSnapshotFlags:
 * @GYRE_SNAPSHOT_PLAIN: names, instructions, and no secrets
 * @GYRE_SNAPSHOT_WITH_SECRETS: save the values of secrets, too
 * @GYRE_SNAPSHOT_WITHOUT_NAMES: save, or load, all components without their names
 * @GYRE_SNAPSHOT_WITHOUT_INSTRUCTIONS: save, or load, no instructions
 * @GYRE_SNAPSHOT_WITHOUT_PROCESSES: save, or load, nothing of how processes stand
 * @GYRE_SNAPSHOT_WITHOUT_MESSAGES: save, or load, no messages
 * @GYRE_SNAPSHOT_RESTART_PROCESSES: save a process that is in the midst of sequential code as one that begins anew at its next turn;
 *   without this flag it can't be saved
 * @GYRE_SNAPSHOT_SKIP_PROCESSES: save nothing of how a process stands that can't be saved, as it is in the midst of sequential code or
 *   does what its class does not know; when it is loaded it runs if its traits say so, from the beginning. The others are saved
 *
 * What a snapshot takes and gives.
 *
 * Since: 0.1
 */
typedef enum
{
  GYRE_SNAPSHOT_PLAIN = 0,
  GYRE_SNAPSHOT_WITH_SECRETS = 1 << 0,
  GYRE_SNAPSHOT_WITHOUT_NAMES = 1 << 1,
  GYRE_SNAPSHOT_WITHOUT_INSTRUCTIONS = 1 << 2,
  GYRE_SNAPSHOT_WITHOUT_PROCESSES = 1 << 3,
  GYRE_SNAPSHOT_WITHOUT_MESSAGES = 1 << 4,
  GYRE_SNAPSHOT_RESTART_PROCESSES = 1 << 5,
  GYRE_SNAPSHOT_SKIP_PROCESSES = 1 << 6,
} GyreSnapshotFlags;

/**
 * GYRE_SNAPSHOT_VERSION:
 *
 * The format that this version writes, and the newest that it reads. It reads all older ones.
 *
 * Since: 0.1
 */
#define GYRE_SNAPSHOT_VERSION 2

/* As a stream of bytes: a head with the version, and a checksum. */
gboolean       gyre_component_save           (GyreComponent      *self,
                                              GOutputStream      *stream,
                                              GyreSnapshotFlags   flags,
                                              GCancellable       *cancellable,
                                              GError            **error);
GyreComponent *gyre_component_load           (GInputStream       *stream,
                                              GyreSnapshotFlags   flags,
                                              GCancellable       *cancellable,
                                              GError            **error);

/* As data. */
GVariant      *gyre_component_take_snapshot  (GyreComponent      *self,
                                              GyreSnapshotFlags   flags,
                                              GError            **error);
GyreComponent *gyre_component_new_from_snapshot (GVariant        *snapshot,
                                              GyreSnapshotFlags   flags,
                                              GError            **error);

/* For people and for programs that compare. */
char          *gyre_snapshot_to_json         (GVariant           *snapshot);
GVariant      *gyre_snapshot_from_json       (const char         *text,
                                              GError            **error);

GYRE_END_DECLARATIONS
