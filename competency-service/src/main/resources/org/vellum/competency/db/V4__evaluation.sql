create function refuse_change() returns trigger language plpgsql as $$
declare
  nothing_lost boolean := false;
begin
  if tg_op = 'TRUNCATE' then
    execute format('select not exists (select from %I.%I)', tg_table_schema, tg_table_name)
      into nothing_lost;
  end if;
  if not nothing_lost then
    raise exception 'rows of % are facts: they are never changed and never removed', tg_table_name;
  end if;
  return null;
end
$$;

create table evaluation_result (
  id                  uuid primary key,
  source_system       text not null,
  sourced_id          text not null,
  digest              bytea not null,
  supersedes          uuid unique references evaluation_result (id),
  cleared             boolean not null,
  learner             uuid not null references roster_user (id),
  line_item           text not null references line_item (sourced_id),
  line_item_title     text not null,
  course              text not null,
  course_title        text not null,
  category            text,
  scale_minimum       numeric not null,
  scale_maximum       numeric not null,
  score_status        text not null,
  score               numeric,
  text_score          text,
  rescaled            numeric,
  score_date          date not null,
  comment             text,
  source_modified_at  timestamptz not null,
  received_at         timestamptz not null,
  payload             jsonb not null,
  unique (source_system, sourced_id, digest),
  check (scale_minimum < scale_maximum),
  check (score between scale_minimum and scale_maximum),
  check (rescaled between 0 and 1)
);
create unique index evaluation_result_begins on evaluation_result (source_system, sourced_id)
  where supersedes is null;
create index evaluation_result_of_learner on evaluation_result (learner, id);
create trigger evaluation_result_is_a_fact
  before update or delete or truncate on evaluation_result execute function refuse_change();
comment on table evaluation_result is
  'What a source said of a learner''s work, once and for ever. In force: what no other supersedes.';
comment on column evaluation_result.source_system is 'The OAuth 2.0 client that sent it.';
comment on column evaluation_result.digest is 'SHA-256 of what was sent, in a canonical form.';
comment on column evaluation_result.cleared is 'Whether it takes back what it supersedes.';
comment on column evaluation_result.line_item_title is
  'This and the scale, course and category: as the roster had them when the result came.';
comment on column evaluation_result.rescaled is
  'The score''s share of the way from the least to the greatest value, to 10 digits. For people: decisions compare exactly.';
comment on column evaluation_result.source_modified_at is 'The source''s time, which decides what is newer.';
comment on column evaluation_result.payload is 'The result as sent (OneRoster 1.2, results).';

create table result_objective (
  result     uuid not null references evaluation_result (id),
  competency uuid not null,
  score      numeric,
  text_score text,
  primary key (result, competency)
);
create trigger result_objective_is_a_fact
  before update or delete or truncate on result_objective execute function refuse_change();
comment on table result_objective is
  'What a result said of single CASE items (OneRoster 1.2, learningObjectiveResults).';

create function only_withdraw() returns trigger language plpgsql as $$
begin
  if not old.standing or new.standing
     or to_jsonb(new) - 'standing' is distinct from to_jsonb(old) - 'standing' then
    raise exception 'rows of % can only cease to stand', tg_table_name;
  end if;
  return new;
end
$$;

create table achievement (
  id          uuid primary key,
  learner     uuid not null references roster_user (id),
  kind        text not null check (kind in ('competency', 'course')),
  subject     text not null,
  stated      jsonb not null,
  achieved_at timestamptz not null,
  recorded_at timestamptz not null,
  explanation text not null,
  result      uuid not null references evaluation_result (id),
  rule        jsonb not null,
  standing    boolean not null default true
);
create unique index achievement_standing on achievement (learner, kind, subject) where standing;
create index achievement_of_learner on achievement (learner, id);
create trigger achievement_is_only_withdrawn
  before update on achievement for each row execute function only_withdraw();
create trigger achievement_is_kept
  before delete or truncate on achievement execute function refuse_change();
comment on table achievement is
  'A competency attained or a course completed. Recorded once; it may cease to stand, and is kept.';
comment on column achievement.subject is
  'Identifier of the CFItem (CASE 1.1), or sourcedId of the course (OneRoster 1.2).';
comment on column achievement.stated is
  'The competency as its framework stated it at the version in force; or the course as it was.';
comment on column achievement.achieved_at is 'By the source''s time: the day of the score.';
comment on column achievement.result is 'The result on which the decision rests.';
comment on column achievement.rule is 'The rule that it met, as it was then.';

create table achievement_withdrawal (
  achievement  uuid primary key references achievement (id),
  result       uuid not null references evaluation_result (id),
  withdrawn_at timestamptz not null,
  reason       text not null
);
create trigger achievement_withdrawal_is_a_fact
  before update or delete or truncate on achievement_withdrawal execute function refuse_change();
comment on column achievement_withdrawal.result is 'The correction that ended it.';
