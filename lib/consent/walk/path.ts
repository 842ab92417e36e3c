import type { RecorderState } from '../../protocol/recorders';
import type { BannerReading } from '../../protocol/walk/banner';
import type { Obstacle, ScenarioId, StepId } from '../../protocol/walk/scenarios';
import type { WalkStep } from '../../protocol/walk/step';
import type { WalkScenario } from '../../protocol/walk/walk';
import { accept, allOff, type Choice, reject } from './choose';
import { PathBlocked, type Visitor, type WalkDriver } from './driver';
import { withdraw } from './withdraw';

export interface PathContext {
  readonly driver: WalkDriver;
  readonly now: () => number;
  readonly signal?: AbortSignal | undefined;
  title: string;
  note(recorders: readonly RecorderState[]): void;
}

type OnStep = (step: StepId, soFar: WalkScenario) => void;

/** Walks one path from a clean state to its end, or as far as it goes. */
export async function walkPath(
  context: PathContext,
  id: ScenarioId,
  repeat: number,
  onStep: OnStep,
): Promise<{ readonly scenario: WalkScenario; readonly title: string }> {
  const path = new Path(context, id, repeat, onStep);
  const obstacle = await path.walk();
  return { scenario: path.scenario(obstacle), title: path.title };
}

const CHOICES: Partial<Record<ScenarioId, typeof accept>> = {
  reject,
  accept,
  withdraw: accept,
  'settings-off': allOff,
};

class Path {
  readonly #steps: WalkStep[] = [];
  #clicks: number | null = null;
  title = '';

  constructor(
    private readonly context: PathContext,
    private readonly id: ScenarioId,
    private readonly repeat: number,
    private readonly onStep: OnStep,
  ) {}

  scenario(obstacle: Obstacle | null): WalkScenario {
    const state = obstacle === null ? 'walked' : this.#steps.length > 0 ? 'partly' : 'not-walked';
    return {
      id: this.id,
      repeat: this.repeat,
      state,
      obstacle,
      steps: [...this.#steps],
      clicks: this.#clicks,
    };
  }

  /** @returns what the path ended at; null: its end. */
  async walk(): Promise<Obstacle | null> {
    let visitor: Visitor | null = null;
    try {
      visitor = await this.context.driver.begin({ gpc: this.id === 'gpc' });
      await this.#walkWith(visitor);
      return null;
    } catch (cause) {
      if (this.context.signal?.aborted) return 'interrupted';
      if (cause instanceof PathBlocked) return cause.obstacle;
      const told = this.context.driver.obstacleOf?.(cause) ?? null;
      if (told === null) throw cause;
      return told;
    } finally {
      await visitor?.end();
    }
  }

  async #walkWith(visitor: Visitor): Promise<void> {
    const { waits } = this.context.driver.vantage;
    const choose = CHOICES[this.id];
    let shown: BannerReading | null = null;
    await this.#step(visitor, 'before', async () => {
      await visitor.open();
      shown = await visitor.banner(waits.banner);
      await visitor.stay(waits.before);
      return { banner: shown };
    });
    if (choose) await this.#choose(visitor, 'after', shown, (banner) => choose(visitor, banner));
    if (this.id === 'withdraw') {
      await this.#choose(visitor, 'withdrawn', shown, () => withdraw(visitor));
    }
    if (this.id === 'scroll') await this.#scroll(visitor);
    if (this.id === 'untouched') await this.#look(visitor, 'warm', () => visitor.openWarm());
    await this.#look(visitor, 'reload', () => visitor.open());
    if (this.id === 'reject') {
      await this.#look(visitor, 'reload-2', () => visitor.open());
      await this.#look(visitor, 'reload-3', () => visitor.open());
    }
    await this.#second(visitor);
    if (this.id === 'untouched') await this.#tryKeyboard(visitor);
  }

  /** A step of its own: what stood before is told apart from what scrolling brought about. */
  async #scroll(visitor: Visitor): Promise<void> {
    await this.#step(visitor, 'after', async () => {
      await visitor.scroll();
      await visitor.stay(this.context.driver.vantage.waits.after);
      return {};
    });
  }

  async #choose(
    visitor: Visitor,
    step: 'after' | 'withdrawn',
    shown: BannerReading | null,
    choose: (banner: BannerReading) => Promise<Choice>,
  ): Promise<void> {
    const banner = shown;
    if (banner === null) throw new PathBlocked('no-banner');
    await this.#step(visitor, step, async () => {
      const { clicks, settings } = await choose(banner);
      if (step === 'after') this.#clicks = clicks.length;
      await visitor.stay(this.context.driver.vantage.waits.after);
      return { banner: null, settings, choiceAt: clicks.at(-1)?.t ?? null };
    });
  }

  /** A banner that would come at all comes as late again as it came at first. */
  async #look(visitor: Visitor, step: StepId, go: () => Promise<void>): Promise<void> {
    const { waits } = this.context.driver.vantage;
    const late = this.#steps[0]?.banner?.after ?? 0;
    await this.#step(visitor, step, async () => {
      await go();
      const banner = await visitor.banner(Math.min(waits.banner, Math.max(2_000, late * 1.5)));
      await visitor.stay(waits.before);
      return { banner };
    });
  }

  async #second(visitor: Visitor): Promise<void> {
    const found = await visitor.openSecond();
    if (!found) return;
    await this.#step(visitor, 'second-page', async () => {
      const banner = await visitor.banner(1_500);
      await visitor.stay(this.context.driver.vantage.waits.before);
      return { banner };
    });
  }

  /** Once all has been read: what Esc sets off is ours, and no traffic of an untouched page. */
  async #tryKeyboard(visitor: Visitor): Promise<void> {
    const last = this.#steps.at(-1);
    if (!last?.banner || !last.bannerAtEnd) return;
    const keyboard = await visitor.keyboard(last.banner).catch(() => null);
    this.#steps.splice(-1, 1, { ...last, banner: { ...last.banner, keyboard } });
  }

  async #step(visitor: Visitor, id: StepId, work: () => Promise<StepFacts>): Promise<void> {
    if (this.context.signal?.aborted) throw new PathBlocked('interrupted');
    this.onStep(id, this.scenario(null));
    try {
      await this.#keep(visitor, id, await work());
    } catch (cause) {
      // What was seen until then is evidence all the same.
      if (cause instanceof PathBlocked && cause.obstacle !== 'not-reached') {
        await this.#keep(visitor, id, {}).catch(() => undefined);
      }
      throw cause;
    }
  }

  async #keep(visitor: Visitor, id: StepId, found: StepFacts): Promise<void> {
    const bannerAtEnd = (await visitor.banner(0)) !== null;
    const { title, recorders, ...reading } = await visitor.read();
    this.title ||= title;
    this.context.note(recorders);
    this.#steps.push({
      ...reading,
      id,
      choiceAt: found.choiceAt ?? null,
      banner: found.banner ? withMoment(found.banner, reading.timeline) : null,
      settings: found.settings ?? null,
      bannerAtEnd,
    });
  }
}

/** When a banner was first seen, as its own document noted it: earlier than we came to measure it. */
function withMoment(
  banner: BannerReading,
  { startedAt, events }: WalkStep['timeline'],
): BannerReading {
  const first = events.find((event) => event.kind === 'banner' && event.visible);
  if (first === undefined || first.t < startedAt) return banner;
  return { ...banner, after: Math.min(banner.after, Math.round(first.t - startedAt)) };
}

type StepFacts = Partial<Pick<WalkStep, 'banner' | 'settings' | 'choiceAt'>>;
