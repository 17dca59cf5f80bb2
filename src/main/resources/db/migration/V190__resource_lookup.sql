-- Asked for every line of a chat and every answered call: which numbers a center has, and whose seat a vendor's id is.
create index on resource (center_id, kind);
create index on resource (center_id, vendor_id) where vendor_id is not null;
