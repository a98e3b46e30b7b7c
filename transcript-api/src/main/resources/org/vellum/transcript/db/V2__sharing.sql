-- What learners share, and who looked.

create table share (
  id                 uuid primary key,
  learner            uuid not null,
  record             uuid not null references published_record (id),
  created_at         timestamptz not null,
  expires_at         timestamptz not null check (expires_at > created_at),
  note               text not null default '' check (length(note) <= 100),
  token_hash         bytea not null unique check (length(token_hash) = 32),
  sealed_token       bytea not null,
  access_code        text,
  wrong_codes        integer not null default 0 check (wrong_codes between 0 and 4),
  locked_until       timestamptz,
  withdrawn_at       timestamptz,
  selection          uuid unique,
  selected           integer check (selected > 0),
  selection_document text,
  check ((selection is null) = (selection_document is null)),
  check ((selection is null) = (selected is null))
);
create index share_of_learner on share (learner, created_at desc);
comment on column share.record is 'The record that was current when the share was made.';
comment on column share.token_hash is 'SHA-256 of the token in the link.';
comment on column share.sealed_token is
  'The token encrypted under the configured secret, so that the learner can copy the link again.';
comment on column share.access_code is 'PBKDF2 of the access code; null where none is asked for.';
comment on column share.wrong_codes is 'Wrong codes since the last right one or the last lock.';
comment on column share.selection is
  'Last part of the id of the selection''s credential; null where the whole record is shared.';
comment on column share.selection_document is 'The ClrCredential of the selection exactly as signed.';

create table share_view (
  id        uuid primary key,
  share     uuid not null references share (id),
  viewed_at timestamptz not null,
  kind      text not null check (kind in ('PAGE', 'DOCUMENT', 'VERIFICATION'))
);
create index share_view_of_share on share_view (share, viewed_at desc);
comment on table share_view is 'That a share was viewed, and when; never by whom.';
