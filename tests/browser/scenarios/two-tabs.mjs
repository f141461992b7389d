import assert from 'node:assert/strict';
import { complaintsBut, watchedPage, way } from '../lib/browser.mjs';
import { Citizen } from '../lib/citizen.mjs';
import { desktop } from '../lib/filing.mjs';
import { mouse } from '../lib/hands.mjs';
import { savedAnswer } from '../lib/saved.mjs';

export const name = 'one draft in two tabs: one writes, the other says so, takes over or follows; nothing is lost';
export const ways = ['page', 'keyboard', 'firefox'];

const HOME = /^Quê quán của bé/;
const AWAY = 'Hồ sơ này đang mở ở một trang khác';

export async function run(t) {
  const { gateway, context, page: first, person } = await desktop(t);
  await person.start(gateway.url, 'khai sinh', /^Đăng ký khai sinh/);
  const field = (page) => page.getByRole('textbox', { name: HOME });
  await field(first).fill('của trang một');
  const address = first.url();

  // The second tab says so; it takes over with all that the first one typed.
  const second = await watchedPage(context);
  t.page = second;
  const other = new Citizen(second, mouse, person.form);
  await second.goto(address);
  await other.title(AWAY);
  await field(first).press('End');
  await first.keyboard.type(', gõ tiếp');
  await other.button('Làm tiếp ở đây').click();
  await other.title('Em bé');
  assert.equal(await field(second).inputValue(), 'của trang một, gõ tiếp');
  await person.title(AWAY);
  assert.equal(await field(first).count(), 0, 'the first tab can no longer write');
  await field(second).press('End');
  await second.keyboard.type(', của trang hai');
  await savedAnswer(second, 'child.native-place', 'của trang một, gõ tiếp, của trang hai', 'after taking over');

  // And back again, in the middle of typing.
  await person.button('Làm tiếp ở đây').click();
  await person.title('Em bé');
  assert.equal(await field(first).inputValue(), 'của trang một, gõ tiếp, của trang hai');
  await other.title(AWAY);

  // The first tab is closed: the second goes on by itself.
  await field(first).fill('trước khi đóng');
  await savedAnswer(first, 'child.native-place', 'trước khi đóng', 'saved before closing');
  await first.close();
  await other.title('Em bé');
  assert.equal(await field(second).inputValue(), 'trước khi đóng');

  // A tab that only looks at its first page gives the draft up without a question.
  await second.getByRole('link', { name: 'motcua' }).first().click();
  await other.title('Xin chào, bạn cần làm việc gì?');
  const third = await watchedPage(context);
  t.page = third;
  const last = new Citizen(third, mouse, person.form);
  await third.goto(address);
  await last.title('Em bé');
  await field(third).fill('của trang ba');
  await savedAnswer(third, 'child.native-place', 'của trang ba', 'the third tab writes');
  await other.button('Làm tiếp').or(other.link('Làm tiếp')).first().click();
  await other.title(AWAY);

  // Deleted in one tab: gone in the other, and it does not come back by a late save.
  await third.getByRole('link', { name: 'motcua' }).first().click();
  await third.getByRole('button', { name: /^Xóa hồ sơ dở/ }).click();
  await third.getByRole('button', { name: 'Xóa', exact: true }).click();
  await other.title('Không thấy hồ sơ này trên máy');
  await third.reload();
  await last.title('Xin chào, bạn cần làm việc gì?');
  assert.equal(await third.getByText('Hồ sơ đang làm dở').count(), 0);

  if (way.engine === 'chromium') await hungTab(context, gateway, { second, other, third, last, field });
  for (const page of [second, third]) assert.deepEqual(complaintsBut(page), [], 'the console stays empty');
}

/** A tab that hangs loses the draft to whoever asks. Only Chromium can be told to freeze one. */
async function hungTab(context, gateway, { second, other, third, last, field }) {
  await last.start(gateway.url, 'khai sinh', /^Đăng ký khai sinh/);
  await last.title('Em bé');
  await field(third).fill('rồi treo máy');
  await savedAnswer(third, 'child.native-place', 'rồi treo máy', 'saved before it hangs');
  const hung = third.url();
  const cdp = await context.newCDPSession(third);
  await cdp.send('Page.setWebLifecycleState', { state: 'frozen' });
  await second.goto(hung);
  await other.title(AWAY);
  await other.button('Làm tiếp ở đây').click();
  await other.title('Em bé');
  assert.equal(await field(second).inputValue(), 'rồi treo máy');
  await cdp.send('Page.setWebLifecycleState', { state: 'active' });
  await last.title(AWAY);
}
