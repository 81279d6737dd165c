#!/bin/sh
# Run by the image of PostgreSQL when it makes a new database: the bot owns its own database and has no other right.
set -eu
: "${BOT_PASSWORD:?set it in deploy/postgres.env: sh deploy/make-passwords.sh writes one}"
psql --set=ON_ERROR_STOP=1 --username="$POSTGRES_USER" --dbname="$POSTGRES_DB" --set=password="$BOT_PASSWORD" <<'END'
create role telework login nosuperuser nocreatedb nocreaterole noreplication password :'password';
create database telework owner telework;
revoke connect on database telework from public;
END
