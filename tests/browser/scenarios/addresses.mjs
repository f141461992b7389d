// An address is completed from the list of places that the signed directory names; what was typed is never lost.
import assert from 'node:assert/strict';
import { desktop, goPlain, modes } from '../lib/filing.mjs';
import { answer, fieldsOf } from '../lib/form.mjs';

export const name = 'addresses are completed by typing, old ones asked about; without the list they are typed as ever';
export const ways = ['firefox', 'page', 'keyboard'];

const LABEL = /^Địa chỉ nơi sinh/;
const OLD = 'Thôn 3, Xã Lưng Đồi, Huyện Đồi Mây, Tỉnh Sông Xanh';

async function toChild({ gateway, page, person, hands }) {
  await person.start(gateway.url, 'khai sinh', /^Đăng ký khai sinh/);
  await person.title('Em bé');
  const { schema, values } = person.form;
  for (const field of fieldsOf(schema.steps[0], values)) {
    if (field.id === 'child.place-address') break;
    await answer(page, hands, schema, field, values[field.id]);
  }
  return page.getByRole('combobox', { name: LABEL });
}

/** What stands in the field, once the application has answered. */
async function becomes(field, value) {
  for (let i = 0; i < 50 && (await field.inputValue()) !== value; i += 1) await field.page().waitForTimeout(100);
  assert.equal(await field.inputValue(), value);
}

async function completes({ page, hands }, field) {
  await hands.type(field, 'Trạm y tế, mây tr');
  const offered = page.getByRole('option', { name: 'Xã Mây Trắng, Tỉnh Sông Xanh', exact: true });
  await offered.waitFor();
  // What was typed last may bring the list anew, with nothing chosen in it.
  for (let tries = 0; !(await field.getAttribute('aria-activedescendant')); tries += 1) {
    assert.ok(tries < 10, 'the arrow chooses');
    await field.press('ArrowDown');
    await page.waitForTimeout(200);
  }
  await field.press('Enter');
  const now = page.getByText('Theo tên hiện nay: Xã Mây Trắng, Tỉnh Sông Xanh.');
  await now.waitFor();
  await becomes(field, 'Trạm y tế, Xã Mây Trắng, Tỉnh Sông Xanh');
  assert.equal(await offered.count(), 0);

  await hands.type(field, OLD);
  await page.keyboard.press('Tab');
  const group = page.getByRole('group', { name: /^Nơi này đã được chia/ });
  await group.getByRole('button').first().waitFor();
  assert.equal(await group.getByRole('button').count(), 2);
  await hands.press(group.getByRole('button', { name: 'Xã Nắng Đồi, Tỉnh Sông Xanh' }));
  await page.getByText('Theo tên hiện nay: Xã Nắng Đồi, Tỉnh Sông Xanh.').waitFor();
  await becomes(field, 'Thôn 3, Xã Nắng Đồi, Tỉnh Sông Xanh');
  assert.ok(await field.evaluate((e) => e === document.activeElement), 'the focus is back in the field');

  // An old name leads there, too, and says so.
  await hands.type(field, 'số 1, chợ mơ');
  const old = page.getByRole('option', { name: /Phường Bến Mơ.*trước là Phường Chợ Mơ, Thị xã Bến Mơ/ });
  await old.waitFor();
  await old.click();
  await becomes(field, 'số 1, Phường Bến Mơ, Tỉnh Sông Xanh');
}

/** The gateway hands out another list than the directory names, or none. */
async function stays(t, answerWith) {
  const here = await desktop(t);
  const { page, hands } = here;
  await page.route('**/places/*', answerWith);
  const field = await toChild(here);
  await hands.type(field, OLD);
  await page.getByText('Chưa tải được danh sách xã, phường.').waitFor();
  await page.keyboard.press('Tab');
  await becomes(field, OLD);
  assert.equal(await page.getByRole('option').filter({ hasText: 'Tỉnh Sông Xanh' }).count(), 0);
}

export async function run(t) {
  const here = await desktop(t);
  const packs = [];
  here.page.on('response', (response) => {
    if (response.url().includes('/places/')) packs.push(response.status());
  });
  let field = await toChild(here);
  assert.deepEqual(packs, [], 'the list is loaded when an address is typed, not before');
  for (const plain of modes()) {
    if (plain) await goPlain(here.page, here.hands);
    field = here.page.getByRole('combobox', { name: LABEL });
    await completes(here, field);
  }
  assert.deepEqual(packs, [200], 'it is loaded once');
  await stays(t, (route) => route.abort());
  await stays(t, async (route) => {
    const response = await route.fetch();
    const body = await response.body();
    body[40] ^= 1;
    await route.fulfill({ response, body });
  });
}
