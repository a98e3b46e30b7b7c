-- What other services have told: projections, which the event log can rebuild.

create table learner (
  id       uuid primary key,
  username text not null,
  name     text not null,
  position bigint not null
);
create index learner_by_username on learner (username, position desc);
comment on column learner.position is
  'Number of the event that told it. A sign-in name that passed to somebody else belongs to the newest.';

create table skill (
  id              bigint generated always as identity primary key,
  key             text not null unique,
  name            text not null,
  code            text,
  labels          text not null default '',
  framework       text not null default '',
  competency      uuid,
  course          text,
  adopted         boolean not null default false,
  words           tsvector not null generated always as (
    setweight(to_tsvector('english', translate(name, '<>', '  ')), 'A')
    || setweight(to_tsvector('english', translate(labels || ' ' || coalesce(code, ''), '<>', '  ')), 'B')
    || setweight(to_tsvector('english', translate(framework, '<>', '  ')), 'D')) stored,
  beginnings      tsvector not null generated always as (
    to_tsvector('simple', translate(name || ' ' || labels || ' ' || coalesce(code, ''), '<>', '  '))) stored
);
create index skill_by_words on skill using gin (words);
create index skill_by_beginnings on skill using gin (beginnings);
create index skill_by_competency on skill (competency) where competency is not null;
create index skill_by_course on skill (course) where course is not null;
comment on table skill is 'The vocabulary: what can be attained or completed, whoever did.';
comment on column skill.key is 'Address of the CFItem; for a course "course:" and its sourcedId.';
comment on column skill.words is 'Without angle brackets, between which PostgreSQL would see a tag and no words.';
comment on column skill.adopted is 'Whether it is of an adopted framework, which everybody may read.';

create table crosswalk (
  framework uuid not null,
  asked     text not null,
  found     text not null,
  nearness  smallint not null check (nearness between 1 and 100),
  primary key (framework, asked, found)
);
create index crosswalk_by_asked on crosswalk (asked);
comment on table crosswalk is
  'Who asks for one skill also finds the other, by an association of a framework (CASE 1.1, CFAssociation).';

create table program (
  code     text primary key,
  title    text not null,
  position bigint not null
);
create table program_unit (
  program    text not null references program (code) on delete cascade,
  competency uuid,
  course     text,
  check ((competency is null) <> (course is null))
);
create index program_unit_of_program on program_unit (program);
create index program_unit_by_competency on program_unit (competency) where competency is not null;
create index program_unit_by_course on program_unit (course) where course is not null;

create table record (
  learner  uuid primary key,
  record   uuid not null,
  position bigint not null
);
create table achievement (
  credential  uuid primary key,
  learner     uuid not null,
  record      uuid not null,
  skill       bigint not null references skill (id),
  issuer      text not null,
  achieved_on date not null,
  issued_at   timestamptz not null,
  signed_by   text not null,
  valid_until timestamptz,
  percent     smallint check (percent between 0 and 100),
  evidence    text[] not null
);
create index achievement_of_learner on achievement (learner);
comment on table achievement is 'What the current record of each learner holds.';

create table revocation (
  credential uuid primary key,
  revoked_at timestamptz not null
);
comment on table revocation is 'A table of its own, so that the order of arrival does not matter.';
create table compromised_key (
  verification_method text primary key,
  since               timestamptz not null
);

-- The learners' own decisions: nothing below, save the index, can be rebuilt.

create table employer (
  name       text primary key,
  first_seen timestamptz not null
);
comment on table employer is 'Who has searched: sign-in names, and client:<id> for connected systems.';

create table profile (
  learner      uuid primary key,
  id           uuid not null unique,
  version      integer not null check (version > 0),
  shown_name   text,
  region       text,
  availability text check (availability in ('NOW', 'SOON', 'LATER')),
  audience     text not null check (audience in ('EVERYONE', 'NAMED')),
  granted_at   timestamptz not null,
  expires_at   timestamptz not null
);
create index profile_by_region on profile (lower(region));
comment on table profile is
  'A standing consent to be found. It is deleted when it is withdrawn; the versions stay in consent.';
comment on column profile.id is
  'By what employers know the learner: random, and a new one after each withdrawal.';
comment on column profile.shown_name is 'Null where the learner shows a pseudonym.';

create table profile_achievement (
  learner    uuid not null references profile (learner) on delete cascade,
  credential uuid not null,
  primary key (learner, credential)
);
create table profile_employer (
  learner  uuid not null references profile (learner) on delete cascade,
  employer text not null,
  primary key (learner, employer)
);

create table consent (
  id      uuid primary key,
  learner uuid not null,
  version integer not null,
  at      timestamptz not null,
  terms   jsonb,
  unique (learner, version)
);
comment on table consent is 'Every version of every consent, append-only.';
comment on column consent.terms is 'What was agreed to; null where it was withdrawn.';

create table entry (
  skill       bigint not null,
  learner     uuid not null references profile (learner) on delete cascade,
  credential  uuid not null,
  percent     smallint not null,
  achieved_on date not null,
  evidence    smallint not null,
  primary key (skill, learner, credential)
);
create index entry_of_learner on entry (learner);
comment on table entry is
  'The index: what consenting learners chose to show, by skill. It goes with its profile.';

create table sighting (
  learner  uuid not null,
  employer text not null,
  search   uuid not null,
  kind     text not null check (kind in ('FOUND', 'OPENED')),
  seen_at  timestamptz not null,
  times    integer not null default 1,
  primary key (learner, employer, search, kind)
);
comment on table sighting is 'Which employer saw a learner''s profile, in which search, how often. Never what was asked.';

create table request (
  id         uuid primary key,
  learner    uuid not null,
  profile    uuid not null,
  employer   text not null,
  message    text not null check (length(message) <= 1000),
  asked_at   timestamptz not null,
  state      text not null check (state in ('ASKED', 'AGREED', 'DECLINED')),
  decided_at timestamptz,
  last_day   date,
  unique (profile, employer)
);
create index request_of_learner on request (learner, asked_at desc);
create index request_of_employer on request (employer, asked_at desc);

create table shortlist (
  employer text not null,
  profile  uuid not null references profile (id) on delete cascade,
  note     text not null default '' check (length(note) <= 500),
  added_at timestamptz not null,
  primary key (employer, profile)
);
comment on table shortlist is 'Whom an employer keeps in mind; who withdraws is on no list any more.';

-- How near a misspelt word is to a name, where PostgreSQL brings pg_trgm and whoever migrates may create it (a trusted
-- extension: the owner of the database may). Elsewhere spelling is not forgiven.
do $$
declare
  home name;
begin
  create extension if not exists pg_trgm;
  select n.nspname into home
    from pg_extension e join pg_namespace n on n.oid = e.extnamespace where e.extname = 'pg_trgm';
  execute format(
    'create function search.nearness(asked text, name text) returns real language sql immutable parallel safe'
    || ' as $f$ select %I.word_similarity(lower(asked), lower(name)) $f$', home);
exception
  when insufficient_privilege or undefined_file or feature_not_supported then
    raise notice 'without pg_trgm, search does not forgive spelling: %', sqlerrm;
    create function search.nearness(asked text, name text) returns real language sql immutable parallel safe
      as $f$ select 0::real $f$;
end;
$$;
