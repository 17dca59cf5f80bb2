-- One contact with a person. The words are encrypted with the center's keys.
create table inquiry (
    id              uuid primary key,
    center_id       uuid not null,
    recipient_id    uuid,
    channel         text not null,
    contact_hash    text not null,
    body_encrypted  bytea not null,
    vendor_id       text,
    state           text not null default 'OPEN',
    received_at     timestamptz not null,
    unique (center_id, vendor_id)
);
create index on inquiry (center_id, id);
