-- Hashes cannot be made smaller, and trying it takes longer than all else that is done with them.
alter table published_learner alter column records set storage external;
comment on table published_learner is
  'What the newest published run of a profile knows of a learner. The learner '''' stands for the programs.';
comment on column run_change.causes is 'Why: FACTS, PROGRAM, RULES or TIME, separated by spaces.';
