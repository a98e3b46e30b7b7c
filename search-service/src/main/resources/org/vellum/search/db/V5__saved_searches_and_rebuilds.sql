-- Searches that employers keep, and who is new among those whom they find.

-- Whoever changed lately is looked at, not everybody: by the database's own clock.
alter table profile add column changed_at timestamptz not null default clock_timestamp();
create index profile_by_change on profile (changed_at, id);
create function profile_changes() returns trigger language plpgsql as $f$
begin
  new.changed_at := clock_timestamp();
  return new;
end;
$f$;
create trigger profile_changes before update on profile for each row execute function profile_changes();
comment on column profile.changed_at is
  'When the consent, or what the index says of it, changed last; the transaction ends some moments later.';

create table saved_search (
  id            uuid primary key,
  employer      text not null,
  name          text not null check (length(name) between 1 and 100),
  address       text not null check (length(address) between 1 and 8000),
  created_at    timestamptz not null,
  seen_at       timestamptz not null,
  looked_to     timestamptz not null,
  look_at       timestamptz not null,
  narrow        boolean not null default false,
  feed          bytea unique,
  mail          text check (length(mail) <= 254),
  mail_state    text check (mail_state in ('UNSENT', 'ASKED', 'CONFIRMED', 'FAILED')),
  mail_every    text check (mail_every in ('HOUR', 'DAY')),
  mail_at       timestamptz not null default '1970-01-01 00:00Z',
  mail_attempts smallint not null default 0,
  mail_fault    text,
  check ((mail is null) = (mail_state is null)),
  check ((mail is null) = (mail_every is null))
);
create index saved_search_of_employer on saved_search (employer, created_at);
create index saved_search_by_turn on saved_search (look_at);
create index saved_search_by_mail on saved_search (mail_at) where mail_state in ('UNSENT', 'CONFIRMED');
comment on table saved_search is 'A search that an employer keeps. What is asked stands in it as an address has it.';
comment on column saved_search.seen_at is 'When the employer last came to see it: it sleeps when nobody does.';
comment on column saved_search.looked_to is 'Up to which change of a profile it was looked through, by the database''s clock.';
comment on column saved_search.look_at is 'When it is looked through next; while a server is at it, when another may take over.';
comment on column saved_search.narrow is 'Fewer than five lay within its filters when it was looked through last.';
comment on column saved_search.feed is 'SHA-256 of the secret in the address of its feed.';
comment on column saved_search.mail_state is
  'UNSENT: the address is to be asked; ASKED: and has not answered; CONFIRMED: gets mail; FAILED: was given up.';
comment on column saved_search.mail_at is 'Before this nothing is sent.';

create table saved_search_match (
  search   uuid not null references saved_search (id) on delete cascade,
  profile  uuid not null references profile (id) on delete cascade,
  found_at timestamptz not null,
  known    boolean not null,
  mailed   boolean not null default false,
  shown    boolean not null default false,
  primary key (search, profile)
);
create index saved_search_match_of_profile on saved_search_match (profile);
create index saved_search_match_by_age on saved_search_match (search, found_at desc) where not known;
comment on table saved_search_match is
  'Who was found by a search that is kept. Whoever withdraws is in none any more.';
comment on column saved_search_match.known is 'Found already when the search was saved.';

-- The entries of the index in the database, and the index outside, can be built anew by an administrator.
create table entry_rebuild (
  single      boolean primary key default true check (single),
  asked_at    timestamptz not null,
  after       uuid,
  done        bigint not null default 0,
  total       bigint not null,
  lease_until timestamptz not null default '1970-01-01 00:00Z',
  finished_at timestamptz
);
comment on table entry_rebuild is
  'How far the entries are built anew, in the order of learners; one server at a time has the lease.';
create table rebuild_wish (
  single boolean primary key default true check (single)
);
comment on table rebuild_wish is 'That the index outside is to be built anew: a row, or none.';
