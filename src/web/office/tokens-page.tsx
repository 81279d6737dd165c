import type { VNode } from 'preact';
import { TOKEN_DAYS, type TokenRow } from '../../app/office';
import { type Day, dayAt } from '../../domain/time/calendar';
import { SCOPES, type Scope } from '../../ports/store/api-tokens';
import { PlainTable } from './card';
import { pageOf } from './layout';
import type { Drawn } from './pages';
import type { OfficeWords } from './words';

const TOKENS_PATH = '/office/tokens';

/** What the page shows besides the tokens. */
export interface TokensShown {
  /** Of a token that was made just now; it is shown this once. */
  secret: string | null;
  notice: string | null;
  /** The scopes that the visitor may give. */
  scopes: readonly Scope[];
}

/** The scopes that a visitor may give to a token. */
export function scopesFor(administers: boolean): readonly Scope[] {
  return administers ? SCOPES : SCOPES.filter((scope) => scope !== 'org:write');
}

/** Tokens for programs: those that there are, and a form to make one. */
export function tokensPage(
  { words, signed }: Drawn,
  tokens: readonly TokenRow[],
  shown: TokensShown,
): string {
  const { t } = words;
  return pageOf({
    words,
    signed,
    title: t('office.tokens'),
    section: TOKENS_PATH,
    children: (
      <>
        {shown.notice !== null && (
          <p class="notice" role="alert">
            {shown.notice}
          </p>
        )}
        {shown.secret !== null && (
          <section class="sheet" role="status">
            <h2>{t('office.token-made')}</h2>
            <p>
              <code>{shown.secret}</code>
            </p>
            <p class="muted">{t('office.token-once')}</p>
          </section>
        )}
        <section class="sheet">
          <p class="muted">{t('office.tokens-what')}</p>
          {tokens.length === 0 ? (
            <p>{t('office.tokens-none')}</p>
          ) : (
            <List tokens={tokens} words={words} formKey={signed.formKey} />
          )}
        </section>
        <Make words={words} formKey={signed.formKey} scopes={shown.scopes} />
      </>
    ),
  });
}

function dayOf(at: number): Day {
  return dayAt(at, 'UTC');
}

function List({
  tokens,
  words,
  formKey,
}: {
  tokens: readonly TokenRow[];
  words: OfficeWords;
  formKey: string;
}): VNode {
  const { t } = words;
  return (
    <PlainTable
      caption={t('office.tokens')}
      columns={[
        t('office.token-name'),
        t('office.token-scopes'),
        t('office.token-until'),
        t('office.token-used'),
        '',
      ]}
      rows={tokens.map(({ id, name, owner, scopes, until, usedAt, over }) => [
        <>
          {name}
          {owner !== null && <span class="muted">{owner}</span>}
        </>,
        scopes.map((scope) => t(`office.scope-${scope}`)).join(' · '),
        over ? t('office.token-over') : words.day(dayOf(until)),
        usedAt === null ? t('office.token-never') : words.day(dayOf(usedAt)),
        <form method="post" action={`${TOKENS_PATH}/revoke`}>
          <input type="hidden" name="key" value={formKey} />
          <button type="submit" name="id" value={id} class="danger">
            {t('office.token-revoke')}
          </button>
        </form>,
      ])}
    />
  );
}

function Make({
  words: { t },
  formKey,
  scopes,
}: {
  words: OfficeWords;
  formKey: string;
  scopes: readonly Scope[];
}): VNode {
  return (
    <form class="sheet" method="post" action={TOKENS_PATH}>
      <h2>{t('office.token-new')}</h2>
      <input type="hidden" name="key" value={formKey} />
      <p class="field">
        <label for="token-name">{t('office.token-name')}</label>
        <input id="token-name" type="text" name="name" required maxLength={80} autocomplete="off" />
      </p>
      <fieldset>
        <legend>{t('office.token-scopes')}</legend>
        {scopes.map((scope) => (
          <label key={scope}>
            <input type="checkbox" name="scope" value={scope} checked={scope === 'read'} />{' '}
            {t(`office.scope-${scope}`)}
          </label>
        ))}
      </fieldset>
      <p class="field">
        <label for="token-days">{t('office.token-until')}</label>
        <select id="token-days" name="days">
          {TOKEN_DAYS.map((count) => (
            <option value={String(count)} selected={count === 90} key={count}>
              {t('office.token-days', { count })}
            </option>
          ))}
        </select>
      </p>
      <button type="submit" class="primary">
        {t('office.token-make')}
      </button>
    </form>
  );
}
