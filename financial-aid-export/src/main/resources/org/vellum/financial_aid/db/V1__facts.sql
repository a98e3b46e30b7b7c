create table learner (
  id            uuid primary key,
  student_id    text collate "C" not null unique,
  given_name    text,
  middle_name   text,
  family_name   text not null,
  birth_date    date,
  external_ids  jsonb not null default '[]',
  suppressed    boolean not null default false,
  sort_name     text not null
                generated always as (lower(family_name || ', ' || coalesce(given_name, ''))) stored,
  position      bigint not null,
  facts_version integer not null default 1,
  changed       xid8 not null default pg_current_xact_id(),
  source_as_of  timestamptz not null
);
create index learner_by_name on learner (sort_name text_pattern_ops, id);
create index learner_by_given_name on learner (lower(given_name) text_pattern_ops);
create index learner_changed on learner (changed);
comment on table learner is 'Whom the roster told of, with what the aid office added.';
comment on column learner.student_id is 'By which the school knows the learner: sourcedId of the roster.';
comment on column learner.suppressed is 'Counted, but never exported.';
comment on column learner.position is 'The event by which the roster told it.';
comment on column learner.facts_version is 'Grows with every change of what is known of the learner.';
comment on column learner.changed is
  'The transaction that last changed what is known. Whoever reads below the oldest running one misses nothing.';
comment on column learner.source_as_of is 'When the last of what is known became known.';

create table program (
  code             text primary key,
  title            text not null,
  credential_level text,
  courses          jsonb not null default '[]',
  competencies     jsonb not null default '[]',
  position         bigint not null,
  published_at     timestamptz not null,
  changed          xid8 not null default pg_current_xact_id()
);
comment on table program is 'A program as the catalogue last published it.';
comment on column program.courses is 'Its courses: sourcedId, title, credits.';
comment on column program.competencies is 'What its requirements name: identifiers of CFItems (CASE 1.1).';
comment on column program.changed is
  'The transaction that last changed the program, its parameters, its equivalencies or its calendar.';

create table program_parameters (
  program        text not null references program (code),
  effective_from date not null,
  revision       integer not null check (revision > 0),
  parameters     jsonb not null,
  set_by         text not null,
  set_at         timestamptz not null,
  primary key (program, effective_from, revision)
);
comment on table program_parameters is
  'What the aid office set for learners who begin on a day or later. In force: the last revision; none is changed.';

create table equivalency (
  program        text not null references program (code),
  unit_id        text not null,
  effective_from date not null,
  units          numeric not null,
  measure        text not null,
  expected_weeks numeric,
  approval_ref   text,
  known_at       timestamptz not null,
  primary key (program, unit_id, effective_from)
);
comment on table equivalency is
  'What a course or competency is worth in a program''s units, from a day on until the next of the same.';

create table calendar_week (
  calendar   text not null,
  week_start date not null,
  counted    boolean not null,
  reason     text not null,
  known_at   timestamptz not null,
  primary key (calendar, week_start)
);
comment on table calendar_week is 'Seven days, and whether they are a week of instructional time (34 CFR 668.3(b)).';

create table calendar_break (
  calendar  text not null,
  from_date date not null,
  to_date   date not null,
  known_at  timestamptz not null,
  primary key (calendar, from_date)
);
comment on table calendar_break is 'A scheduled break, from the day after the last class to the day before the next.';

create table enrollment (
  id                   text collate "C" primary key,
  learner              uuid not null references learner (id),
  program              text not null references program (code),
  begin_date           date not null,
  expected_end         date,
  end_date             date,
  transfer_units       numeric not null default 0,
  prior_learning_units numeric not null default 0,
  remaining_units      numeric,
  remaining_weeks      numeric,
  reentry_of           text,
  change_of_program    jsonb,
  check (num_nonnulls(remaining_units, remaining_weeks) <> 1)
);
create index enrollment_of_learner on enrollment (learner, begin_date);
create index enrollment_in_program on enrollment (program, begin_date);
comment on table enrollment is 'A learner in a program, since a day.';
comment on column enrollment.remaining_units is
  'With the weeks: what was left of the program at entry, where the school set it (34 CFR 668.4(g)).';
comment on column enrollment.change_of_program is 'The five conditions of 34 CFR 668.4(h), if it was a change of program.';

