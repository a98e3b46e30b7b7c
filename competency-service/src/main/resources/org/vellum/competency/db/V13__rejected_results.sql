create table rejected_result (
  id            uuid primary key,
  source_system text not null,
  sourced_id    text not null,
  sent          jsonb not null,
  reason        text not null,
  sentence      text not null,
  state         text not null check (state in ('open', 'set aside', 'settled')),
  times         integer not null,
  first_at      timestamptz not null,
  last_at       timestamptz not null,
  unique (source_system, sourced_id)
);
create index rejected_result_open on rejected_result (last_at desc, id) where state <> 'settled';
comment on table rejected_result is
  'Results that a source sent and that were refused, until they are stored after all.';
comment on column rejected_result.sent is 'What was sent last, as it was read.';
comment on column rejected_result.times is 'How often it was refused.';

create table identifier_mapping (
  id            uuid primary key,
  source_system text not null,
  kind          text not null check (kind in ('learner', 'line item')),
  identifier    text not null,
  meant         text not null,
  made_at       timestamptz not null,
  made_by       text not null,
  ended_at      timestamptz
);
create unique index identifier_mapping_in_force
  on identifier_mapping (source_system, kind, identifier) where ended_at is null;
comment on table identifier_mapping is
  'What a source means by an identifier that the roster does not know by this name.';
comment on column identifier_mapping.meant is 'sourcedId of a user or a line item of the roster.';
