import type { VNode } from 'preact';
import { Face } from './icons';
import { hrefOf } from './links';
import { OfficeButton } from './office-button';
import type { View } from './view';

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
      data-poll={scene === 'tallied' ? undefined : (poll ?? undefined)}
    >
      <p class="caption" role="status">
        {words(`scene.${scene}`, { ...clock.times.window, place: words('private-messages') })}
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

/** Three ways on: to answer, to look as the person in charge, to see every message. */
function End({ view }: { view: View }): VNode {
  const { words, viewer, persons, clock, locale } = view;
  const lead = persons.find(({ person }) => person.admin && person.id !== viewer.id)?.person;
  return (
    <section id="stage" aria-label={words('scene.done')}>
      <p class="caption" role="status">
        {words('scene.done')}
      </p>
      <p class="ways">
        {clock.play.poll && (
          <button type="button" class="quiet" data-reveal={clock.play.poll}>
            {words('way.answer')}
          </button>
        )}
        {lead && (
          <a href={hrefOf(view, { as: lead.id })} data-nav>
            {words('way.lead', { name: lead.name })}
          </a>
        )}
        <OfficeButton view={view} person={lead?.id ?? viewer.id} />
        <a href={`/sandbox/gallery?lang=${locale}`}>{words('way.gallery')}</a>
      </p>
    </section>
  );
}
