import type { FileFault } from '../file-fault';
import { repeated } from '../text';
import { type CalendarFault, readCalendar } from '../time/icalendar';
import { MAX_CAMPAIGN_DAYS } from './campaign';
import { type OwnCampaign, ownCampaign } from './campaign-schema';
import { rightDay } from './right-value';

/** How many years repeated events are read for. */
const YEARS_AHEAD = 2;
export const DAY_LINE = 'DTSTART;VALUE=DATE:20270720';
/** The longest event, in days, as calendars are read. */
const MAX_EVENT_DAYS = 60;

const FAULTS: Record<CalendarFault['why'], Pick<FileFault, 'what' | 'right'>> = {
  'not-a-calendar': { what: 'calendar-line', right: 'BEGIN:VCALENDAR' },
  'not-a-line': { what: 'calendar-line', right: DAY_LINE },
  'not-a-day': { what: 'time', right: DAY_LINE },
  'not-yearly': { what: 'event-repeats', right: { example: 'campaign-repeats' } },
  'no-day': { what: 'event-day', right: DAY_LINE },
  'too-long': { what: 'event-long', right: MAX_EVENT_DAYS },
  unfinished: { what: 'calendar-end', right: 'END:VCALENDAR' },
};

/** The campaign of the all-day events of a calendar (iCalendar), which is named by the first of them. */
export function readCampaignCalendar(text: string, year: number): OwnCampaign | FileFault[] {
  const start = text.trimStart();
  // Blank lines before it count as lines of the file.
  const before = text.slice(0, text.length - start.length).split('\n').length - 1;
  const read = readCalendar(start, [year, year + YEARS_AHEAD]);
  if ('why' in read) return [faultOf(read, text.split(/\r\n|\n|\r/u)[read.line + before - 1] ?? '', before)];
  const [first] = read;
  if (!first) return [{ line: null, column: null, what: 'event-day', found: '', right: DAY_LINE }];
  const days = [...new Set(read.map(({ day }) => day))];
  if (days.length > MAX_CAMPAIGN_DAYS)
    return [{ line: null, column: null, what: 'too-many-days', found: '', right: MAX_CAMPAIGN_DAYS }];
  const campaign = ownCampaign.safeParse({ name: first.name, days });
  if (campaign.success) return campaign.data;
  const found = repeated(first.name);
  return [{ line: null, column: 'SUMMARY', what: 'value', found, right: { example: 'event-name' } }];
}

function faultOf({ line, why }: CalendarFault, written: string, before: number): FileFault {
  const { what, right } = FAULTS[why];
  const [property = '', ...values] = written.split(':');
  const isValue = ['time', 'event-repeats', 'event-long'].includes(what);
  const found = isValue ? values.join(':') : written;
  const column = isValue ? (property.split(';')[0] ?? null) : null;
  const day = what === 'time' ? rightDay(found.trim()) : null;
  return {
    ...{
      line: line + before,
      column: column === null ? null : repeated(column),
      what,
      found: repeated(found),
    },
    right: day ? `${property}:${day.replaceAll('-', '')}` : right,
  };
}
