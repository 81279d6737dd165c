import type { TeamSettings } from '../../domain/teams/settings';
import { isNone, readSwitch } from '../../domain/typed/switch';

/** What was entered, by the names of the fields. */
type Values = Readonly<Record<string, string>>;

/** Where a setting has two inputs, the one in which it can be wrong. */
const INPUTS: Readonly<Record<string, string>> = {
  window: 'until',
  zone: 'zone-other',
  country: 'country-other',
};

/** The input of the settings form at which a fault of a setting is shown. */
export function inputOf(setting: string): string {
  return INPUTS[setting] ?? setting;
}

/**
 * The changes of a team's settings that a form for several teams holds: an empty input leaves a setting as it is, and
 * where one of two inputs is empty, the other one is the team's.
 */
export function readTeamSettings(values: Values, { window, announce }: TeamSettings): Record<string, string> {
  const filled = Object.fromEntries(Object.entries(values).filter(([, value]) => value.trim() !== ''));
  const { from, until, announce: leads, 'announce-day': dayBefore } = filled;
  const own = announce.filter((lead) => lead !== 'prev').join(',') || 'off';
  return settingsIn({
    ...filled,
    ...((from || until) && { from: from ?? window.from, until: until ?? window.until }),
    ...((leads || dayBefore) && {
      announce: leads ?? own,
      'announce-day': dayBefore ?? (announce.includes('prev') ? 'on' : 'off'),
    }),
  });
}

/** The changes that the inputs of the settings form hold. */
export function settingsIn(values: Values): Record<string, string> {
  const {
    from,
    until,
    announce,
    'announce-day': dayBefore,
    'zone-other': zone = '',
    'country-other': country = '',
    ...rest
  } = values;
  return {
    ...(from !== undefined && until !== undefined && { window: `${from}-${until}` }),
    ...rest,
    ...(announce !== undefined && { announce: announceOf(announce, dayBefore) }),
    ...(zone.trim() !== '' && { zone }),
    ...(country.trim() !== '' && { country }),
  };
}

/** Forms that were shown before the line of the day before had its own field hold it in the other. */
function announceOf(announce: string, dayBefore: string | undefined): string {
  if (dayBefore === undefined || readSwitch(dayBefore) !== true) return announce;
  return isNone(announce) ? 'prev' : `${announce},prev`;
}
