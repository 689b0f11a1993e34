import { mkdirSync, readFileSync, rmSync } from 'node:fs';
import { setUpAge } from './lib/age.mjs';
import { setUpCertutil } from './lib/certutil.mjs';
import { setUpChromium } from './lib/chromium.mjs';
import { runsFirmware } from './lib/firmware/firmware-tests.mjs';
import { setUpFirmware } from './lib/firmware/firmware.mjs';
import { setUpOathtool } from './lib/oathtool.mjs';
import { setUpPromtool } from './lib/promtool.mjs';
import { setUpPython } from './lib/python.mjs';
import { at } from './lib/root.mjs';
import { show } from './lib/run.mjs';
import { say } from './lib/say.mjs';
import { setUpAll, setUpPackages } from './lib/setup.mjs';
import { setUpZbar } from './lib/zbar.mjs';

// `npm test`: sets everything up, runs all tests and ends with one line of totals. Arguments go to vitest, for example
// a path. `npm run test:quick`: only the unit tests that stand beside their sources. They need nothing but the
// packages.
const RESULTS = at('.cache', 'tests.json');
const args = process.argv.slice(2).filter((arg) => arg !== '--quick');
const quick = process.argv.includes('--quick');
const skipBrowser = process.env.MOORING_SKIP_BROWSER === '1';
const skipFirmware = process.env.MOORING_SKIP_FIRMWARE === '1';

if (quick) {
	process.env.MOORING_UNIT_TESTS = '1'; // vitest.config.ts reads it
	await setUpPackages();
} else await setUpForAll();

mkdirSync(at('.cache'), { recursive: true });
rmSync(RESULTS, { force: true });
const code = await show(process.execPath, [
	at('node_modules/vitest/vitest.mjs'),
	'run',
	'--reporter=default',
	'--reporter=json',
	`--outputFile.json=${RESULTS}`,
	...args,
]);
const { passed, failed } = totals(code);
console.log(`${passed} passed, ${failed} failed`);
process.exit(failed > 0 || passed === 0 ? 1 : 0);

async function setUpForAll() {
	await setUpAll();
	if (skipBrowser) say('MOORING_SKIP_BROWSER=1: THE BROWSER TESTS ARE LEFT OUT.');
	else if (args.length === 0) await setUpChromium();
	if (!skipBrowser && (args.length === 0 || args.some((arg) => arg.includes('https')))) await setUpCertutil();
	if (args.length === 0 || args.some((arg) => arg.includes('examples'))) await setUpPython();
	if (args.length === 0 || args.some((arg) => arg.includes('backup'))) await setUpAge();
	if (args.length === 0 || args.some((arg) => arg.includes('oathtool') || /people\/?$/.test(arg)))
		await setUpOathtool();
	if (!skipBrowser && (args.length === 0 || args.some((arg) => arg.includes('qr')))) await setUpZbar();
	if (args.length === 0 || args.some((arg) => arg.includes('operation'))) await setUpPromtool();
	if (skipFirmware) say('MOORING_SKIP_FIRMWARE=1: THE TESTS OF THE FIRMWARE ARE LEFT OUT.');
	else if (runsFirmware(args)) await setUpFirmware();
}

/** A file that could not be loaded counts as one failed test, and so does a run that failed for any other reason. */
function totals(code) {
	let results;
	try {
		results = JSON.parse(readFileSync(RESULTS, 'utf8'));
	} catch {
		return { passed: 0, failed: 1 };
	}
	const notLoaded = results.testResults.filter(
		({ status, assertionResults }) => status === 'failed' && !assertionResults.length,
	);
	const failed = results.numFailedTests + notLoaded.length;
	return { passed: results.numPassedTests, failed: code !== 0 ? Math.max(failed, 1) : failed };
}
