create index published_learner_of_run on published_learner (run);
comment on column published_learner.records is
  'For each record its entity, identifier, hash, the fingerprint of its values, the position at which it last changed, and whether it was taken back.';
