-- E-mails that came in, each once, whatever becomes of the process that reads the mailbox. The hash is keyed, of the
-- message's own id and its sender. What is needed to answer (sender, subject, ids of the conversation) is encrypted with
-- the center's keys. Without a center: nobody could tell which one was meant, or it could not be read; set aside for ops.
create table inquiry_mail (
    id                 uuid primary key,
    message_hash       bytea not null unique,
    fate               text not null check (fate in ('INQUIRY', 'AUTOMATIC', 'BOUNCE', 'OPT_OUT', 'NO_CENTER', 'BROKEN')),
    center_id          uuid,
    inquiry_id         uuid references inquiry (id),
    headers_encrypted  bytea,
    taken_at           timestamptz not null
);
create index on inquiry_mail (inquiry_id);
create index on inquiry_mail (center_id);
create index on inquiry_mail (taken_at) where center_id is null;

-- E-mails of ours to people who wrote. Its id is its Message-ID, so that an answer or a bounce tells it back. The words
-- stay until it is known that the mail server has them; what was said stands, masked, in the thread.
create table inquiry_mail_out (
    id              uuid primary key,
    center_id       uuid not null,
    inquiry_id      uuid not null references inquiry (id),
    kind            text not null check (kind in ('ACKNOWLEDGEMENT', 'ANSWER')),
    state           text not null default 'PENDING'
        check (state in ('PENDING', 'ATTEMPTING', 'SENT', 'FAILED', 'UNKNOWN', 'BOUNCED')),
    to_hash         text,
    mail_encrypted  bytea,
    tries           int not null default 0,
    created_at      timestamptz not null,
    due_at          timestamptz not null,
    settled_at      timestamptz
);
create index on inquiry_mail_out (due_at) where state in ('PENDING', 'ATTEMPTING');
create index on inquiry_mail_out (inquiry_id);
create index on inquiry_mail_out (center_id, to_hash, created_at) where kind = 'ACKNOWLEDGEMENT';
