import {
  type Document,
  isAlias,
  isCollection,
  isMap,
  isNode,
  isScalar,
  LineCounter,
  type Node,
  parseAllDocuments,
  visit,
} from 'yaml';
import type { z } from 'zod';
import type { FileFault, FileFaultKind } from '../file-fault';
import { repeated } from '../text';
import { isDay } from '../time/calendar';
import { MAX_CAMPAIGN_DAYS } from './campaign';
import { DAY_LINE, readCampaignCalendar } from './campaign-calendar-file';
import { FIELD_EXAMPLES, type OwnCampaign, ownCampaign } from './campaign-schema';
import { rightValue } from './right-value';

/** The longest campaign file, in characters. */
const MAX_FILE = 65_536;
/** A campaign file needs three. */
const MAX_DEPTH = 10;
const FIELDS = Object.keys(FIELD_EXAMPLES) as (keyof OwnCampaign)[];
const EXAMPLE = { example: 'campaign' } as const satisfies FileFault['right'];
/** Many entries begun in one line, as `- - - -`. */
const DEEP_LINE = new RegExp(`^[ \\t]*(?:[-?:][ \\t]+){${MAX_DEPTH},}`, 'mu');

/** A campaign file that can be read, and where its fields stand. */
export interface CampaignFile {
  campaign: OwnCampaign;
  /** The line of a field, of the value in it where it stands in a list; counted from 1. */
  lineOf(field: keyof OwnCampaign, value?: string): number | null;
  /** A line with a day, of a calendar; absent: the file has the fields by their names. */
  example?: string;
}

/**
 * Reads a campaign from YAML, JSON, or the all-day events of a calendar (iCalendar), which is named by the first of
 * them. Aliases, tags, duplicate and unknown keys, and files over 64 KiB are faults. Every fault of the fields is named.
 */
export function readCampaignFile(text: string, year: number): CampaignFile | FileFault[] {
  if (text.length > MAX_FILE) return [whole('too-large', MAX_FILE)];
  if (/^\s*BEGIN:VCALENDAR/iu.test(text)) return fromCalendar(text, year);
  const deep = deepAt(text);
  if (deep !== null) return [{ ...whole('deep', EXAMPLE), line: text.slice(0, deep).split('\n').length }];
  const lines = new LineCounter();
  const documents = parseAllDocuments(text, { lineCounter: lines, schema: 'core', logLevel: 'silent' });
  const [document, second] = Array.isArray(documents) ? documents : [];
  if (!document) return [whole('no-value', EXAMPLE)];
  const at = (offset: number) => lines.linePos(offset);
  const faults = [...syntaxFaults(document, at), ...(second ? [syntaxAt(at(second.range[0]))] : [])];
  if (faults.length > 0) return faults;
  const read = ownCampaign.safeParse(document.toJS());
  const where = placesIn(document, text, at);
  if (!read.success) return onePerPlace(read.error.issues.flatMap((issue) => faultsOf(issue, where)));
  const { days } = read.data;
  if (!days) return [{ ...whole('no-value', FIELD_EXAMPLES.days), line: 1, column: 'days' }];
  return { campaign: read.data, lineOf: (field, value) => where.lineOf([field], value) };
}

type At = (offset: number) => { line: number; col: number };

/**
 * Where the text is nested too deeply, null: nowhere. Brackets count, whether or not they stand in a text: no value of a
 * campaign has so many.
 */
function deepAt(text: string): number | null {
  let depth = 0;
  for (let at = 0; at < text.length; at += 1) {
    const sign = text[at];
    if (sign === '[' || sign === '{') depth += 1;
    if (sign === ']' || sign === '}') depth -= 1;
    if (depth > MAX_DEPTH) return at;
  }
  return DEEP_LINE.exec(text)?.index ?? null;
}

function syntaxFaults(document: Document.Parsed, at: At): FileFault[] {
  const faults = document.errors.map(({ code, pos }) =>
    code === 'DUPLICATE_KEY' ? twiceAt(at(pos[0])) : syntaxAt(at(pos[0])),
  );
  visit(document, {
    Node(_, node) {
      const place = at(node.range?.[0] ?? 0);
      if (isAlias(node) || node.tag !== undefined) faults.push({ ...syntaxAt(place), what: 'alias' });
    },
  });
  return faults;
}

function syntaxAt({ line, col }: ReturnType<At>): FileFault {
  return { line, column: String(col), what: 'syntax', found: '', right: EXAMPLE };
}

