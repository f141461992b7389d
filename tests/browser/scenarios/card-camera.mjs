import assert from 'node:assert/strict';
import { mkdtemp, rm } from 'node:fs/promises';
import os from 'node:os';
import path from 'node:path';
import { axeFindings, complaintsBut } from '../lib/browser.mjs';
import { CARD, FILLED, SCAN, WHO, cameraFlags, empty, film, filled, toPerson } from '../lib/card.mjs';
import { goPlain, modes } from '../lib/filing.mjs';
import { keyboard } from '../lib/hands.mjs';

export const name = 'a citizen card held to the camera fills the form; what is no card is told; the camera always ends';
export const ways = ['page', 'keyboard'];

const NOT_CARD = 'Mã này không phải của thẻ căn cước';

/** Remembers every stream that the page was given, and can make the camera fail as browsers do. */
function watchCamera() {
  window.streams = [];
  window.failure = '';
  const real = navigator.mediaDevices.getUserMedia.bind(navigator.mediaDevices);
  navigator.mediaDevices.getUserMedia = async (wish) => {
    if (window.failure) throw new DOMException('', window.failure);
    const stream = await real(wish);
    window.streams.push(stream);
    return stream;
  };
}

const tracks = (page) => page.evaluate(() => window.streams.flatMap((s) => s.getTracks().map((track) => `${track.kind} ${track.readyState}`)));
const ended = async (page, many) => {
  await page.waitForFunction(() => window.streams.every((s) => s.getTracks().every((track) => track.readyState === 'ended')));
  assert.deepEqual(await tracks(page), Array(many).fill('video ended'));
};

async function atCamera(t, texts, look) {
  const folder = await mkdtemp(path.join(os.tmpdir(), 'motcua-film-'));
  t.cleanup(() => rm(folder, { recursive: true, force: true }));
  const here = await toPerson(t, { flags: cameraFlags(await film(path.join(folder, 'card.y4m'), texts)) });
  here.dialog = here.page.getByRole('dialog', { name: 'Quét thẻ căn cước' });
  here.scan = here.page.getByRole('button', { name: SCAN });
  await here.context.addInitScript(watchCamera);
  await here.page.reload();
  await here.person.title(WHO);
  await look(here);
  assert.deepEqual(complaintsBut(here.page), [], 'the console stays empty');
  await here.browser.close();
  await here.gateway.close();
}

/** A code of something else first, then the card: the search goes on. */
async function readsTheCard({ page, context, person, hands, dialog, scan }) {
  await context.grantPermissions(['camera']);
  for (const plain of modes()) {
    const asked = [];
    page.on('request', (request) => asked.push(new URL(request.url())));
    const later = () => asked.filter(({ pathname }) => /\/(read|decode)\./.test(pathname)).map(({ pathname }) => pathname.replace(/\..*\./, '.'));
    await page.reload();
    await person.title(WHO);
    await scan.waitFor();
    assert.deepEqual(later(), [], 'nothing of the camera comes before it is asked for');
    await hands.press(scan);
    await dialog.waitFor();
    await dialog.getByRole('alert').getByText(NOT_CARD).waitFor();
    assert.deepEqual(later().sort(), ['/_/decode.js', '/_/read.js']);
    assert.ok(asked.every(({ origin }) => origin === new URL(page.url()).origin), 'and everything from here');
    assert.deepEqual(await tracks(page), ['video live']);
    assert.deepEqual(await axeFindings(page, { painted: !plain }), [], 'axe in the dialog');
    await dialog.waitFor({ state: 'detached' });
    assert.deepEqual(await filled(page), FILLED);
    await page.getByText('Đã điền từ thẻ').first().waitFor();
    await page.waitForFunction(() => document.getElementById('live').textContent.startsWith('Đã điền từ thẻ'));
    await ended(page, 1);
    assert.ok(await scan.evaluate((e) => e === document.activeElement), 'the focus is on the button again');
    await empty(page);
    page.removeAllListeners('request');
    if (!plain && modes().length > 1) await goPlain(page, hands);
  }
}

