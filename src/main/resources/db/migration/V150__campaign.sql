-- Collection campaigns: calls that bring recalled goods in.
create table campaign (
    id           uuid primary key,
    center_id    uuid not null,
    audience_id  uuid not null,
    name         text not null,
    state        text not null check (state in ('DRAFT', 'RUNNING', 'PAUSED', 'COMPLETED', 'CANCELLED')),
    settings     jsonb not null,
    waves        int not null default 0,
    created_by   text not null,
    created_at   timestamptz not null,
    started_at   timestamptz,
    ended_at     timestamptz,
    version      bigint not null default 0,
    unique (center_id, name)
);

-- When goods can be fetched. The check is the last word on capacity: no booking gets past it.
create table pickup_slot (
    id           uuid primary key,
    campaign_id  uuid not null references campaign (id),
    area         text not null,
    day          date not null,
    opens        time not null,
    closes       time not null,
    capacity     int not null,
    booked       int not null default 0,
    unique (campaign_id, area, day, opens),
    constraint never_overbooked check (booked between 0 and capacity)
);

-- One visit to one household, for all that is to be fetched there.
create table pickup (
    id            uuid primary key,
    campaign_id   uuid not null references campaign (id),
    center_id     uuid not null,
    recipient_id  uuid not null,
    slot_id       uuid not null references pickup_slot (id),
    booked_at     timestamptz not null,
    by_whom       text not null,
    channel       text not null,
    ended_at      timestamptz
);
create unique index one_visit on pickup (campaign_id, recipient_id) where ended_at is null;
create index on pickup (slot_id) where ended_at is null;

-- One recalled item on its way back. item_id is the recipient's own id where the list names no item.
create table collection_case (
    id                uuid primary key,
    campaign_id       uuid not null references campaign (id),
    center_id         uuid not null,
    recipient_id      uuid not null,
    item_id           uuid not null,
    phone_hash        bytea,
    area              text not null,
    wave              int not null,
    state             text not null check (state in ('NOTIFIED', 'RESPONDED', 'PICKUP_BOOKED', 'COLLECTED',
                          'REMEDY_SENT', 'CLOSED', 'REFUSED', 'UNREACHABLE', 'ALREADY_DISPOSED')),
    says_returned     boolean not null default false,
    pickup_id         uuid references pickup (id),
    created_at        timestamptz not null,
    state_at          timestamptz not null,
    visited_at        timestamptz,
    responded_at      timestamptz,
    response_channel  text,
    corrected_at      timestamptz,
    version           bigint not null default 0,
    unique (campaign_id, item_id)
);
create index on collection_case (campaign_id, state, id);
create index on collection_case (recipient_id);
create index collection_case_to_call on collection_case (campaign_id, phone_hash) where state = 'NOTIFIED';

-- Every move of every case. The note is encrypted: people write names into notes.
create table case_move (
    id           uuid primary key,
    case_id      uuid not null,
    campaign_id  uuid not null,
    center_id    uuid not null,
    from_state   text not null,
    to_state     text not null,
    at           timestamptz not null,
    by_whom      text not null,
    channel      text not null,
    note         bytea
);
create index on case_move (case_id, at);
revoke update, delete, truncate on case_move from tocsin_app;

-- The call list: one row per telephone, so that a household with several items gets one call.
create table call_target (
    id               uuid primary key,
    campaign_id      uuid not null references campaign (id),
    center_id        uuid not null,
    recipient_id     uuid not null,
    phone_hash       bytea not null,
    language         text not null,
    zone             text not null,
    country          text not null,
    state            text not null check (state in ('DUE', 'CALLING', 'DONE')),
    attempts         int not null default 0,
    next_at          timestamptz not null,
    message_left_at  timestamptz,
    spoken_at        timestamptz,
    unique (campaign_id, phone_hash)
);
create index call_target_due on call_target (campaign_id, next_at) where state = 'DUE';

-- Every call, recorded before it is made. While one is open nobody else can call that telephone, from any campaign.
create table call_attempt (
    id            uuid primary key,
    campaign_id   uuid not null references campaign (id),
    center_id     uuid not null,
    target_id     uuid not null references call_target (id),
    recipient_id  uuid not null,
    phone_hash    bytea not null,
    kind          text not null check (kind in ('AUTO', 'PREVIEW')),
    state         text not null check (state in ('RECORDED', 'DIALING', 'PLACED', 'ENDED')),
    mode          text not null,
    language      text not null,
    by_whom       text not null,
    ring          text,
    call_sid      text,
    recorded_at   timestamptz not null,
    dialed_at     timestamptz,
    looked_up_at  timestamptz,
    answered_at   timestamptz,
    answered_by   text,
    ended_at      timestamptz,
    outcome       text,
    result        text,
    settled_by    text,
    reason_en     text,
    reason_ja     text
);
create unique index one_call_at_a_time on call_attempt (phone_hash) where state <> 'ENDED';
create index call_attempt_open on call_attempt (campaign_id, state) where state <> 'ENDED';
create index on call_attempt (campaign_id, recorded_at);
create index on call_attempt (target_id);

-- When the next call of an account may be made: the carrier's calls per second, over all replicas.
create table dial_rate (
    account  text primary key,
    next_at  timestamptz not null
);

-- Checks whether people have heard and acted (21 CFR 7.42(b)(3)): a sample that anyone can draw again from its seed.
create table effectiveness_check (
    id           uuid primary key,
    campaign_id  uuid not null references campaign (id),
    center_id    uuid not null,
    level        text not null check (level in ('A', 'B', 'C', 'D', 'E')),
    share        numeric not null,
    seed         bigint not null,
    population   int not null,
    drawn_at     timestamptz not null,
    drawn_by     text not null
);
create index on effectiveness_check (campaign_id, drawn_at);

create table effectiveness_sample (
    check_id      uuid not null references effectiveness_check (id),
    recipient_id  uuid not null,
    result        text check (result in ('HEARD_AND_ACTED', 'HEARD', 'NOT_HEARD', 'NOT_REACHED')),
    checked_by    text,
    checked_at    timestamptz,
    primary key (check_id, recipient_id)
);
