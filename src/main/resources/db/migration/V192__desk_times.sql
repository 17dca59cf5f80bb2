-- Until when a break or after-call work was to last, so that it can be told afterwards which took longer.
alter table desk_move add column planned_until timestamptz;
