import { writeSync } from 'node:fs';
import Database from 'libsql';

/*
 * Another program that holds a database until its input ends: `holder.ts <file> <statement>…`. Prints a line once it
 * holds it.
 */

const [file = '', ...statements] = process.argv.slice(2);
// The bot may be writing at this moment.
const database = new Database(file, { timeout: 5_000 });
for (const statement of statements) database.exec(statement);
writeSync(1, 'held\n');
process.stdin.resume().on('end', () => {
  if (database.inTransaction) database.exec('rollback');
  database.close();
});
