import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import * as v from 'valibot';
import { describe, expect, it } from 'vitest';
import { message } from '../core/message';
import { createTranslator } from '../core/translator';
import { finding } from '../masking/finding';
import type { AuditResult } from '../protocol/findings';
import { AuditFileSchema, toAuditFile } from './audit-file';
import { toJsonSchema } from './json-schema';

const translate = createTranslator();

/** A result in which every place that holds text holds a value that must not be handed on. */
const LEAKY: AuditResult = {
  auditId: 'audit_1',
  title: 'Chat with ada@example.com',
  url: 'https://u:p@acme.test/u/ada%40example.com?token=abc#ada@example.com',
  time: Date.UTC(2026, 10, 22, 12),
  verdict: 'blocked',
  partial: false,
  recorders: [
    {
      id: 'posthog',
      detected: true,
      recording: true,
      version: '1.449.2',
      optionSource: 'read',
      options: { custom: 'ada@example.com' },
    },
  ],
  frames: [
    { id: 0, url: 'https://acme.test/ada@example.com', state: 'read', elements: 9, sightings: 1 },
    { id: 7, url: 'null', state: 'not-audited', elements: 0, sightings: 0 },
  ],
  coverage: {
    personal: 1,
    covered: 0,
    share: 0,
    byRecorder: { posthog: { personal: 1, covered: 0, share: 0 } },
  },
  findings: [
    finding(
      {
        rule: 'exposed-text',
        half: 'masking',
        outcome: 'fail',
        severity: 'high',
        target: {
          frame: 0,
          selector: 'a[title="ada@example.com"] > [href="mailto:ada@example.com"]',
        },
        template: 'a',
        channel: 'text',
        pii: { class: 'email', confidence: 0.98 },
        recorder: 'posthog',
        capture: 'plain',
        text: message('audit.rule.exposedText.plain', 'PostHog', 'ada@example.com'),
        why: [message('pii.why.label', 'Write to ada@example.com')],
        fix: {
          kind: 'class',
          text: 'class="ada@example.com"',
          effect: message('audit.next.mend'),
        },
        resolution: { answer: 'accepted', reason: 'asked ada@example.com', expires: 2e12 },
        at: 1_700_000_000_000,
        preview: 'a•••@•••.com',
      },
      ['x'],
    ),
  ],
  exposureSignature: 'a'.repeat(64),
  ruleSet: '1',
  timeline: { startedAt: 0, fromStart: true, events: [], dropped: 0 },
  headline: message('audit.verdict.blockedMasking', 1, 'PostHog'),
  nextStep: message('audit.next.mend'),
  clearance: null,
};

describe('audit.json', () => {
  const file = toAuditFile(LEAKY, translate);

  it('has the published form', () => {
    expect(v.parse(AuditFileSchema, file)).toEqual(file);
    expect(file).toMatchObject({
      format: 'hushmap-audit',
      version: 1,
      url: 'https://acme.test/u/‹email›?token',
      time: '2026-11-22T12:00:00.000Z',
      verdict: 'blocked',
      recorders: [{ name: 'PostHog', version: '1.449.2', options: 'read' }],
      coverage: { personal: 1, covered: 0, share: 0 },
      findings: [
        {
          rule: 'exposed-text',
          outcome: 'fail',
          severity: 'high',
          target: { frame: 0, selector: 'a[title] > [href="mailto:‹email›"]' },
          channel: 'text',
          pii: { class: 'email', confidence: 0.98 },
          recorder: 'posthog',
          capture: 'plain',
          text: 'PostHog would record this text (‹email›) as it is.',
        },
      ],
    });
  });

  it('holds no personal value, wherever the result held one', () => {
    expect(JSON.stringify(file)).not.toMatch(/ada(@|%40)|u:p@/);
  });

  it('says in docs/audit.schema.json what the code checks', () => {
    const path = join(import.meta.dirname, '../../docs/audit.schema.json');
    const { $schema, title, description, ...published } = JSON.parse(readFileSync(path, 'utf8'));
    expect({ $schema, title }).toEqual({
      $schema: 'https://json-schema.org/draft/2020-12/schema',
      title: 'Hushmap audit file',
    });
    expect(description).toMatch(/audit/);
    expect(published).toEqual(JSON.parse(JSON.stringify(toJsonSchema(AuditFileSchema))));
  });
});

describe('toJsonSchema', () => {
  it('refuses what it could not say', () => {
    expect(() => toJsonSchema(v.set(v.string()))).toThrow(/set/);
    expect(() => toJsonSchema(v.pipe(v.string(), v.emoji()))).toThrow(/emoji/);
  });
});
