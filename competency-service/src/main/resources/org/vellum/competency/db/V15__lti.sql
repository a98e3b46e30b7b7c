create table lti_tool (
  client_id        text primary key,
  name             text not null,
  description      text,
  login_uri        text not null,
  target_link_uri  text not null,
  redirect_uris    text[] not null check (cardinality(redirect_uris) > 0),
  deep_linking_uri text,
  custom           jsonb not null,
  tells_names      boolean not null,
  registered_at    timestamptz not null,
  registered_by    text not null,
  ended_at         timestamptz
);
comment on table lti_tool is 'Tools that are launched from here (LTI 1.3, section 3.1). Never deleted.';
comment on column lti_tool.client_id is 'The OAuth 2.0 client with which it was registered.';
comment on column lti_tool.tells_names is 'Whether the tool is told names and e-mail addresses.';

create table lti_deployment (
  id        text primary key,
  client_id text not null references lti_tool (client_id),
  label     text not null,
  made_at   timestamptz not null,
  ended_at  timestamptz
);
create index lti_deployment_of_tool on lti_deployment (client_id);
comment on table lti_deployment is 'Where a tool may be used (LTI 1.3, section 3.1.3).';

create table lti_context (
  id               uuid primary key,
  class_sourced_id text not null unique references class (sourced_id)
);
comment on table lti_context is 'What tools know a class by (LTI 1.3, section 5.4.1).';

create table lti_resource_link (
  id              uuid primary key,
  deployment      text not null references lti_deployment (id),
  context         uuid not null references lti_context (id),
  title           text not null,
  description     text,
  target_link_uri text not null,
  custom          jsonb not null,
  made_at         timestamptz not null,
  made_by         text not null,
  ended_at        timestamptz
);
create index lti_resource_link_in_context on lti_resource_link (context, deployment);
comment on table lti_resource_link is 'A place in a class where a tool is launched.';

create table lti_line_item (
  id                   uuid primary key,
  line_item_sourced_id text not null unique references line_item (sourced_id),
  client_id            text not null references lti_tool (client_id),
  context              uuid not null references lti_context (id),
  resource_link        uuid references lti_resource_link (id),
  resource_id          text,
  tag                  text,
  starts_at            timestamptz,
  ends_at              timestamptz,
  made_at              timestamptz not null
);
create index lti_line_item_in_context on lti_line_item (context, client_id, id);
create index lti_line_item_of_link on lti_line_item (resource_link);
comment on table lti_line_item is
  'Line items of the roster that a tool made or that belong to one of its links (AGS 2.0).';

create table lti_launch (
  hint_hash     bytea primary key,
  person        text not null,
  client_id     text not null references lti_tool (client_id),
  deployment    text not null references lti_deployment (id),
  context       uuid not null references lti_context (id),
  resource_link uuid references lti_resource_link (id),
  competency    uuid,
  threshold     numeric check (threshold > 0 and threshold <= 1),
  begun_at      timestamptz not null,
  used_at       timestamptz,
  check ((competency is null) = (threshold is null))
);
create index lti_launch_begun on lti_launch (begun_at);
comment on table lti_launch is
  'A launch that somebody began, good once within minutes; without a resource link it is for choosing content (Deep Linking 2.0).';
comment on column lti_launch.competency is 'Identifier of the CFItem that the chosen content is to evidence.';

create table lti_deep_linking (
  data_hash  bytea primary key,
  person     text not null,
  client_id  text not null references lti_tool (client_id),
  deployment text not null references lti_deployment (id),
  context    uuid not null references lti_context (id),
  competency uuid,
  threshold  numeric,
  begun_at   timestamptz not null,
  used_at    timestamptz
);
create index lti_deep_linking_begun on lti_deep_linking (begun_at);
comment on table lti_deep_linking is 'Choices of content that a tool was asked for and may answer once.';

create table lti_registration (
  token_hash bytea primary key,
  made_at    timestamptz not null,
  made_by    text not null,
  expires_at timestamptz not null,
  used_at    timestamptz
);
comment on table lti_registration is 'Invitations to a tool to register itself, each good once.';

create table lti_platform (
  id             uuid primary key,
  name           text not null,
  issuer         text not null,
  client_id      text not null,
  auth_uri       text not null,
  token_uri      text not null,
  keys_uri       text not null,
  token_audience text,
  made_at        timestamptz not null,
  made_by        text not null,
  ended_at       timestamptz
);
create unique index lti_platform_in_force on lti_platform (issuer, client_id) where ended_at is null;
comment on table lti_platform is 'Learning management systems from which this is launched as a tool.';

create table lti_platform_deployment (
  platform      uuid not null references lti_platform (id),
  deployment_id text not null,
  made_at       timestamptz not null,
  primary key (platform, deployment_id)
);
comment on table lti_platform_deployment is 'The deployments of ours at a platform; no other is trusted.';

create table lti_login (
  state_hash bytea primary key,
  nonce_hash bytea not null,
  platform   uuid not null references lti_platform (id),
  begun_at   timestamptz not null,
  used_at    timestamptz
);
create index lti_login_begun on lti_login (begun_at);
comment on table lti_login is 'Logins that a platform began; each is answered once.';

create table lti_course (
  id               uuid primary key,
  platform         uuid not null references lti_platform (id),
  deployment_id    text not null,
  context_id       text not null,
  title            text not null,
  line_items_uri   text,
  memberships_uri  text,
  scopes           text[] not null,
  class_sourced_id text references class (sourced_id),
  seen_at          timestamptz not null,
  step             text not null default 'idle'
    check (step in ('idle', 'members', 'line items', 'results')),
  next_uri         text,
  next_line_item   uuid,
  busy_until       timestamptz,
  began_at         timestamptz,
  synced_at        timestamptz,
  failed_at        timestamptz,
  failure          text,
  unique (platform, deployment_id, context_id)
);
comment on table lti_course is 'Courses of a platform whose gradebooks are read (AGS 2.0, NRPS 2.0).';
comment on column lti_course.step is 'What is read next; where reading broke off it goes on here.';
comment on column lti_course.next_uri is 'Address of the next page of that step.';

create table lti_course_member (
  course             uuid not null references lti_course (id),
  user_id            text not null,
  student_sourced_id text not null,
  status             text not null,
  roles              text[] not null,
  seen_at            timestamptz not null,
  primary key (course, user_id)
);
comment on column lti_course_member.student_sourced_id is
  'lis_person_sourcedid where the platform tells it, else the user_id.';

create table lti_course_line_item (
  id                   uuid primary key,
  course               uuid not null references lti_course (id),
  address              text not null,
  label                text not null,
  score_maximum        numeric not null check (score_maximum > 0),
  resource_id          text,
  tag                  text,
  line_item_sourced_id text unique references line_item (sourced_id),
  seen_at              timestamptz not null,
  unique (course, address)
);
comment on column lti_course_line_item.line_item_sourced_id is
  'The line item of the roster that it was mapped to; its results are read from then on.';

create index evaluation_result_of_line_item
  on evaluation_result (source_system, line_item, learner);
