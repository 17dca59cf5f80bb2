-- Who is probably the same person as another of the list, although the rows name different keys: the weaker row's same_as
-- is the stronger one's id. identity: what tells who it is, the strongest first (1 customer number, 2 e-mail address,
-- 3 phone and name, 4 name and address). phone_name: keyed hash, null where one of the two is missing.
alter table recipient
    add column identity   int not null default 1 check (identity between 1 and 4),
    add column phone_name bytea,
    add column same_as    uuid;
create index recipient_weaker on recipient (audience_id, identity) where identity > 1;
create index recipient_same on recipient (audience_id) where same_as is not null;
