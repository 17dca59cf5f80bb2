-- Calls get their moments handed out: no second ever holds more than the account allows. What stood here lived a second.
drop table rate_budget;
create table rate_budget (
    account      text primary key,
    ceiling      double precision not null,
    rate         double precision not null,
    next_at      timestamptz not null,
    seen_at      timestamptz not null,
    slowed_until timestamptz not null
);
grant select, insert, update, delete on rate_budget to tocsin_app;
