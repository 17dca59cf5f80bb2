-- One thread per person, whatever the channel. The person is a recipient where we know whom, else whoever has the contact.
create table inquiry_thread (
    id            uuid primary key,
    center_id     uuid not null,
    recipient_id  uuid,
    begun_at      timestamptz not null
);
create unique index on inquiry_thread (center_id, recipient_id) where recipient_id is not null;

-- The ways to reach the person of a thread; the contact itself is encrypted with the center's keys.
create table thread_contact (
    center_id          uuid not null,
    contact_hash       text not null,
    thread_id          uuid not null references inquiry_thread (id),
    kind               text not null check (kind in ('PHONE', 'EMAIL')),
    contact_encrypted  bytea not null,
    primary key (center_id, contact_hash)
);
create index on thread_contact (thread_id);

alter table inquiry
    alter column contact_hash drop not null,
    alter column body_encrypted drop not null,
    add column thread_id     uuid references inquiry_thread (id),
    add column language      text not null default 'en',
    add column reason        text,
    add column priority      int not null default 0,
    add column personal_data boolean not null default true,
    add column token         text,
    add column verified_at   timestamptz,
    add column taken_by      text,
    add column taken_at      timestamptz,
    add column due_at        timestamptz,
    add column outcome       text,
    add column facts_version int,
    add column escalated_at  timestamptz,
    add column resolved_at   timestamptz,
    add column satisfaction  int check (satisfaction between 1 and 5),
    add column version       bigint not null default 0,
    add constraint inquiry_state check (state in ('OPEN', 'TAKEN', 'WAITING', 'RESOLVED', 'ESCALATED'));
create index on inquiry (center_id, priority desc, received_at) where state <> 'RESOLVED';
create index on inquiry (center_id, received_at);
create index on inquiry (thread_id);
create unique index on inquiry (center_id, token) where token is not null;

-- What was recorded of an inquiry, each time; nobody rewrites it. The note is masked, then encrypted.
create table inquiry_record (
    id             uuid primary key,
    inquiry_id     uuid not null references inquiry (id),
    center_id      uuid not null,
    reason         text not null,
    outcome        text not null,
    note_encrypted bytea,
    due_at         timestamptz,
    facts_version  int,
    by_whom        text not null,
    at             timestamptz not null
);
create index on inquiry_record (inquiry_id);
create index on inquiry_record (center_id, at);

-- What was said in writing. Texts are masked, then encrypted.
create table thread_message (
    seq             bigint generated always as identity primary key,
    center_id       uuid not null,
    thread_id       uuid not null references inquiry_thread (id),
    inquiry_id      uuid not null references inquiry (id),
    author          text not null check (author in ('PERSON', 'BOT', 'AGENT', 'NOTE')),
    by_whom         text,
    text_encrypted  bytea not null,
    masked          text[] not null,
    at              timestamptz not null
);
create index on thread_message (thread_id, seq);
create index on thread_message (inquiry_id, seq);

-- A chat is the live side of an inquiry.
create table chat (
    inquiry_id     uuid primary key references inquiry (id),
    center_id      uuid not null,
    thread_id      uuid not null references inquiry_thread (id),
    state          text not null check (state in ('BOT', 'WAITING', 'WITH_AGENT', 'ENDED')),
    language       text not null,
    agent          text,
    visitor_hash   text not null unique,
    begun_at       timestamptz not null,
    waiting_since  timestamptz,
    taken_at       timestamptz,
    ended_at       timestamptz
);
create index on chat (center_id, waiting_since) where state <> 'ENDED';

create function tell_thread_message() returns trigger language plpgsql as $$
begin
    perform pg_notify('inquiry_news', new.center_id::text || ' ' || new.inquiry_id::text);
    return null;
end $$;
create trigger tell after insert on thread_message for each row execute function tell_thread_message();
create trigger tell after insert or update on chat for each row execute function tell_thread_message();

-- What people asked that the frequently asked questions did not know.
create table unknown_question (
    id              uuid primary key,
    center_id       uuid not null,
    language        text not null,
    text_encrypted  bytea not null,
    asked_at        timestamptz not null
);
create index on unknown_question (center_id, asked_at);

-- A code that a person who has proved who they are reads to an agent. Kept as a hash only.
create table one_time_code (
    id            uuid primary key,
    center_id     uuid not null,
    recipient_id  uuid not null,
    code_hash     text not null,
    issued_at     timestamptz not null,
    expires_at    timestamptz not null,
    used_at       timestamptz
);
create index on one_time_code (center_id, code_hash);
create index on one_time_code (recipient_id, issued_at);
