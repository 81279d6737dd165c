import { AE } from './ae';
import { AU } from './au';
import { BR } from './br';
import { CN } from './cn';
import { type National, type NationalData, readNational } from './data';
import { DE } from './de';
import { EG } from './eg';
import { FR } from './fr';
import { GB } from './gb';
import { IL } from './il';
import { IN } from './in';
import { JP } from './jp';
import { KR } from './kr';
import { SA } from './sa';
import { TW } from './tw';
import { US } from './us';

/** Where half of the world's office workers are: elsewhere the holidays are those of `date-holidays`. */
const DATA: Readonly<Record<string, NationalData>> = {
  AE,
  AU,
  BR,
  CN,
  DE,
  EG,
  FR,
  GB,
  IL,
  IN,
  JP,
  KR,
  SA,
  TW,
  US,
};

const known = new Map<string, National | null>();

/** The shipped holidays of a country, ISO 3166-1 alpha-2; null: none are shipped. */
export function nationalOf(country: string): National | null {
  const found = known.get(country);
  if (found !== undefined) return found;
  const data = DATA[country];
  const national = data ? readNational(data) : null;
  known.set(country, national);
  return national;
}
