import type { Locale } from '../../src/domain/people/person';
import type { Acts } from './act';
import type { Platform } from './platform';
import type { TeamTimes } from './types';

export interface ChannelLanguage {
  /** Makes the channel speak the language of the first visitor. */
  welcome(locale: Locale): Promise<void>;
  /** Makes the channel speak this language, unless people have chosen another one. */
  follow(locale: Locale): Promise<void>;
}

export interface ChannelLanguageParts {
  platform: Platform;
  acts: Acts;
  times: () => Promise<TeamTimes>;
}

/** A visitor understands the demonstration only in their own language, and the channel has one for all. */
export function createChannelLanguage({ platform, acts, times }: ChannelLanguageParts): ChannelLanguage {
  /** What the channel was given here; null: nothing yet. */
  let given: Locale | null = null;

  async function follow(locale: Locale): Promise<void> {
    const { language } = await times();
    const isChosen = given === null ? hasNotes(platform) : language !== given;
    if (isChosen) return;
    given = locale;
    const [place] = platform.places;
    const admin = platform.persons.find((person) => person.admin);
    if (place && admin && language !== locale) await acts.arrange(admin, place.id, `setup lang=${locale}`);
  }

  return {
    follow,
    welcome: async (locale) => {
      if (given === null) await follow(locale);
    },
  };
}

/** Whether people have done anything yet. */
function hasNotes(platform: Platform): boolean {
  return platform.persons.some(({ id }) => platform.notes(id).length > 0);
}
