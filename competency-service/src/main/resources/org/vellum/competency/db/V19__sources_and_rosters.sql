alter table source drop constraint source_kind_check;
alter table source add constraint source_kind_check
  check (kind in ('ONEROSTER', 'GRADEBOOK', 'EDU_API'));
alter table source rename column demographics to extras;
comment on table source is
  'Another system whose roster or gradebook is read over REST (OneRoster 1.2, Edu-API 1.0).';
comment on column source.extras is
  'Whether what needs a scope of its own is read too: demographics of a roster, assessments of a gradebook.';

-- Collections and components are read now: all of it again, from the first collection on.
update source set run_began_at = null, complete_as_of = null where kind = 'EDU_API';

-- A deployment ends with its tool, and nobody asks when the reading of a course began.
alter table lti_deployment drop column ended_at;
alter table lti_course drop column began_at;

-- Who only teaches is never announced, and was looked at by every import again; an enrollment that
-- was a student's and is not any more was not announced as ended.
alter table enrollment add column announced boolean not null default false;
comment on column enrollment.announced is
  'Whether events told of this enrollment last that it is a student''s.';
update enrollment set announced = true where role = 'student' and not to_announce;
drop index enrollment_to_announce;
create index enrollment_to_announce on enrollment (sourced_id)
  where to_announce and (role = 'student' or announced);

create view class_teacher as
  select e.class_sourced_id, lower(t.username) as person
    from enrollment e
    join roster_user t on t.sourced_id = e.user_sourced_id and t.active
   where e.active and e.role = 'teacher';
comment on view class_teacher is
  'Who teaches which class, by the name under which they sign in, in lower case.';
