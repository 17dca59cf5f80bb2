-- Rehearsals: simulated people turn to a drill center on a curve.
create table drill_run (
    id          uuid primary key,
    center_id   uuid not null,
    plan        jsonb not null,
    state       text not null check (state in ('RUNNING', 'STOPPED', 'ENDED')),
    started_at  timestamptz not null,
    started_by  text not null,
    ended_at    timestamptz
);
create unique index one_drill_at_a_time on drill_run (center_id) where state = 'RUNNING';
create index on drill_run (center_id, id);

-- Who is to come when. begun_at is set before the call is made: whoever was begun is never begun again.
create table drill_arrival (
    drill_id          uuid not null references drill_run (id),
    number            int not null,
    due_at            timestamptz not null,
    channel           text not null check (channel in ('CALL', 'CHAT')),
    reason            text not null,
    language          text not null,
    patience_seconds  int not null,
    begun_at          timestamptz,
    call_sid          text,
    chat_id           uuid,
    said              int not null default 0,
    gone              boolean not null default false,
    primary key (drill_id, number)
);
create index drill_arrival_due on drill_arrival (due_at) where begun_at is null;
create index drill_chatting on drill_arrival (drill_id) where chat_id is not null and not gone;
create index on drill_arrival (call_sid) where call_sid is not null;
