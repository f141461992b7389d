// Key directories that a hostile gateway could hand out, signed with the demo's own keys.
import { execFileSync } from 'node:child_process';
import { readFile } from 'node:fs/promises';
import path from 'node:path';
import { root } from './parts.mjs';

const SIGN = `
import json, sys
from pathlib import Path
sys.path.insert(0, sys.argv[1])
from server.core import Core, default_library
core, keys = Core(default_library(Path(sys.argv[1]))), Path(sys.argv[2])
wish, note = json.load(sys.stdin), None
for name in wish["signers"]:
    key = json.loads((keys / (name + ".json")).read_text())["sign"]
    note = core.note_sign(**({"note": note} if note else {"text": wish["text"]}), key=key)["note"]
sys.stdout.write(note)
`;

const DAY = 86_400_000;
const iso = (ms) => `${new Date(ms).toISOString().slice(0, 19)}Z`;

/** RFC 8785 of what a directory holds: keys sorted, no spaces. */
function canonical(value) {
  if (Array.isArray(value)) return `[${value.map(canonical).join(',')}]`;
  if (value === null || typeof value !== 'object') return JSON.stringify(value);
  return `{${Object.keys(value).sort().map((key) => `${JSON.stringify(key)}:${canonical(value[key])}`).join(',')}}`;
}

/** The gateway's directory with `changes`, issued `age` days ago, signed by `signers`. */
export async function directoryOf(gateway, { changes = {}, age = 0, signers = ['root-1', 'root-2'] } = {}) {
  const [line] = (await readFile(path.join(gateway.data, 'directory.note'), 'utf8')).split('\n');
  const issued = Date.now() - age * DAY;
  const content = { ...JSON.parse(line), issued: iso(issued), expires: iso(issued + 7 * DAY), ...changes };
  const input = JSON.stringify({ text: `${canonical(content)}\n`, signers });
  return execFileSync('/usr/bin/python3', ['-c', SIGN, root, path.join(gateway.data, 'keys')], { input }).toString();
}