function twiceAt({ line, col }: ReturnType<At>): FileFault {
  return { line, column: String(col), what: 'key-twice', found: '', right: '' };
}

function whole(what: FileFaultKind, right: FileFault['right']): FileFault {
  return { line: null, column: null, what, found: '', right };
}

interface Places {
  lineOf(path: readonly PropertyKey[], value?: string): number | null;
  /** As it stands in the file. */
  textOf(path: readonly PropertyKey[]): string;
}

function placesIn(document: Document.Parsed, text: string, at: At): Places {
  const nodeAt = (path: readonly PropertyKey[]): Node | null => {
    const found = path.length === 0 ? document.contents : document.getIn(path, true);
    return isNode(found) ? found : null;
  };
  return {
    lineOf(path, value) {
      const node = nodeAt(path);
      const item = isCollection(node)
        ? node.items.find((one) => isScalar(one) && String(one.value).includes(value ?? '\n'))
        : null;
      const offset = (isNode(item) ? item : (node ?? keyOf(document, path[0])))?.range?.[0];
      return offset === undefined ? null : at(offset).line;
    },
    textOf(path) {
      const [from, until] = nodeAt(path)?.range ?? [0, 0];
      return text.slice(from, until);
    },
  };
}

function keyOf({ contents }: Document.Parsed, name: PropertyKey | undefined): Node | null {
  if (!isMap(contents)) return null;
  const found = contents.items.find(({ key }) => isScalar(key) && key.value === name);
  return isNode(found?.key) ? found.key : null;
}

type Issue = z.core.$ZodIssue;

function faultsOf(issue: Issue, where: Places): FileFault[] {
  const { path } = issue;
  const [field] = path;
  if (issue.code === 'unrecognized_keys')
    return issue.keys.map((key) => ({
      line: where.lineOf([...path, key]) ?? 1,
      column: null,
      what: 'unknown-name',
      found: key,
      right: FIELDS.join(', '),
    }));
  if (issue.code === 'invalid_union') {
    const inner = issue.errors.map(([first]) => first).sort((a, b) => depthOf(b) - depthOf(a))[0];
    if (inner && inner.path.length > 0)
      return faultsOf({ ...inner, path: [...path, ...inner.path] } as Issue, where);
  }
  const known = FIELDS.find((one) => one === field);
  const found = where.textOf(path);
  const place = { line: where.lineOf(path) ?? 1, column: known ?? null, found: repeated(found) };
  if (isOfTooMany(issue)) return [{ ...place, what: 'too-many-days', found: '', right: MAX_CAMPAIGN_DAYS }];
  const right = known ? (rightValue(known, found) ?? exampleFor(known)) : EXAMPLE;
  const what = isImpossibleDate(known ?? null, found) ? 'time' : 'value';
  return [{ ...place, what: found === '' ? 'no-value' : what, right }];
}

function exampleFor(field: keyof OwnCampaign): FileFault['right'] {
  if (field === 'name') return { example: 'campaign-name' };
  return field === 'names' ? { example: 'campaign-names' } : FIELD_EXAMPLES[field];
}

/** A value may break several rules of its field: what would be right is told once. */
function onePerPlace(faults: readonly FileFault[]): FileFault[] {
  const seen = new Set<string>();
  return faults.filter((fault) => {
    const key = JSON.stringify(fault);
    const isNew = !seen.has(key);
    seen.add(key);
    return isNew;
  });
}

function depthOf(issue: Issue | undefined): number {
  return issue?.path.length ?? 0;
}

function fromCalendar(text: string, year: number): CampaignFile | FileFault[] {
  const campaign = readCampaignCalendar(text, year);
  if (Array.isArray(campaign)) return campaign;
  const first = text.split(/\r\n|\n|\r/u).findIndex((line) => /^DTSTART/iu.test(line));
  return { campaign, lineOf: () => first + 1, example: DAY_LINE };
}

/** More days than a campaign has: of the list itself, not of what stands in it. */
function isOfTooMany(issue: Issue): boolean {
  if (issue.code === 'too_big') return issue.origin === 'array';
  return issue.code === 'invalid_union' && issue.errors.some((inner) => inner.some(isOfTooMany));
}

/** Where dates are written, one that the calendar does not have. */
function isImpossibleDate(field: keyof OwnCampaign | null, found: string): boolean {
  const dated = field === 'days' || field === 'core' || field === 'baseline';
  const days = found.match(/\d{4}-\d{2}-\d{2}/gu) ?? [];
  return dated && days.some((day) => !isDay(day));
}
