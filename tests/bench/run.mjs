// Benchmarks: tests/bench/run NAME [options]. Runs tests/bench/NAME.* and leaves its result in
// build/bench/NAME.json. Without a name it lists them.
import { spawnSync } from 'node:child_process';
import { readdirSync } from 'node:fs';
import path from 'node:path';
import { fileURLToPath } from 'node:url';

const here = path.dirname(fileURLToPath(import.meta.url));
const INTERPRETERS = { '.mjs': [process.execPath], '.py': ['/usr/bin/python3'], '.sh': ['/bin/bash'] };

const [name, ...options] = process.argv.slice(2);
const files = readdirSync(here).filter((f) => f !== 'run.mjs' && path.extname(f) in INTERPRETERS);
const file = files.find((f) => path.parse(f).name === name);
if (!file) {
  const names = files.map((f) => path.parse(f).name).sort().join(', ');
  process.stderr.write(`tests/bench/run: no benchmark is called "${name ?? ''}" (hint: ${names})\n`);
  process.exit(2);
}
const [program, ...first] = INTERPRETERS[path.extname(file)];
const ended = spawnSync(program, [...first, path.join(here, file), ...options], { stdio: 'inherit' });
process.exit(ended.status ?? 1);
