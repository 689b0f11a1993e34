import { afterAll, beforeAll, expect, it } from 'vitest';
import type { BrowserSession } from '../../../harness/browser-session.ts';
import { TestHub } from '../../../harness/hub.ts';

const hub = new TestHub();
let owner: BrowserSession;

beforeAll(async () => {
	await hub.start();
	owner = await hub.owner();
});
afterAll(() => hub.remove());

it('a path that holds U+0000 is refused by every route, and reaches no statement of the database', async () => {
	const { paths } = await owner.call<{ paths: Record<string, object> }>('GET', '/openapi.json');
	const asked = Object.entries(paths).flatMap(([path, methods]) =>
		path.includes('{') ? Object.keys(methods).map((method) => [method.toUpperCase(), path] as const) : [],
	);
	expect(asked.length).toBeGreaterThan(20);
	for (const [method, path] of asked) {
		const body = method === 'GET' ? undefined : {};
		const answer = await owner.request(method, path.replace('/api/v1', '').replaceAll(/\{\w+\}/g, 'a%00b'), body);
		const told = { answered: `${method} ${path}`, status: answer.status, ...((await answer.json()) as object) };
		expect(told).toMatchObject({ answered: `${method} ${path}`, status: 400, fault: 'broken-text' });
	}
});
