create table incident_center (
    id              uuid primary key,
    name            text not null,
    organization    text not null,
    pack_id         text not null,
    pack_version    text not null,
    aware_at        timestamptz not null,
    jurisdictions   text[] not null,
    country         text not null,
    languages       text[] not null,
    mode            text not null,
    phase           text not null,
    capacity        jsonb not null,
    facts_version   int not null,
    live_facts      int,
    created_by      text not null,
    created_at      timestamptz not null,
    opened_at       timestamptz,
    closed_at       timestamptz,
    version         bigint not null default 0
);

create table fact_sheet (
    center_id  uuid not null references incident_center (id),
    version    int not null,
    facts      jsonb not null,
    author     text not null,
    at         timestamptz not null,
    note       text not null,
    primary key (center_id, version)
);
revoke update, delete, truncate on fact_sheet from tocsin_app;

-- Every move of a center, in words; nobody rewrites it.
create table center_journal (
    id         bigint generated always as identity primary key,
    center_id  uuid not null,
    at         timestamptz not null,
    actor      text not null,
    code       text not null,
    said_en    text not null,
    said_ja    text not null,
    details    jsonb not null
);
create index on center_journal (center_id, id);
revoke update, delete, truncate on center_journal from tocsin_app;
create trigger append_only before update or delete on center_journal for each row execute function refuse_rewrite();

create table gate_override (
    center_id  uuid not null,
    check_name text not null,
    reason     text not null,
    by_whom    text not null,
    at         timestamptz not null,
    primary key (center_id, check_name)
);
