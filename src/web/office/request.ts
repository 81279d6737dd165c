import type { Request } from 'express';

/* What is read from requests of browsers: anything may stand there. */

/** Fields of a form of the bot begin like this, so that they are not taken for those around it. */
const FIELD = 'f.';
const LONGEST_CODE = 200;

export function codeOf({ params }: Request): string {
  return textOf(params.code).slice(0, LONGEST_CODE);
}

/** The last of several values: a box that is ticked stands behind the value of one that is not. */
export function textOf(value: unknown): string {
  const last: unknown = Array.isArray(value) ? value.at(-1) : value;
  return typeof last === 'string' ? last : '';
}

/** All of several values. */
export function textsOf(value: unknown): string[] {
  const all: unknown[] = Array.isArray(value) ? value : [value];
  return all.filter((one) => typeof one === 'string' && one !== '').map(String);
}

export function fieldsIn(body: Readonly<Record<string, unknown>>): Record<string, string> {
  const fields = Object.entries(body).filter(([name]) => name.startsWith(FIELD));
  return Object.fromEntries(fields.map(([name, value]) => [name.slice(FIELD.length), textOf(value)]));
}

/** Only a page of these: a form must not send people elsewhere. */
export function backOf(value: unknown): string {
  const path = textOf(value);
  return /^\/office(?:\/[\w-]+)*(?:\?[\w=&%.+-]*)?$/.test(path) ? path : '/office';
}
