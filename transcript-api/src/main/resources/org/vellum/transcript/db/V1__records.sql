-- What competency-service has told: projections, which the event log can rebuild.

create table learner (
  id          uuid primary key,
  sourced_id  text not null,
  username    text not null,
  given_name  text not null,
  family_name text not null,
  sort_name   text not null generated always as (lower(family_name || ' ' || given_name)) stored,
  email       text,
  position    bigint not null
);
create index learner_by_name on learner (sort_name, id);
create index learner_by_family_name on learner (lower(family_name) text_pattern_ops);
create index learner_by_given_name on learner (lower(given_name) text_pattern_ops);
create index learner_by_username on learner (username, position desc);
create index learner_by_sourced_id on learner (sourced_id);
comment on column learner.position is
  'Number of the event that told it. A sign-in name that passed to somebody else belongs to the newest.';

create table attainment (
  id          uuid primary key,
  learner     uuid not null,
  attained_at timestamptz not null,
  fact        jsonb not null
);
create index attainment_of_learner on attainment (learner);
comment on column attainment.fact is 'AttainmentRecorded as it was announced.';

create table completion (
  id           uuid primary key,
  learner      uuid not null,
  completed_at timestamptz not null,
  fact         jsonb not null
);
create index completion_of_learner on completion (learner);
comment on column completion.fact is 'CourseCompleted as it was announced.';

create table withdrawal (
  fact         uuid primary key,
  learner      uuid not null,
  withdrawn_at timestamptz not null,
  reason       text not null
);
create index withdrawal_of_learner on withdrawal (learner);
comment on table withdrawal is
  'Attainments and completions that no longer stand; a table of its own, so that the order of arrival does not matter.';

-- The issuer's own: nothing below can be rebuilt.

create table signing_key (
  id                    uuid primary key,
  verification_method   text not null unique,
  public_key            text not null unique,
  encrypted_private_key bytea not null,
  created_at            timestamptz not null,
  retired_at            timestamptz
);
create unique index one_key_signs on signing_key (split_part(verification_method, '#', 1))
  where retired_at is null;
comment on column signing_key.public_key is 'Multikey, z6Mk…';
comment on column signing_key.encrypted_private_key is 'PKCS #8 EncryptedPrivateKeyInfo.';
comment on column signing_key.retired_at is
  'Since when it does not sign; what it signed before is verified by it for ever.';

create table status_list (
  id           uuid primary key,
  purpose      text not null check (purpose = 'revocation'),
  length       integer not null check (length >= 131072 and length % 8 = 0),
  allocated    integer not null default 0 check (allocated <= length),
  created_at   timestamptz not null,
  document     text,
  signed_until timestamptz
);
comment on column status_list.document is
  'The signed list as last sent; null when a bit changed since. The bits are in status_entry.';

create table status_entry (
  list       uuid not null references status_list (id),
  index      integer not null check (index >= 0),
  credential uuid not null unique,
  revoked_at timestamptz,
  revoked_by text,
  reason     text,
  primary key (list, index),
  check ((revoked_at is null) = (reason is null) and (revoked_at is null) = (revoked_by is null))
);
create index status_entry_revoked on status_entry (list, index) where revoked_at is not null;

create table holder (
  learner uuid primary key,
  subject uuid not null unique,
  salt    text not null
);
comment on table holder is 'How a learner is named as the subject of credentials.';

create table issued_achievement (
  id           uuid primary key,
  learner      uuid not null references holder (learner),
  fact         uuid not null,
  kind         text not null check (kind in ('COMPETENCY', 'COURSE')),
  title        text not null,
  achieved_at  timestamptz not null,
  issued_at    timestamptz not null,
  content_hash text not null,
  document     text not null
);
create index issued_achievement_of_learner on issued_achievement (learner, fact);
comment on column issued_achievement.id is 'Random, the last part of the credential''s id.';
comment on column issued_achievement.content_hash is
  'SHA-256 of what the credential says, to know whether it must be issued again.';
comment on column issued_achievement.document is 'The credential exactly as signed.';

create table published_record (
  id            uuid primary key,
  learner       uuid not null references holder (learner),
  version       integer not null check (version > 0),
  published_at  timestamptz not null,
  published_by  text not null,
  superseded_by uuid references published_record (id) deferrable initially deferred,
  document      text not null,
  unique (learner, version)
);
create unique index current_record_of_learner on published_record (learner)
  where superseded_by is null;
comment on column published_record.document is 'The ClrCredential exactly as signed.';

create table record_achievement (
  record      uuid not null references published_record (id),
  place       integer not null,
  achievement uuid not null references issued_achievement (id),
  primary key (record, place),
  unique (record, achievement)
);
