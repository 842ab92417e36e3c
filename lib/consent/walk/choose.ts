import type { BannerControl, BannerReading } from '../../protocol/walk/banner';
import type { WalkClick } from '../../protocol/walk/step';
import { PathBlocked, type Visitor } from './driver';

/** What was pressed to make a choice. */
export interface Choice {
  readonly clicks: readonly WalkClick[];
  /** The second layer, where it was opened. */
  readonly settings: BannerReading | null;
}

/** Milliseconds that a banner gets to go, or its second layer to come. */
const REACT_MS = 3_000;
const MOST_TOGGLES = 40;

/** Accepts on the first layer, or where that has no such control, in the settings. */
export const accept = (visitor: Visitor, banner: BannerReading): Promise<Choice> =>
  decide(visitor, banner, 'accept');

/** Refuses on the first layer; else in the settings, by a control that refuses or by switching all off. */
export const reject = (visitor: Visitor, banner: BannerReading): Promise<Choice> =>
  decide(visitor, banner, 'reject');

/** Opens the settings, switches off what can be switched off, and keeps that. */
export async function allOff(visitor: Visitor, banner: BannerReading): Promise<Choice> {
  const opened = hasToggles(banner) ? null : await openSettings(visitor, banner);
  const layer = opened?.settings ?? banner;
  const clicks = [...(opened?.clicks ?? [])];
  clicks.push(...(await switchOff(visitor, layer)));
  const now = (await visitor.banner(REACT_MS)) ?? layer;
  const keep = find(now, 'save') ?? find(now, 'reject') ?? find(now, 'close');
  if (keep === null) throw new PathBlocked('no-control');
  clicks.push(await visitor.press(keep, keep.role === 'reject' ? 'reject' : 'save'));
  await untilGone(visitor, now);
  return { clicks, settings: opened?.settings ?? null };
}

async function decide(
  visitor: Visitor,
  banner: BannerReading,
  aim: 'accept' | 'reject',
): Promise<Choice> {
  const direct = find(banner, aim);
  if (direct !== null) {
    const click = await visitor.press(direct, aim);
    await untilGone(visitor, banner);
    return { clicks: [click], settings: null };
  }
  if (find(banner, 'settings') === null && !hasToggles(banner)) throw new PathBlocked('no-control');
  if (aim === 'reject' && hasToggles(banner)) return allOff(visitor, banner);
  const opened = await openSettings(visitor, banner);
  const inside = find(opened.settings, aim);
  if (inside === null) {
    if (aim === 'accept') throw new PathBlocked('no-control');
    const off = await allOff(visitor, { ...opened.settings, layer: 2 });
    return { clicks: [...opened.clicks, ...off.clicks], settings: opened.settings };
  }
  const click = await visitor.press(inside, aim);
  await untilGone(visitor, opened.settings);
  return { clicks: [...opened.clicks, click], settings: opened.settings };
}

async function openSettings(
  visitor: Visitor,
  banner: BannerReading,
): Promise<{ readonly clicks: readonly WalkClick[]; readonly settings: BannerReading }> {
  const control = find(banner, 'settings');
  if (control === null) throw new PathBlocked('no-control');
  const click = await visitor.press(control, 'settings');
  await visitor.stay(400);
  const settings = await visitor.banner(REACT_MS);
  if (settings === null) throw new PathBlocked('no-effect');
  return { clicks: [click], settings };
}

async function switchOff(visitor: Visitor, layer: BannerReading): Promise<WalkClick[]> {
  const clicks: WalkClick[] = [];
  const on = layer.toggles.filter(
    (one) => one.on && one.visible && !one.disabled && !one.essential,
  );
  for (const { selector, label } of on.slice(0, MOST_TOGGLES)) {
    clicks.push(await visitor.press({ selector, label, role: 'other' }, 'toggle'));
  }
  return clicks;
}

/**
 * Waits until a banner has gone or become another. Some keep a choice at the press and stay open until
 * they are closed; a press that changes nothing at all is no choice.
 */
async function untilGone(visitor: Visitor, before: BannerReading): Promise<void> {
  if (await isGone(visitor, before)) return;
  const close = before.layer === 2 || before.toggles.length > 0 ? find(before, 'close') : null;
  if (close === null) throw new PathBlocked('no-effect');
  await visitor.press(close, 'save');
  if (!(await isGone(visitor, before))) throw new PathBlocked('no-effect');
}

async function isGone(visitor: Visitor, before: BannerReading): Promise<boolean> {
  for (let waited = 0; waited < REACT_MS; waited += 250) {
    const now = await visitor.banner(0);
    if (now === null || now.selector !== before.selector || !sameControls(now, before)) return true;
    await visitor.stay(250);
  }
  return false;
}

const sameControls = (a: BannerReading, b: BannerReading): boolean =>
  a.controls.map(({ label }) => label).join('\n') ===
  b.controls.map(({ label }) => label).join('\n');

const hasToggles = (banner: BannerReading): boolean =>
  banner.toggles.some(({ visible, disabled }) => visible && !disabled);

/** The control of a kind that a person would take: reachable ones first, buttons first, in their order. */
export function find(banner: BannerReading, role: BannerControl['role']): BannerControl | null {
  const fits = banner.controls.filter((control) => control.role === role && control.visible);
  const rank = ({ hittable, acknowledges, kind }: BannerControl): number =>
    (hittable ? 0 : 4) + (acknowledges ? 2 : 0) + (kind === 'button' ? 0 : 1);
  return fits.toSorted((a, b) => rank(a) - rank(b))[0] ?? null;
}
