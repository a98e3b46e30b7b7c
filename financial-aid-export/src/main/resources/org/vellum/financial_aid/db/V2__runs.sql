-- Export runs, what they published, and who was given it.

create table run (
  id                       uuid primary key,
  institution              text not null,
  profile                  text not null,
  kind                     text not null check (kind in ('FULL', 'DELTA')),
  state                    text not null check (state in
    ('REQUESTED', 'RUNNING', 'HELD', 'COMPLETED', 'COMPLETED_WITH_ERRORS', 'FAILED', 'CANCELLED')),
  step                     text not null default '',
  requested_by             text not null,
  requested_at             timestamptz not null,
  started_at               timestamptz,
  ended_at                 timestamptz,
  since_horizon            bigint,
  since_position           bigint,
  horizon                  bigint,
  position                 bigint,
  as_of                    timestamptz,
  previous                 uuid references run (id),
  learners                 bigint not null default 0,
  done                     bigint not null default 0,
  job_execution            bigint,
  attempts                 integer not null default 0,
  stop_asked_by            text,
  failure                  text not null default '',
  selected                 bigint not null default 0,
  exported                 bigint not null default 0,
  rejected                 bigint not null default 0,
  suppressed               bigint not null default 0,
  manifest_sha256          text not null default '',
  package                  text not null default '',
  decision                 text not null default '' check (decision in ('', 'RELEASED', 'DISCARDED')),
  decided_by               text not null default '',
  decided_at               timestamptz,
  decision_reason          text not null default '',
  removed_at               timestamptz
);
comment on column run.horizon is
  'With position: how far in the event log the snapshot reaches; the next delta begins here.';
comment on column run.manifest_sha256 is 'What the next run of the profile is chained to.';
comment on column run.removed_at is 'When its files were removed because their time was over.';

-- One at a time: this holds over crashes and over nodes, and a held run holds up the next.
create unique index run_one_at_a_time on run (institution, profile)
  where state in ('REQUESTED', 'RUNNING', 'HELD');
create index run_by_time on run (requested_at desc, id);
create index run_published on run (institution, profile, ended_at desc)
  where state in ('COMPLETED', 'COMPLETED_WITH_ERRORS');

create table run_request (
  client       text not null,
  key          text not null,
  body_sha256  text not null,
  run          uuid not null references run (id),
  requested_at timestamptz not null,
  primary key (client, key)
);
comment on table run_request is 'Requests with an Idempotency-Key: the same again gives the same run.';

-- What a run published of a learner: enough to know a changed record from one that is not.
create table published_learner (
  run     uuid not null references run (id),
  learner text collate "C" not null,
  records bytea not null,
  primary key (learner, run)
);
comment on column published_learner.records is
  'For each record its entity, identifier, hash, the position at which it last changed, and whether it was taken back.';

create table run_change (
  run      uuid not null references run (id),
  learner  text collate "C" not null,
  kind     text not null check (kind in ('NEW', 'CHANGED', 'GONE')),
  entities text not null,
  causes   text not null default '',
  primary key (run, learner)
);
create index run_change_by_kind on run_change (run, kind, learner);

create table acknowledgement (
  run    uuid not null references run (id),
  client text not null,
  at     timestamptz not null,
  note   text not null default '',
  primary key (run, client)
);

create table delivery (
  run      uuid not null references run (id),
  target   text not null,
  state    text not null check (state in ('WAITING', 'DELIVERED', 'REFUSED', 'FAILED')),
  attempts integer not null default 0,
  next_at  timestamptz not null,
  done_at  timestamptz,
  problem  text not null default '',
  primary key (run, target)
);

create table signing_key (
  verification_method text primary key,
  public_key          text not null,
  private_key         bytea not null,
  created_at          timestamptz not null,
  retired_at          timestamptz
);
create unique index signing_key_one on signing_key ((true)) where retired_at is null;
comment on column signing_key.private_key is
  'PKCS #8, encrypted with vellum.financial-aid.key-secret.';
