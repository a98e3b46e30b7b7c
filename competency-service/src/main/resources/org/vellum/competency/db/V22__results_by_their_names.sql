-- What was known of a source's results was looked up by it while statistics knew nothing of the
-- source: all of its results were read for each.
drop index evaluation_result_of_line_item;
create index evaluation_result_of_line_item on evaluation_result (source_system, line_item, learner)
  where state = 1;

-- A result is found by its first state, and then its newest, not all between.
drop index evaluation_result_of_learner;
create index evaluation_result_of_learner on evaluation_result (learner, state);
