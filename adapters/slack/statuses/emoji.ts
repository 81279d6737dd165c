/** The names by which Slack knows the icons of work styles. */
const NAMES: Readonly<Record<string, string>> = {
  '🏠': ':house:',
  '🌓': ':first_quarter_moon:',
  '🏬': ':department_store:',
  '📱': ':iphone:',
  '🕥': ':clock1030:',
  '🌴': ':palm_tree:',
  '🧳': ':luggage:',
  '🏢': ':office:',
  '⚪': ':white_circle:',
};
/** Slack shows this one for a status without an emoji. */
const OTHER = ':speech_balloon:';

export function emojiName(icon: string): string {
  return NAMES[icon] ?? OTHER;
}
