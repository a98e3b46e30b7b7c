-- What a draft was before a merge goes with the draft. What was public once stays a fact.
drop trigger framework_revision_is_a_fact on framework_revision;
create trigger framework_revision_is_a_fact
  before update or truncate on framework_revision execute function refuse_change();
create trigger framework_revision_of_what_was_public
  before delete on framework_revision for each row when (not old.draft) execute function refuse_change();
