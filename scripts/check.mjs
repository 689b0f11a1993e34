import { existsSync, readFileSync, rmSync } from 'node:fs';
import { at } from './lib/root.mjs';
import { capture } from './lib/run.mjs';
import { say } from './lib/say.mjs';
import { setUpPackages } from './lib/setup.mjs';

// `npm run check`: types, lint, format, imports between folders, device.proto, and generated code. Two checks at a
// time.
await setUpPackages();
await capture('svelte-kit', ['sync']);

const checks = [
	['Types', () => capture('svelte-check', ['--tsconfig', './tsconfig.json', '--fail-on-warnings'])],
	['Lint', () => capture('eslint', ['.', '--max-warnings=0'])],
	['Format', () => capture('prettier', ['--check', '.', '--log-level=warn'])],
	['The arrow', () => capture('depcruise', ['--config', '.dependency-cruiser.cjs', 'hub', 'protocol', 'src', 'test'])],
	['Protocol', () => capture('buf', ['lint'])],
	['Generated code', generatedCode],
];

let failed = false;
async function work() {
	for (let next = checks.shift(); next; next = checks.shift()) {
		const [name, check] = next;
		const { code, output } = await check();
		say(code === 0 ? `${name}: fine` : `${name}: FAILED\n${output.trimEnd()}\n`);
		if (code !== 0) failed = true;
	}
}
await Promise.all([work(), work()]);
process.exit(failed ? 1 : 0);

/** Generates into .cache and compares with what is committed. */
async function generatedCode() {
	const folder = at('.cache', 'generated');
	rmSync(folder, { recursive: true, force: true });
	const generated = await capture('buf', ['generate', '--output', folder]);
	if (generated.code !== 0) return generated;
	const file = 'protocol/device_pb.ts';
	const fresh = existsSync(at(file)) && readFileSync(at(file), 'utf8') === readFileSync(`${folder}/${file}`, 'utf8');
	return { code: fresh ? 0 : 1, output: `${file} is out of date: npm run generate` };
}
