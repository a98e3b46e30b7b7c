create table framework (
  identifier        uuid primary key,
  uri               text not null,
  package_uri       text not null,
  title             text not null,
  creator           text not null,
  version           text,
  adoption_status   text,
  draft             boolean not null generated always as (adoption_status is not distinct from 'Draft') stored,
  published_here    boolean not null,
  skeleton          jsonb not null,
  received          jsonb not null,
  fingerprint       text not null,
  sent              json not null,
  findings          jsonb not null,
  imported_at       timestamptz not null,
  imported_by       text not null,
  changed_at        timestamptz not null
);
create index framework_by_title on framework (title, identifier);
comment on table framework is 'A CASE framework: its CFDocument and what surrounds the objects of its CFPackage.';
comment on column framework.received is 'The CFDocument as it was imported, untouched.';
comment on column framework.sent is 'The CFDocument in the strict form of CASE 1.1 inside a package.';
comment on column framework.skeleton is 'The CFPackage as it was imported, with its collections emptied: they stand in the other tables.';
comment on column framework.draft is 'A draft is served to nobody without the role.';
comment on column framework.changed_at is 'When anything of the framework last changed here; the source of entity tags.';

create table cf_item (
  identifier  uuid primary key,
  framework   uuid not null references framework (identifier),
  positions   integer[] not null,
  position    integer not null generated always as (positions[1]) stored,
  uri         text not null,
  human_code  text,
  item_type   text,
  statement   text not null,
  received    jsonb not null,
  fingerprint text not null,
  sent        json not null
);
create unique index cf_item_in_order on cf_item (framework, position);
comment on column cf_item.positions is 'Where it stood among the CFItems of its package, more than once if it was repeated there.';

create table cf_association (
  framework   uuid not null references framework (identifier),
  identifier  uuid not null,
  positions   integer[] not null,
  position    integer not null generated always as (positions[1]) stored,
  type        text not null,
  origin      text not null,
  destination text not null,
  sequence    bigint,
  received    jsonb not null,
  fingerprint text not null,
  sent        json not null,
  primary key (framework, identifier)
);
create unique index cf_association_in_order on cf_association (framework, position);
create index cf_association_by_identifier on cf_association (identifier);
create index cf_association_by_origin on cf_association (origin);
create index cf_association_by_destination on cf_association (destination);
comment on table cf_association is 'A publisher may repeat an association in the packages of both its ends: each framework keeps its own.';
comment on column cf_association.origin is 'Identifier of the origin node; mostly a UUID, but CASE 1.1 (LinkGenURI) allows any text.';

create table cf_variant (
  framework   uuid not null references framework (identifier),
  collection  text not null,
  identifier  uuid not null,
  positions   integer[] not null,
  received    jsonb not null,
  primary key (framework, collection, positions)
);
comment on table cf_variant is 'Objects that bear the identifier of an earlier one in their package and say something else; kept, not served.';

create table cf_definition (
  framework      uuid not null references framework (identifier),
  collection     text not null,
  identifier     uuid not null,
  positions      integer[] not null,
  position       integer not null generated always as (positions[1]) stored,
  title          text,
  hierarchy_code text,
  received       jsonb not null,
  fingerprint    text not null,
  sent           json not null,
  primary key (framework, collection, identifier)
);
create index cf_definition_by_identifier on cf_definition (collection, identifier);
comment on table cf_definition is 'CFConcepts, CFSubjects, CFLicenses, CFItemTypes, CFAssociationGroupings and CFRubrics; a publisher repeats them in many packages.';
