import { Temporal } from 'temporal-polyfill';
import { matchKey } from '../text';
import { isZone, type Zone } from '../time/calendar';

/** A time zone as typed: an IANA name in any case, `asia/tokyo`, or a city's name alone, `New York`. */
export function readZone(text: string): Zone | null {
  const typed = text.normalize('NFKC').trim().replace(/\s+/gu, '_');
  if (isZone(typed)) return Temporal.Instant.fromEpochMilliseconds(0).toZonedDateTimeISO(typed).timeZoneId;
  const city = matchKey(typed);
  return (
    Intl.supportedValuesOf('timeZone').find((zone) => matchKey(zone.split('/').at(-1) ?? '') === city) ?? null
  );
}
