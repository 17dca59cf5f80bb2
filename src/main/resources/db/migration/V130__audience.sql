-- Whom a center must reach: one list of people for one purpose.
create table audience (
    id          uuid primary key,
    center_id   uuid not null,
    name        text not null,
    country     text not null,
    language    text not null,
    zone        text,
    created_by  text not null,
    created_at  timestamptz not null,
    version     bigint not null default 0,
    unique (center_id, name)
);

-- One person of an audience. What tells who it is stands encrypted in personal; phone_hash, email_hash and person_key
-- are keyed hashes, for looking up without reading. link_code is what the person's own addresses end with.
-- suppressed_at: has opted out, on every channel; whoever sends or calls asks for it to be null in the statement with
-- which he claims his work.
create table recipient (
    id             uuid primary key,
    center_id      uuid not null,
    audience_id    uuid not null,
    person_key     bytea not null,
    language       text not null,
    zone           text not null,
    country        text not null,
    region         text,
    phone_kind     text check (phone_kind in ('MOBILE', 'LANDLINE', 'FREEPHONE', 'OTHER')),
    has_email      boolean not null,
    phone_hash     bytea,
    email_hash     bytea,
    personal       bytea not null,
    attributes     jsonb,
    link_code      text not null,
    suppressed_at  timestamptz,
    created_at     timestamptz not null
);
create unique index recipient_person on recipient (audience_id, person_key);
create unique index recipient_link_code on recipient (link_code);
create index recipient_phone on recipient (center_id, phone_hash) where phone_hash is not null;
create index recipient_email on recipient (center_id, email_hash) where email_hash is not null;

-- What a recipient has or what of theirs is concerned: recalled goods, a contract, a leaked record. No foreign key:
-- both tables are filled and emptied together by the audience room alone, a million rows at a time.
create table recipient_item (
    id            uuid primary key,
    recipient_id  uuid not null,
    audience_id   uuid not null,
    center_id     uuid not null,
    item_key      bytea not null,
    model         text,
    serial        text,
    lot           text,
    quantity      int not null check (quantity > 0),
    attributes    jsonb
);
create unique index recipient_item_key on recipient_item (recipient_id, item_key);
create index recipient_item_serial on recipient_item (center_id, serial) where serial is not null;

-- Opt-outs of a center, by contact: they hold for recipients imported later, too.
create table suppression (
    center_id     uuid not null,
    contact_hash  bytea not null,
    contact       bytea not null,
    channel       text not null check (channel in ('PHONE', 'EMAIL')),
    reason        text not null,
    by_whom       text not null,
    at            timestamptz not null,
    primary key (center_id, contact_hash)
);
create index suppression_at on suppression (center_id, at, contact_hash);
