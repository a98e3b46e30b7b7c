create table calendar_term (
  calendar      text not null,
  from_date     date not null,
  to_date       date not null,
  term          text not null,
  academic_year integer not null,
  known_at      timestamptz not null,
  primary key (calendar, from_date)
);
comment on table calendar_term is
  'A term of a calendar: the payment period of programs with terms (34 CFR 668.4(a)).';
comment on column calendar_term.academic_year is 'The calendar year in which its academic year begins.';
