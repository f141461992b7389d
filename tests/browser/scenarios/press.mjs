import { desktop, goPlain, modes } from '../lib/filing.mjs';

export const name = 'a press is never lost, though a sentence above goes away while the finger is down';
export const ways = ['page', 'firefox'];

/** Down, a moment as slow hands take it, up: at the place where the thing was when it was pressed. */
async function pressSlowly(page, target) {
  await target.scrollIntoViewIfNeeded();
  const box = await target.boundingBox();
  await page.mouse.move(box.x + box.width / 2, box.y + box.height / 2);
  await page.mouse.down();
  await page.waitForTimeout(600);
  await page.mouse.up();
}

export async function run(t) {
  const { gateway, page, person, hands } = await desktop(t);
  await person.start(gateway.url, 'khai sinh', /^Đăng ký khai sinh/);
  for (const plain of modes()) {
    if (plain) await goPlain(page, hands);
    const child = page.getByRole('textbox', { name: /^Họ, chữ đệm và tên của bé/ });
    await child.fill('');
    await person.button('Tiếp tục').click();
    const sentence = page.getByRole('alert').getByRole('link', { name: /tên của bé/ });
    await sentence.waitFor();

    // The name's sentence goes when the name is left, which moves everything below up.
    await child.fill('Nguyễn Văn Thử');
    const choice = page.getByRole('radio', { name: plain ? 'Nữ' : 'Nam' });
    await pressSlowly(page, choice);
    await page.waitForFunction((e) => e.checked, await choice.elementHandle(), { timeout: 3000 });
    await sentence.waitFor({ state: 'detached' }); // and the sentence has gone since
  }
}
