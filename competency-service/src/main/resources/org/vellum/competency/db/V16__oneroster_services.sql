create table score_scale (
  sourced_id        text primary key,
  active            boolean not null,
  title             text not null,
  type              text not null,
  course_sourced_id text references course (sourced_id),
  class_sourced_id  text not null references class (sourced_id),
  scale_values      text not null,
  metadata          jsonb,
  last_modified     timestamptz not null
);
create index score_scale_of_class on score_scale (class_sourced_id);
comment on table score_scale is 'OneRoster 1.2, scoreScales.';
comment on column score_scale.scale_values is
  'The pairs in their order, as the CSV binding writes them: {A:93-100},{B:85-92}.';

create table line_item_score_scale (
  sourced_id             text primary key,
  active                 boolean not null,
  line_item_sourced_id   text not null references line_item (sourced_id),
  score_scale_sourced_id text not null references score_scale (sourced_id),
  last_modified          timestamptz not null
);
create index line_item_score_scale_of_line_item on line_item_score_scale (line_item_sourced_id);
comment on table line_item_score_scale is 'OneRoster 1.2, lineItemScoreScales.';

create table demographics (
  sourced_id                               text primary key references roster_user (sourced_id),
  active                                   boolean not null,
  birth_date                               date,
  sex                                      text,
  american_indian_or_alaska_native         boolean,
  asian                                    boolean,
  black_or_african_american                boolean,
  native_hawaiian_or_other_pacific_islander boolean,
  white                                    boolean,
  demographic_race_two_or_more_races       boolean,
  hispanic_or_latino_ethnicity             boolean,
  country_of_birth_code                    text,
  state_of_birth_abbreviation              text,
  city_of_birth                            text,
  public_school_residence_status           text,
  last_modified                            timestamptz not null
);
comment on table demographics is
  'OneRoster 1.2, demographics. Read by nothing but the operations of the demographics scope.';

alter table category add column metadata jsonb;
alter table line_item
  add column assessment boolean not null default false,
  add column parent_sourced_id text references line_item (sourced_id),
  add column metadata jsonb,
  alter column assign_date drop not null,
  alter column due_date drop not null,
  alter column class_sourced_id drop not null,
  alter column category_sourced_id drop not null,
  add check (assessment or (assign_date is not null and due_date is not null
    and class_sourced_id is not null and category_sourced_id is not null));
comment on table line_item is 'OneRoster 1.2, lineItems and assessmentLineItems.';
comment on column line_item.assessment is
  'Whether it is an assessmentLineItem, which need not be part of a class.';

create index org_of_parent on org (parent_sourced_id);
create index academic_session_of_parent on academic_session (parent_sourced_id);
create index course_of_org on course (org_sourced_id);
create index class_of_school on class (school_sourced_id);
create index enrollment_in_school on enrollment (school_sourced_id);
create index user_role_at_org on user_role (org_sourced_id);
create index evaluation_result_on_line_item on evaluation_result (line_item);

-- What changed since: asked for by those who keep a copy.
create index org_modified on org (last_modified);
create index course_modified on course (last_modified);
create index class_modified on class (last_modified);
create index roster_user_modified on roster_user (last_modified);
create index enrollment_modified on enrollment (last_modified);
create index line_item_modified on line_item (last_modified);

create unlogged table staged_objective (
  reading    uuid not null,
  result     text not null,
  source     text not null,
  objective  text not null,
  score      text,
  text_score text
);
create index staged_objective_of_result on staged_objective (reading, result);
comment on table staged_objective is
  'What the results of an archive that is being read say of learning objectives (resultLearningObjectiveIds).';
