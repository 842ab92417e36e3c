import type { Page } from 'playwright';
import type { Picture } from './density-error';

/** The viewport as the screen shows it, decoded by the browser itself on a page of its own. */
export async function takePicture(page: Page, dpr: number): Promise<Picture> {
  const png = await page.screenshot({ scale: 'device', animations: 'allow', caret: 'initial' });
  const decoder = await page.context().newPage();
  try {
    const { width, height, text } = await decoder.evaluate(async (base64) => {
      const blob = await (await fetch(`data:image/png;base64,${base64}`)).blob();
      const image = await createImageBitmap(blob, { colorSpaceConversion: 'none' });
      const canvas = new OffscreenCanvas(image.width, image.height);
      const context = canvas.getContext('2d');
      context?.drawImage(image, 0, 0);
      const { data } = context?.getImageData(0, 0, image.width, image.height) ?? { data: [] };
      let binary = '';
      for (let at = 0; at < data.length; at += 8192) {
        binary += String.fromCharCode(...data.slice(at, at + 8192));
      }
      return { width: image.width, height: image.height, text: btoa(binary) };
    }, png.toString('base64'));
    return { rgba: new Uint8Array(Buffer.from(text, 'base64')), width, height, dpr };
  } finally {
    await decoder.close();
  }
}
