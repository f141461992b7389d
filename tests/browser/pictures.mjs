// Pictures of every screen in four sizes, for people to look at: tests/browser/pictures [SIZE…] -> build/pictures/.
import { mkdir } from 'node:fs/promises';
import path from 'node:path';
import { SIZES } from './lib/browser.mjs';
import { desktop, PROOF, smallPdf } from './lib/filing.mjs';
import { root } from './lib/parts.mjs';

const folder = path.join(root, 'build/pictures');
await mkdir(folder, { recursive: true });
const wanted = process.argv.slice(2);
for (const [size, viewport] of Object.entries(SIZES)) {
  if (wanted.length && !wanted.includes(size)) continue;
  const cleanups = [];
  try {
    const { page, person, gateway, paper } = await desktop({ cleanup: (f) => cleanups.unshift(f) }, { size: viewport, touch: size === 'phone' });
    const shoot = async (screen) => {
      await page.waitForTimeout(250);
      // A phone shows the page itself, whole; the other sizes what is painted of it.
      await page.screenshot({ path: path.join(folder, `${size}-${screen}.png`), fullPage: size === 'phone' });
    };
    await person.start(gateway.url, 'khai sinh', /^Đăng ký khai sinh/, shoot);
    await person.title('Em bé');
    await person.button('Tiếp tục').click();
    await page.getByRole('alert').getByText('Có chỗ cần bạn xem lại').waitFor();
    await shoot('errors');
    await person.fill(shoot);
    const { name, bytes } = smallPdf();
    await person.attach(PROOF, [await paper(name, bytes)]);
    await shoot('papers');
    await person.review(shoot);
    await person.confirm();
    const number = await person.receipt();
    await shoot('receipt');
    await person.follow();
    await gateway.desk('99901', 'post', '--number', number, '--state', 'received');
    await gateway.desk('99901', 'post', '--number', number, '--state', 'supplement-wanted', '--message', 'Bạn chụp lại Giấy chứng sinh, ảnh bị mờ');
    await page.getByText('ảnh bị mờ').first().waitFor();
    await shoot('follow');
    await person.link('Hồ sơ của tôi').click();
    await person.title('Hồ sơ của tôi');
    await shoot('dossiers');
    console.log(`${size}: done`);
  } finally {
    for (const cleanup of cleanups) await cleanup();
  }
}
