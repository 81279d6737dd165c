import { Temporal } from 'temporal-polyfill';
import { matchKey } from '../text';
import { isZone, type Zone } from '../time/calendar';
import cities from './cities.json';
import { fold } from './fold';

/** Today's names of zones which `Intl` and its data still call by an older one. */
const RENAMED: Readonly<Record<Zone, Zone>> = {
  'Africa/Asmera': 'Africa/Asmara',
  'America/Buenos_Aires': 'America/Argentina/Buenos_Aires',
  'America/Catamarca': 'America/Argentina/Catamarca',
  'America/Cordoba': 'America/Argentina/Cordoba',
  'America/Godthab': 'America/Nuuk',
  'America/Indianapolis': 'America/Indiana/Indianapolis',
  'America/Jujuy': 'America/Argentina/Jujuy',
  'America/Louisville': 'America/Kentucky/Louisville',
  'America/Mendoza': 'America/Argentina/Mendoza',
  'Asia/Calcutta': 'Asia/Kolkata',
  'Asia/Katmandu': 'Asia/Kathmandu',
  'Asia/Rangoon': 'Asia/Yangon',
  'Asia/Saigon': 'Asia/Ho_Chi_Minh',
  'Atlantic/Faeroe': 'Atlantic/Faroe',
  'Europe/Kiev': 'Europe/Kyiv',
  'Pacific/Enderbury': 'Pacific/Kanton',
  'Pacific/Ponape': 'Pacific/Pohnpei',
  'Pacific/Truk': 'Pacific/Chuuk',
  Japan: 'Asia/Tokyo',
  PRC: 'Asia/Shanghai',
  ROC: 'Asia/Taipei',
  ROK: 'Asia/Seoul',
  Hongkong: 'Asia/Hong_Kong',
  Singapore: 'Asia/Singapore',
};

const NEW_YORK = ['America/New_York'];
const CHICAGO = ['America/Chicago'];
const DENVER = ['America/Denver'];
const LOS_ANGELES = ['America/Los_Angeles'];
const CENTRAL_EUROPE = ['Europe/Berlin', 'Europe/Paris', 'Europe/Madrid', 'Europe/Rome'];
const EASTERN_EUROPE = ['Europe/Athens', 'Europe/Helsinki', 'Europe/Kyiv', 'Africa/Cairo'];

/**
 * The zones that people mean by an abbreviation. Zones of these names exist too, and most of them know no summer time: a
 * window in them would be an hour late for half of the year.
 */
const ABBREVIATIONS: Readonly<Record<string, readonly Zone[]>> = {
  utc: ['UTC'],
  gmt: ['UTC', 'Europe/London'],
  bst: ['Europe/London', 'Asia/Dhaka'],
  wet: ['Europe/Lisbon', 'Atlantic/Canary'],
  west: ['Europe/Lisbon', 'Atlantic/Canary'],
  ...{ cet: CENTRAL_EUROPE, cest: CENTRAL_EUROPE, met: CENTRAL_EUROPE, mez: CENTRAL_EUROPE },
  ...{ eet: EASTERN_EUROPE, eest: EASTERN_EUROPE },
  msk: ['Europe/Moscow'],
  ist: ['Asia/Kolkata', 'Asia/Jerusalem', 'Europe/Dublin'],
  gst: ['Asia/Dubai'],
  pkt: ['Asia/Karachi'],
  ict: ['Asia/Bangkok', 'Asia/Ho_Chi_Minh'],
  wib: ['Asia/Jakarta'],
  sgt: ['Asia/Singapore'],
  hkt: ['Asia/Hong_Kong'],
  jst: ['Asia/Tokyo'],
  kst: ['Asia/Seoul'],
  cst: ['America/Chicago', 'Asia/Shanghai', 'Asia/Taipei'],
  awst: ['Australia/Perth'],
  acst: ['Australia/Adelaide', 'Australia/Darwin'],
  aest: ['Australia/Sydney', 'Australia/Brisbane'],
  aedt: ['Australia/Sydney'],
  ...{ nzst: ['Pacific/Auckland'], nzdt: ['Pacific/Auckland'] },
  ...{ et: NEW_YORK, est: NEW_YORK, edt: NEW_YORK, est5edt: NEW_YORK },
  ...{ ct: CHICAGO, cdt: CHICAGO, cst6cdt: CHICAGO },
  ...{ mt: DENVER, mdt: DENVER, mst7mdt: DENVER },
  mst: ['America/Denver', 'America/Phoenix'],
  ...{ pt: LOS_ANGELES, pst: LOS_ANGELES, pdt: LOS_ANGELES, pst8pdt: LOS_ANGELES },
  ast: ['America/Halifax', 'Asia/Riyadh'],
  ...{ akst: ['America/Anchorage'], akdt: ['America/Anchorage'] },
  hst: ['Pacific/Honolulu'],
};

