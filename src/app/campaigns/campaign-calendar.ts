import { workCalendar } from '../../domain/planned-days';
import { defaultSettings } from '../../domain/teams/settings';
import type { RequestContext } from '../context';

/** The working days by which a campaign is planned: those of the team in question, else those of the deployment. */
export function calendarOf({ team, core }: Pick<RequestContext<'defaults'>, 'team' | 'core'>) {
  return workCalendar(team ?? { settings: defaultSettings(core.defaults) });
}
