import { checkCard } from './cards';
import { type Json, jsonOf, listOf, textOf } from './json';
import type { Draft } from './messages';

/** The largest message, in bytes of UTF-16 as Teams measures it. */
export const MOST_BYTES = 100 * 1024;
const MOST_ATTACHMENTS = 10;
const CARD = 'application/vnd.microsoft.card.';
const FORMATS = ['plain', 'markdown', 'xml'];

export function weigh(body: string): number {
  return Buffer.byteLength(body, 'utf16le');
}

/** The faults of an activity that a bot sends. */
export function checkActivity(activity: Json): string[] {
  if (activity.type === 'typing') return [];
  if (activity.type !== 'message') return [`type: ${String(activity.type)} cannot be sent`];
  const attachments = listOf(activity.attachments);
  const problems = attachments.flatMap((each, index) => checkAttachment(each, index));
  if (textOf(activity.text).trim() === '' && attachments.length === 0) {
    problems.push('a message needs a text or an attachment');
  }
  if (attachments.length > MOST_ATTACHMENTS) problems.push(`more than ${MOST_ATTACHMENTS} attachments`);
  if (activity.textFormat !== undefined && !FORMATS.includes(textOf(activity.textFormat))) {
    problems.push(`textFormat: ${String(activity.textFormat)} is unknown`);
  }
  return [...problems, ...checkMentions(activity)];
}

function checkAttachment(attachment: Json, index: number): string[] {
  const type = textOf(attachment.contentType);
  if (type === `${CARD}adaptive`) {
    return checkCard(attachment.content).map((problem) => `attachments[${index}]: ${problem}`);
  }
  return type === '' ? [`attachments[${index}].contentType: missing`] : [];
}

/** A mention must be in the text. */
function checkMentions(activity: Json): string[] {
  return listOf(activity.entities)
    .filter((entity) => entity.type === 'mention')
    .filter((entity) => !textOf(activity.text).includes(textOf(entity.text) || '\0'))
    .map((entity) => `entities: the text does not hold ${textOf(entity.text)}`);
}

/** The message that people see. */
export function draftOf(activity: Json, conversation: string, thread: string | null): Draft {
  return {
    conversation,
    thread,
    from: 'bot',
    text: textOf(activity.text),
    summary: textOf(activity.summary),
    attachments: listOf(activity.attachments).map((each) => ({
      contentType: textOf(each.contentType),
      content: jsonOf(each.content),
    })),
  };
}
