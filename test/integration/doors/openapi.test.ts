import { createConfig, lintFromString } from '@redocly/openapi-core';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { TestHub } from '../../harness/hub.ts';

const hub = new TestHub();
let source: string;
beforeAll(async () => {
	await hub.start();
	source = await (await hub.browser().request('GET', '/openapi.json')).text();
});
afterAll(() => hub.remove());

it('describes the API so that Redocly’s recommended rules have nothing to say', async () => {
	const config = await createConfig({ extends: ['recommended'] });
	const problems = await lintFromString({ source, config });
	expect(problems.map(({ ruleId, message, location }) => `${ruleId} ${location[0]?.pointer}: ${message}`)).toEqual([]);
});
