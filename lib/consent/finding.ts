import type { Message } from '../core/message';
import type { Finding } from '../protocol/findings';
import type { RecorderId } from '../protocol/recorders';

interface Told {
  readonly rule: string;
  readonly outcome: Finding['outcome'];
  readonly severity: Finding['severity'];
  readonly text: Message;
  readonly recorder?: RecorderId | null;
  readonly why?: readonly Message[];
  readonly fix?: Finding['fix'];
  /** Milliseconds since the epoch. */
  readonly at?: number | null;
  /** The control that it is about, where there is one. */
  readonly selector?: string;
  /** Tells apart several findings of one rule on one recorder. */
  readonly part?: string;
}

/** A finding of the consent half. It is about the page as a whole, so it has no channel or class. */
export function consentFinding(told: Told): Finding {
  const recorder = told.recorder ?? null;
  return {
    id: ['consent', told.rule, recorder ?? 'page', ...(told.part ? [told.part] : [])].join(':'),
    rule: told.rule,
    half: 'consent',
    outcome: told.outcome,
    severity: told.severity,
    target: { frame: 0, selector: told.selector ?? '' },
    template: '',
    channel: null,
    attribute: '',
    pii: null,
    recorder,
    capture: null,
    text: told.text,
    why: [...(told.why ?? [])],
    fix: told.fix ?? null,
    places: 1,
    preview: '',
    at: told.at ?? null,
    resolution: null,
  };
}
