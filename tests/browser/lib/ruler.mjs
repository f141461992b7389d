// How far paint and document are apart, read from a picture of both.
import { Citizen } from './citizen.mjs';
import { loadForm } from './form.mjs';
import { mouse } from './hands.mjs';

/** A line across every text field that only the document draws, 20 px below the field's upper edge. */
function markFields() {
  const sheet = new CSSStyleSheet();
  sheet.replaceSync('.overlay .m-textbox { background: linear-gradient(#f0f 0 3px, transparent 0) 0 20px no-repeat !important; }');
  document.adoptedStyleSheets = [sheet];
}

/** A painted step of a form in which every field is invalid and marked. -> the field to look at */
export async function markedForm(page, gateway) {
  const person = new Citizen(page, mouse, await loadForm('birth'));
  await person.start(gateway.url, 'khai sinh', /^Đăng ký khai sinh/);
  await person.title('Em bé');
  await person.button('Tiếp tục').click();
  await page.getByRole('alert').getByRole('link').first().waitFor();
  if (await page.evaluate(() => !document.documentElement.classList.contains('overlay'))) {
    await person.button('Xem trang thường').click();
  }
  await page.evaluate(markFields);
  return page.getByRole('textbox', { name: /^Quê quán của bé/ });
}

/**
 * Runs in a page of its own: distances in CSS px from where a painted field begins to the marked line of its
 * element, for every field that stands in the picture. `scale`: the picture's width in CSS px; `x`: where to look.
 * The fields must be invalid: their painted edge is then the darkest thing above their white.
 */
export async function distances({ data, scale, x }) {
  const bytes = Uint8Array.from(atob(data), (c) => c.charCodeAt(0));
  const image = await createImageBitmap(new Blob([bytes], { type: 'image/png' }));
  const ratio = image.width / scale; // device px of a CSS px
  const canvas = new OffscreenCanvas(1, image.height);
  const ink = canvas.getContext('2d');
  ink.drawImage(image, -Math.round(x * ratio), 0);
  const { data: px } = ink.getImageData(0, 0, 1, image.height);
  const apart = (y, [r, g, b]) => Math.abs(px[4 * y] - r) + Math.abs(px[4 * y + 1] - g) + Math.abs(px[4 * y + 2] - b);
  const white = (y) => apart(y, [255, 255, 255]) < 10; // the page around is 23 away
  const marked = (y) => apart(y, [255, 0, 255]) < 60;
  // Under the banner that stays above, a field's own edge is hidden: only what begins with a painted edge counts.
  const edge = (y) => y >= 0 && px[4 * y] + px[4 * y + 1] + px[4 * y + 2] < 420;
  const soft = Math.ceil(2 * ratio); // device px over which an edge may run out, when the page was made larger
  const near = (y, is) => Array.from({ length: soft }, (_, i) => y - 1 - i).some(is);
  const begins = (y) => white(y) && !white(y - 1) && near(y, edge);
  const found = [];
  let inside = -1; // where the white of a painted field begins
  for (let y = 1; y < image.height; y += 1) {
    if (begins(y)) inside = y;
    else if (white(y) && !white(y - 1) && !near(y, marked)) inside = -1;
    if (marked(y) && !marked(y - 1) && near(y, white) && inside >= 0) found.push((y - inside) / ratio);
  }
  return found;
}
