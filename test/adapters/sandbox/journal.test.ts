import { appendFileSync, mkdtempSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { type Entry, fileJournal } from '../../../adapters/sandbox/journal';
import { DEMO_OTHERS, DEMO_PEOPLE, DEMO_PLACES } from '../../../adapters/sandbox/people';
import { NOTES_KEPT, Platform } from '../../../adapters/sandbox/platform';
import { aCard } from '../../contracts/chat';

const PLACE = 'telework-team';

let folder: string;
let path: string;

beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'telework-journal-'));
  path = join(folder, 'new-folder', 'sandbox.jsonl');
});

afterEach(() => rmSync(folder, { recursive: true, force: true }));

function open(): Platform {
  return new Platform(fileJournal(path), {
    places: DEMO_PLACES,
    persons: DEMO_PEOPLE,
    others: DEMO_OTHERS,
  });
}

function post(id: string, text: string): Entry {
  return { kind: 'post', id, place: PLACE, key: `key-${id}`, at: 1, card: aCard(text) };
}

function note(id: string, text: string): Entry {
  const card = aCard(text);
  return {
    kind: 'note',
    id,
    person: 'emma',
    place: PLACE,
    at: 2,
    card,
    refused: false,
    about: null,
    asked: 'x',
  };
}

test('everything that was shown is there again after a restart', () => {
  const before = open();
  before.write(post('a', 'first'));
  before.write({ kind: 'direct', id: 'b', person: 'emma', key: 'key-b', at: 2, card: aCard('in private') });
  before.write({ kind: 'edit', id: 'a', at: 3, card: aCard('first, edited') });
  before.write(note('c', 'only for Emma'));
  before.write(note('c', 'only for Emma, again'));
  const after = open();
  expect(after.channel(PLACE)).toEqual(before.channel(PLACE));
  expect(after.channel(PLACE)).toMatchObject([
    { id: 'a', seq: 1, edited: true, card: { summary: 'first, edited' } },
  ]);
  expect(after.directs('emma')).toEqual(before.directs('emma'));
  expect(after.notes('emma')).toMatchObject([{ id: 'c', seq: 3, card: { summary: 'only for Emma, again' } }]);
  expect(after.keyed('key-a')).toBe('a');
});

test('a last line cut short by a crash is dropped, and the next line starts clean', () => {
  open().write(post('a', 'whole'));
  appendFileSync(path, JSON.stringify(post('b', 'torn')).slice(0, -5));
  const platform = open();
  expect(platform.channel(PLACE).map(({ id }) => id)).toEqual(['a']);
  platform.write(post('c', 'later'));
  expect(
    open()
      .channel(PLACE)
      .map(({ id }) => id),
  ).toEqual(['a', 'c']);
});

test('a line torn within a character of several bytes is dropped too', () => {
  open().write(post('a', 'whole'));
  const bytes = Buffer.from(JSON.stringify(post('b', '在宅勤務')));
  appendFileSync(path, bytes.subarray(0, bytes.indexOf('宅') + 1));
  expect(open().channel(PLACE)).toHaveLength(1);
  expect(readFileSync(path, 'utf8').endsWith('\n')).toBe(true);
});

test('any other unreadable line is a fault which names the line and the cure', () => {
  open().write(post('a', 'whole'));
  writeFileSync(path, `${readFileSync(path, 'utf8')}{"kind":"post"}\n`);
  expect(open).toThrow(/line 2.*Move the file away/);
});

test('a person keeps the last notes only', () => {
  const platform = open();
  for (let index = 0; index <= NOTES_KEPT; index += 1) platform.write(note(`n${index}`, 'note'));
  expect(platform.notes('emma')).toHaveLength(NOTES_KEPT);
  expect(platform.notes('emma')[0]?.id).toBe('n1');
  expect(platform.notes('misaki')).toEqual([]);
});

test('what one person was told alone, nobody else sees', () => {
  const platform = open();
  platform.write(note('n', 'only for Emma'));
  platform.write({ kind: 'direct', id: 'd', person: 'emma', key: 'k', at: 1, card: aCard('in private') });
  expect(platform.visible('emma', 'n')?.place).toBe(PLACE);
  expect(platform.visible('emma', 'd')?.place).toBeNull();
  expect(platform.visible('misaki', 'n')).toBeNull();
  expect(platform.visible('misaki', 'd')).toBeNull();
});

test('who is forgotten is in no line of the file, and everybody else is as before', () => {
  const before = open();
  before.write(post('a', 'first'));
  before.write({ kind: 'direct', id: 'b', person: 'emma', key: 'key-b', at: 2, card: aCard('for Emma') });
  before.write({ kind: 'direct', id: 'd', person: 'kenta', key: 'key-d', at: 2, card: aCard('for Kenta') });
  before.write({ kind: 'edit', id: 'b', at: 3, card: aCard('for Emma, edited') });
  before.write(note('c', 'a note'));
  before.forget('emma');
  expect(readFileSync(path, 'utf8')).not.toMatch(/emma|Emma|a note/);
  for (const platform of [before, open()]) {
    expect(platform.directs('emma')).toEqual([]);
    expect(platform.notes('emma')).toEqual([]);
    expect(platform.has('b')).toBe(false);
    expect(platform.keyed('key-b')).toBeNull();
    expect(platform.channel(PLACE)).toMatchObject([{ id: 'a' }]);
    expect(platform.directs('kenta')).toMatchObject([{ id: 'd', card: { summary: 'for Kenta' } }]);
  }
  before.write(post('e', 'next'));
  expect(open().channel(PLACE)).toMatchObject([{ id: 'a' }, { id: 'e' }]);
});

test('the journal, before and after it is rewritten, is for its owner alone', () => {
  const modeOf = (file: string) => (statSync(file).mode & 0o777).toString(8);
  const umask = process.umask(0);
  try {
    const journal = fileJournal(path);
    journal.append(post('m1', 'Hello'));
    expect([modeOf(dirname(path)), modeOf(path)]).toEqual(['700', '600']);
    journal.rewrite([]);
    expect(modeOf(path)).toBe('600');
  } finally {
    process.umask(umask);
  }
});
