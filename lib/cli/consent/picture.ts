import type { Browser, Page } from 'playwright';
import type { Box } from '../../protocol/walk/banner';
import { openWorlds } from '../world';
import { personalBoxes } from './personal-boxes';
import { steadyPicture } from './steady-picture';

/** Takes pictures of pages, with what is personal painted over. */
export class Camera {
  #painter: Promise<Page> | null = null;

  constructor(private readonly browser: Browser) {}

  /** @returns PNG bytes; null: no picture could be taken without something personal in it. */
  async take(page: Page): Promise<Buffer | null> {
    try {
      const read = async () =>
        personalBoxes(await openWorlds(page, 'scanner.js'), page.frames().length);
      const shoot = () => page.screenshot({ scale: 'css', timeout: 5_000 });
      const taken = await steadyPicture(read, shoot);
      if (taken === null || taken.boxes.length === 0) return taken?.png ?? null;
      return await this.#paint(taken.png, taken.boxes);
    } catch {
      // Whatever could not be read, shown or painted: a walk goes on without its picture.
      return null;
    }
  }

  async close(): Promise<void> {
    const painter = await this.#painter;
    this.#painter = null;
    await painter?.context().close();
  }

  /** In a blank page of its own, so that the one under audit is never touched. */
  async #paint(picture: Buffer, boxes: readonly Box[]): Promise<Buffer> {
    // Paths are walked at the same time: the first that paints opens the page for all.
    this.#painter ??= this.browser.newContext().then((context) => context.newPage());
    const painter = await this.#painter;
    const painted = await painter.evaluate(paintOver, {
      png: picture.toString('base64'),
      boxes: [...boxes],
    });
    return Buffer.from(painted, 'base64');
  }
}

/** Runs in the blank page. */
async function paintOver({ png, boxes }: { png: string; boxes: Box[] }): Promise<string> {
  const bytes = Uint8Array.from(atob(png), (character) => character.charCodeAt(0));
  const image = await createImageBitmap(new Blob([bytes], { type: 'image/png' }));
  const canvas = document.createElement('canvas');
  canvas.width = image.width;
  canvas.height = image.height;
  const context = canvas.getContext('2d');
  if (context === null) throw new Error('There is no canvas.');
  context.drawImage(image, 0, 0);
  context.fillStyle = '#6b7280';
  // Letters hang out of their box by a pixel or two.
  for (const { x, y, width, height } of boxes)
    context.fillRect(x - 2, y - 2, width + 4, height + 4);
  return canvas.toDataURL('image/png').split(',')[1] ?? '';
}
