import type { Browser, BrowserContext, Frame, Page } from 'playwright';
import type { BannerPage } from '../pages/page';
import type { Banners } from '../server';
import { type Labels, labelsOf } from './labels';
import { type Control, KEEP_ROOTS, type Survey, survey } from './survey';

/** A visitor with a browser profile of their own, on one page of the shop. */
export class Tab {
  readonly labels: Labels;

  private constructor(
    readonly context: BrowserContext,
    readonly page: Page,
    readonly banners: Banners,
    readonly banner: BannerPage,
  ) {
    this.labels = labelsOf(banner);
  }

  static async open(
    browser: Browser,
    banners: Banners,
    banner: BannerPage,
    gpc = false,
  ): Promise<Tab> {
    const context = await browser.newContext({
      viewport: { width: 1280, height: 720 },
      ...(gpc ? { extraHTTPHeaders: { 'Sec-GPC': '1' } } : {}),
    });
    await context.addInitScript(KEEP_ROOTS);
    if (gpc) {
      await context.addInitScript(
        "Object.defineProperty(navigator, 'globalPrivacyControl', { value: true })",
      );
    }
    const tab = new Tab(context, await context.newPage(), banners, banner);
    await tab.go();
    return tab;
  }

  async go(part = ''): Promise<void> {
    await this.page.goto(`${this.banners.origin}/${this.banner.name}${part}`);
  }

  close(): Promise<void> {
    return this.context.close();
  }

  /** The document that the banner is in. */
  frame(): Frame {
    return (
      this.page.frames().find((frame) => /\/frame(#|$)/.test(frame.url())) ?? this.page.mainFrame()
    );
  }

  /** The banner's controls, and how much of the page itself it leaves. */
  async survey(): Promise<Survey> {
    const frame = this.frame();
    const main = await survey(this.page.mainFrame(), this.labels.all);
    if (frame === this.page.mainFrame()) return main;
    const { controls, on } = await survey(frame, this.labels.all);
    return { ...main, controls, on };
  }

  async find(label: string): Promise<Control | undefined> {
    const { controls } = await this.survey().catch(() => ({ controls: [] }));
    return controls.find((one) => one.label === label);
  }

  /** Waits for the control to be there, or for the time to be over. */
  async await(label: string, ms: number): Promise<Control | undefined> {
    for (const end = Date.now() + ms; ; await this.page.waitForTimeout(100)) {
      const control = await this.find(label);
      if (control !== undefined || Date.now() > end) return control;
    }
  }

  /** Moves the pointer to the middle of a control and presses, as a person does. */
  async press(label: string): Promise<boolean> {
    const control = await this.atRest(label);
    if (control === undefined) return false;
    const frame = this.frame();
    const at = frame === this.page.mainFrame() ? null : await frame.frameElement();
    const box = (await at?.boundingBox()) ?? { x: 0, y: 0 };
    await this.page.mouse.move(box.x + control.x, box.y + control.y, { steps: 4 });
    await this.page.mouse.down();
    await this.page.mouse.up();
    return true;
  }

  /** The control once it stands still: banners slide in. */
  private async atRest(label: string): Promise<Control | undefined> {
    let last = await this.await(label, 2_000);
    for (let i = 0; i < 20 && last !== undefined; i++) {
      await this.page.waitForTimeout(250);
      const now = await this.find(label);
      if (now === undefined || (now.x === last.x && now.y === last.y)) return now ?? last;
      last = now;
    }
    return last;
  }

  ingests(): number {
    return this.banners.ingests(this.banner.name);
  }

  /**
   * How many parts of a recording arrived since there were `count`. Looks for so long with the pointer
   * moving; where one is expected, until it is there, for a machine may be busy.
   */
  async ingestsSince(count: number, ms: number, isExpected: boolean): Promise<number> {
    const end = Date.now() + (isExpected ? PATIENCE_MS : ms);
    while (Date.now() < end && !(isExpected && this.ingests() > count)) {
      await this.page.mouse.move(300 + (Date.now() % 97), 140).catch(() => undefined);
      await this.page.waitForTimeout(200);
    }
    return this.ingests() - count;
  }
}

const PATIENCE_MS = 30_000;