create table enrollment_status (
  enrollment     text collate "C" not null references enrollment (id),
  effective_date date not null,
  status         text not null,
  primary key (enrollment, effective_date)
);
comment on table enrollment_status is 'How an enrollment stood since when; the last told of a day counts.';

create table learner_leave (
  enrollment            text collate "C" not null references enrollment (id),
  from_date             date not null,
  kind                  text not null,
  to_date               date,
  request_date          date,
  request_signed        boolean not null,
  approved_date         date,
  confirmed_return      date,
  confirmation_received date,
  primary key (enrollment, from_date)
);
comment on table learner_leave is 'A leave of absence, or a time without attendance that is none.';

create table withdrawal (
  enrollment            text collate "C" primary key references enrollment (id),
  determination_date    date not null,
  withdrawal_date       date,
  others_days           integer,
  others_method         text,
  scheduled_clock_hours numeric,
  institutional_charges numeric,
  check (num_nonnulls(others_days, others_method) <> 1)
);
comment on table withdrawal is 'What the school recorded of a withdrawal (34 CFR 668.22).';
comment on column withdrawal.others_days is
  'Days that the period took others, where the learner completed nothing to go by; others_method says whom.';

create table sap_evaluation (
  enrollment          text collate "C" not null references enrollment (id),
  evaluation_date     date not null,
  qualitative_measure text,
  school_decision     text,
  primary key (enrollment, evaluation_date)
);
comment on table sap_evaluation is 'A day on which satisfactory academic progress was evaluated (34 CFR 668.34).';

create table subscription_period (
  enrollment    text collate "C" not null references enrollment (id),
  from_date     date not null,
  to_date       date not null,
  status        text not null,
  academic_year integer not null,
  primary key (enrollment, from_date)
);
comment on table subscription_period is 'A subscription period that a learner attended or is enrolled in (34 CFR 668.2).';

create table recognized_unit (
  enrollment    text collate "C" not null references enrollment (id),
  unit_id       text not null,
  kind          text not null,
  origin        text not null,
  units         numeric not null,
  measure       text not null,
  recognized_on date not null,
  primary key (enrollment, unit_id)
);
comment on table recognized_unit is
  'A course or competency brought along: transferred, known before, or tested out. Never coursework of a period.';

create table unit_fact (
  id        text primary key,
  learner   uuid not null,
  unit_id   text not null,
  unit_kind text not null,
  kind      text not null,
  title     text not null,
  day       date not null,
  ended     date,
  units     numeric,
  stands    boolean not null default true,
  position  bigint not null
);
create index unit_fact_of_unit on unit_fact (learner, unit_id);
comment on table unit_fact is
  'What events told of a learner''s work on a course or competency, each under its own identifier.';
comment on column unit_fact.kind is 'BEGUN, EVALUATED, FAILED or PASSED.';
comment on column unit_fact.stands is 'False once it was taken back.';

create table unit_attempt (
  learner          uuid not null,
  unit_id          text collate "C" not null,
  attempt          integer not null,
  kind             text not null,
  title            text not null,
  begin_date       date not null,
  first_engagement date,
  last_engagement  date,
  end_date         date,
  outcome          text not null,
  outcome_date     date,
  units            numeric,
  primary key (learner, unit_id, attempt)
);
comment on table unit_attempt is 'Attempts, as they follow from the facts of the unit.';
comment on column unit_attempt.units is 'As the catalogue states the credits of a course, where it does.';

create table engagement_week (
  learner              uuid not null,
  week_start           date not null,
  source               text not null,
  count                integer not null,
  types                text[] not null,
  substantive_count    integer not null,
  instructor_initiated boolean not null,
  last_at              timestamptz,
  position             bigint not null default 0,
  primary key (learner, week_start, source)
);
comment on table engagement_week is 'Academic engagement of seven days as counts (34 CFR 600.2).';
comment on column engagement_week.source is
  'Who told it. What the aid office imported stands above what a system sent.';

create table import_report (
  id          uuid primary key,
  kind        text not null,
  imported_at timestamptz not null,
  imported_by text not null,
  rows_read   integer not null,
  stored      integer not null,
  refused     integer not null,
  findings    jsonb not null
);
comment on table import_report is 'What each import of facts did. UUIDv7: newest has the greatest id.';
comment on column import_report.findings is 'Line, column and reason of the first thousand refused rows; never a value.';
