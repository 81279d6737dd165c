import { z } from 'zod';
import { SHOWN_STYLES, WORK_STYLES } from '../../domain/answers/work-style';
import { LOCALES } from '../../domain/people/person';
import { WEEKDAYS } from '../../domain/time/calendar';
import { SCOPES } from '../../ports/store/api-tokens';

/* What programs send and get: these schemas judge requests, and the served document is made from them. */

const count = z.int().min(0);
/** Of 1900 to 2199: beyond, days of a span and texts of dates would not come out right. */
export const day = z.iso
  .date()
  .regex(/^(?:19|20|21)/)
  .meta({ description: 'A calendar date: 2018-07-24' });
const time = z
  .string()
  .regex(/^(?:[01]\d|2[0-3]):[0-5]\d$/)
  .meta({ description: 'A local time of 24 hours: 07:00' });
const instant = z.iso.datetime().meta({ description: 'UTC' });
const duration = count.nullable().meta({ description: 'Milliseconds' });
const id = z.string().min(1).max(200);

export const Problem = z
  .object({
    type: z.string(),
    title: z.string(),
    status: z.int(),
    detail: z.string().optional().meta({ description: "In the language of the token's owner" }),
    errors: z.array(z.object({ pointer: z.string(), detail: z.string() })).optional(),
  })
  .meta({ id: 'Problem', description: 'RFC 9457' });

const Window = z
  .object({ from: time, until: time })
  .meta({ id: 'Window', description: "Local, in the team's time zone" });

export const Team = z
  .object({
    id,
    name: z.string(),
    department: z.string().nullable(),
    timeZone: z.string(),
    language: z.enum(LOCALES),
    country: z.string(),
    window: Window,
    polls: z.enum(['telework-days', 'workdays', 'off']),
    names: z.boolean().meta({ description: 'Whether members see each other by name' }),
  })
  .meta({ id: 'Team' });

const Tally = z
  .object({
    members: count.meta({ description: 'The denominator' }),
    answered: count,
    telework: count,
    peakAvoided: count,
    noOfficeVisit: count,
    late: count.meta({ description: 'Answered after the window; the other counts include them' }),
  })
  .meta({ id: 'Tally', description: 'Three tallies, never to be added up' });

const StyleCount = z
  .object({ style: z.enum(SHOWN_STYLES), people: count, late: count })
  .meta({ id: 'StyleCount' });

export const TeamDay = z
  .object({
    team: id,
    name: z.string(),
    department: z.string().nullable(),
    day,
    core: z.boolean(),
    running: z.boolean().meta({ description: 'The day is not over, and its counts may still change' }),
    tally: Tally,
    styles: z.array(StyleCount),
  })
  .meta({ id: 'TeamDay' });

export const Poll = z
  .object({
    team: id,
    day,
    phase: z.enum(['planned', 'open', 'late', 'over']),
    campaign: id.nullable(),
    core: z.boolean(),
    call: z.enum(['drill', 'emergency']).nullable(),
    opensAt: instant,
    closesAt: instant,
    endsAt: instant,
    names: z.boolean(),
  })
  .meta({ id: 'Poll' });

const WHO = [...SHOWN_STYLES, 'no-answer'] as const;

export const DayOfTeam = z
  .object({
    team: id,
    day,
    phase: z.enum(['planned', 'open', 'late', 'over', 'none']),
    tally: Tally,
    groups: z.array(z.object({ style: z.enum(WHO), people: count })),
    response: z.object({ quarter: duration, median: duration, threeQuarters: duration }).meta({
      description: 'Until so many of those who answered after the opening had answered',
    }),
    people: z
      .array(z.object({ name: z.string(), style: z.enum(WHO) }))
      .nullable()
      .meta({
        description: 'Null where the team shows counts only, or the person is not one of its members',
      }),
  })
  .meta({ id: 'DayOfTeam' });

export const Campaign = z
  .object({
    id,
    name: z.string(),
    state: z.enum(['coming', 'running', 'over', 'ended']),
    days: z.array(z.object({ day, core: z.boolean() })),
    target: z.number().min(0).max(1).nullable(),
  })
  .meta({ id: 'Campaign' });

