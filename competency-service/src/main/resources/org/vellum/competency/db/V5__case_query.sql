-- How documents are found by the CASE service (CASE 1.1, REST binding, sections 3.2 and 3.3): in the order of the
-- Unicode Collation Algorithm, and equal whatever their case.
create collation alphabetical (provider = icu, locale = 'und');
create collation case_insensitive (provider = icu, locale = 'und-u-ks-level2', deterministic = false);

create function folded(given text) returns text language sql immutable strict parallel safe
  return lower(normalize(given) collate "und-x-icu");
comment on function folded is 'A text as it is searched in: composed, in lower case.';

create function instant(given text) returns timestamptz language sql immutable strict parallel safe
  return given::timestamptz;
comment on function instant is 'A time with its offset, which the stored form always has: therefore immutable.';

-- Within the row and not compressed, where two rows find room on a page: thousands are looked through for one
-- question, and to unpack each would take longer than all the rest.
alter table framework set (toast_tuple_target = 4080);
alter table framework
  add column fields jsonb not null generated always as (sent::jsonb) stored,
  add column folded jsonb not null generated always as (folded(sent::jsonb::text)::jsonb) stored;
alter table framework
  alter column fields set storage main,
  alter column folded set storage main;
comment on column framework.fields is 'The served CFDocument once more, in the form in which questions are asked of it.';
comment on column framework.folded is 'The same as it is searched in: names and values in lower case.';

create index framework_by_title_alphabetical on framework ((fields ->> 'title') collate alphabetical, identifier);
create index framework_by_creator_alphabetical on framework ((fields ->> 'creator') collate alphabetical, identifier);
create index framework_by_subject_alphabetical on framework
  ((translate(fields ->> 'subject', '[]"', '')) collate alphabetical);
create index framework_by_last_change on framework (instant(fields ->> 'lastChangeDateTime'), identifier);
create index framework_by_title_case_insensitive on framework ((fields ->> 'title') collate case_insensitive);
create index framework_by_creator_case_insensitive on framework ((fields ->> 'creator') collate case_insensitive);
create index framework_by_version_case_insensitive on framework ((fields ->> 'version') collate case_insensitive);
create index framework_by_status_case_insensitive on framework ((fields ->> 'adoptionStatus') collate case_insensitive);
create index framework_by_draft on framework (draft);
