// A gateway that lies, in the ways that docs/trust.md lists: what the person's own page says, and what it
// goes on showing. Its data folder is changed while it is down; the page finds it again by itself.
import assert from 'node:assert/strict';
import { execFile } from 'node:child_process';
import { cp, readFile, rm } from 'node:fs/promises';
import path from 'node:path';
import { promisify } from 'node:util';
import { download } from '../lib/download.mjs';
import { desktop, PROOF, smallPdf, toPapers } from '../lib/filing.mjs';
import { keepsSize } from '../lib/kept_log.mjs';
import { root } from '../lib/parts.mjs';

export const name = 'a gateway that forges, reorders, withholds, rolls back or forks is caught by the page';
export const ways = ['firefox'];

const run_ = promisify(execFile);
const SCRIPT = path.join(root, 'tests/browser/lib/hostile.py');

const OLD_KEY = ['--unit', '99901', '--signer', '99901.old'];

/** What no unit of this dossier has signed, or not for this place in its story: [what, code, how]. No two with the
 * same code stand together: each alarm takes the place of another one. */
const FORGERIES = [
  ['a step that leaves one out', 'refused', 'say', 'done', '--sequence', '5'],
  ['a step that nobody known has signed', 'signature', 'say', 'done', '--sequence', '3', '--signer', 'nobody'],
  ['a step for another body', 'mismatch', 'say', 'done', '--sequence', '3', '--body', 'ab'.repeat(32)],
  ['a step under a key that was changed', 'signature', 'say', 'done', '--sequence', '3', ...OLD_KEY],
  ['a step that may not follow', 'refused', 'say', 'returned', '--sequence', '3'],
  ['a step under that key, dated back', 'signature', 'say', 'done', '--sequence', '3', ...OLD_KEY, '--hours', '-1'],
  ['a step told a second time, differently', 'duplicate', 'say', 'stopped', '--sequence', '1'],
  ['a step by a unit that has nothing to do with it', 'signature', 'say', 'done', '--sequence', '3', '--unit', '99902'],
  ['a step of another dossier', 'mismatch', 'say', 'done', '--sequence', '3', '--submission', '482177305910'],
  ['an answer to what nobody has said', 'not_found', 'answer', 'resolved'],
  ['an answer that nobody known has signed', 'signature', 'answer', 'forwarded', '--signer', 'nobody'],
  ['a step of an earlier place, differently', 'duplicate', 'say', 'stopped', '--sequence', '2'],
  ['a word that the applicant never said', 'signature', 'word', 'complaint'],
  ['money that is said to be paid before it was asked for', 'refused', 'mark', 'paid'],
  ['money that nobody known has asked for', 'signature', 'mark', 'wanted', '--signer', 'nobody'],
  ['a parcel of a result that there is not', 'refused', 'mark', 'sent', '--axis', 'delivery', '--event', '9'],
  ['money that such a unit wants', 'signature', 'mark', 'wanted', '--unit', '99902'],
  ['a signed step with another word in it', 'invalid', 'spoil'],
];

class Victim {
  static async atTheirPage(t) {
    const victim = Object.assign(new Victim(), await desktop(t), { t });
    const { page, person, hands } = victim;
    await toPapers(victim);
    const { name: file, bytes } = smallPdf();
    await person.attach(PROOF, [await victim.paper(file, bytes)]);
    await person.review();
    await person.confirm();
    victim.number = await person.receipt();
    await hands.press(page.getByRole('link', { name: 'Theo dõi hồ sơ' }));
    await victim.connected();
    return victim;
  }

  connected() {
    return this.page.getByText('Đang theo dõi trực tiếp').waitFor({ timeout: 60_000 });
  }

  hostile(...args) {
    return run_('/usr/bin/python3', [SCRIPT, this.gateway.data, this.number, ...args], { cwd: root });
  }

  /** Something is done while the gateway is down. */
  async meanwhile(work) {
    await this.gateway.down();
    await this.page.getByText('Mất kết nối').waitFor({ timeout: 30_000 });
    await work();
    await this.gateway.up();
    this.back = Date.now();
    await this.page.evaluate(() => dispatchEvent(new Event('online'))); // no need to wait for the next try
  }

  /** The same while nobody looks: the page is opened again afterwards. */
  async unseen(work) {
    const here = this.page.url();
    await this.page.goto('about:blank');
    await this.gateway.down();
    await work();
    await this.gateway.up();
    this.back = Date.now();
    await this.page.goto(here);
  }

  /** Steps that the page shows. */
  steps() {
    return this.page.getByText(/đã ký, có ghi trong sổ công khai/).count();
  }

  /** So many steps are shown, and no more. */
  async shows(many) {
    await this.page.getByText(/đã ký, có ghi trong sổ công khai/).nth(many - 1).waitFor({ timeout: 60_000 });
    assert.equal(await this.steps(), many);
  }

  /** The alarm says so. */
  async caught(what, code) {
    await this.page.getByText(`Mã kiểm tra: ${code}`, { exact: true }).waitFor({ timeout: 60_000 });
    this.t.note(`${what}: ${code}, ${Date.now() - this.back} ms after the gateway was back`);
  }

  /** Of a fork: what anybody can check. */
  async hasEvidence() {
    const save = this.page.getByRole('button', { name: 'Lưu bằng chứng' });
    const { path: saved } = await download(this.page, () => this.hands.press(save), this.paper);
    const evidence = await readFile(saved, 'utf8');
    assert.equal(evidence.split('\n— motcua.demo/log ').length, 3, 'two signed checkpoints');
  }
}

