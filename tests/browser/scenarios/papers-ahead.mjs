import assert from 'node:assert/strict';
import { axeFindings, SIZES, way } from '../lib/browser.mjs';
import { desktop } from '../lib/filing.mjs';

export const name = 'a few answers tell which papers are needed, a dossier begins with them, and a public record opens beside ours';
export const ways = ['page', 'keyboard', 'firefox'];

// A record that nobody published.
const RECORD = {
  format: 'motcua.official/1', code: '1.001193', name: 'Thủ tục thử', source: 'Bản ghi thử', date: '2026-07-18',
  agencies: ['Ủy ban thử'], results: ['Giấy thử'], notes: 2, legal: ['1/2026/NĐ-CP'],
  methods: [{ channel: 'online', time: 4, unit: 'working-days', fees: [{ value: 0 }] }],
  documents: [{ group: 'Phải nộp', name: '- Giấy <b>thử</b>', originals: 1, copies: 0 }],
};
const OPEN = 'Xem nguyên văn bản ghi chính thức';

/** The gateway as an operator would have it who put one record there: its file, and its name in the list of assets. */
async function withRecord(page) {
  let asked = 0;
  await page.route('**/_/boot.*.js', async (route) => {
    const answer = await route.fetch();
    const text = await answer.text();
    const body = text.replace('"assets/places/demo.json":', (known) => `"assets/official/1.001193.json":"/_/record.json",${known}`);
    assert.notEqual(body, text, 'the list of assets stands in boot.js');
    await route.fulfill({ response: answer, body });
  });
  await page.route('**/_/record.json', (route) => {
    asked += 1;
    return route.fulfill({ json: RECORD });
  });
  return () => asked;
}

export async function run(t) {
  const { gateway, page, person, hands } = await desktop(t, { size: SIZES.phone });
  const radio = (question, answer) => page.getByRole('group', { name: question }).getByRole('radio', { name: answer });
  const papers = page.getByRole('main');
  await page.goto(`${gateway.url}/thu-tuc/1.001193`);
  await person.title('Đăng ký khai sinh');
  await page.getByRole('heading', { name: 'Trả lời vài câu để biết cần giấy gì' }).waitFor();
  assert.equal(await page.getByRole('button', { name: OPEN }).count(), 0, 'without a record nothing is offered');
  const address = page.url();

  await hands.pick(radio('Bé thuộc trường hợp nào?', 'Bé bị bỏ rơi'));
  await page.getByText('Trường hợp của bạn: Bé bị bỏ rơi').waitFor();
  await papers.getByText('Biên bản về việc trẻ bị bỏ rơi', { exact: true }).waitFor();
  assert.equal(await papers.getByText('Giấy chứng sinh', { exact: true }).count(), 0, 'what is not needed is left out');
  await hands.pick(radio('Bạn là ai với bé?', 'Người hoặc tổ chức đang nuôi dưỡng bé'));
  await papers.getByText(/Văn bản ủy quyền/).waitFor({ state: 'detached' });
  assert.equal(page.url(), address, 'the answers stand in no address');
  const kept = await page.evaluate(() => JSON.stringify([{ ...localStorage }, { ...sessionStorage }, history.state]));
  assert.ok(!/abandoned|carer/.test(kept), 'and are kept nowhere');
  const findings = await axeFindings(page, { painted: !way.plain && way.engine !== 'firefox' });
  assert.deepEqual(findings, []);

  await hands.press(person.button('Bắt đầu điền hồ sơ'));
  await person.title('Em bé');
  assert.ok(await radio('Bé thuộc trường hợp nào?', 'Bé bị bỏ rơi').isChecked(), 'the dossier begins with the answer');

  const asked = await withRecord(page);
  await page.goto(`${gateway.url}/thu-tuc/1.001193`);
  await page.getByRole('button', { name: OPEN }).waitFor();
  assert.ok(!(await radio('Bé thuộc trường hợp nào?', 'Bé bị bỏ rơi').isChecked()), 'a new visit knows nothing of them');
  assert.equal(asked(), 0, 'the record loads only when it is opened');
  await hands.press(page.getByRole('button', { name: OPEN }));
  await page.getByRole('table', { name: 'Trang này và bản ghi chính thức' }).waitFor();
  assert.equal(asked(), 1);
  const cells = await page.getByRole('row', { name: /^Thời gian/ }).getByRole('cell').allInnerTexts();
  assert.match(cells[1], /trực tuyến: 4 ngày làm việc – khác với trang này/);
  await papers.getByText('- Giấy <b>thử</b>', { exact: true }).waitFor();
  await hands.press(page.getByRole('button', { name: OPEN }));
  await page.getByRole('table').waitFor({ state: 'detached' });
}
