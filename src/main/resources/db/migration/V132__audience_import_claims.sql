-- How often an import was taken on since it last got on: what fails again and again must end, and say so.
alter table audience_import add column claims int not null default 0;
