create table result_import (
  id           uuid primary key,
  sent_by      text not null,
  of_all       boolean not null,
  sent_at      timestamptz not null,
  rows_known   integer,
  rows_done    integer not null default 0,
  seen_at      timestamptz,
  ended_at     timestamptz,
  failure      text,
  findings     jsonb not null default '[]'
);
create index result_import_open on result_import (sent_at) where ended_at is null;
create index result_import_of_sender on result_import (sent_by, sent_at desc);
comment on table result_import is
  'Files of results that were sent and are taken in one after the other. A file lies in the folder of such files under the identifier until its import has ended; the report has the same identifier.';
comment on column result_import.of_all is
  'Whether the sender may evaluate in every class, not only in their own.';
comment on column result_import.rows_known is 'How many rows the file has; null until it was read once.';
comment on column result_import.seen_at is 'When a server last went on with it.';
comment on column result_import.failure is
  'Why it was refused as a whole or broke off; null if there is a report, or will be.';
comment on column result_import.findings is 'Of a file that was refused as a whole: what is wrong with it.';

-- Most facts supersede none, and need no entry for that.
alter table evaluation_result drop constraint evaluation_result_supersedes_key;
create unique index evaluation_result_supersedes on evaluation_result (supersedes)
  where supersedes is not null;
