import {
  appendFileSync,
  existsSync,
  mkdirSync,
  readFileSync,
  renameSync,
  truncateSync,
  writeFileSync,
} from 'node:fs';
import { dirname } from 'node:path';
import { z } from 'zod';
import { cardSchema } from './card-schema';

const id = z.string().min(1);
const at = z.number();

/** One line of the journal: what the platform did. `at` is the platform's clock, in milliseconds. */
const entrySchema = z.discriminatedUnion('kind', [
  z.object({ kind: z.literal('post'), id, place: id, key: id, at, card: cardSchema }),
  z.object({ kind: z.literal('direct'), id, person: id, key: id, at, card: cardSchema }),
  z.object({ kind: z.literal('edit'), id, at, card: cardSchema }),
  z.object({
    kind: z.literal('note'),
    /** A known id replaces that note. */
    id,
    person: id,
    place: id.nullable(),
    at,
    card: cardSchema,
    refused: z.boolean(),
    /** The message whose button was pressed; null after a command. */
    about: id.nullable(),
    /** The button or command as the person saw it. */
    asked: z.string(),
  }),
]);
export type Entry = z.infer<typeof entrySchema>;

/** Messages and answers of people: for the user alone as whom the bot runs. */
const FILE_MODE = 0o600;
const FOLDER_MODE = 0o700;

/** An append-only file of what happened, one JSON object a line; everything the platform shows is replayed from it. */
export interface Journal {
  /** All entries so far, oldest first. */
  replay(): Entry[];
  append(entry: Entry): void;
  /** Replaces the file by one with these entries only, in one step. */
  rewrite(entries: readonly Entry[]): void;
}

export function memoryJournal(): Journal {
  return { replay: () => [], append: () => {}, rewrite: () => {} };
}

/**
 * Opens (or makes) the file at `path`. A last line cut short by a crash is dropped, and cut off the file so that
 * the next line starts clean. Throws when another line cannot be read.
 */
export function fileJournal(path: string): Journal {
  mkdirSync(dirname(path), { recursive: true, mode: FOLDER_MODE });
  return {
    replay: () => (existsSync(path) ? read(path) : []),
    append: (entry) => appendFileSync(path, lineOf(entry), { mode: FILE_MODE }),
    rewrite(entries) {
      const fresh = `${path}.new`;
      writeFileSync(fresh, entries.map(lineOf).join(''), { mode: FILE_MODE });
      renameSync(fresh, path);
    },
  };
}

function lineOf(entry: Entry): string {
  return `${JSON.stringify(entry)}\n`;
}

function read(path: string): Entry[] {
  const bytes = readFileSync(path);
  const whole = bytes.lastIndexOf('\n') + 1;
  if (whole < bytes.length) truncateSync(path, whole);
  const lines = bytes.subarray(0, whole).toString('utf8').split('\n').slice(0, -1);
  return lines.map((line, index) => parse(line, `${path}, line ${index + 1}`));
}

function parse(line: string, where: string): Entry {
  try {
    return entrySchema.parse(JSON.parse(line));
  } catch (cause) {
    throw new Error(`The sandbox's journal cannot be read (${where}). Move the file away to start afresh.`, {
      cause,
    });
  }
}
