// Secrets a person keeps, and files of the other browser implementation of age, both ways.
import { execFileSync } from 'node:child_process';
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { createRequire } from 'node:module';
import os from 'node:os';
import path from 'node:path';
import { launch, watchedPage } from '../lib/browser.mjs';
import { root } from '../lib/parts.mjs';
import { holds, same, workbench } from '../lib/workbench.mjs';

export const name = 'a recovery sheet under a passphrase opens with age; age-encryption and the core open each other';
export const ways = ['firefox'];

const AGE = path.join(root, 'build/deps/age13/usr/bin');

async function otherAge() {
  const require = createRequire(path.join(root, 'build/npm/package.json'));
  const made = await require('esbuild').build({
    stdin: { contents: "export * from 'age-encryption'", resolveDir: path.join(root, 'build/npm') },
    bundle: true, format: 'esm', platform: 'browser', external: ['crypto', 'node:*'], write: false, logLevel: 'error',
  });
  return made.outputFiles[0].text;
}

async function secrets(page, folder) {
  const made = await page.evaluate(async () => {
    const { createWorkerClient } = await import('/worker_client.js');
    const worker = createWorkerClient();
    const keys = { draft: '22'.repeat(16), root: '11'.repeat(32) };
    const { sheet, code } = await worker.call('recovery_sheet', keys);
    const read = [await worker.call('recovery_read', { text: sheet }), await worker.call('recovery_read', { text: code })];
    const { passphrase } = await worker.call('passphrase_new', {});
    const before = (await worker.call('version', {})).memory;
    const { age } = await worker.call('secret_seal', { text: sheet, passphrase });
    const told = [];
    const opened = await worker.call('secret_open', { age, passphrase }, { progress: (p) => told.push(p) });
    const wrong = await worker.call('secret_open', { age, passphrase: 'other' }).catch((e) => e.code);
    const after = (await worker.call('version', {})).memory;
    return { keys, sheet, read, passphrase, age, opened, wrong, told, grown: after - before };
  });
  const read = { body: '', draft: made.keys.draft, number: '', root: made.keys.root };
  same(made.read, [read, read], 'what sheet and code give back');
  same([made.opened.text, made.wrong], [made.sheet, 'no_match'], 'opening');
  same(made.told, [{ memory: 64 << 20 }], 'the memory that is told before it starts');
  holds(made.grown <= 1 << 20, `the sealing worker kept ${made.grown} bytes of scrypt's memory`);
  const file = path.join(folder, 'sheet.age');
  await writeFile(file, made.age);
  const env = { ...process.env, AGE_PASSPHRASE: made.passphrase, PATH: `${AGE}:${process.env.PATH}` };
  same(execFileSync(path.join(AGE, 'age'), ['-d', '-j', 'batchpass', file], { env, stdio: ['ignore', 'pipe', 'ignore'] }).toString(), made.sheet, 'age opens the sheet');

  // What the command writes takes 256 MiB and is opened; what takes more is for a computer.
  for (const [factor, wanted] of [[18, 'xin'], [19, 'refused']]) {
    const sealed = execFileSync(path.join(AGE, 'age'), ['-e', '-a', '-j', 'batchpass'], {
      env: { ...env, AGE_PASSPHRASE_WORK_FACTOR: String(factor) }, input: 'xin', stdio: ['pipe', 'pipe', 'ignore'],
    }).toString();
    const seen = await page.evaluate(async ([age, passphrase]) => {
      const { createWorkerClient } = await import('/worker_client.js');
      return createWorkerClient().call('secret_open', { age, passphrase }).then((o) => o.text, (e) => e.code);
    }, [sealed, made.passphrase]);
    same(seen, wanted, `a passphrase of work factor ${factor}`);
  }
}

async function bothWays(page) {
  const failed = await page.evaluate(async () => {
    const other = await import('/other-age.mjs');
    const { startCore } = await import('/worker/core.js');
    const core = await startCore({ simd: '/motcua-worker.simd.wasm', scalar: '/motcua-worker.scalar.wasm' });
    const bytes = (text) => Uint8Array.from(atob(text), (c) => c.charCodeAt(0));
    const text = (data) => btoa(Array.from(data, (b) => String.fromCharCode(b)).join(''));
    const wrong = [];
    const identities = { hybrid: await other.generateHybridIdentity(), x25519: await other.generateX25519Identity() };
    for (const [kind, identity] of Object.entries(identities)) {
      const recipient = await other.identityToRecipient(identity);
      for (const size of [1, 65535, 65536, 65537, 200000]) {
        const plain = 'm'.repeat(size);
        const encrypter = new other.Encrypter();
        encrypter.addRecipient(recipient);
        const theirs = core.json('message_open', { age: text(await encrypter.encrypt(plain)), identity });
        if (theirs.text !== plain) wrong.push(`we open theirs, ${kind}, ${size}`);
        if (kind !== 'hybrid') continue; // the core seals messages to post-quantum readers only
        const decrypter = new other.Decrypter();
        decrypter.addIdentity(identity);
        const ours = core.json('message_seal', { text: plain, recipients: [recipient] });
        if ((await decrypter.decrypt(bytes(ours.age), 'text')) !== plain) wrong.push(`they open ours, ${kind}, ${size}`);
      }
    }
    return wrong;
  });
  same(failed, [], 'files that the other did not open');
}

export async function run(t) {
  const folder = await mkdtemp(path.join(os.tmpdir(), 'motcua-secrets-'));
  t.cleanup(() => rm(folder, { recursive: true, force: true }));
  const script = await otherAge();
  const bench = await workbench(t, {
    'GET /other-age.mjs': (_, response) => response.setHeader('Content-Type', 'text/javascript').end(script),
  });
  const browser = await launch();
  t.cleanup(() => browser.close());
  const page = await watchedPage(await browser.newContext());
  await page.goto(bench.url);
  await secrets(page, folder);
  await bothWays(page);
  same(page.complaints, [], 'console');
}
