-- Whether others wait for it: a hint for what is written down at once and what may gather.
alter table resource add column awaited boolean not null default false;
