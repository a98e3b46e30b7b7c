-- What became of keys, and which key signed a list.

alter table signing_key
  add column compromised_since timestamptz,
  add column compromise_reason text check (length(compromise_reason) between 1 and 500),
  add column compromise_marked_at timestamptz,
  add check ((compromised_since is null) = (compromise_reason is null)
    and (compromised_since is null) = (compromise_marked_at is null)),
  add check (compromised_since is null or retired_at is not null);
comment on column signing_key.compromised_since is
  'Since when nothing that it signed is to be believed; it never moves to a later time.';

alter table status_list add column signed_by text;
comment on column status_list.signed_by is
  'Verification method of the key that signed the document; a list by another key than the one that signs is signed anew.';
