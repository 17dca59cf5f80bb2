-- Keyed hashes of the name and of how it is read (kana), so that a name that somebody types can be told from other words
-- without reading any. 64 bits: among a million names one word pair in ten trillion is taken for a name by chance. Rows
-- from before have none.
alter table recipient
    add column name_hash bigint,
    add column kana_hash bigint;
create index recipient_name on recipient (name_hash) where name_hash is not null;
create index recipient_kana on recipient (kana_hash) where kana_hash is not null;
