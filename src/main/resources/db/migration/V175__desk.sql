-- What each seat does at the moment. person_id is who does it: a row of somebody who no longer has the seat means nothing.
create table desk_seat (
    center_id        uuid not null,
    seat_no          text not null,
    person_id        uuid not null,
    state            text not null check (state in ('CHECKED_OUT', 'READY', 'OFFERED', 'BUSY', 'AFTER_CALL', 'BREAK',
                         'AWAY')),
    since            timestamptz not null,
    planned_until    timestamptz,
    contact_id       uuid,
    after_call_work  boolean not null default true,
    queues           text[],
    seen_at          timestamptz not null,
    rules_at         timestamptz,
    voice_passed_at  timestamptz,
    voice_passed_by  text,
    version          bigint not null default 0,
    primary key (center_id, seat_no)
);
create index on desk_seat (state, seen_at);

-- Every move of every seat, with the time that it began: the times that are kept.
create table desk_move (
    id          bigint generated always as identity primary key,
    center_id   uuid not null,
    seat_no     text not null,
    person_id   uuid not null,
    from_state  text not null,
    to_state    text not null,
    at          timestamptz not null,
    why         text not null
);
create index on desk_move (center_id, seat_no, id);
revoke update, delete, truncate on desk_move from tocsin_app;
create trigger append_only before update or delete on desk_move for each row execute function refuse_rewrite();

-- Calls as they wait for agents; filled as the carrier tells of them, in whatever order.
create table desk_task (
    task_sid       text primary key,
    center_id      uuid not null,
    call_sid       text not null,
    queue          text not null,
    reason         text not null,
    language       text not null,
    personal_data  boolean not null,
    queued_at      timestamptz not null,
    answered_at    timestamptz,
    ended_at       timestamptz
);
create index on desk_task (center_id, queued_at);
create index on desk_task (call_sid);
create index desk_task_waiting on desk_task (center_id) where answered_at is null and ended_at is null;

-- One offer of a call, or one chat, to one seat.
create table desk_contact (
    id               uuid primary key,
    center_id        uuid not null,
    seat_no          text not null,
    person_id        uuid not null,
    kind             text not null check (kind in ('CALL', 'CHAT')),
    stage            text not null check (stage in ('OFFERED', 'ANSWERED', 'MISSED', 'ENDED')),
    reservation_sid  text unique,
    task_sid         text,
    call_sid         text,
    chat_id          uuid,
    queue            text not null,
    reason           text not null,
    language         text not null,
    personal_data    boolean not null,
    offered_at       timestamptz not null,
    answered_at      timestamptz,
    ended_at         timestamptz,
    inquiry_id       uuid
);
create index on desk_contact (center_id, offered_at);
create index on desk_contact (task_sid);
create index on desk_contact (call_sid) where call_sid is not null;
create index desk_contact_chatting on desk_contact (chat_id) where kind = 'CHAT' and stage = 'ANSWERED';

-- Waves of the ramp-up that may take their seats; the first needs no row.
create table desk_wave (
    center_id  uuid not null,
    wave       int not null,
    opened_at  timestamptz not null,
    opened_by  text not null,
    reason     text,
    primary key (center_id, wave)
);

-- When a supervisor last looked at the board: supervision is present while somebody looks.
create table desk_watch (
    center_id   uuid not null,
    supervisor  text not null,
    seen_at     timestamptz not null,
    primary key (center_id, supervisor)
);
