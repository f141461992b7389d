import assert from 'node:assert/strict';
import { complaintsBut } from '../lib/browser.mjs';
import { desktop, PROOF, smallPdf } from '../lib/filing.mjs';

export const name = 'news of a dossier are told by the browser when that was wished for, the page is not looked at, and never whose they are';

/** A browser's notifications that are only written down, and a page that can be looked away from. */
function writeDown() {
  window.told = [];
  window.Notification = class {
    static permission = 'default';
    static async requestPermission() {
      window.Notification.permission = window.answer;
      return window.answer;
    }
    constructor(title, options) {
      if (window.noWorker) throw new TypeError('only a service worker may');
      window.told.push({ title, ...options });
    }
    close() {}
  };
  Object.defineProperty(document, 'hidden', { get: () => window.away === true });
}

export async function run(t) {
  const { gateway, page, person, paper } = await desktop(t);
  await page.addInitScript(writeDown);
  const { name: file, bytes } = smallPdf();
  await person.start(gateway.url, 'khai sinh', /^Đăng ký khai sinh/);
  await person.fill();
  await person.attach(PROOF, [await paper(file, bytes)]);
  await person.review();
  await person.confirm();
  const number = await person.receipt();
  await person.follow();
  const say = (state) => gateway.desk('99901', 'post', '--number', number, '--state', state);
  const told = () => page.evaluate(() => window.told);
  const shown = (words) => page.getByRole('main').getByText(words).first().waitFor();
  const want = page.getByRole('button', { name: 'Báo cho tôi khi có tin mới' });

  await page.evaluate(() => { window.answer = 'denied'; });
  await want.click();
  await shown(/đang chặn thông báo/);

  await page.evaluate(() => { Notification.permission = 'default'; window.answer = 'granted'; });
  await page.reload();
  await page.evaluate(() => { window.answer = 'granted'; });
  await want.click();
  await shown(/Khi có tin mới, máy này sẽ báo/);
  await say('received');
  await shown('Đã tiếp nhận');
  assert.deepEqual(await told(), [], 'who looks at the page sees it there');

  await page.evaluate(() => { window.away = true; });
  await say('in-process');
  await page.waitForFunction(() => window.told.length === 1);
  const [note] = await told();
  assert.deepEqual(note, { title: 'Hồ sơ của bạn có tin mới', body: 'Đang xử lý', tag: 'motcua', lang: 'vi' });

  // Phones give notifications to service workers only.
  await page.evaluate(() => { window.noWorker = true; });
  await say('done');
  await page.getByText(/Khi có tin mới, máy này sẽ báo/).waitFor({ state: 'detached' });
  await page.evaluate(() => { window.away = false; document.dispatchEvent(new Event('visibilitychange')); });
  await shown('Đã có kết quả');
  assert.equal(await want.count(), 0, 'nothing is offered that this browser cannot do');
  assert.deepEqual(complaintsBut(page), [], 'the console stays empty');
}
