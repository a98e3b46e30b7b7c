alter table oauth_client add column last_token_at timestamptz;
comment on column oauth_client.last_token_at is
  'When the client was last given an access token: a system that sends us things was there then.';
