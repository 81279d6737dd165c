import { chmodSync, closeSync, existsSync, openSync, statSync } from 'node:fs';

/* The database is for the user alone as whom the bot runs, whatever the umask. */

const FILE_MODE = 0o600;
export const FOLDER_MODE = 0o700;
const OTHERS = 0o077;
/** Of folders that users share, such as /tmp. */
const STICKY = 0o1000;

/** Creates the file, empty, unless it is there. SQLite gives the files that it adds the mode of the first one. */
export function createPrivate(file: string): void {
  if (!existsSync(file)) closeSync(openSync(file, 'a', FILE_MODE));
  restrict(file, FILE_MODE);
}

/** Takes the rights of others away from the database's folder, and from its files where they are there. */
export function restrictDatabase(folder: string, file: string): void {
  restrict(folder, FOLDER_MODE);
  for (const suffix of ['', '-wal', '-shm', '-journal', '.lock']) restrict(file + suffix, FILE_MODE);
}

/** Whether other users of this machine may read, write or list it; false where it is not there. */
export function isOpenToOthers(path: string): boolean {
  const { mode } = statSync(path, { throwIfNoEntry: false }) ?? { mode: 0 };
  return process.platform !== 'win32' && (mode & OTHERS) !== 0;
}

/** Only the owner may: what stays open is reported by the doctor. */
function restrict(path: string, mode: number): void {
  try {
    const { mode: present } = statSync(path);
    if ((present & OTHERS) !== 0 && (present & STICKY) === 0) chmodSync(path, mode);
  } catch {
    // It is not there, or belongs to another user.
  }
}
