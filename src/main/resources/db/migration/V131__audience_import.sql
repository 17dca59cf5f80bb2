-- One bringing of a list into an audience. Whoever works on it holds a lease; fence tells a worker that lost it.
create table audience_import (
    id           uuid primary key,
    center_id    uuid not null,
    audience_id  uuid not null,
    file_name    text not null,
    state        text not null check (state in ('UPLOADED', 'RUNNING', 'DONE', 'FAILED')),
    mapping      jsonb,
    bytes        bigint not null default 0,
    rows_done    bigint not null default 0,
    bytes_done   bigint not null default 0,
    stored       bigint not null default 0,
    merged       bigint not null default 0,
    items        bigint not null default 0,
    set_aside    bigint not null default 0,
    remarked     bigint not null default 0,
    failure_en   text,
    failure_ja   text,
    created_by   text not null,
    created_at   timestamptz not null,
    started_at   timestamptz,
    ended_at     timestamptz,
    lease_until  timestamptz,
    fence        int not null default 0,
    version      bigint not null default 0
);
create index on audience_import (audience_id, id);
create unique index audience_import_one_runs on audience_import (audience_id) where state = 'RUNNING';

-- The list as it was sent, encrypted in pieces; kept until the import is done, so that any process can go on with it.
create table audience_upload (
    import_id  uuid not null,
    part       int not null,
    piece      int not null,
    data       bytea not null,
    primary key (import_id, part, piece)
);
alter table audience_upload alter column data set storage external;

-- Rows that could not be used, or not wholly; the row itself is encrypted.
create table import_remark (
    import_id  uuid not null,
    line       bigint not null,
    set_aside  boolean not null,
    reasons    text[] not null,
    row_sealed bytea not null,
    primary key (import_id, line)
);
