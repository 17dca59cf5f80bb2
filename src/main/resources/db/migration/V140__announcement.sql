-- One sending of a notice to an audience.
create table announcement (
    id                  uuid primary key,
    center_id           uuid not null references incident_center (id),
    mode                text not null,
    audience_id         uuid not null,
    title               text not null,
    notice              text not null,
    segment             jsonb not null,
    channels            text[] not null,
    danger_to_life      boolean not null,
    first_share_percent int check (first_share_percent between 1 and 99),
    failure_limit       int not null check (failure_limit between 1 and 100),
    paced_per_minute    int check (paced_per_minute > 0),
    corrects            uuid,
    state               text not null check (state in ('DRAFT', 'SUBMITTED', 'APPROVED', 'SCHEDULED', 'FIRST_SHARE',
        'RUNNING', 'PAUSED', 'COMPLETED', 'CANCELLED')),
    why_en              text,
    why_ja              text,
    facts_version       int,
    override_reason     text,
    override_by         text,
    early_reason        text,
    created_by          text not null,
    created_at          timestamptz not null,
    submitted_by        text,
    approved_by         text,
    starts_at           timestamptz,
    started_at          timestamptz,
    ended_at            timestamptz,
    share_passed        boolean not null default false,
    wave_from           timestamptz,
    wave_base           int not null default 0,
    version             bigint not null default 0,
    check (approved_by is null or approved_by <> created_by),
    check (state not in ('APPROVED', 'SCHEDULED', 'FIRST_SHARE', 'RUNNING') or approved_by is not null)
);
create index on announcement (center_id, id);
create index on announcement (state) where state in ('SCHEDULED', 'FIRST_SHARE', 'RUNNING', 'PAUSED');

-- Who moved an announcement, and when; nobody rewrites it.
create table announcement_journal (
    id              bigint generated always as identity primary key,
    announcement_id uuid not null,
    at              timestamptz not null,
    actor           text not null,
    code            text not null,
    said_en         text not null,
    said_ja         text not null,
    details         jsonb not null
);
create index on announcement_journal (announcement_id, id);
revoke update, delete, truncate on announcement_journal from tocsin_app;
create trigger append_only before update or delete on announcement_journal
    for each row execute function refuse_rewrite();

-- Work for the dispatchers: so many deliveries of an announcement, told on Kafka when released.
create table dispatch_chunk (
    announcement_id uuid not null,
    chunk           int not null,
    size            int not null,
    first_share     boolean not null,
    state           text not null check (state in ('WAITING', 'RELEASED', 'DONE')),
    emitted_at      timestamptz,
    worked_at       timestamptz,
    primary key (announcement_id, chunk)
);

-- The ledger: one row per announcement, recipient and channel. An attempt is recorded before the carrier is called.
-- No index holds what changes, so that a row's moves stay within its page.
create table delivery (
    id              uuid primary key,
    announcement_id uuid not null,
    recipient_id    uuid not null,
    channel         text not null,
    step            smallint not null,
    chunk           int,
    state           text not null check (state in ('PLANNED', 'ATTEMPTING', 'SENT', 'DELIVERED', 'FAILED', 'UNKNOWN',
        'SUPPRESSED', 'HELD')),
    reason          text,
    fallen_back     boolean not null default false,
    attempts        smallint not null default 0,
    looks           smallint not null default 0,
    facts_version   int not null,
    segments        smallint,
    vendor_id       text,
    not_before      timestamptz,
    attempted_at    timestamptz,
    settled_at      timestamptz,
    unique (announcement_id, recipient_id, channel)
) with (fillfactor = 50, autovacuum_vacuum_scale_factor = 0.3);
create index delivery_chunk on delivery (announcement_id, chunk);
create index delivery_recipient on delivery (recipient_id);
