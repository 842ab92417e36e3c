import { expect, it } from 'vitest';
import { artifacts, frame, POSTHOG, predict, sighting } from '../../masking/test-artifacts';
import { concludeAudit } from './conclude';
import { withFewerSightings } from './fewer-sightings';

const gathered = (count: number, exposed: number) => ({
  recorders: [POSTHOG],
  frames: [
    frame(
      Array.from({ length: count }, (_, n) =>
        sighting({
          template: `#row-${n}`,
          predictions: [predict(n < count - exposed ? 'masked' : 'plain')],
        }),
      ),
    ),
  ],
  silent: [],
  timelines: [],
  partial: false,
  hypothetical: false,
  standIn: false,
  onPage: [],
});

it('keeps what is exposed, and counts what it leaves out', () => {
  const { frames } = withFewerSightings(gathered(5_000, 10));
  expect(frames[0]?.sightings).toHaveLength(1_000);
  expect(frames[0]?.truncated).toBe(4_000);
  const exposed = frames[0]?.sightings.filter(({ predictions }) =>
    predictions.some(({ capture }) => capture === 'plain'),
  );
  expect(exposed).toHaveLength(10);
});

it('makes no page clear that it cuts', () => {
  const { frames } = withFewerSightings(gathered(5_000, 0));
  const { verdict } = concludeAudit({
    url: 'https://acme.test/',
    title: '',
    artifacts: artifacts([...frames]),
    consent: null,
    answers: [],
    now: 0,
  });
  expect(verdict).toBe('needs-proof');
});

it('leaves evidence that fits as it is', () => {
  const small = gathered(10, 5);
  expect(withFewerSightings(small).frames[0]).toMatchObject({ truncated: 0 });
});
