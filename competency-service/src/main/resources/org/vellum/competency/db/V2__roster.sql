create table org (
  sourced_id        text primary key,
  active            boolean not null,
  name              text not null,
  type              text not null,
  identifier        text,
  parent_sourced_id text references org (sourced_id),
  last_modified     timestamptz not null
);
comment on table org is 'OneRoster 1.2, orgs.';

create table academic_session (
  sourced_id        text primary key,
  active            boolean not null,
  title             text not null,
  type              text not null,
  start_date        date not null,
  end_date          date not null,
  parent_sourced_id text references academic_session (sourced_id),
  school_year       text not null,
  last_modified     timestamptz not null
);
comment on table academic_session is 'OneRoster 1.2, academicSessions.';
comment on column academic_session.end_date is 'The first day after the session.';

create table course (
  sourced_id             text primary key,
  active                 boolean not null,
  school_year_sourced_id text references academic_session (sourced_id),
  title                  text not null,
  course_code            text,
  grades                 text,
  org_sourced_id         text not null references org (sourced_id),
  subjects               text,
  subject_codes          text,
  last_modified          timestamptz not null
);
comment on table course is 'OneRoster 1.2, courses.';

create table class (
  sourced_id        text primary key,
  active            boolean not null,
  title             text not null,
  grades            text,
  course_sourced_id text not null references course (sourced_id),
  class_code        text,
  class_type        text not null,
  location          text,
  school_sourced_id text not null references org (sourced_id),
  term_sourced_ids  text[] not null,
  subjects          text,
  subject_codes     text,
  periods           text,
  last_modified     timestamptz not null
);
create index class_of_course on class (course_sourced_id);
comment on table class is 'OneRoster 1.2, classes.';

create table roster_user (
  sourced_id             text primary key,
  id                     uuid not null unique,
  active                 boolean not null,
  enabled                boolean not null,
  username               text not null,
  given_name             text not null,
  family_name            text not null,
  middle_name            text,
  identifier             text,
  email                  text,
  preferred_given_name   text,
  preferred_middle_name  text,
  preferred_family_name  text,
  primary_org_sourced_id text references org (sourced_id),
  to_announce            boolean not null default true,
  last_modified          timestamptz not null
);
create unique index roster_user_signs_in_as on roster_user (lower(username));
create index roster_user_by_name on roster_user (lower(family_name), lower(given_name), sourced_id);
create index roster_user_to_announce on roster_user (sourced_id) where to_announce;
comment on table roster_user is 'OneRoster 1.2, users. Never deleted: records rest on them.';
comment on column roster_user.id is 'Our own identifier of the person, stable for life.';
comment on column roster_user.to_announce is
  'What events say of this person changed since it was last announced, if it ever was.';

create table user_role (
  sourced_id      text primary key,
  active          boolean not null,
  user_sourced_id text not null references roster_user (sourced_id),
  role_type       text not null,
  role            text not null,
  begin_date      date,
  end_date        date,
  org_sourced_id  text not null references org (sourced_id),
  last_modified   timestamptz not null
);
create index user_role_of_user on user_role (user_sourced_id);
comment on table user_role is 'OneRoster 1.2, roles.';

create table enrollment (
  sourced_id        text primary key,
  active            boolean not null,
  class_sourced_id  text not null references class (sourced_id),
  school_sourced_id text not null references org (sourced_id),
  user_sourced_id   text not null references roster_user (sourced_id),
  role              text not null,
  is_primary        boolean not null,
  begin_date        date,
  end_date          date,
  last_modified     timestamptz not null
);
create index enrollment_of_user on enrollment (user_sourced_id, class_sourced_id);
create index enrollment_in_class on enrollment (class_sourced_id);
comment on table enrollment is 'OneRoster 1.2, enrollments.';

create table category (
  sourced_id    text primary key,
  active        boolean not null,
  title         text not null,
  weight        numeric,
  last_modified timestamptz not null
);
comment on table category is 'OneRoster 1.2, categories.';

create table line_item (
  sourced_id                  text primary key,
  active                      boolean not null,
  title                       text not null,
  description                 text,
  assign_date                 timestamptz not null,
  due_date                    timestamptz not null,
  class_sourced_id            text not null references class (sourced_id),
  category_sourced_id         text not null references category (sourced_id),
  academic_session_sourced_id text references academic_session (sourced_id),
  result_value_min            numeric not null,
  result_value_max            numeric not null,
  school_sourced_id           text references org (sourced_id),
  last_modified               timestamptz not null,
  check (result_value_min < result_value_max)
);
create index line_item_of_class on line_item (class_sourced_id);
create index line_item_in_category on line_item (category_sourced_id);
comment on table line_item is 'OneRoster 1.2, lineItems.';

create table line_item_objective (
  sourced_id            text primary key,
  active                boolean not null,
  line_item_sourced_id  text not null references line_item (sourced_id),
  source                text not null,
  learning_objective_id text not null,
  last_modified         timestamptz not null
);
create index line_item_objective_of_line_item on line_item_objective (line_item_sourced_id);
comment on table line_item_objective is 'OneRoster 1.2, lineItemLearningObjectiveIds.';

create table roster_report (
  id          uuid primary key,
  imported_at timestamptz not null,
  imported_by text not null,
  learners    integer not null,
  files       jsonb not null,
  errors      integer not null,
  warnings    integer not null,
  notes       integer not null
);
comment on table roster_report is 'What each import of a roster did. UUIDv7: newest has the greatest id.';
comment on column roster_report.learners is 'How many learners were announced.';
comment on column roster_report.errors is 'All that were found, also those that are not kept.';

create table roster_finding (
  report_id uuid not null references roster_report (id),
  position  integer not null,
  severity  text not null,
  code      text not null,
  place     text not null,
  message   text not null,
  primary key (report_id, position)
);
