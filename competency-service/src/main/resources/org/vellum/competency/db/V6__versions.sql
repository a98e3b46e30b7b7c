create table framework_version (
  framework   uuid primary key references framework (identifier),
  predecessor uuid not null unique references framework (identifier),
  begun_at    timestamptz not null,
  begun_by    text not null,
  check (framework <> predecessor)
);
comment on table framework_version is
  'Which framework was begun as the new version of which. Versions are a line without branches.';

alter table framework add column in_review boolean not null default false;
comment on column framework.in_review is
  'Whether the faculty may read a draft on its review page, and comment on it there.';

create table framework_change (
  position   bigint primary key generated always as identity,
  id         uuid not null unique,
  framework  uuid not null references framework (identifier),
  made_at    timestamptz not null,
  made_by    text not null,
  summary    text not null,
  objects    jsonb not null,
  undone_at  timestamptz,
  undone_by  text
);
create index framework_change_in_order on framework_change (framework, position);
comment on table framework_change is 'What was done to a draft, so that it can be told and undone.';
comment on column framework_change.objects is
  'Each object that was changed, as its rows were before and after; null where there was none.';

create table framework_comment (
  id          uuid primary key,
  framework   uuid not null references framework (identifier),
  item        uuid,
  said_at     timestamptz not null,
  said_by     text not null,
  said        text not null,
  resolved_at timestamptz,
  resolved_by text
);
create index framework_comment_in_order on framework_comment (framework, id);
comment on table framework_comment is 'What reviewers say of a draft. It never leaves this server.';
comment on column framework_comment.item is 'The CFItem of which it is said; null for the whole.';

create index achievement_by_competency on achievement (subject)
  where standing and kind = 'competency';
create index cf_association_replacements on cf_association (framework, origin)
  where type = 'replacedBy';
