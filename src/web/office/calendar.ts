import type { Response } from 'express';
import type { FeedContent } from '../../app/office';
import { type Choice, NOT_SCHEDULED } from '../../domain/answers/work-style';
import type { OfficeWords } from './words';

const HOUR_S = 3_600;

/**
 * Writes a calendar (RFC 5545, RFC 7986): an all-day event a day, which leaves its reader free. The same content gives the
 * same text. The package is loaded with the first calendar.
 */
export async function calendarText(content: FeedContent, words: OfficeWords): Promise<string> {
  const { default: ical, ICalEventTransparency } = await import('ical-generator');
  const { t } = words;
  const name =
    content.kind === 'own' ? t('office.feed-own-name') : t('office.feed-team-name', { team: content.name });
  const calendar = ical({
    name,
    prodId: { company: 'telework-days', product: 'bot', language: content.locale },
    ttl: HOUR_S,
  });
  for (const { day, summary, description, at } of eventsOf(content, words)) {
    calendar.createEvent({
      id: `${day}-${content.id}@telework-days`,
      start: new Date(`${day}T00:00:00Z`),
      allDay: true,
      summary,
      description,
      stamp: new Date(at),
      lastModified: new Date(at),
      transparency: ICalEventTransparency.TRANSPARENT,
    });
  }
  return calendar.toString();
}

function eventsOf(content: FeedContent, words: OfficeWords) {
  const { t } = words;
  if (content.kind === 'own')
    return content.days.map(({ day, choice, at }) => ({
      day,
      at,
      summary: choiceText(choice, words),
      description: null,
    }));
  return content.days.map(({ day, core, window }) => ({
    day,
    at: content.madeAt,
    summary: t(core ? 'office.feed-core' : 'office.feed-day', { team: content.name }),
    description: t('office.feed-window', { window: words.window(window) }),
  }));
}

function choiceText({ style, arrival }: Choice, { t }: OfficeWords): string {
  const text = t(style === NOT_SCHEDULED ? 'style.away' : `style.${style}`);
  return arrival === null ? text : t('office.feed-arrival', { style: text, arrival });
}

export function sendCalendar(response: Response, text: string): void {
  response.type('text/calendar; charset=utf-8').send(text);
}
