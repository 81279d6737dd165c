import type { VNode } from 'preact';
import type { Scene } from '../play/scene';
import { Face } from './icons';
import { OfficeButton } from './office-button';
import type { View } from './view';

/** Scenes in which the conversation goes on below the poll. */
const AFTER: readonly Scene[] = ['tallied', 'week', 'office'];

/** Tells a visitor what happens in the play of a day, and at its end what to do next. */
export function Stage({ view }: { view: View }): VNode | null {
  const { words, clock, persons } = view;
  const { state, scene, poll, lately } = clock.play;
  if (state === 'done') return <End view={view} />;
  if (state !== 'playing' || scene === null) return null;
  const faces = lately.flatMap((id) => persons.filter(({ person }) => person.id === id));
  return (
    <section
      id="stage"
      aria-label={words('playing')}
      data-poll={AFTER.includes(scene) ? undefined : (poll ?? undefined)}
    >
      <p class="caption" role="status">
        {words(`scene.${scene}`, {
          ...clock.times.window,
          place: words('private-messages'),
          command: words('typed.ask-privately'),
        })}
      </p>
      {faces.length > 0 && (
        <p class="faces" aria-hidden="true">
          {faces.map(({ person }) => (
            <Face id={person.id} name={person.name} key={person.id} />
          ))}
        </p>
      )}
    </section>
  );
}

/** Three ways on: to answer, to open the pages of the person in charge, to see every message. */
function End({ view }: { view: View }): VNode {
  const { words, viewer, persons, clock, locale } = view;
  const lead = viewer.admin ? viewer : persons.find(({ person }) => person.admin)?.person;
  return (
    <section id="stage" aria-label={words('scene.done')}>
      <p class="caption" role="status">
        {words('scene.done')}
      </p>
      <div class="ways">
        {clock.play.poll && (
          <button type="button" data-reveal={clock.play.poll}>
            {words('way.answer')}
          </button>
        )}
        <OfficeButton view={view} person={lead?.id ?? viewer.id} />
        <a href={`/sandbox/gallery?lang=${locale}`}>{words('way.gallery')}</a>
      </div>
    </section>
  );
}
