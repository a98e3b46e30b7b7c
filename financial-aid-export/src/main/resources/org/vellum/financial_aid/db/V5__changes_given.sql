create table changes_given (
  institution text not null,
  profile     text not null,
  given       bigint not null,
  primary key (institution, profile)
);
comment on table changes_given is
  'That somebody was given changes by the interface, between the packages of a profile.';
comment on column changes_given.given is
  'The last transaction that noted it: a package whose horizon is not above it was overtaken.';
