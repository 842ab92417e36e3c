import type { Page } from 'playwright';
import * as v from 'valibot';
import { type Timeline, TimelineSchema } from '../../protocol/timeline';
import {
  type BannerControl,
  BannerControlSchema,
  type BannerReading,
  BannerReadingSchema,
  BoxSchema,
} from '../../protocol/walk/banner';
import { type FrameWorld, openWorlds } from '../world';

/** A banner, and the frame that it is in. */
export interface SeenBanner {
  readonly reading: BannerReading;
  readonly world: FrameWorld;
}

/** Our worlds in the frames of a page. Answers are parsed as if the page had written them. */
export class Frames {
  constructor(readonly worlds: readonly FrameWorld[]) {}

  static async of(page: Page): Promise<Frames> {
    return new Frames(await openWorlds(page, 'consent.js').catch(() => []));
  }

  /** The banner of the page's own document, or of one of its frames; visible ones first. */
  async banner(): Promise<SeenBanner | null> {
    const found: SeenBanner[] = [];
    for (const world of this.worlds) {
      const reading = await ask(world, 'hushmap.banner()', v.nullable(BannerReadingSchema));
      if (reading === null) continue;
      const placed = await this.#inPage(world, reading);
      if (placed !== null) found.push({ reading: placed, world });
    }
    return found.find(({ reading }) => reading.visible) ?? found[0] ?? null;
  }

  async reopeners(): Promise<{ readonly control: BannerControl; readonly world: FrameWorld }[]> {
    const [top] = this.worlds;
    if (top === undefined) return [];
    const found = await ask(top, 'hushmap.reopeners()', v.array(BannerControlSchema));
    return (found ?? []).map((control) => ({ control, world: top }));
  }

  /** Time lines of the frames of the page's own origin; others are seen by their traffic alone. */
  async timelines(): Promise<(Timeline | null)[]> {
    const told: (Timeline | null)[] = [];
    for (const world of this.worlds) {
      const isOwn = world.frameId === 0 || (await this.#isOwn(world));
      if (isOwn === false) continue;
      // One that does not even say whose it is may be the page's own, and hide what it began.
      told.push(
        isOwn === null ? null : await ask(world, 'hushmap.timeline()', v.nullable(TimelineSchema)),
      );
    }
    return told;
  }

  /** Null: it does not answer. */
  async #isOwn(world: FrameWorld): Promise<boolean | null> {
    const [top] = this.worlds;
    const [own, others] = [top && (await stateOf(top)), await stateOf(world)];
    return others === null ? null : own?.origin === others.origin;
  }

  /** From a frame's own viewport to the page's. */
  async #inPage(world: FrameWorld, reading: BannerReading): Promise<BannerReading | null> {
    const by = await world.offset();
    if (by === null) return null;
    const move = <T extends { x: number; y: number }>(box: T): T => ({
      ...box,
      x: box.x + by.x,
      y: box.y + by.y,
    });
    // The language that counts is that of the page, not of a frame in it.
    const [top] = this.worlds;
    const page = top === undefined || top === world ? null : await stateOf(top);
    return {
      ...reading,
      lang: { ...reading.lang, page: page?.lang ?? reading.lang.page },
      box: move(reading.box),
      controls: reading.controls.map((control) => ({ ...control, box: move(control.box) })),
    };
  }
}

const StateSchema = v.object({
  url: v.string(),
  title: v.string(),
  origin: v.string(),
  /** Whose storages it uses. */
  storage: v.string(),
  lang: v.string(),
});
export type PageState = v.InferOutput<typeof StateSchema>;

export const stateOf = (world: FrameWorld): Promise<PageState | null> =>
  ask(world, 'hushmap.state()', StateSchema);

export const TargetSchema = v.nullable(v.object({ box: BoxSchema, hittable: v.boolean() }));

/** Null: the frame did not answer, or not in the form that was asked for. */
export async function ask<S extends v.GenericSchema>(
  world: FrameWorld,
  expression: string,
  schema: S,
): Promise<v.InferOutput<S> | null> {
  const answer = await world.evaluate(expression).catch(() => null);
  const parsed = v.safeParse(schema, answer);
  return parsed.success ? parsed.output : null;
}
