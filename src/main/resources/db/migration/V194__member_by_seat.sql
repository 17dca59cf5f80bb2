-- Somebody may belong to a center by hand, as who declared it, and by a seat: losing the seat must not end the rest.
alter table center_member
    add column by_hand boolean not null default false,
    add column by_seat boolean not null default false;

update center_member m
set by_seat = exists (select 1 from seat s join roster_person p on p.id = s.person_id
                      where s.center_id = m.center_id and lower(p.email) = m.member);
update center_member m
set by_hand = not by_seat or exists (
    select 1 from center_journal j
    where j.center_id = m.center_id
      and (j.code = 'center.declared' and lower(j.actor) = m.member
        or j.code = 'member.admitted' and lower(j.details ->> 'member') = m.member));

alter table center_member add check (by_hand or by_seat);
