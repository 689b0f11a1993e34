import { expect, it } from 'vitest';
import type { HttpsView } from '../../../protocol/dashboard/https.ts';
import { ask } from '../../harness/ask.ts';
import { BrowserSession } from '../../harness/browser-session.ts';
import { HubProcess } from '../../harness/hub-process.ts';
import { ANY_HTTPS_PORT, SecureHub } from '../../harness/https.ts';

it('a bundled hub makes its authority too, whose library is loaded only then', async () => {
	const hub = new HubProcess(ANY_HTTPS_PORT);
	await hub.start();
	try {
		const owner = new BrowserSession(hub.origin);
		await owner.setUp(hub.setUpCode);
		const view = await owner.call<HttpsView>('PUT', '/https', { on: true });
		const secure = new SecureHub(view, (await ask(hub.origin, { path: '/trust/mooring.pem' })).text);
		expect((await secure.ask('/healthz')).status).toBe(200);
	} finally {
		await hub.remove();
	}
});
