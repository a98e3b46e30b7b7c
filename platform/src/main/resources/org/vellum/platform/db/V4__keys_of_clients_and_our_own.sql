alter table oauth_client
  alter column secret_hash drop not null,
  add column previous_secret_hash  text,
  add column previous_secret_until timestamptz,
  add column keys                  jsonb,
  add column keys_uri              text,
  add check (num_nonnulls(secret_hash, keys, keys_uri) = 1),
  add check ((previous_secret_hash is null) = (previous_secret_until is null));
comment on column oauth_client.previous_secret_hash is
  'The secret before the last one, good until previous_secret_until: so it is changed without a gap.';
comment on column oauth_client.keys is
  'JWK Set by which the client proves who it is (RFC 7523), if it gave one instead of an address.';

create table used_assertion (
  client_id  text not null references oauth_client (id),
  jti_hash   bytea not null,
  expires_at timestamptz not null,
  primary key (client_id, jti_hash)
);
create index used_assertion_by_expiry on used_assertion (expires_at);
comment on table used_assertion is
  'Assertions by which clients proved who they are, each good once (RFC 7523, section 3, jti).';

create table signing_key (
  kid          text primary key,
  public_key   text not null,
  encrypted    text not null,
  created_at   timestamptz not null,
  signs_from   timestamptz not null,
  withdrawn_at timestamptz
);
comment on table signing_key is 'Keys with which tokens for other systems are signed.';
comment on column signing_key.encrypted is
  'Both halves as an encrypted JWK (RFC 7517, section 7) under vellum.platform.key-secret.';
comment on column signing_key.withdrawn_at is 'From when on it is published no more.';
