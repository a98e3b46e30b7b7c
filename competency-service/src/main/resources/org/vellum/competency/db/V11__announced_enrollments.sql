alter table enrollment add column to_announce boolean not null default true;
create index enrollment_to_announce on enrollment (sourced_id) where to_announce;
comment on column enrollment.to_announce is
  'What events say of this enrollment changed since it was last announced, if it ever was.';
