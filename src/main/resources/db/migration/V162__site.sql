-- What people send along with an inquiry; name and content are encrypted with the center's keys.
create table inquiry_attachment (
    id                 uuid primary key,
    inquiry_id         uuid not null references inquiry (id),
    center_id          uuid not null,
    media_type         text not null,
    bytes              int not null,
    name_encrypted     bytea not null,
    content_encrypted  bytea not null,
    at                 timestamptz not null
);
create index on inquiry_attachment (inquiry_id);

-- A person proves to have a telephone or a mailbox by a code sent there. The recipient is null where nobody has the
-- contact: the page must not tell which.
create table site_challenge (
    id            uuid primary key,
    center_id     uuid not null,
    recipient_id  uuid,
    contact_hash  text not null,
    secret_hash   text not null unique,
    code_hash     text not null,
    tries         int not null default 0,
    expires_at    timestamptz not null,
    proved_at     timestamptz
);
create index on site_challenge (contact_hash, expires_at);
