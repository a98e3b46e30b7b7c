-- What the index asks of an entry stands in the entry, so that a broad search reads one table. An entry is there only
-- while its credential is neither revoked nor signed by a key that was compromised by then; when it expires is asked in
-- the query.
alter table entry add column points smallint not null default 0;
alter table entry add column issuer text not null default '';
alter table entry add column valid_until timestamptz;

update entry e
   set points = e.percent / 5 + least(20, 5 * e.evidence), issuer = a.issuer, valid_until = a.valid_until
  from achievement a where a.credential = e.credential;
delete from entry e
 using achievement a
 where a.credential = e.credential
   and (exists (select from revocation r where r.credential in (a.credential, a.record))
        or exists (select from compromised_key k
                    where k.verification_method = a.signed_by and k.since <= a.issued_at));
alter table entry drop column evidence;

comment on column entry.points is
  'For its level and the strength of its evidence: a fifth of the percent, and 5 for each result, at most 20.';

-- What the query reads of an entry, in the index itself.
create index entry_by_skill on entry (skill) include (learner, percent, points, achieved_on, valid_until);
create index achievement_of_record on achievement (record);
create index achievement_by_signature on achievement (signed_by, issued_at);

-- For an index outside of this database.
alter table profile add column revision bigint not null default 1;
comment on column profile.revision is
  'Rises with each change of what the index says of the profile, under the lock of this row: the version of its document.';

create table feed (
  profile   uuid primary key,
  revision  bigint not null,
  gone      boolean not null,
  marked_at timestamptz not null default clock_timestamp(),
  taken_until timestamptz not null default '-infinity'
);
create index feed_by_age on feed (gone desc, marked_at);
create index feed_of_gone on feed (profile) where gone;
comment on table feed is
  'Profiles of which an index outside of this database does not say yet what this database says.';
comment on column feed.gone is 'The consent was withdrawn: what the index says of it is not shown and goes first.';
comment on column feed.taken_until is 'Until then a node is bringing it to the index.';

create table rebuild (
  single      boolean primary key default true check (single),
  index_name  text not null,
  done        bigint not null default 0,
  total       bigint not null default 0,
  after       uuid,
  lease_until timestamptz not null,
  finished_at timestamptz
);
comment on table rebuild is 'How far the last rebuild of an index outside is; one node at a time has the lease.';
