-- The ledger of what should exist outside, and what does.
create table resource (
    id           uuid primary key,
    center_id    uuid not null,
    name         text not null,
    kind         text not null,
    vendor       text not null,
    mode         text not null,
    title_en     text not null,
    title_ja     text not null,
    spec         jsonb not null,
    spec_hash    text not null,
    depends_on   text[] not null default '{}',
    wanted       boolean not null,
    state        text not null,
    vendor_id    text,
    outputs      jsonb,
    made_hash    text,
    attempts     int not null default 0,
    pending      boolean not null,
    due_at       timestamptz not null,
    lease_until  timestamptz,
    lease_owner  text,
    version      bigint not null default 0,
    reason_en    text,
    reason_ja    text,
    to_do_en     text,
    to_do_ja     text,
    checked_at   timestamptz,
    changed_at   timestamptz not null,
    unique (center_id, name)
);
create index resource_due on resource (vendor, due_at) where pending;
create index resource_checked on resource (checked_at) where state = 'READY' and not pending;
