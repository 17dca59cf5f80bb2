-- Roles and database of Tocsin. Run once, as a superuser, with passwords of your own:
--   psql -v owner_password="$OWNER" -v app_password="$APP" -f deploy/database.sql
create role tocsin_owner login password :'owner_password';
create role tocsin_app login password :'app_password';
create database tocsin owner tocsin_owner encoding 'UTF8' template template0;
revoke connect, temporary on database tocsin from public;
grant connect on database tocsin to tocsin_app;
\connect tocsin
alter schema public owner to tocsin_owner;
revoke create on schema public from public;
-- Rights on tables are given by the migrations, which run as tocsin_owner.
