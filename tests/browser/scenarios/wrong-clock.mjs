// One clock is three hours wrong: the device's, as seen from a gateway and a desk whose clocks agree, or the desk's.
import assert from 'node:assert/strict';
import { complaintsBut } from '../lib/browser.mjs';
import { desktop, PROOF, smallPdf, toPapers } from '../lib/filing.mjs';

export const name = 'a clock that is three hours wrong is told in a sentence, and nothing that was typed is lost';
export const ways = ['page'];

const LINK = 'Góp ý, khiếu nại, xin rút hồ sơ';
const WORDS = 'Tôi chờ ở quầy hai giờ.';
const AHEAD = /đi trước đồng hồ của máy này/;

export async function run(t) {
  const here = await desktop(t);
  const { gateway, page, person, hands, paper } = here;
  const words = (text) => page.getByRole('main').getByText(text).first().waitFor({ timeout: 30_000 });
  const set = async (hours) => {
    await gateway.down();
    gateway.hours = hours;
    await gateway.up();
    await page.evaluate(() => dispatchEvent(new Event('online')));
  };
  const typed = page.getByRole('textbox', { name: /^Điều gì chưa đúng\?/ });

  // This device is three hours behind.
  await toPapers(here);
  const { name: file, bytes } = smallPdf();
  await person.attach(PROOF, [await paper(file, bytes)]);
  await person.review();
  await set(3);
  await person.confirm();
  const number = await person.receipt();
  await person.follow();
  const post = (state) => gateway.desk('99901', 'post', '--number', number, '--state', state);
  await post('received');
  await words('Đã tiếp nhận');
  await words(AHEAD);
  await hands.press(person.link(LINK));
  await hands.type(typed, WORDS);
  await hands.press(person.button('Gửi'));
  await words('Đồng hồ của máy này sai hơn 10 phút');
  assert.equal(await typed.inputValue(), WORDS);

  // It is three hours ahead.
  await set(-3);
  await hands.press(person.button('Gửi'));
  await words('Đồng hồ của máy này sai hơn 10 phút');
  assert.equal(await typed.inputValue(), WORDS);

  // The desk's alone is wrong, either way: the gateway takes nothing from it and says why.
  await set(0);
  for (const hours of [3, -3]) {
    gateway.hours = hours;
    await assert.rejects(post('in-process'), /Giờ trong yêu cầu lệch quá 10 phút/);
  }
  gateway.hours = 0;
  await hands.press(person.button('Gửi'));
  await words('Những gì bạn đã gửi');
  assert.equal(await typed.inputValue(), '');
  await hands.press(person.link('Theo dõi hồ sơ'));
  await post('in-process');
  await words('Đang xử lý');
  assert.equal(await page.getByText('không đáng tin').count(), 0, 'no alarm about the unit');
  assert.deepEqual(complaintsBut(page, /Failed to load resource|ERR_CONNECTION_REFUSED|ERR_INCOMPLETE_CHUNKED|ERR_EMPTY_RESPONSE/), [], 'the console stays empty');
}
