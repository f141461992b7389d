// Third-party parts of the tests live in build/npm (set-up puts them there), outside Node's usual search path.
import { createRequire } from 'node:module';
import { fileURLToPath } from 'node:url';
import path from 'node:path';

export const root = path.resolve(path.dirname(fileURLToPath(import.meta.url)), '../../..');
const require = createRequire(path.join(root, 'build/npm/package.json'));

export const { chromium, firefox } = require('playwright-core');
/** Makes codes; it reads its own file instead of asking the network for it. */
export const codes = require('zxing-wasm/writer');
export const codesModule = require.resolve('zxing-wasm/writer/zxing_writer.wasm');
export const axeSource = require.resolve('axe-core/axe.min.js');
