alter table cf_item add column retired_at timestamptz;
alter table cf_association add column retired_at timestamptz;
alter table cf_definition add column retired_at timestamptz;
comment on column cf_item.retired_at is
  'Since when its publisher''s package does not hold it any more; it is served with a statusEndDate.';
comment on column cf_association.retired_at is 'As for items: kept because an item of that kind is its origin.';
comment on column cf_definition.retired_at is 'As for items: kept because an item of that kind names it.';

create table framework_revision (
  framework   uuid not null references framework (identifier),
  number      integer not null check (number > 0),
  title       text not null,
  version     text,
  draft       boolean not null,
  sent        json not null,
  received    bytea not null,
  stood_from  timestamptz not null,
  replaced_at timestamptz not null check (stood_from <= replaced_at),
  replaced_by text not null,
  primary key (framework, number)
);
comment on table framework_revision is 'What a framework was before its publisher''s changes were merged into it.';
comment on column framework_revision.sent is 'The CFPackage as it was served, in the strict form of CASE 1.1.';
comment on column framework_revision.received is 'The CFPackage as it was received, in UTF-8, compressed by gzip.';
create trigger framework_revision_is_a_fact
  before update or delete or truncate on framework_revision execute function refuse_change();

create table import_plan (
  id           uuid primary key,
  framework    uuid not null,
  base         timestamptz,
  publish_here boolean not null,
  source       text not null,
  findings     jsonb not null,
  package      bytea not null,
  made_at      timestamptz not null,
  made_by      text not null,
  ends_at      timestamptz not null
);
comment on table import_plan is 'A package that was judged and waits for a person to decide.';
comment on column import_plan.framework is 'Identifier of its CFDocument, whether the framework is here or not.';
comment on column import_plan.base is 'When the framework here had last changed; null if it was not here.';
comment on column import_plan.package is 'The CFPackage as it was received.';
