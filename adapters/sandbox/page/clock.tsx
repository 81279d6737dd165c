import type { ComponentChildren, VNode } from 'preact';
import { dateText, fullDateText, timeText, zoneText } from '../time';
import { Icon } from './icons';
import type { View } from './view';

const SPEEDS = [1, 60, 600];

/** The clock and what moves it, with a first-time visitor's three steps. */
export function ClockPanel({ view }: { view: View }): VNode {
  const { words, clock, viewer, locale } = view;
  const { zone } = clock.times;
  return (
    <aside id="panel" aria-label={words('clock')}>
      <section id="clock" data-now={clock.now} data-speed={clock.speed} data-zone={zone} data-locale={locale}>
        <div class="face-of-clock">
          <p class="time">
            <time id="clock-time">{timeText(clock.now, zone, locale)}</time>
            <Pace view={view} />
          </p>
          <p class="date">
            <span id="clock-date">{fullDateText(clock.now, zone, words)}</span>
            <span class="zone">{zoneText(clock.now, zone, locale)}</span>
          </p>
          {viewer.timeZone !== zone && (
            <p class="elsewhere">
              <time id="clock-elsewhere" data-zone={viewer.timeZone}>
                {timeText(clock.now, viewer.timeZone, locale)}
              </time>{' '}
              {zoneText(clock.now, viewer.timeZone, locale)}
            </p>
          )}
        </div>
        <PlayControls view={view} />
        <button
          type="button"
          class="quiet more"
          id="clock-more"
          aria-expanded="false"
          aria-controls="clock-settings"
          aria-label={words('clock-more')}
        >
          <Icon name="more" />
        </button>
        <ClockSettings view={view} />
      </section>
      <Hints view={view} />
    </aside>
  );
}

function Pace({ view: { words, clock } }: { view: View }): VNode {
  const { real, speed } = clock;
  const text = real ? words('real-time') : speed === 0 ? words('paused') : words('times', { speed });
  return <span class={`pace ${real ? 'real' : speed === 0 ? 'still' : 'runs'}`}>{text}</span>;
}

function PlayControls({ view: { words, clock, viewer, locale } }: { view: View }): VNode {
  const { play, upcoming, times } = clock;
  const playing = play.state === 'playing';
  return (
    <div class="run">
      {playing ? (
        <Post id="play" to="play" body={{ stop: true }} look="plain">
          <Icon name="stop" /> {words('stop')}
        </Post>
      ) : (
        <Post id="play" to="play" body={{ person: viewer.id, lang: locale }} look="primary">
          <Icon name="play" /> {words('play-day')}
        </Post>
      )}
      <Post id="next" to="clock" body={{ advance: 'next', lang: locale }} look="plain">
        <Icon name="next" /> <span class="words">{words('next-event')}</span>
      </Post>
      <progress id="progress" max={1} value={play.progress} aria-label={words('playing')} hidden={!playing} />
      {upcoming && !playing && (
        <p class="upcoming">
          {words(`event.${upcoming.kind}`)}
          <br />
          {dateText(upcoming.at, times.zone, words)} {timeText(upcoming.at, times.zone, locale)}
        </p>
      )}
    </div>
  );
}

function ClockSettings({ view: { words, clock, locale } }: { view: View }): VNode {
  const { real, speed } = clock;
  return (
    <div id="clock-settings">
      <fieldset class="speeds">
        <legend>{words('speed')}</legend>
        <Post to="clock" body={{ real: true, lang: locale }} look="plain" pressed={real}>
          {words('real-time')}
        </Post>
        <Post to="clock" body={{ speed: 0, lang: locale }} look="plain" pressed={!real && speed === 0}>
          {words('pause')}
        </Post>
        {SPEEDS.map((each) => (
          <Post
            to="clock"
            body={{ speed: each, lang: locale }}
            look="plain"
            pressed={!real && speed === each}
            key={each}
          >
            {words('times', { speed: each })}
          </Post>
        ))}
      </fieldset>
      <div class="jumps">
        <Post to="clock" body={{ advance: 'PT1H', lang: locale }} look="plain">
          {words('hour-later')}
        </Post>
        <Post to="clock" body={{ advance: 'P1D', lang: locale }} look="plain">
          {words('day-later')}
        </Post>
      </div>
      <a class="narrow" href={`/sandbox/gallery?lang=${locale}`}>
        {words('gallery')}
      </a>
    </div>
  );
}

interface PostButton {
  id?: string;
  to: 'clock' | 'play';
  body: Record<string, unknown>;
  look: 'primary' | 'plain';
  pressed?: boolean;
  children: ComponentChildren;
}

/** A button that posts a body to the API. */
function Post({ id, to, body, look, pressed, children }: PostButton): VNode {
  return (
    <button
      type="button"
      id={id ?? `${to}-${Object.values(body).join('-')}`}
      class={`choice ${look}`}
      data-post={`/sandbox/api/${to}`}
      data-body={JSON.stringify(body)}
      aria-pressed={pressed}
    >
      {children}
    </button>
  );
}

function Hints({ view: { words } }: { view: View }): VNode {
  return (
    <section id="hints" aria-labelledby="hints-title">
      <h2 id="hints-title">{words('hints')}</h2>
      <ol>
        {[words('hint-1'), words('hint-2'), words('hint-3')].map((hint) => (
          <li key={hint}>{hint}</li>
        ))}
      </ol>
      <button type="button" class="quiet" id="hints-done">
        {words('dismiss')}
      </button>
    </section>
  );
}
