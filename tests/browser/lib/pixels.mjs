// Pictures that are compared loosely: shrunk to a third, so that the hair lines in which machines differ
// blur away, then block by block.

const BLOCK = 12;

/** Runs in the browser, which can read PNG and write WebP. Pictures cross as base64. */
async function work({ now, before, scale, block }) {
  const load = async (text) =>
    createImageBitmap(new Blob([Uint8Array.from(atob(text), (c) => c.charCodeAt(0))], { type: text.startsWith('iVBOR') ? 'image/png' : 'image/webp' }));
  const draw = (image, width, height) => {
    const canvas = new OffscreenCanvas(width, height);
    const pen = canvas.getContext('2d', { willReadFrequently: true });
    pen.imageSmoothingQuality = 'high';
    pen.drawImage(image, 0, 0, width, height);
    return { canvas, pixels: pen.getImageData(0, 0, width, height).data };
  };
  const image = await load(now);
  const [width, height] = [Math.round(image.width * scale), Math.round(image.height * scale)];
  const small = draw(image, width, height);
  const bytes = new Uint8Array(await (await small.canvas.convertToBlob({ type: 'image/webp', quality: 0.75 })).arrayBuffer());
  const small64 = btoa(Array.from(bytes, (b) => String.fromCharCode(b)).join(''));
  if (!before) return { picture: small64 };
  const old = await load(before);
  if (old.width !== width || old.height !== height) return { picture: small64, worst: 1, sizes: [old.width, old.height, width, height] };
  const other = draw(old, width, height);
  let worst = 0;
  for (let top = 0; top < height; top += block) {
    for (let left = 0; left < width; left += block) {
      let sum = 0;
      let count = 0;
      for (let y = top; y < Math.min(top + block, height); y += 1) {
        for (let x = left; x < Math.min(left + block, width); x += 1) {
          for (let c = 0; c < 3; c += 1) sum += Math.abs(small.pixels[(y * width + x) * 4 + c] - other.pixels[(y * width + x) * 4 + c]);
          count += 3;
        }
      }
      worst = Math.max(worst, sum / count / 255);
    }
  }
  return { picture: small64, worst };
}

/**
 * `now`: a PNG as a Buffer; `before`: the shrunk one of last time, or null. Resolves with {picture, worst,
 * sizes}: the shrunk picture (WebP), and by how much (0..1) the worst block differs.
 */
export async function compare(context, now, before) {
  const page = await context.newPage();
  const { picture, ...rest } = await page.evaluate(work, {
    now: now.toString('base64'), before: before?.toString('base64') ?? '', scale: 1 / 3, block: BLOCK,
  });
  await page.close();
  return { picture: Buffer.from(picture, 'base64'), ...rest };
}
