create table announced_program (
  code text primary key
);
comment on table announced_program is 'Programs of which an event has told. The others are told of when the service starts.';
