import type { Played } from '../play';
import { judgeAnswers } from './answers';
import { judgeBooks } from './books';
import { judgePosts } from './posts';
import { judgeReminders } from './reminders';
import { judgeLog, judgeRest } from './rest';

/* What must be true, judged by what people were told, by what stands on the platform, and by what was done to calls. */

export async function judge(played: Played): Promise<string[]> {
  const faults = [...played.faults];
  await judgePosts(played, faults);
  await judgeAnswers(played, faults);
  await judgeReminders(played, faults);
  await judgeBooks(played, faults);
  judgeLog(played, faults);
  await judgeRest(played, faults);
  return faults;
}
