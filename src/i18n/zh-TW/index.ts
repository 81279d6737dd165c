import { administration } from '../en/administration';
import type { Language } from '../language';
import { answers } from './answers';
import { asking } from './asking';
import { campaigns } from './campaigns';
import { commands } from './commands';
import { dates } from './dates';
import { deliveries } from './deliveries';
import { departments } from './departments';
import { effects } from './effects';
import { figures } from './figures';
import { files } from './files';
import { help } from './help';
import { lexicon } from './lexicon';
import { office } from './office';
import { people } from './people';
import { polls } from './polls';
import { progress } from './progress';
import { refusals } from './refusals';
import { safety } from './safety';
import { settings } from './settings';
import { site } from './site';
import { slack } from './slack';
import { statuses } from './statuses';
import { surveys } from './surveys';
import { teams } from './teams';
import { teamsAdapter } from './teams-adapter';
import { web } from './web';

/** Traditional Chinese as in Taiwan: polite and short. Brackets and digits are half-width, other marks full-width. */
export const zhTW = {
  tag: 'zh-TW',
  separator: '、',
  lexicon,
  texts: {
    ...administration,
    ...answers,
    ...asking,
    ...campaigns,
    ...commands,
    ...dates,
    ...deliveries,
    ...departments,
    ...effects,
    ...figures,
    ...files,
    ...help,
    ...office,
    ...people,
    ...polls,
    ...progress,
    ...refusals,
    ...safety,
    ...settings,
    ...statuses,
    ...surveys,
    ...site,
    ...slack,
    ...teams,
    ...teamsAdapter,
    ...web,
  },
} satisfies Language;
