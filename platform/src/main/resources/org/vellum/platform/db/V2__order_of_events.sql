alter table event rename column transaction_id to horizon;
alter table event_cursor rename column transaction_id to horizon;
comment on column event.horizon is
  'The last transaction that had ended when the event was written, or its own if that is later: by (horizon, position) no event comes before one that its publisher could see, and below the oldest running transaction none can appear any more.';
comment on table event_cursor is 'How far each consumer has read, in the order (horizon, position).';
