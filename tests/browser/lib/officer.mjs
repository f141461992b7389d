// The officer's side with the tools an officer would have: age, tar, b2sum, minisign, and the motcua command.
import { execFile } from 'node:child_process';
import { mkdtemp, readFile, rm } from 'node:fs/promises';
import assert from 'node:assert/strict';
import os from 'node:os';
import path from 'node:path';
import { promisify } from 'node:util';
import { root } from './parts.mjs';

const run = promisify(execFile);
const AGE = path.join(root, 'build/deps/age13/usr/bin/age'); // reads post-quantum recipients
export const MOTCUA = path.join(root, 'build/native/motcua');

const b2sum = async (file) => (await run('b2sum', ['-l', '256', file])).stdout.split(' ')[0];

/** Downloads the sealed dossier and takes it apart with age and tar, as the documentation tells an officer to. */
export async function openDossier(t, gateway, unit, number) {
  const folder = await mkdtemp(path.join(os.tmpdir(), 'motcua-officer-'));
  t.cleanup(() => rm(folder, { recursive: true, force: true }));
  const sealed = path.join(folder, 'dossier.age');
  await gateway.desk(unit, 'fetch', '--number', number, '-o', sealed);
  const tar = path.join(folder, 'dossier.tar');
  await run(AGE, ['-d', '-i', gateway.officerFile(`unit-${unit}.identity`), '-o', tar, sealed]);
  await run('tar', ['-x', '-f', tar, '-C', folder]);
  const manifest = JSON.parse(await readFile(path.join(folder, 'manifest.json'), 'utf8'));
  const form = JSON.parse(await readFile(path.join(folder, 'form.json'), 'utf8'));
  await run('minisign', ['-V', '-P', manifest.keys.sign, '-m', path.join(folder, 'manifest.json')]);
  assert.equal(await b2sum(path.join(folder, 'form.json')), manifest.form.hash, 'the form is the one that was signed');
  for (const file of manifest.attachments) {
    assert.equal(await b2sum(path.join(folder, file.name)), file.hash, `${file.name} is the one that was signed`);
  }
  return { folder, sealed, manifest, form, read: (name) => readFile(path.join(folder, name)) };
}

/** motcua check with the officer's identity and the receipt that was fetched beside the dossier: resolves with
 * its output, rejects when it finds a defect. */
export async function checkDossier(gateway, unit, sealed) {
  const receipt = sealed.replace(/\.age$/, '.receipt.json');
  const identity = gateway.officerFile(`unit-${unit}.identity`);
  return (await run(MOTCUA, ['check', sealed, '-i', identity, '--receipt', receipt], { cwd: root })).stdout;
}
