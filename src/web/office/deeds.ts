import { type Page, sendAnswer } from './asked';
import { fieldsIn, textOf } from './request';

/* What the buttons and forms of the bot's cards do on a page: the same as in the chat. */

export const command: Page = async (asked) => {
  const { office, visit, request } = asked;
  sendAnswer(asked, await office.command(visit, textOf(request.body.text)));
};

export const press: Page = async (asked) => {
  const { office, visit, request } = asked;
  sendAnswer(asked, await office.press(visit, textOf(request.body.action)));
};

export const submit: Page = async (asked) => {
  const { office, visit, request } = asked;
  sendAnswer(asked, await office.submit(visit, textOf(request.body.form), fieldsIn(request.body)));
};
