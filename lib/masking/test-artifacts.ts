import { message } from '../core/message';
import type { FrameEvidence, Prediction, Sighting } from '../protocol/evidence';
import type { Capture, RecorderState } from '../protocol/recorders';
import type { MaskingArtifacts } from './contract';

/** Evidence for tests: a page with one recorder, whose options were read. */
export const POSTHOG: RecorderState = {
  id: 'posthog',
  detected: true,
  recording: true,
  version: '1.449.2',
  optionSource: 'read',
  options: { maskAllInputs: true },
};

export const predict = (capture: Capture, recorder: Prediction['recorder'] = 'posthog') => ({
  recorder,
  capture,
  because: message('recorder.because.textPlain', 'PostHog'),
  fix: { kind: 'class' as const, text: 'class="ph-mask"', effect: message('audit.next.mend') },
});

export function sighting(changes: Partial<Sighting> = {}): Sighting {
  return {
    selector: '#thread > li:nth-of-type(1)',
    template: '#thread > li',
    channel: 'text',
    attribute: '',
    pii: 'email',
    confidence: 0.98,
    why: [message('pii.why.emailForm')],
    length: 15,
    digest: '0123456789abcdef',
    preview: 'a•••@•••.com',
    someoneElses: false,
    predictions: [predict('plain')],
    ...changes,
  };
}

export function frame(sightings: Sighting[] = [], changes: Partial<FrameEvidence> = {}) {
  const evidence: FrameEvidence = {
    frameId: 0,
    url: 'https://acme.test/chat',
    origin: 'https://acme.test',
    elements: 10,
    shadowRoots: { open: 0, closed: 0, unreadable: 0 },
    values: 10,
    sightings,
    truncated: 0,
    durationMs: 1,
    childFrames: [],
    ...changes,
  };
  return evidence;
}

export const child = (origin: string, sameOrigin: boolean, selector = 'iframe') => ({
  selector,
  origin,
  sameOrigin,
  visible: true,
});

export function artifacts(
  frames: FrameEvidence[],
  changes: Partial<MaskingArtifacts> = {},
): MaskingArtifacts {
  return { frames, recorders: [POSTHOG], allowedFrames: [], partial: false, ...changes };
}
