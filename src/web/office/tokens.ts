import { isRefusal } from '../../domain/refusal';
import { SCOPES } from '../../ports/store/api-tokens';
import type { Asked, Page } from './asked';
import { textOf, textsOf } from './request';
import { scopesFor, type TokensShown, tokensPage } from './tokens-page';

/* The tokens for programs. */

export const tokens: Page = (asked) => sendTokens(asked, {});

export const makeToken: Page = async (asked) => {
  const { office, visit, request, drawn } = asked;
  const { body } = request;
  const chosen = textsOf(body.scope);
  const made = await office.makeToken(visit, {
    name: textOf(body.name),
    scopes: SCOPES.filter((scope) => chosen.includes(scope)),
    days: Number(textOf(body.days)),
  });
  if (made === 'too-many') return sendTokens(asked, { notice: drawn.words.t('office.tokens-many') });
  if (isRefusal(made)) return sendTokens(asked, { notice: drawn.words.t('office.token-fields') });
  return sendTokens(asked, { secret: made.secret });
};

export const revokeToken: Page = async (asked) => {
  const { office, visit, request, drawn } = asked;
  const isRevoked = await office.revokeToken(visit, textOf(request.body.id));
  return sendTokens(asked, isRevoked ? {} : { notice: drawn.words.t('office.not-found-body') });
};

async function sendTokens(asked: Asked, shown: Partial<TokensShown>): Promise<void> {
  const { office, visit, response, drawn } = asked;
  const [all, administers] = await Promise.all([office.tokensOf(visit), office.administersAll(visit)]);
  const about = { secret: null, notice: null, scopes: scopesFor(administers), ...shown };
  response
    .status(about.notice === null ? 200 : 422)
    .type('html')
    .send(tokensPage(drawn, all, about));
}
