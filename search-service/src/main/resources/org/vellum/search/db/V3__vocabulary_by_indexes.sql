-- A skill that is asked for by its name or code, and one that is spelt nearly so, is found by an index: the vocabulary
-- is not read as a whole. Names and codes by hashes, since a statement may be longer than a tree takes in.
create index skill_by_name on skill using hash (lower(name));
create index skill_by_code on skill using hash (lower(code));

do $$
declare
  home name;
begin
  select n.nspname into home
    from pg_extension e join pg_namespace n on n.oid = e.extnamespace where e.extname = 'pg_trgm';
  if home is null then
    create function search.spelt_nearly(spelling text, asked text) returns boolean language sql stable parallel safe
      as $f$ select false $f$;
  else
    execute format(
      'create index skill_by_spelling on search.skill using gin (lower(name || '' '' || labels) %I.gin_trgm_ops)',
      home);
    execute format(
      'create function search.spelt_nearly(spelling text, asked text) returns boolean'
      || ' language sql stable parallel safe as $f$ select spelling operator(%I.%%>) lower(asked) $f$', home);
  end if;
end;
$$;
comment on function search.spelt_nearly is
  'Whether a text in lower case holds something as near as pg_trgm.word_similarity_threshold demands (0.6 if nothing is '
  'set). Only of lower(name || '' '' || labels) is it answered by an index.';
