-- Who does which task of the pack's runbook in a center, and which are done. A task nobody touched has no row.
create table runbook_task (
    center_id  uuid not null,
    task_id    text not null,
    owner      text,
    done_at    timestamptz,
    done_by    text,
    primary key (center_id, task_id)
);
