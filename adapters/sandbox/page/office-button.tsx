import type { VNode } from 'preact';
import type { PersonId } from '../../../src/domain/people/person';
import type { View } from './view';

/** Signs a person of the demo team in to the pages with one press. */
export function OfficeButton({
  view: { words, hasOffice },
  person,
}: {
  view: View;
  person: PersonId;
}): VNode | null {
  if (!hasOffice) return null;
  return (
    <form class="office" method="post" action="/sandbox/office">
      <button type="submit" class="quiet" name="person" value={person}>
        {words('office')}
      </button>
    </form>
  );
}