export async function run(t) {
  const victim = await Victim.atTheirPage(t);
  const { gateway, page, number } = victim;
  await gateway.desk('99901', 'post', '--number', number, '--state', 'received');
  await page.getByText(/đã ký, có ghi trong sổ công khai/).waitFor();
  const copy = `${gateway.data}-early`;
  t.cleanup(() => rm(copy, { recursive: true, force: true }));
  await gateway.down();
  await cp(gateway.data, copy, { recursive: true });
  await gateway.up();

  // A true step that is held back: the unit's own statement knows of it.
  await victim.meanwhile(() => victim.hostile('state', '--more', '1'));
  await victim.caught('a step held back', 'withheld');
  await victim.meanwhile(() => victim.hostile('state'));
  await page.getByText(/không có gì mới hơn/).waitFor();

  // Units that have nothing to do with a dossier are in the directory, too: what they state counts for nothing.
  await victim.meanwhile(() => victim.hostile('enrol', '99902'));
  await page.reload();
  await victim.connected();
  await victim.meanwhile(() => victim.hostile('state', '--unit', '99902', '--more', '1'));
  await victim.connected();

  // A unit changes its keys. What it said before still holds on a page that is loaded again, else the next step
  // would be one that leaves it out.
  await victim.meanwhile(() => victim.hostile('rekey', '99901'));
  await page.reload();
  await victim.connected();
  await gateway.desk('99901', 'post', '--number', number, '--state', 'in-process');
  await victim.shows(2);
  assert.equal(await page.getByText(/Mã kiểm tra: /).count(), 0, 'no alarm');

  for (const [what, code, ...how] of FORGERIES) {
    await victim.meanwhile(() => victim.hostile(...how));
    await victim.caught(what, code);
    assert.equal(await victim.steps(), 2, `${what}: not shown`);
  }

  // A unit whose key was taken away signs no more, once the page has the newer directory: a page that stays
  // open asks for it after ten minutes.
  await victim.unseen(async () => {
    await victim.hostile('say', 'done', '--sequence', '3', '--unit', '99001');
    await victim.hostile('revoke', '99001');
  });
  await victim.caught('a step under a revoked key', 'signature');
  assert.equal(await victim.steps(), 2);

  // Others file, too: this device sees a log whose earlier sizes it has no proofs for.
  await victim.meanwhile(() => victim.hostile('grow', '200'));
  await keepsSize(page, 200);

  // Put back from an early copy, the gateway gives ids again that the page has seen. It is told as a roll-back,
  // and what units say from then on is heard and shown beside that: here the third step, after a second that the
  // copy did not have and that the page has already, otherwise.
  await victim.meanwhile(async () => {
    for (const later of ['directory.note', 'officers']) { // an older directory would be refused before anything else
      await rm(path.join(copy, later), { recursive: true });
      await cp(path.join(gateway.data, later), path.join(copy, later), { recursive: true });
    }
    await rm(gateway.data, { recursive: true });
    await cp(copy, gateway.data, { recursive: true });
  });
  await victim.caught('an early copy of everything', 'rollback');
  assert.equal(await victim.steps(), 2);
  await gateway.desk('99901', 'post', '--number', number, '--state', 'in-process');
  await gateway.desk('99901', 'post', '--number', number, '--state', 'done');
  await victim.shows(3);
  await victim.caught('a step after that', 'rollback');

  // The early copy grows beyond what this device has seen: the same log has signed two stories.
  await victim.meanwhile(() => victim.hostile('grow', '400'));
  await victim.caught('another story from an earlier page of the log', 'fork');
  const compared = page.waitForResponse((answer) => answer.url().includes('/log/consistency/'));
  await gateway.desk('99901', 'post', '--number', number, '--state', 'returned');
  await compared;
  await page.waitForTimeout(1_000);
  assert.equal(await victim.steps(), 3, 'what a forked log says is not shown');
  await victim.caught('a step in it', 'fork');
  await victim.hasEvidence();
  await anotherLogForTheDesk(t);
  await anotherKeyForTheLog(t);
}

/** A stated step is held back; then the directory's roots are made to name another log, of which nothing counts for
 * whoever has seen the one before. */
async function anotherKeyForTheLog(t) {
  const victim = await Victim.atTheirPage(t);
  const { gateway, page, number } = victim;
  await gateway.desk('99901', 'post', '--number', number, '--state', 'received');
  await victim.shows(1);

  // A step that the desk knows of and has stated, as the command does it, and that the page is not shown.
  const here = page.url();
  await page.goto('about:blank');
  await gateway.desk('99901', 'post', '--number', number, '--state', 'in-process');
  await gateway.desk('99901', 'state', '--roots', path.join(gateway.data, 'roots.json'));
  await gateway.down();
  await victim.hostile('hide', '2');
  await gateway.up();
  victim.back = Date.now();
  await page.goto(here);
  await victim.caught('a stated step held back', 'withheld');

  await victim.unseen(() => victim.hostile('swap', 'log'));
  await victim.caught('another key for the log', 'log-key');
  await gateway.desk('99901', 'post', '--number', number, '--state', 'done');
  await page.waitForTimeout(1_000);
  assert.equal(await victim.steps(), 1, 'what it says is not shown');
}

/** The unit was shown a log of its own: its statement says which, and the page sees another. */
async function anotherLogForTheDesk(t) {
  const victim = await Victim.atTheirPage(t);
  await victim.gateway.desk('99901', 'post', '--number', victim.number, '--state', 'received');
  await victim.shows(1);
  await victim.meanwhile(() => victim.hostile('state'));
  await victim.page.getByText(/không có gì mới hơn/).waitFor();
  await victim.meanwhile(() => victim.hostile('state', '--branch'));
  await victim.caught('a log that only the unit was shown', 'fork');
  await victim.hasEvidence();
}
