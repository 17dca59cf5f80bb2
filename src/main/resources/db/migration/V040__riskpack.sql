-- Every version of a risk pack that was ever taken: a center keeps the one that it launched with.
create table risk_pack_version (
    pack_id    text not null,
    version    text not null,
    files      jsonb not null,
    loaded_at  timestamptz not null,
    primary key (pack_id, version)
);
