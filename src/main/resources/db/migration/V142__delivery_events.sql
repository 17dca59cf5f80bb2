-- What becomes of each message is told on tocsin.delivery, whichever statement it was that moved the ledger: in the same
-- transaction, one statement for all rows that moved together. The row's lock is held from before its event's number is
-- drawn until the commit, so the events of one delivery arrive in order.
create function tell_deliveries() returns trigger language plpgsql as $$
begin
    insert into outbox (event_id, topic, key, type, data, at)
    select gen_random_uuid(), 'DELIVERY', n.recipient_id::text, 'delivery.' || lower(n.state),
           jsonb_build_object('delivery', n.id, 'announcement', n.announcement_id, 'center', a.center_id,
                              'recipient', n.recipient_id, 'channel', n.channel)
               || case when n.state = 'FAILED' then jsonb_build_object('reason', n.reason) else '{}' end,
           coalesce(n.settled_at, n.attempted_at, clock_timestamp())
    from moved_to n join moved_from o on o.id = n.id join announcement a on a.id = n.announcement_id
    where n.state <> o.state and n.state in ('SENT', 'DELIVERED', 'FAILED', 'UNKNOWN', 'SUPPRESSED')
    order by n.id;
    return null;
end
$$;
create trigger told after update on delivery
    referencing old table as moved_from new table as moved_to
    for each statement execute function tell_deliveries();
