-- Hashes cannot be made smaller, and trying it takes longer than all else that is done with them.
alter table published_learner alter column records set storage external;
comment on table published_learner is
  'What the newest published run of a profile knows of a learner. The learner '''' stands for the programs.';
comment on column run_change.causes is 'Why: FACTS, PROGRAM, RULES or TIME, separated by spaces.';

create table social_security_number (
  student_id  text collate "C" primary key references learner (student_id) on delete cascade,
  sealed      text not null,
  fingerprint text not null,
  kept_at     timestamptz not null
);
create index social_security_number_same on social_security_number (fingerprint);
comment on table social_security_number is
  'Kept only if a school switched it on: sealed (JWE) with vellum.financial-aid.numbers-secret.';
comment on column social_security_number.fingerprint is
  'HMAC under a key from the same secret, by which two learners with one number are known.';

alter table run add column claimed_at timestamptz;
comment on column run.claimed_at is
  'Since when a node is about to begin an execution of it, so that no other does; empty once it has.';
