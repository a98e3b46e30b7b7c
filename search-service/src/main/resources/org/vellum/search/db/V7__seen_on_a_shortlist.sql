-- Who is on a shortlist is seen there, and in the table that is taken along.
alter table sighting drop constraint sighting_kind_check;
alter table sighting add constraint sighting_kind_check
  check (kind in ('FOUND', 'OPENED', 'LISTED', 'EXPORTED'));
