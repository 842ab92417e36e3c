import type { Channel } from '../protocol/recorders';
import type { Exposure } from './exposures';

export type ExposureRuleId =
  | 'exposed-field'
  | 'exposed-text'
  | 'exposed-attribute'
  | 'personal-url'
  | 'personal-title'
  | 'hidden-value'
  | 'cleared-value'
  | 'revealed-password'
  | 'mask-not-reaching'
  | 'mask-too-late'
  | 'ignore-mistaken'
  | 'click-side-channel';

/**
 * The one rule that an exposure belongs to: the trap that it fell into, else what is special about
 * its field, else its channel. So every exposure is told once, by the rule that says most about it.
 */
export function ruleOf({ sighting, prediction }: Exposure): ExposureRuleId {
  const { channel, pii, traits = [] } = sighting;
  if (prediction?.trap) return BY_TRAP[prediction.trap];
  const isValue = channel === 'value' || channel === 'value-attribute';
  if (isValue && pii === 'password' && prediction?.capture === 'plain') return 'revealed-password';
  if (isValue && traits.includes('hidden')) return 'hidden-value';
  if (isValue && traits.includes('cleared')) return 'cleared-value';
  return BY_CHANNEL[channel];
}

const BY_TRAP = {
  'mask-does-not-reach': 'mask-not-reaching',
  'mask-too-late': 'mask-too-late',
  'ignore-is-not-mask': 'ignore-mistaken',
} as const;

const BY_CHANNEL: Readonly<Record<Channel, ExposureRuleId>> = {
  text: 'exposed-text',
  comment: 'exposed-text',
  console: 'exposed-text',
  value: 'exposed-field',
  'value-attribute': 'exposed-field',
  'option-text': 'exposed-field',
  'option-value': 'exposed-field',
  'file-name': 'exposed-field',
  'label-attribute': 'exposed-attribute',
  placeholder: 'exposed-attribute',
  title: 'exposed-attribute',
  alt: 'exposed-attribute',
  aria: 'exposed-attribute',
  data: 'exposed-attribute',
  id: 'exposed-attribute',
  class: 'exposed-attribute',
  name: 'exposed-attribute',
  style: 'exposed-attribute',
  srcdoc: 'exposed-attribute',
  meta: 'exposed-attribute',
  'page-url': 'personal-url',
  href: 'personal-url',
  src: 'personal-url',
  action: 'personal-url',
  'resource-url': 'personal-url',
  'document-title': 'personal-title',
  'clicked-text': 'click-side-channel',
};
