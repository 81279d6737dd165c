import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { everyKind } from './every-kind';
import { type Stage, setStage } from './fixture';
import { isJson, type Json } from './json';

const FOLDER = join(__dirname, 'payloads');
const names = readdirSync(FOLDER)
  .filter((file) => file.endsWith('.json'))
  .map((file) => file.slice(0, -'.json'.length));

let stage: Stage;
let made: Record<string, Json>;

beforeAll(async () => {
  stage = await setStage();
  made = await everyKind(stage);
});
afterAll(() => stage.close());

/** Every path in it with the kind of its value: `from.id: string`. */
function shapeOf(value: unknown, path = ''): string[] {
  if (Array.isArray(value)) return value.flatMap((item) => shapeOf(item, `${path}[]`));
  if (!isJson(value)) return [`${path}: ${value === null ? 'null' : typeof value}`];
  return Object.entries(value).flatMap(([key, item]) => shapeOf(item, path === '' ? key : `${path}.${key}`));
}

test('there is an example of each kind', () => {
  expect(Object.keys(made).sort()).toEqual([...names].sort());
});

test.each(names)('%s has the shape of its example', (name) => {
  const example: unknown = JSON.parse(readFileSync(join(FOLDER, `${name}.json`), 'utf8'));
  expect(shapeOf(made[name]).sort()).toEqual(shapeOf(example).sort());
});
