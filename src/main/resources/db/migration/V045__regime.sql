-- Duties of centers with their deadlines. Closed only with evidence, waived only with a reason.
create table obligation (
    id            uuid primary key,
    center_id     uuid not null,
    regime        text not null,
    code          text not null,
    title_en      text not null,
    title_ja      text not null,
    jurisdiction  text not null,
    due_at        timestamptz,
    needs_en      text not null,
    needs_ja      text not null,
    source        text not null,
    verified      boolean not null,
    state         text not null default 'OPEN' check (state in ('OPEN', 'MET', 'WAIVED')),
    evidence      text,
    closed_by     text,
    closed_at     timestamptz,
    opened_at     timestamptz not null,
    unique (center_id, regime, code),
    check (state = 'OPEN' or (closed_at is not null and closed_by is not null and length(trim(evidence)) > 0))
);
create index on obligation (due_at) where state = 'OPEN';
