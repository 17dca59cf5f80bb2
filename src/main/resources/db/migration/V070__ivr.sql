-- Scripts as published to callers: never changed; which one answers, and how, stands in live_stage.
create table live_script (
    center_id     uuid not null,
    version       text not null,
    document      jsonb not null,
    published_at  timestamptz not null,
    primary key (center_id, version)
);
revoke update on live_script from tocsin_app;

create table live_stage (
    center_id       uuid primary key,
    version         text not null,
    stage           text not null check (stage in ('PREPARING', 'OPEN', 'DRAINING', 'CLOSED')),
    answered_until  date,
    label           text not null,
    revision        bigint not null,
    foreign key (center_id, version) references live_script
);

create function tell_live_stage() returns trigger language plpgsql as $$
begin
    perform pg_notify('live_stage', new.center_id::text);
    return null;
end $$;
create trigger tell after insert or update on live_stage for each row execute function tell_live_stage();

-- One row per call; filled as its steps arrive, in whatever order.
create table call (
    sid               text primary key,
    center_id         uuid not null,
    started_at        timestamptz not null,
    ended_at          timestamptz,
    outcome           text,
    language          text,
    reason            text,
    answered_by       text,
    caller_hash       text,
    caller_encrypted  bytea
);
create index on call (center_id, started_at);
create index on call (caller_hash) where caller_hash is not null;

-- Every step of every call. durable_at beside at shows how long a step stood in memory only; a step that waited on disk
-- for the database was durable before it came here.
create table call_journal (
    id          uuid primary key,
    call_sid    text not null,
    center_id   uuid not null,
    node        text not null,
    action      text not null,
    language    text not null,
    key         text not null,
    outcome     text,
    at          timestamptz not null,
    durable_at  timestamptz not null
);
create index on call_journal (center_id, call_sid);

create table callback_request (
    id                uuid primary key,
    center_id         uuid not null,
    call_sid          text not null,
    language          text not null,
    number_hash       text not null,
    number_encrypted  bytea,
    asked_at          timestamptz not null,
    done_at           timestamptz,
    done_by           text,
    unique (call_sid, number_hash)
);
create index on callback_request (center_id, asked_at);

create table voicemail (
    id             uuid primary key,
    center_id      uuid not null,
    call_sid       text not null,
    language       text not null,
    recording_sid  text not null unique,
    seconds        int not null,
    left_at        timestamptz not null,
    heard_at       timestamptz,
    heard_by       text
);
create index on voicemail (center_id, left_at);
