create table source (
  id              uuid primary key,
  name            text not null,
  kind            text not null check (kind in ('ONEROSTER', 'EDU_API')),
  address         text not null,
  token_address   text not null,
  client_id       text not null,
  sealed_secret   bytea not null,
  demographics    boolean not null,
  every_minutes   integer not null check (every_minutes >= 0),
  made_by         text not null,
  made_at         timestamptz not null,
  ended_at        timestamptz,
  requested       boolean not null default false,
  run_began_at    timestamptz,
  run_since       timestamptz,
  collection      integer not null default 0,
  next_offset     integer not null default 0,
  objects         integer not null default 0,
  refused         integer not null default 0,
  complete_as_of  timestamptz,
  last_success_at timestamptz,
  last_failure_at timestamptz,
  last_failure    text,
  last_report     uuid references roster_report (id)
);
create unique index source_name on source (lower(name)) where ended_at is null;
comment on table source is 'Another system whose roster is read over REST (OneRoster 1.2, Edu-API 1.0).';
comment on column source.sealed_secret is 'The secret of our client there, encrypted.';
comment on column source.every_minutes is 'How often it is read; 0 if only when somebody asks for it.';
comment on column source.run_began_at is 'When the reading began that is not complete; null if none is.';
comment on column source.run_since is 'Of this reading: only what changed since; null for all.';
comment on column source.collection is 'Of this reading: which collection is read, counted from 0.';
comment on column source.next_offset is 'Of this reading: how many objects of it are stored already.';
comment on column source.complete_as_of is 'What changed before this time is known here.';
