-- Notices as they were published. A row is never changed but for its withdrawal, so that what was said stays provable.
create table published_notice (
    id             uuid primary key,
    center_id      uuid not null,
    resource_name  text not null,
    mode           text not null,
    name           text not null,
    channel        text not null,
    language       text not null,
    facts_version  int not null,
    subject        text not null,
    body           text not null,
    sha256         text not null,
    organization   text not null,
    center_number  text not null,
    closing        text not null,
    published_at   timestamptz not null,
    withdrawn_at   timestamptz
);
create unique index on published_notice (center_id, resource_name) where withdrawn_at is null;
create index on published_notice (center_id, channel, language, published_at desc);

create function only_withdraw_notice() returns trigger language plpgsql as $$
begin
    if tg_op = 'UPDATE' and old.withdrawn_at is null
        and (to_jsonb(new) - 'withdrawn_at') = (to_jsonb(old) - 'withdrawn_at') then
        return new;
    end if;
    raise exception 'published_notice keeps what was published';
end $$;
create trigger only_withdraw before update on published_notice for each row execute function only_withdraw_notice();