/** Offsets, as people write them, of zones that keep them all year. */
const BY_OFFSET: Readonly<Record<string, readonly Zone[]>> = {
  '+7': ['Asia/Bangkok', 'Asia/Jakarta', 'Asia/Ho_Chi_Minh'],
  '+8': ['Asia/Shanghai', 'Asia/Taipei', 'Asia/Singapore', 'Asia/Hong_Kong'],
  '+9': ['Asia/Tokyo', 'Asia/Seoul'],
};
const OFFSET = /^(?:gmt|utc)?(?<hours>\+\d{1,2})(?::?00)?$/u;

/** `Etc/GMT+9` is nine hours behind UTC, and people mean nine ahead. */
const OFFSETS = /^(?:etc\/)?(?:gmt|utc)[+-]?\d|^etc\/(?!utc$|uct$|zulu$|universal$)/u;

/** A time zone as typed: an IANA name, a city in any of the bot's languages, an abbreviation; null: none, or several. */
export function readZone(text: string): Zone | null {
  const [only = null, ...more] = zonesMeant(text);
  return more.length === 0 ? only : null;
}

/** The zones that a text may mean, by their present IANA names: several where an abbreviation is used in several. */
export function zonesMeant(text: string): readonly Zone[] {
  const typed = fold(text).replaceAll(' ', '_');
  const meant = Object.hasOwn(ABBREVIATIONS, typed) ? ABBREVIATIONS[typed] : undefined;
  if (meant) return meant;
  const { hours } = OFFSET.exec(typed)?.groups ?? {};
  const kept = hours && BY_OFFSET[hours.replace('+0', '+')];
  if (kept) return kept;
  if (OFFSETS.test(typed)) return [];
  if (isZone(typed))
    return [present(Temporal.Instant.fromEpochMilliseconds(0).toZonedDateTimeISO(typed).timeZoneId)];
  zoneByCity ??= citiesOfZones();
  const zone = zoneByCity.get(cityKey(typed));
  return zone ? [zone] : [];
}

let zoneByCity: ReadonlyMap<string, Zone> | undefined;

/** The city that names a zone comes before another one of that name. */
function citiesOfZones(): Map<string, Zone> {
  const zones = new Map<string, Zone>();
  const known = Intl.supportedValuesOf('timeZone');
  const named: [Zone, string][] = [...known, ...Object.values(RENAMED)].map((zone) => [
    zone,
    zone.split('/').at(-1) ?? '',
  ]);
  const others = Object.entries(cities).flatMap(([zone, names]) =>
    names.split('|').map((name): [Zone, string] => [zone, name]),
  );
  for (const [zone, name] of [...named, ...others]) {
    const key = cityKey(name);
    if (!zones.has(key)) zones.set(key, present(zone));
  }
  return zones;
}

function cityKey(name: string): string {
  return matchKey(
    name.normalize('NFD').replaceAll(/\p{M}/gu, (mark) => (/[\u3099\u309A]/u.test(mark) ? mark : '')),
  );
}

function present(zone: Zone): Zone {
  return RENAMED[zone] ?? zone;
}
