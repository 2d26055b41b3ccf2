#!/bin/sh
# Runs once, when the PostgreSQL container makes its data folder. Three roles: the owner migrates, the service signs in,
# and theoan_app holds what the service may do (the migrations grant it; it owns nothing and cannot alter the record).
# The others are tasks of the product that a transaction steps into; the owner may not make roles, so they are made here.
set -eu
: "${THEOAN_OWNER_PASSWORD:?}" "${THEOAN_SERVICE_PASSWORD:?}"

psql --no-psqlrc --quiet --set ON_ERROR_STOP=1 --username "$POSTGRES_USER" --dbname postgres <<'SQL'
\getenv owner_password THEOAN_OWNER_PASSWORD
\getenv service_password THEOAN_SERVICE_PASSWORD
create role theoan_app nologin nosuperuser nocreatedb nocreaterole nobypassrls noinherit;
create role theoan_measure nologin nosuperuser nocreatedb nocreaterole nobypassrls noinherit;
create role theoan_deadlines nologin nosuperuser nocreatedb nocreaterole nobypassrls noinherit;
create role theoan_record nologin nosuperuser nocreatedb nocreaterole nobypassrls noinherit;
create role theoan_imports nologin nosuperuser nocreatedb nocreaterole nobypassrls noinherit;
create role theoan_vault nologin nosuperuser nocreatedb nocreaterole nobypassrls noinherit;
grant theoan_measure, theoan_deadlines, theoan_record, theoan_imports, theoan_vault to theoan_app;
create role theoan_owner login nosuperuser nocreatedb nocreaterole password :'owner_password';
create role theoan_service login nosuperuser nocreatedb nocreaterole password :'service_password';
grant theoan_app to theoan_service;
create database theoan owner theoan_owner encoding 'UTF8' locale_provider builtin builtin_locale 'C.UTF-8' locale 'C' template template0;
revoke connect on database theoan from public;
grant connect on database theoan to theoan_service;
SQL
