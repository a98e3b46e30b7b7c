package org.vellum.benchmarks;

import java.util.List;

/** The statements that make the people who are searched for; {@code %d} is how many. */
final class SearchedRows {
  static final List<String> VOCABULARY =
      List.of(
          """
          insert into search.skill (id, key, name, code, framework, competency, adopted)
          overriding system value
          select n + 1, 'https://skills.example/CFItems/' || n,
                 (array['Analyses', 'Applies', 'Assesses', 'Builds', 'Calculates', 'Compares',
                   'Describes', 'Designs', 'Documents', 'Evaluates', 'Explains', 'Installs',
                   'Leads', 'Maintains', 'Plans', 'Presents', 'Repairs', 'Reviews', 'Tests',
                   'Writes'])[1 + n % 20]
                 || ' ' || (array['survey data', 'relational queries', 'budgets', 'care plans',
                   'electric circuits', 'welded joints', 'marketing campaigns', 'contracts',
                   'lesson plans', 'irrigation systems', 'payrolls', 'web services', 'user stories',
                   'chemical reactions', 'concrete structures', 'patient records', 'supply chains',
                   'recipes', 'press releases', 'soil samples', 'hydraulic pumps', 'statistics',
                   'interviews', 'network protocols', 'safety rules', 'tax returns', 'translations',
                   'animations', 'floor plans', 'timetables', 'experiments', 'spreadsheets',
                   'access rights', 'machine learning models', 'case studies', 'inventories',
                   'vehicle brakes', 'solar panels', 'insurance claims', 'energy audits',
                   'genetic tests', 'policies', 'logistics routes', 'photographs', 'workshops',
                   'forecasts', 'medications', 'risk registers', 'prototypes',
                   'archives'])[1 + n / 20 % 50]
                 || ' ' || (array['for hospitals', 'for schools', 'in small businesses',
                   'with a team', 'under supervision', 'for public offices', 'in laboratories',
                   'on building sites', 'for farms', 'in several languages', 'by given standards',
                   'for customers', 'in emergencies', 'for beginners', 'at large scale',
                   'in workshops', 'for museums', 'with open tools', 'over a whole year',
                   'at short notice'])[1 + n / 1000],
                 'B.' || n, 'Framework ' || n % 25, md5('skill' || n)::uuid, n % 2 = 0
            from generate_series(0, 19999) n
          """,
          """
          insert into search.program (code, title, position)
          select 'P' || n, 'Program ' || n, 0 from generate_series(1, 60) n
          """,
          """
          insert into search.program_unit (program, competency)
          select 'P' || p, md5('skill' || (p * 17 + u * 5) % 2000 * 7919 % 20000)::uuid
            from generate_series(1, 60) p, generate_series(1, 40) u
          """);

  static final List<String> PEOPLE =
      List.of(
          """
          insert into search.learner (id, username, name, position)
          select md5('learner' || n)::uuid, 'learner-' || n, 'Given Family', 0
            from generate_series(1, %d) n
          """,
          """
          insert into search.record (learner, record, position)
          select md5('learner' || n)::uuid, md5('record' || n)::uuid, 0
            from generate_series(1, %d) n
          """,
          """
          insert into search.achievement (credential, learner, record, skill, issuer, achieved_on,
            issued_at, signed_by, valid_until, percent, evidence)
          select md5('credential' || n || '-' || k)::uuid, md5('learner' || n)::uuid,
                 md5('record' || n)::uuid, 1 + (floor(10 * 401 ^ u)::bigint - 10) * 7919 %% 20000,
                 'University ' || floor(30 ^ (n * 7919::bigint %% 1000 / 1000.0))::int,
                 current_date - floor(2200 * v * v)::int, now() - 2200 * v * v * interval '1 day',
                 'did:web:records.example.edu#key-1',
                 case when k = 1 then now() + interval '2 years' end, 50 + floor(51 * sqrt(w)),
                 (array['Survey project', 'Final exam', 'Portfolio', 'Report'])[1:1 + n %% 4]
            from (select n, k, random() as u, random() as v, random() as w
                    from generate_series(1, %d) n
                   cross join lateral generate_series(1, 20 + 0 * n) k offset 0) drawn
          """,
          """
          insert into search.profile (learner, id, version, region, availability, audience,
            granted_at, expires_at)
          select md5('learner' || n)::uuid, md5('profile' || n)::uuid, 1,
                 case when u < 0.8 then 'Region ' || floor(40 ^ v)::int end,
                 (array['NOW', 'SOON', 'LATER', null])[1 + floor(4 * w)::int],
                 case when n %% 20 = 0 then 'NAMED' else 'EVERYONE' end,
                 now(), now() + interval '300 days'
            from (select n, random() as u, random() as v, random() as w
                    from generate_series(1, %d) n offset 0) drawn
          """,
          """
          insert into search.profile_employer (learner, employer)
          select learner, 'acme' from search.profile where audience = 'NAMED'
          """,
          """
          insert into search.profile_achievement (learner, credential)
          select md5('learner' || n)::uuid, md5('credential' || n || '-' || k)::uuid
            from generate_series(1, %d) n, generate_series(1, 20) k
          """);

  private SearchedRows() {}
}
