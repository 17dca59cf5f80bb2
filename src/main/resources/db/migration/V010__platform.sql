-- Rights: the application reads and writes, but can never rewrite what is marked append-only below and in later files.
do $$
begin
    if not exists (select from pg_roles where rolname = 'tocsin_app') then
        raise exception 'the role tocsin_app is missing: create it first (see docs/operations.md)';
    end if;
end $$;
grant usage on schema public to tocsin_app;
alter default privileges in schema public grant select, insert, update, delete on tables to tocsin_app;
alter default privileges in schema public grant usage, select on sequences to tocsin_app;

-- Makes a table append-only for everyone, the owner's careless hand included.
create function refuse_rewrite() returns trigger language plpgsql as $$
begin
    raise exception '% is append-only', tg_table_name;
end $$;

create table audit_log (
    id         bigint generated always as identity primary key,
    at         timestamptz not null,
    actor      text not null,
    action     text not null,
    subject    text not null,
    center_id  uuid,
    details    jsonb not null default '{}'
);
create index on audit_log (center_id, id);
revoke update, delete, truncate on audit_log from tocsin_app;
create trigger append_only before update or delete on audit_log for each row execute function refuse_rewrite();
create trigger append_only_truncate before truncate on audit_log for each statement execute function refuse_rewrite();

create table idempotency (
    caller       text not null,
    key          text not null,
    fingerprint  text not null,
    started_at   timestamptz not null,
    status       int,
    location     text,
    body         text,
    primary key (caller, key)
);
create index on idempotency (started_at);

-- One key set per center, wrapped by the master key. Deleting the row destroys all that it encrypts.
create table center_key_set (
    center_id  uuid primary key,
    wrapped    bytea not null,
    created_at timestamptz not null
);

-- Who belongs to which center: asked at every request.
create table center_member (
    center_id  uuid not null,
    member     text not null,
    since      timestamptz not null,
    primary key (center_id, member)
);
create index on center_member (member);