export const Progress = z
  .object({
    campaign: Campaign,
    standing: z.string(),
    people: count.meta({ description: 'Distinct people who teleworked at least once' }),
    personDays: count.meta({ description: 'Telework answers; never people' }),
    done: count,
    left: count,
    running: z.boolean(),
    conditions: z.array(
      z.object({
        kind: z.string(),
        state: z.string(),
        need: z.number(),
        have: z.number(),
        day: day.nullable(),
      }),
    ),
  })
  .meta({ id: 'Progress' });

const Figures = z.object({
  people: count,
  members: count,
  answered: count,
  telework: count,
  noOfficeVisit: count,
  peakAvoided: count.nullable(),
});

export const Report = z
  .object({
    campaign: Campaign,
    running: z.boolean(),
    summary: z.object({
      days: count,
      teams: count,
      roster: count,
      people: count,
      personDays: count,
      scheduled: count,
    }),
    forms: z.array(z.object({ style: z.enum(WORK_STYLES), personDays: count })),
    departments: z.array(z.object({ name: z.string(), people: count, personDays: count })),
    days: z.array(z.object({ day, core: z.boolean(), running: z.boolean(), figures: Figures })),
    missing: z.array(day).meta({ description: 'Days that are over, of which nothing is known any more' }),
  })
  .meta({ id: 'Report', description: 'Exact, from the books; for inside the organisation' });

const STATES = [...WORK_STYLES, 'not-scheduled'] as const;
const style = z.enum(STATES);

export const OwnDay = z
  .object({ day, style, arrival: time.nullable(), at: instant })
  .meta({ id: 'OwnDay', description: "The person's own answer" });

export const NewAnswer = z
  .strictObject({
    style,
    arrival: time.nullish().meta({ description: 'Of an off-peak commute, or of a day begun at home' }),
  })
  .meta({ id: 'NewAnswer' });

const UsualDay = z.union([
  z.literal('off'),
  z.strictObject({ style: z.enum(WORK_STYLES), arrival: time.nullish() }),
]);

export const Week = z
  .strictObject(Object.fromEntries(WEEKDAYS.map((weekday) => [weekday, UsualDay.optional()])))
  .meta({ id: 'Week', description: 'The usual week; a day that is left out is not set' });

export const Me = z
  .object({
    person: z.object({ id, name: z.string() }),
    administrator: z.boolean(),
    scopes: z.array(z.enum(SCOPES)),
    until: instant.meta({ description: 'When the token ends' }),
    teams: z.array(z.object({ id, name: z.string() })),
  })
  .meta({ id: 'Me' });

export const Done = z.object({ done: z.literal(true), text: z.string() }).meta({
  id: 'Done',
  description: "What was done, in the language of the token's owner",
});

export const Departments = z
  .strictObject({
    teams: z
      .array(z.strictObject({ team: z.string().min(1).max(300), department: z.string().max(300) }))
      .min(1)
      .max(5_000),
  })
  .meta({ id: 'Departments', description: 'Teams by name; an empty department takes a team out of its own' });

export const Activity = z
  .strictObject({ source: z.string().min(1).max(100), csv: z.string().min(1).max(2_000_000) })
  .meta({
    id: 'Activity',
    description: 'Counts by day or time of a remote-access platform, as the import in the chat takes them',
  });

export const SpanQuery = z.strictObject({ from: day.optional(), until: day.optional() });

export const PageQuery = z.strictObject({
  limit: z.coerce.number().int().min(1).max(200).default(50),
  cursor: z.string().max(500).optional(),
});

export const TeamPath = z.object({ team: id });
export const TeamDayPath = z.object({ team: id, day });
export const DayPath = z.object({ day });
export const CampaignPath = z.object({ campaign: id });

/** One page of a list. */
export function pageOf<Item extends z.ZodType>(item: Item) {
  return z.object({
    items: z.array(item),
    next: z
      .string()
      .nullable()
      .meta({ description: 'The cursor of the next page; null: this is the last one' }),
  });
}
