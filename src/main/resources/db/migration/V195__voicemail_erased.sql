-- When the carrier deleted the sound of a message, at the end of the retention.
alter table voicemail add column erased_at timestamptz;
create index on voicemail (center_id, call_sid) where erased_at is null;
