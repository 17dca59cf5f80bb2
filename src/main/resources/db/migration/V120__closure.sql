create table evidence_export (
    id         uuid primary key,
    center_id  uuid not null,
    at         timestamptz not null,
    by_whom    text not null,
    sha256     text not null,
    zip        bytea not null
);
create index on evidence_export (center_id, at);
revoke update, delete, truncate on evidence_export from tocsin_app;

-- Proof that nothing is left, or what is: the last one of a center counts.
create table certificate (
    id         bigint generated always as identity primary key,
    center_id  uuid not null,
    at         timestamptz not null,
    clean      boolean not null,
    document   jsonb not null
);
create index on certificate (center_id, id);
revoke update, delete, truncate on certificate from tocsin_app;
