-- Who was asked by SMS how a call went, so that a single digit that comes back is an answer and no new inquiry.
create table rating_question (
    inquiry_id    uuid primary key references inquiry (id),
    center_id     uuid not null,
    recipient_id  uuid not null,
    asked_at      timestamptz not null,
    answered_at   timestamptz
);
create index on rating_question (recipient_id, asked_at);
