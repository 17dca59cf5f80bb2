-- Segments of an audience that people gave a name, to choose them again. Who belongs to one is found when it is used.
create table audience_segment (
    id           uuid primary key,
    center_id    uuid not null,
    audience_id  uuid not null references audience,
    name         text not null,
    criteria     jsonb not null,
    created_by   text not null,
    created_at   timestamptz not null,
    unique (audience_id, name)
);
create index audience_segment_center on audience_segment (center_id);
