-- People who may fill seats.
create table roster_person (
    id               uuid primary key,
    name             text not null,
    email            text not null unique,
    ring             text not null,
    languages        text[] not null,
    skills           text[] not null,
    site             text not null,
    employment       text not null,
    clearance        boolean not null,
    trained_for      text[] not null,
    home_permission  boolean not null,
    active           boolean not null default true,
    version          bigint not null default 0
);

-- Seats of centers; an empty one says why.
create table seat (
    center_id      uuid not null,
    seat_no        text not null,
    languages      text[] not null,
    skills         text[] not null,
    personal_data  boolean not null,
    site           text not null,
    wave           int not null,
    person_id      uuid references roster_person (id),
    why_empty_en   text,
    why_empty_ja   text,
    signed_in_at   timestamptz,
    primary key (center_id, seat_no)
);
create index on seat (person_id);
