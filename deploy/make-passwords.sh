#!/bin/sh
# Writes deploy/postgres.env and deploy/bot.env with random passwords, readable by their owner alone. Changes nothing
# where one of them is there already: the database keeps the passwords of its first start.
set -eu
cd "$(dirname "$0")"
for file in postgres.env bot.env; do
  if [ -e "$file" ]; then
    echo "deploy/$file is there already: nothing is changed" >&2
    exit 1
  fi
done
random() {
  od -An -N24 -tx1 /dev/urandom | tr -d ' \n'
}
umask 077
bot=$(random)
cat >postgres.env <<END
POSTGRES_USER=postgres
POSTGRES_DB=postgres
POSTGRES_PASSWORD=$(random)
BOT_PASSWORD=$bot
END
echo "DATABASE_URL=postgres://telework:$bot@database:5432/telework" >bot.env
