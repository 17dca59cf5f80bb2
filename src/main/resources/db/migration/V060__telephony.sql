-- One row per carrier account, shared by all replicas: how fast we may call, and how much of it is left.
create table rate_budget (
    account      text primary key,
    ceiling      double precision not null,
    rate         double precision not null,
    tokens       double precision not null,
    refilled_at  timestamptz not null,
    slowed_until timestamptz not null
);

-- The numbers that we hold, whoever uses them.
create table number_inventory (
    id                uuid primary key,
    mode              text not null check (mode in ('LIVE', 'DRILL')),
    country           text not null,
    type              text not null,
    e164              text,
    vendor_sid        text,
    state             text not null check (state in
        ('BUYING', 'IN_USE', 'QUARANTINED', 'AVAILABLE', 'RELEASING', 'RELEASED', 'GONE')),
    leased_by_label   text,
    center_id         uuid,
    quarantined_until timestamptz,
    requested_at      timestamptz not null,
    bought_at         timestamptz,
    release_by        text,
    release_reason    text,
    release_at        timestamptz,
    version           int not null default 0,
    check ((leased_by_label is not null) = (state in ('BUYING', 'IN_USE'))),
    check (state <> 'QUARANTINED' or quarantined_until is not null),
    check (state not in ('RELEASING', 'RELEASED') or (release_by is not null and release_reason is not null))
);
-- One number never to two keys, one key never to two numbers, one number never twice in the inventory.
create unique index number_lease on number_inventory (leased_by_label) where leased_by_label is not null;
create unique index number_once on number_inventory (mode, e164) where state not in ('RELEASED', 'GONE');
create unique index number_sid on number_inventory (mode, vendor_sid) where state not in ('RELEASED', 'GONE');
create index number_stock on number_inventory (mode, country, type, state);

create table number_hold (
    id         uuid primary key,
    number_id  uuid not null references number_inventory (id),
    reason     text not null,
    by_whom    text not null,
    placed_at  timestamptz not null,
    until      timestamptz,
    lifted_by  text,
    lifted_at  timestamptz
);
create index on number_hold (number_id);
