import { isRefusal, refuse } from '../../domain/refusal';
import type { Reply } from '../../ports/inbox';
import type { RequestResult } from '../context';
import type { Intent, Parse } from '../intent';
import { intentOf, readButton } from '../requests/button';
import { readForm } from '../requests/form';
import { perform } from '../requests/perform';
import { replyWith } from '../requests/reply';
import type { Visit } from './visit';

/** Does what a visitor of the pages asks for, as in the chat. */
export async function ask(visit: Visit, intent: Intent): Promise<Reply> {
  // A session must not make another one, which would outlive it.
  const asked: Intent = intent.kind === 'web' ? { kind: 'me' } : intent;
  return answered(visit, await perform(visit, asked));
}

/** Does what a button of a card says. */
export async function press(visit: Visit, action: string): Promise<Reply> {
  const button = readButton(action);
  const intent = button ? intentOf(button) : refuse('unknown-button');
  return isRefusal(intent) ? answered(visit, intent) : ask(visit, intent);
}

/** Does what a visitor wrote, as in the chat. */
export async function command(visit: Visit, parse: Parse, text: string): Promise<Reply> {
  const { today, weekStart } = visit;
  const intent = parse(text, { today, weekStart, prefix: '' });
  return isRefusal(intent) ? answered(visit, intent) : ask(visit, intent);
}

/** Does what a form of a card was filled in with; `values` by the names of its fields. */
export async function submit(
  visit: Visit,
  form: string,
  values: Readonly<Record<string, string>>,
): Promise<Reply> {
  const intent = readForm(form, values);
  return isRefusal(intent) ? answered(visit, intent) : ask(visit, intent);
}

function answered(visit: Visit, result: RequestResult): Reply {
  return replyWith(visit, result, { panel: false });
}
