-- What a document's texts contain is found by their trigrams, where PostgreSQL brings pg_trgm and whoever migrates may
-- create it (a trusted extension: the owner of the database may). Elsewhere every document is looked through, which
-- finds the same.
do $$
declare
  home name;
  field text;
begin
  create extension if not exists pg_trgm;
  select n.nspname into home
    from pg_extension e join pg_namespace n on n.oid = e.extnamespace where e.extname = 'pg_trgm';
  foreach field in array array['title', 'creator', 'description', 'publisher', 'subject', 'notes'] loop
    execute format(
      'create index %I on competency.framework using gin ((folded ->> %L) %I.gin_trgm_ops)',
      'framework_by_parts_of_' || field, field, home);
  end loop;
exception
  when insufficient_privilege or undefined_file or feature_not_supported then
    raise notice 'without pg_trgm, filters with "contains" look through every document: %', sqlerrm;
end;
$$;
