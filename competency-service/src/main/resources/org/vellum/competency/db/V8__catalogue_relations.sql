alter table evidence_rule
  add column weight    numeric check (weight > 0),
  add column starts_on date,
  add column ends_on   date,
  add check (starts_on < ends_on);
drop index evidence_rule_in_force;
create unique index evidence_rule_in_force
  on evidence_rule (competency, line_item_sourced_id, course_sourced_id, starts_on)
  nulls not distinct where effective_to is null;
create index evidence_rule_of_competency on evidence_rule (competency);
comment on column evidence_rule.starts_on is
  'Results of this day and later meet the rule; of any day, if there is none.';
comment on column evidence_rule.ends_on is
  'The first day of which results do not meet the rule any more.';
comment on column evidence_rule.effective_to is
  'When the rule was taken out of the catalogue, or another took its place.';

create table relation (
  id                   uuid primary key,
  role                 text not null check (role in ('teaches', 'assesses', 'requires')),
  competency           uuid not null,
  program_code         text,
  course_sourced_id    text references course (sourced_id),
  line_item_sourced_id text references line_item (sourced_id),
  weight               numeric check (weight > 0),
  threshold            numeric check (threshold > 0 and threshold <= 1),
  starts_on            date,
  ends_on              date,
  effective_from       timestamptz not null,
  effective_to         timestamptz,
  check (num_nonnulls(program_code, course_sourced_id, line_item_sourced_id) = 1),
  check (threshold is null or role = 'requires'),
  check (starts_on < ends_on),
  check (effective_from <= effective_to)
);
create unique index relation_in_force
  on relation
    (competency, role, program_code, course_sourced_id, line_item_sourced_id, starts_on)
  nulls not distinct where effective_to is null;
create index relation_of_competency on relation (competency);
create index relation_of_program on relation (program_code) where effective_to is null;
create index relation_of_course on relation (course_sourced_id) where effective_to is null;
create index relation_of_line_item on relation (line_item_sourced_id) where effective_to is null;
comment on table relation is
  'What teaches, assesses or requires a competency. What assesses one at a threshold is a rule of evidence, and stands in evidence_rule alone.';

create view related as
  select id, 'assesses' as role, competency, null::text as program, course_sourced_id as course,
         line_item_sourced_id as line_item, weight, threshold, starts_on, ends_on, effective_from,
         effective_to
    from evidence_rule
  union all
  select id, role, competency, program_code, course_sourced_id, line_item_sourced_id, weight,
         threshold, starts_on, ends_on, effective_from, effective_to
    from relation;
comment on view related is 'All relations to competencies, those that are rules of evidence too.';

create table prerequisite (
  id                uuid primary key,
  course_sourced_id text references course (sourced_id),
  competency        uuid,
  requires          text not null,
  starts_on         date,
  ends_on           date,
  effective_from    timestamptz not null,
  effective_to      timestamptz,
  check (num_nonnulls(course_sourced_id, competency) = 1),
  check (starts_on < ends_on),
  check (effective_from <= effective_to)
);
create unique index prerequisite_in_force
  on prerequisite (course_sourced_id, competency, requires, starts_on)
  nulls not distinct where effective_to is null;
create index prerequisite_for on prerequisite (requires) where effective_to is null;
comment on table prerequisite is 'A course comes after another course, a competency after another.';
comment on column prerequisite.requires is
  'What comes first: sourcedId of a course where a course does, else identifier of a CFItem.';

alter table program add column requirements jsonb not null default '[]';
create index program_versions on program (code, effective_from);
comment on column program.requirements is
  'What the program requires, by periods; as in the catalogue''s JSON.';
