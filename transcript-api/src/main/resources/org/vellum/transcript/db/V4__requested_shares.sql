-- Shares that were made because an employer asked and the learner agreed.

create table requested_share (
  request  uuid primary key,
  share    uuid not null unique references share (id),
  employer text not null
);
comment on column requested_share.request is 'What the employer asked, as search-service identifies it.';
comment on column requested_share.employer is 'The name by which the employer signs in; nobody else is led to the share.';
