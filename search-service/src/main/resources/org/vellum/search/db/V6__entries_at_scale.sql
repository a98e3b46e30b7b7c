-- Two indexes of the entries rather than three: what is read of a skill, with the most points first, and what is read of
-- a learner. Both hold all that a search asks, so that the table itself is not read.
alter table entry drop constraint entry_pkey;
drop index entry_of_learner;
drop index entry_by_skill;
alter table entry add primary key (learner, skill, credential) include (percent, points, achieved_on, valid_until);
create index entry_by_points on entry (skill, points desc, achieved_on desc) include (learner, percent, valid_until);

-- That each entry belongs to a profile is looked at once for each learner of a statement, and not once for each row:
-- whoever writes entries holds the lock of the profile's row.
alter table entry drop constraint entry_learner_fkey;
create function entries_belong() returns trigger language plpgsql as $f$
begin
  -- A subquery for each, since a join would read all profiles for a few.
  if exists (select from (select distinct learner from added) a
              where (select p.learner from search.profile p where p.learner = a.learner) is null) then
    raise foreign_key_violation using message = 'an entry belongs to a profile';
  end if;
  return null;
end;
$f$;
create trigger entries_belong after insert on entry referencing new table as added
  for each statement execute function entries_belong();
create function entries_go() returns trigger language plpgsql as $f$
begin
  delete from search.entry where learner = old.learner;
  return null;
end;
$f$;
create trigger entries_go after delete on profile for each row execute function entries_go();
comment on table entry is
  'The index: what consenting learners chose to show, by skill. It goes with its profile, by a trigger.';
