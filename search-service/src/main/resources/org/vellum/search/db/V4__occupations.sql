-- Occupations, as an operator loads them: what they are called, and which skills they need.

create table occupation (
  code        text primary key,
  title       text not null,
  description text not null default ''
);
comment on table occupation is 'Occupations by their O*NET-SOC or SOC code.';

create table occupation_title (
  occupation text not null references occupation (code) on delete cascade,
  title      text not null,
  main       boolean not null,
  words      tsvector not null generated always as (
    to_tsvector('english', translate(title, '<>', '  '))) stored,
  beginnings tsvector not null generated always as (
    to_tsvector('simple', translate(title, '<>', '  '))) stored,
  primary key (occupation, title)
);
create index occupation_title_by_name on occupation_title using hash (lower(title));
create index occupation_title_by_words on occupation_title using gin (words);
create index occupation_title_by_beginnings on occupation_title using gin (beginnings);
comment on table occupation_title is 'What occupations are called: by their title and by other ones.';

create table occupation_skill (
  key       text primary key,
  address   text,
  name      text not null,
  statement text not null default '',
  labels    text[] not null default '{}'
);
comment on table occupation_skill is 'Skills as vocabularies of occupations name them.';
comment on column occupation_skill.key is
  'Element ID of the O*NET content model; elsewhere the address of the skill, or else its name.';
comment on column occupation_skill.address is 'By what frameworks and alignments name it.';

create table occupation_need (
  occupation text not null references occupation (code) on delete cascade,
  skill      text not null references occupation_skill (key) on delete cascade,
  importance smallint not null check (importance between 0 and 100),
  level      smallint check (level between 0 and 100),
  primary key (occupation, skill)
);
create index occupation_need_of_skill on occupation_need (skill);
comment on table occupation_need is
  'Which skills an occupation needs, each in percent of the scale on which it was rated.';

-- A skill that is called so by one of its other labels. It is asked for many labels at once, each of which would read
-- through what is still pending in the index.
create index skill_by_label on skill using gin (string_to_array(lower(labels), E'\n')) with (fastupdate = off);

do $$
declare
  home name;
begin
  select n.nspname into home
    from pg_extension e join pg_namespace n on n.oid = e.extnamespace where e.extname = 'pg_trgm';
  if home is not null then
    execute format(
      'create index occupation_title_by_spelling on search.occupation_title'
      || ' using gin (lower(title) %I.gin_trgm_ops)', home);
  end if;
end;
$$;

-- By the level of the credential to which a program leads.
alter table program add column level text;
comment on column program.level is 'Credential level in the institution''s words; null where it states none.';
