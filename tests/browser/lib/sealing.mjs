// For scenarios of the sealing worker: a unit to seal for, and a page that can keep files and seal.
import { execFileSync } from 'node:child_process';
import { readFile } from 'node:fs/promises';
import path from 'node:path';
import { root } from './parts.mjs';

/** Where the real `age` stands. */
export const AGE = path.join(root, 'build/deps/age13/usr/bin');

/** -> {identity: the path of a new age identity in `folder`, recipient} */
export async function newUnit(folder) {
  const identity = path.join(folder, 'identity');
  execFileSync(path.join(AGE, 'age-keygen'), ['-pq', '-o', identity], { stdio: 'ignore' });
  return { identity, recipient: /age1pq\S+/.exec(await readFile(identity, 'utf8'))[0] };
}

/**
 * Gives the page of a workbench window.worker, keep(url, name, draft), names(where), stored(where, name)
 * and plan(recipient, attachments).
 */
export async function startWorker(page) {
  await page.evaluate(async () => {
    const { createWorkerClient } = await import('/worker_client.js');
    window.worker = createWorkerClient();
    window.hex = (n) => Array.from(crypto.getRandomValues(new Uint8Array(n)), (b) => b.toString(16).padStart(2, '0')).join('');
    window.keep = async (url, name, draft = 'd1') => {
      const file = new File([await (await fetch(url)).blob()], name);
      const steps = [];
      try {
        const kept = await window.worker.call('keep', { file, draft, key: `${draft}.${window.hex(8)}` }, { progress: (p) => steps.push(p) });
        return { ...kept, steps };
      } catch (e) {
        return { failed: e.code, message: e.message, hint: e.hint };
      }
    };
    window.names = async (where) => {
      const found = [];
      const folder = await (await navigator.storage.getDirectory()).getDirectoryHandle('motcua', { create: true });
      const at = await folder.getDirectoryHandle(where, { create: true });
      for await (const [name] of at.entries()) found.push(name);
      return found.sort();
    };
    window.stored = async (where, name) => {
      const folder = await (await navigator.storage.getDirectory()).getDirectoryHandle('motcua');
      return (await (await folder.getDirectoryHandle(where)).getFileHandle(name)).getFile();
    };
    window.plan = (recipient, attachments) => {
      const time = new Date().toISOString().slice(0, 19) + 'Z';
      const person = { name: 'Nguyễn Văn Thử', id: '999000000001' };
      return {
        root: window.hex(32), draft: window.hex(16), key: window.hex(16), time, channel: 2,
        procedure: { code: '1.001193', version: '2026-07-01' },
        form_json: JSON.stringify({ form: 'birth/1', values: { 'child.name': 'Nguyễn Thị Mây' } }),
        applicant: person, submitter: person, helper: null, assurance: 'self',
        units: { list: 'demo-1', receiving: '99901', competent: '99901' },
        recipients: [recipient], attachments,
        notices: [{ id: 'privacy', version: 1, shown: time }], consents: [],
      };
    };
  });
}
