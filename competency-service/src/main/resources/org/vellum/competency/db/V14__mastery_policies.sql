create table mastery_policy (
  id          uuid primary key,
  framework   uuid not null references framework (identifier),
  competency  uuid,
  version     integer not null,
  policy      jsonb not null,
  starts_on   date not null,
  ends_on     date,
  state       text not null check (state in ('proposed', 'adopted', 'set aside')),
  proposed_at timestamptz not null,
  proposed_by text not null,
  decided_at  timestamptz,
  decided_by  text,
  judged      boolean not null default false,
  check (starts_on < ends_on),
  check ((state = 'proposed') = (decided_at is null)),
  unique nulls not distinct (framework, competency, version)
);
create index mastery_policy_adopted on mastery_policy (framework) where state = 'adopted';
comment on table mastery_policy is
  'How results are put together into mastery: versions, of a framework or of one of its items.';
comment on column mastery_policy.competency is
  'Identifier of the CFItem (CASE 1.1) whose policy it is; null for that of the whole framework.';
comment on column mastery_policy.starts_on is
  'First day, by the source''s time, that is judged by it.';
comment on column mastery_policy.judged is
  'Whether results that came before were judged again since it began.';

create function only_decide() returns trigger language plpgsql as $$
begin
  if old.state <> 'proposed' and
     to_jsonb(new) - 'judged' is distinct from to_jsonb(old) - 'judged'
     or to_jsonb(new) - '{state,decided_at,decided_by,judged}'::text[]
        is distinct from to_jsonb(old) - '{state,decided_at,decided_by,judged}'::text[] then
    raise exception 'rows of % can only be decided on, once', tg_table_name;
  end if;
  return new;
end
$$;
create trigger mastery_policy_is_only_decided_on
  before update on mastery_policy for each row execute function only_decide();
create trigger mastery_policy_is_kept
  before delete or truncate on mastery_policy execute function refuse_change();

alter table achievement
  add column policy jsonb,
  alter column rule drop not null;
comment on column achievement.policy is
  'The policy that was met, as it was then; null where one result at its rule was enough.';
comment on column achievement.rule is
  'The rule by which the deciding result counted, as it was then; null where others decided.';
comment on column achievement.result is
  'The deciding result. All on which the decision rests stand in achievement_basis.';

create table achievement_basis (
  achievement uuid not null references achievement (id),
  position    integer not null,
  result      uuid not null references evaluation_result (id),
  rule        jsonb,
  through     uuid references achievement (id),
  primary key (achievement, position)
);
create index achievement_basis_of_result on achievement_basis (result);
create index achievement_basis_through on achievement_basis (through) where through is not null;
comment on table achievement_basis is
  'The results on which a decision rests, in the order of the source''s time.';
comment on column achievement_basis.rule is 'The rule by which the result counted, as it was then.';
comment on column achievement_basis.through is
  'The achievement by which the result counts, where what was mastered is made of others.';
insert into achievement_basis (achievement, position, result, rule)
  select id, 1, result, rule from achievement;
create trigger achievement_basis_is_a_fact
  before update or delete or truncate on achievement_basis execute function refuse_change();
create index cf_association_exact_matches on cf_association (origin, destination)
  where type = 'exactMatchOf';

create function as_uuid(node text) returns uuid language sql immutable parallel safe as $$
  select case when node ~* '^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$' then node::uuid end
$$;
comment on function as_uuid is
  'An end of an association as the identifier of an item, so that items are found by their index.';
