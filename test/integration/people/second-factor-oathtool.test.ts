import { execFileSync, spawnSync } from 'node:child_process';
import { describe, expect, it } from 'vitest';
import { offerOf, stepOfCode } from '../../../hub/accounts/second-factor/totp.ts';
import { systemRandom } from '../../../hub/base/random.ts';

const SECRETS = 20;
const STEP_S = 30;
/** The last moment of a date of four digits. */
const LAST_S = Date.UTC(9999, 11, 31) / 1_000;

const hasOathtool = () => spawnSync('oathtool', ['--version']).status === 0;

/** What Debian's oathtool shows for this secret, in base32, at this moment. */
function oathtool(secret: string, seconds: number): string {
	const now = new Date(seconds * 1_000).toISOString().replace('T', ' ').replace(/\..*/, ' UTC');
	return execFileSync('oathtool', ['--totp', '--base32', '--now', now, secret]).toString().trim();
}

describe.skipIf(!hasOathtool())('Debian’s oathtool', () => {
	it('shows for any secret and moment the code that the hub takes, of the same step', async () => {
		for (let n = 0; n < SECRETS; n++) {
			const bytes = systemRandom.bytes(20);
			const seconds = Math.floor(systemRandom.fraction() * LAST_S);
			const { secret } = await offerOf(bytes, { hub: 'Mooring', person: 'anna' });
			const code = oathtool(secret, seconds);
			expect(await stepOfCode(bytes, code, seconds * 1_000), `${secret} at ${seconds}`).toBe(
				Math.floor(seconds / STEP_S),
			);
		}
	});
});
