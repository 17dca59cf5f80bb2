-- Whether supervisors may listen in to a center's calls: callers are told before they are queued, and meet their agent in a
-- conference instead of a bridge.
alter table live_stage add column listening boolean not null default false;

-- Whether the caller was told so; only then may anybody listen.
alter table desk_task add column told_of_listening boolean not null default false;

-- The workspace of a task that the carrier leaves in wrap-up until somebody completes it; null where nothing is to be done.
alter table desk_task add column wrap_up_in text;
alter table desk_task add column wrap_up_tried_at timestamptz;
create index desk_task_wrap_up on desk_task (wrap_up_tried_at) where wrap_up_in is not null;

-- Who listens, or listened, to which conversation. On record before a telephone rings.
create table desk_listening (
    id              uuid primary key,
    center_id       uuid not null,
    contact_id      uuid not null references desk_contact (id),
    task_sid        text not null,
    seat_no         text not null,
    supervisor      text not null,
    mode            text not null,
    state           text not null check (state in ('RINGING', 'LISTENING', 'ENDED')),
    conference_sid  text,
    call_sid        text,
    asked_at        timestamptz not null,
    begun_at        timestamptz,
    ended_at        timestamptz,
    looked_up_at    timestamptz not null
);
-- One telephone cannot listen to two conversations.
create unique index one_listening_per_supervisor on desk_listening (supervisor) where state <> 'ENDED';
create index desk_listening_open on desk_listening (center_id) where state <> 'ENDED';
create index on desk_listening (contact_id);
