%% savina.erl: The programs of savina.h in Erlang
%%
%% SPDX-License-Identifier: LGPL-2.1-or-later
%%
%% Reads "PROGRAM COUNT" lines and answers each with the seconds that it took.
-module(savina).
-export([main/0]).

main() ->
    case io:get_line("") of
        eof -> halt(0);
        Line ->
            [Program, Count] = [list_to_integer(Word) || Word <- string:tokens(string:trim(Line), " ")],
            Owner = self(),
            %% A process of its own, so that no garbage of an earlier program is in the way.
            spawn(fun() -> Owner ! {seconds, run(Program, Count)} end),
            receive {seconds, Seconds} -> io:format("~.9f~n", [Seconds]) end,
            main()
    end.

timed(Work) ->
    Start = erlang:monotonic_time(nanosecond),
    Work(),
    (erlang:monotonic_time(nanosecond) - Start) / 1.0e9.

await(0) -> ok;
await(Count) -> receive done -> await(Count - 1) end.

stop(All) -> [exit(One, kill) || One <- All].

run(0, Count) ->
    Owner = self(),
    First = spawn(fun() -> player(Owner) end),
    Other = spawn(fun() -> player(Owner) end),
    Seconds = timed(fun() -> Other ! {First, Count}, await(1) end),
    stop([First, Other]),
    Seconds;
run(1, Count) ->
    Owner = self(),
    All = [spawn(fun() -> receive {next, Next} -> ring(Next, Owner) end end) || _ <- lists:seq(1, 100)],
    lists:zipwith(fun(One, Next) -> One ! {next, Next} end, All, tl(All) ++ [hd(All)]),
    Seconds = timed(fun() -> hd(All) ! Count, await(1) end),
    stop(All),
    Seconds;
run(2, Count) ->
    Owner = self(),
    Counter = spawn(fun() -> counter(0, Owner) end),
    Seconds = timed(fun() -> spawn(fun() -> produce(Counter, Count) end), await(1) end),
    stop([Counter]),
    Seconds;
run(3, Count) ->
    Owner = self(),
    Each = Count div 60,
    All = [spawn(fun() -> worker(Each, Owner) end) || _ <- lists:seq(1, 60)],
    timed(fun() -> spawn(fun() -> fork(All, Each) end), await(60) end);
run(4, Count) ->
    Owner = self(),
    timed(fun() -> spawn(fun() -> create(Count, Owner) end), await(1) end);
run(5, Count) ->
    Owner = self(),
    Each = Count div 240,
    All = [spawn(fun() -> receive {all, Tuple} -> talk(Tuple, Each, Index * 7919 + 1, Owner) end end) || Index <- lists:seq(1, 120)],
    Tuple = list_to_tuple(All),
    [One ! {all, Tuple} || One <- All],
    Seconds = timed(fun() -> [One ! go || One <- All], await(120) end),
    stop(All),
    Seconds.

player(Owner) ->
    receive
        {_, 0} -> Owner ! done;
        {From, Left} -> From ! {self(), Left - 1}
    end,
    player(Owner).

ring(Next, Owner) ->
    receive
        0 -> Owner ! done;
        Left -> Next ! Left - 1
    end,
    ring(Next, Owner).

counter(Sum, Owner) ->
    receive
        go -> Owner ! done, counter(Sum, Owner);
        Value -> counter(Sum + Value, Owner)
    end.

produce(Counter, 0) -> Counter ! go;
produce(Counter, Count) -> Counter ! 1, produce(Counter, Count - 1).

worker(0, Owner) -> Owner ! done;
worker(Left, Owner) -> receive Value -> _ = math:sin(Value), worker(Left - 1, Owner) end.

fork(_, 0) -> ok;
fork(All, Left) -> [One ! Left || One <- All], fork(All, Left - 1).

create(0, Owner) -> Owner ! done;
create(Left, Owner) -> spawn(fun() -> receive _ -> ok end end) ! Left, create(Left - 1, Owner).

talk(All, Left, Random, Owner) ->
    receive
        go -> talk(All, Left, ping(All, Random), Owner);
        {ping, From} -> From ! pong, talk(All, Left, Random, Owner);
        pong when Left =:= 1 -> Owner ! done, talk(All, 0, Random, Owner);
        pong -> talk(All, Left - 1, ping(All, Random), Owner)
    end.

ping(All, Random) ->
    Next = (Random * 1103515245 + 12345) band 16#7fffffff,
    element((Next bsr 8) rem tuple_size(All) + 1, All) ! {ping, self()},
    Next.
