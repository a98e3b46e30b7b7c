create table event (
  position       bigint generated always as identity primary key,
  transaction_id xid8 not null,
  type           text not null,
  subject        text not null,
  payload        jsonb not null,
  occurred_at    timestamptz not null
);
create index event_in_commit_safe_order on event (transaction_id, position);
comment on table event is 'What services told each other; append-only.';

create table event_cursor (
  name           text primary key,
  transaction_id xid8 not null default '0',
  position       bigint not null default 0,
  moved_at       timestamptz
);
comment on table event_cursor is 'How far each consumer has read, in the order (transaction_id, position).';

create table parked_event (
  cursor_name text not null references event_cursor (name),
  position    bigint not null references event (position),
  subject     text not null,
  reason      text not null,
  parked_at   timestamptz not null,
  primary key (cursor_name, position)
);
create index parked_event_of_subject on parked_event (cursor_name, subject);

create table audit_entry (
  position      bigint primary key,
  recorded_at   timestamptz not null,
  actor         text not null,
  action        text not null,
  subject       text not null,
  details       text not null,
  hash          bytea not null
);
comment on column audit_entry.hash is 'HMAC-SHA256 over the previous hash and this entry.';
comment on column audit_entry.details is 'JSON exactly as it was hashed.';

create table audit_head (
  one      boolean primary key default true check (one),
  position bigint not null,
  hash     bytea not null
);
insert into audit_head values (true, 0, ''::bytea);

create table oauth_client (
  id           text primary key,
  name         text not null,
  secret_hash  text not null,
  scopes       text[] not null,
  created_at   timestamptz not null,
  disabled_at  timestamptz
);

create table access_token (
  token_hash bytea primary key,
  client_id  text not null references oauth_client (id),
  scopes     text[] not null,
  expires_at timestamptz not null
);
create index access_token_by_expiry on access_token (expires_at);

create table attempt (
  key          text not null,
  window_start timestamptz not null,
  count        integer not null,
  primary key (key, window_start)
);
comment on table attempt is 'How often something that is limited was tried in a window of time.';
