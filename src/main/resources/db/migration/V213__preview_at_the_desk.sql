-- A call of a campaign that an agent makes after a look at the person: the conversation at their seat knows which one.
alter table desk_contact add column attempt_id uuid;
create unique index desk_contact_attempt on desk_contact (attempt_id) where attempt_id is not null;

-- What an agent has before them.
create index call_attempt_preview on call_attempt (center_id, by_whom) where kind = 'PREVIEW' and state = 'RECORDED';
