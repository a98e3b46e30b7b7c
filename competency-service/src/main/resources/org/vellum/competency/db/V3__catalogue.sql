create table program (
  id               uuid primary key,
  code             text not null,
  title            text not null,
  description      text,
  credential_level text,
  starts_on        date,
  effective_from   timestamptz not null,
  effective_to     timestamptz,
  check (effective_from <= effective_to)
);
create unique index program_in_force on program (code) where effective_to is null;
comment on table program is 'A version of a program; a change ends one and begins another.';
comment on column program.starts_on is 'From which day the institution offers it.';

create table program_course (
  program_id        uuid not null references program (id),
  position          integer not null,
  course_sourced_id text not null references course (sourced_id),
  primary key (program_id, position),
  unique (program_id, course_sourced_id)
);

create table completion_rule (
  id                  uuid primary key,
  course_sourced_id   text not null references course (sourced_id),
  category_sourced_id text not null references category (sourced_id),
  threshold           numeric not null check (threshold > 0 and threshold <= 1),
  credits             numeric check (credits >= 0),
  description         text,
  effective_from      timestamptz not null,
  effective_to        timestamptz,
  check (effective_from <= effective_to)
);
create unique index completion_rule_in_force on completion_rule (course_sourced_id)
  where effective_to is null;
comment on table completion_rule is
  'A course is completed by a result on a line item of the category, at the threshold or above.';

create table evidence_rule (
  id                   uuid primary key,
  competency           uuid not null,
  line_item_sourced_id text references line_item (sourced_id),
  course_sourced_id    text references course (sourced_id),
  threshold            numeric not null check (threshold > 0 and threshold <= 1),
  effective_from       timestamptz not null,
  effective_to         timestamptz,
  check (num_nonnulls(line_item_sourced_id, course_sourced_id) = 1),
  check (effective_from <= effective_to)
);
create unique index evidence_rule_in_force
  on evidence_rule (competency, line_item_sourced_id, course_sourced_id) nulls not distinct
  where effective_to is null;
create index evidence_rule_of_line_item on evidence_rule (line_item_sourced_id)
  where effective_to is null;
create index evidence_rule_of_course on evidence_rule (course_sourced_id)
  where effective_to is null;
comment on table evidence_rule is
  'Which line item, or which course by any of its line items, evidences which competency.';
comment on column evidence_rule.threshold is
  'Share of the scale between its least and its greatest value that is enough.';
