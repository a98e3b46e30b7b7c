-- The newest of thousands of states is found by its number, without a look at the others.
alter table evaluation_result add column state integer not null default 1;
alter table evaluation_result disable trigger evaluation_result_is_a_fact;
with recursive chain (id, state) as (
  select n.id, 2 from evaluation_result f join evaluation_result n on n.supersedes = f.id
   where f.supersedes is null
  union all
  select n.id, c.state + 1 from chain c join evaluation_result n on n.supersedes = c.id)
update evaluation_result r set state = c.state from chain c where c.id = r.id;
alter table evaluation_result enable trigger evaluation_result_is_a_fact;
alter table evaluation_result alter column state drop default;
alter table evaluation_result add check ((state = 1) = (supersedes is null));
drop index evaluation_result_begins;
create unique index evaluation_result_states on evaluation_result (source_system, sourced_id, state);
comment on column evaluation_result.state is
  'The how manieth state of the result this is, from 1. The last is in force, unless it takes the result back.';
