-- Events on their way to Kafka; the relay deletes them once Kafka has confirmed.
create table outbox (
    seq       bigint generated always as identity primary key,
    event_id  uuid not null,
    topic     text not null,
    key       text not null,
    type      text not null,
    data      jsonb not null,
    at        timestamptz not null
);
alter table outbox set (autovacuum_vacuum_scale_factor = 0, autovacuum_vacuum_threshold = 5000);
