alter table audit_head add column seal bytea;
comment on column audit_head.seal is
  'Keyed hash over position and hash: without the secret nobody can make an earlier entry the last.';

create index attempt_by_window on attempt (window_start);
