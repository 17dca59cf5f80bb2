-- The drill carrier's own world, apart from everything of ours: what a real carrier would keep on its side.
create schema drill;
grant usage on schema drill to tocsin_app;
alter default privileges in schema drill grant select, insert, update, delete on tables to tocsin_app;
alter default privileges in schema drill grant usage, select on sequences to tocsin_app;

-- Whatever has a SID: numbers, services, workspaces, queues, workers, tasks, reservations, messages, calls.
create table drill.thing (
    sid        text primary key,
    kind       text not null,
    parent     text not null default '',
    name       text not null default '',
    place      text,
    state      text not null default '',
    priority   int not null default 0,
    doc        jsonb not null,
    created_at timestamptz not null,
    seq        bigint generated always as identity
);
-- What a carrier has once only: a number, a worker's name within its workspace.
create unique index thing_place on drill.thing (kind, parent, place) where place is not null;
create index thing_list on drill.thing (kind, parent, seq);
create index thing_name on drill.thing (kind, parent, name);
create index thing_state on drill.thing (kind, state, seq) where state in
    ('pending', 'reserved', 'assigned', 'wrapping', 'queued', 'accepted', 'sending', 'sent', 'ringing', 'in-progress');
create index thing_task on drill.thing ((doc ->> 'task_sid')) where kind = 'RESERVATION';

-- How simulated people answer their phones, by address.
create table drill.phone (
    uri text primary key,
    doc jsonb not null
);

create table drill.behaviour (
    id  int primary key default 1 check (id = 1),
    doc jsonb not null
);

create table drill.transcript (
    call_sid   text primary key,
    doc        jsonb not null,
    written_at timestamptz not null
);
