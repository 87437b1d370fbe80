/* savina-caf.cpp: The programs of savina.h in the C++ Actor Framework 0.17
 *
 * SPDX-License-Identifier: LGPL-2.1-or-later
 */
#include "savina.h"

#include <caf/all.hpp>

#include <chrono>
#include <cmath>
#include <memory>
#include <vector>

using namespace caf;

namespace
{
using go_atom = atom_constant<atom ("go")>;
using done_atom = atom_constant<atom ("done")>;

std::unique_ptr<actor_system_config> configuration;
std::unique_ptr<actor_system> machine;

double now ()
{
  return std::chrono::duration<double> (std::chrono::steady_clock::now ().time_since_epoch ()).count ();
}

behavior player (event_based_actor *self, actor other, actor owner)
{
  return {
    [=] (guint64 left) {
      if (left == 0)
        self->send (owner, done_atom::value);
      else
        self->send (actor_cast<actor> (self->current_sender ()), left - 1);
    },
    [=] (go_atom, guint64 left) { self->send (other, left); },
  };
}

struct ring_state
{
  actor next;
};

behavior ring_member (stateful_actor<ring_state> *self, actor owner)
{
  return {
    [=] (actor next) { self->state.next = next; },
    [=] (guint64 left) {
      if (left == 0)
        self->send (owner, done_atom::value);
      else
        self->send (self->state.next, left - 1);
    },
  };
}

struct count_state
{
  guint64 sum = 0;
};

behavior counter (stateful_actor<count_state> *self, actor owner)
{
  return {
    [=] (guint64 value) { self->state.sum += value; },
    [=] (go_atom) { self->send (owner, done_atom::value); },
  };
}

behavior counting_producer (event_based_actor *self, actor target)
{
  return {
    [=] (guint64 count) {
      for (guint64 index = 0; index < count; index++)
        self->send (target, guint64 (1));
      self->send (target, go_atom::value);
    },
  };
}

behavior worker (event_based_actor *self, guint64 count, actor owner)
{
  auto left = std::make_shared<guint64> (count);
  return {
    [=] (guint64 value) {
      volatile double result = std::sin (double (value));
      (void) result;
      if (--*left == 0)
        self->send (owner, done_atom::value);
    },
  };
}

behavior fork_producer (event_based_actor *self, std::vector<actor> workers)
{
  return {
    [=] (guint64 count) {
      for (guint64 index = 0; index < count; index++)
        for (auto &target : workers)
          self->send (target, index);
    },
  };
}

behavior mayfly (event_based_actor *self)
{
  return { [=] (guint64) { self->quit (); } };
}

behavior creator (event_based_actor *self, actor owner)
{
  return {
    [=] (guint64 left) {
      self->send (self->spawn (mayfly), left);
      if (left > 1)
        self->send (self, left - 1);
      else
        self->send (owner, done_atom::value);
    },
  };
}

struct big_state
{
  std::vector<actor> others;
  guint64 left = 0;
  guint64 random = 0;
};

behavior talker (stateful_actor<big_state> *self, guint64 seed, actor owner)
{
  self->state.random = seed * 7919 + 1;
  auto ping = [=] () {
    self->state.random = self->state.random * 6364136223846793005ull + 1442695040888963407ull;
    self->send (self->state.others[(self->state.random >> 33) % self->state.others.size ()], guint64 (0));
  };
  return {
    [=] (std::vector<actor> others, guint64 count) {
      self->state.others = others;
      self->state.left = count;
    },
    [=] (go_atom) { ping (); },
    [=] (guint64 kind) {
      if (kind == 0)
        self->send (actor_cast<actor> (self->current_sender ()), guint64 (1));
      else if (--self->state.left > 0)
        ping ();
      else
        self->send (owner, done_atom::value);
    },
  };
}

void await_done (scoped_actor &self, guint count)
{
  for (guint index = 0; index < count; index++)
    self->receive ([] (done_atom) {});
}

double run_program (SavinaProgram program, guint count)
{
  scoped_actor self { *machine };
  actor owner = actor_cast<actor> (self);
  std::vector<actor> actors;
  double start;

  switch (program)
    {
    case SAVINA_PING_PONG:
      {
        auto other = self->spawn (player, actor {}, owner), first = self->spawn (player, other, owner);
        start = now ();
        self->send (first, go_atom::value, guint64 (count));
        await_done (self, 1);
        start = now () - start;
        anon_send_exit (first, exit_reason::user_shutdown);
        anon_send_exit (other, exit_reason::user_shutdown);
        return start;
      }
    case SAVINA_THREAD_RING:
      for (guint index = 0; index < SAVINA_RING; index++)
        actors.push_back (self->spawn (ring_member, owner));
      for (guint index = 0; index < SAVINA_RING; index++)
        self->send (actors[index], actors[(index + 1) % SAVINA_RING]);
      start = now ();
      self->send (actors[0], guint64 (count));
      await_done (self, 1);
      break;
    case SAVINA_COUNTING:
      actors.push_back (self->spawn (counter, owner));
      actors.push_back (self->spawn (counting_producer, actors[0]));
      start = now ();
      self->send (actors[1], guint64 (count));
      await_done (self, 1);
      break;
    case SAVINA_FORK_JOIN:
      for (guint index = 0; index < SAVINA_FORKS; index++)
        actors.push_back (self->spawn (worker, count / SAVINA_FORKS, owner));
      actors.push_back (self->spawn (fork_producer, actors));
      start = now ();
      self->send (actors.back (), guint64 (count / SAVINA_FORKS));
      await_done (self, SAVINA_FORKS);
      break;
    case SAVINA_CREATE:
      actors.push_back (self->spawn (creator, owner));
      start = now ();
      self->send (actors[0], guint64 (count));
      await_done (self, 1);
      break;
    default:
      for (guint index = 0; index < SAVINA_BIG; index++)
        actors.push_back (self->spawn (talker, index, owner));
      for (auto &one : actors)
        self->send (one, actors, guint64 (count / (2 * SAVINA_BIG)));
      start = now ();
      for (auto &one : actors)
        self->send (one, go_atom::value);
      await_done (self, SAVINA_BIG);
      break;
    }
  start = now () - start;
  for (auto &one : actors)
    anon_send_exit (one, exit_reason::user_shutdown);
  return start;
}
}

CAF_ALLOW_UNSAFE_MESSAGE_TYPE (std::vector<actor>)

void savina_caf_begin ()
{
  configuration = std::make_unique<actor_system_config> ();
  configuration->set ("scheduler.max-threads", 1);
  machine = std::make_unique<actor_system> (*configuration);
}

void savina_caf_end ()
{
  machine.reset ();
  configuration.reset ();
}

double savina_caf_run (SavinaProgram program, guint count)
{
  return run_program (program, count);
}
