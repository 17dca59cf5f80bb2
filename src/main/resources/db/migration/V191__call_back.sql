-- Calls that agents make to people who wait for one: the agent's telephone rings first, then the person's. The number is
-- read from the person's thread at the moment of the call; it does not stand here.
create table desk_call_back (
    id            uuid primary key,
    center_id     uuid not null,
    inquiry_id    uuid not null references inquiry (id),
    seat_no       text not null,
    person_id     uuid not null,
    contact_id    uuid not null references desk_contact (id),
    mode          text not null,
    state         text not null check (state in ('DIALING', 'PLACED', 'ENDED')),
    call_sid      text unique,
    outcome       text,
    begun_at      timestamptz not null,
    looked_up_at  timestamptz not null,
    ended_at      timestamptz
);
-- Nobody is called by two agents at once, and no agent calls two people.
create unique index one_call_back_at_a_time on desk_call_back (inquiry_id) where state <> 'ENDED';
create unique index one_call_back_per_seat on desk_call_back (center_id, seat_no) where state <> 'ENDED';
create index on desk_call_back (inquiry_id);
create index on desk_call_back (contact_id);
create index on desk_call_back (looked_up_at) where state <> 'ENDED';