/** Nothing before the camera: every way out ends it. */
async function alwaysEnds({ page, context, person, hands, dialog, scan }) {
  await context.grantPermissions(['camera']);
  const open = async () => {
    await hands.press(scan);
    await dialog.locator('video').waitFor();
    await page.waitForFunction(() => window.streams.at(-1)?.active);
  };
  await open();
  await keyboard.press(dialog.getByRole('button', { name: 'Đóng' }));
  await ended(page, 1);
  assert.ok(await scan.evaluate((e) => e === document.activeElement), 'the focus is on the button again');
  await open();
  await page.keyboard.press('Escape');
  await dialog.waitFor({ state: 'detached' });
  await ended(page, 2);
  assert.ok(await scan.evaluate((e) => e === document.activeElement), 'after Escape, too');
  // Closed before the camera has opened: what comes later is ended at once.
  await hands.press(scan);
  await dialog.waitFor();
  await page.keyboard.press('Escape');
  await dialog.waitFor({ state: 'detached' });
  await page.waitForTimeout(500);
  await page.waitForFunction(() => window.streams.every((s) => !s.active));
  await open();
  await page.evaluate(() => {
    Object.defineProperty(document, 'hidden', { value: true, configurable: true });
    document.dispatchEvent(new Event('visibilitychange'));
  });
  await page.waitForFunction(() => window.streams.every((s) => !s.active));
  await page.evaluate(() => {
    delete document.hidden;
    document.dispatchEvent(new Event('visibilitychange'));
  });
  await dialog.getByRole('alert').getByText('Máy ảnh đã tắt').first().waitFor();
  await hands.press(dialog.getByRole('button', { name: 'Thử lại' }));
  await page.waitForFunction(() => window.streams.at(-1).active);
  await page.keyboard.press('Escape');
  await dialog.waitFor({ state: 'detached' });
  // Another screen, by the browser's own buttons: the document stays the same.
  await hands.press(person.link('Quay lại'));
  await person.title('Người xin giấy');
  await page.goBack();
  await person.title(WHO);
  await open();
  const streams = await page.evaluate(() => window.streams.length);
  await page.goForward();
  await person.title('Người xin giấy');
  assert.equal(await dialog.count(), 0);
  await page.waitForFunction(() => window.streams.every((s) => !s.active));
  assert.equal(await page.evaluate(() => window.streams.length), streams, 'and none is opened again');
}

/** What goes wrong with cameras, each with its sentence. */
async function saysWhy({ page, context, hands, dialog, scan, person }) {
  await hands.press(scan); // nobody has allowed it
  await dialog.getByRole('alert').getByText('Trang chưa được phép dùng máy ảnh').waitFor();
  assert.deepEqual(await axeFindings(page, { painted: true }), [], 'axe beside what is wrong');
  assert.equal(await dialog.locator('video').count(), 0);
  const reasons = {
    NotFoundError: 'Không thấy máy ảnh nào', OverconstrainedError: 'Không thấy máy ảnh nào',
    NotReadableError: 'Máy ảnh không mở được', AbortError: 'Máy ảnh không mở được',
    NotAllowedError: 'Trang chưa được phép dùng máy ảnh',
  };
  for (const [failure, words] of Object.entries(reasons)) {
    await page.evaluate((name) => { window.failure = name; }, failure);
    await hands.press(dialog.getByRole('button', { name: 'Thử lại' }));
    await dialog.getByRole('alert').getByText(words).first().waitFor();
    assert.ok(await dialog.evaluate((e) => e.contains(document.activeElement)), 'the focus stays in the dialog');
  }
  await page.evaluate(() => { window.failure = ''; });
  await context.grantPermissions(['camera']);
  // A minute without a find: the page's clock is moved on.
  await page.clock.install();
  await page.reload();
  await person.title(WHO);
  await hands.press(scan);
  await dialog.locator('video').waitFor();
  await page.clock.fastForward(61_000);
  await dialog.getByRole('alert').getByText('Một phút rồi chưa thấy mã nào').waitFor();
  await ended(page, 1);
}

export async function run(t) {
  await atCamera(t, ['', 'https://sample.example/khong-phai-the', '', CARD], readsTheCard);
  await atCamera(t, [''], alwaysEnds);
  await atCamera(t, [''], saysWhy);
}
