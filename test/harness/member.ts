import { join } from 'node:path';
import { User } from '../../hub/accounts/entities.ts';
import { hashPassword } from '../../hub/accounts/passwords/password.ts';
import { newId, systemRandom } from '../../hub/base/random.ts';
import { entities, migrations } from '../../hub/schema.ts';
import { openStore } from '../../hub/store/open-store.ts';
import { type BrowserSession, PASSWORD } from './browser-session.ts';
import type { TestHub } from './hub.ts';

/** Ben, who is of the household but not the owner, signed in. */
export async function memberOf(hub: Pick<TestHub, 'data' | 'browser'>, name = 'ben'): Promise<BrowserSession> {
	const store = await openStore({ file: join(hub.data, 'mooring.db'), entities, migrations });
	if (!store.ok) throw new Error(store.error.message);
	await store.value.em.fork().insert(User, {
		id: newId(systemRandom),
		name,
		folded: name,
		passwordHash: await hashPassword(PASSWORD, { memoryCost: 8, timeCost: 1, parallelism: 1 }),
		role: 'member',
		createdAt: 0,
	});
	await store.value.close(true);
	const session = hub.browser();
	await session.call('POST', '/session', { name, password: PASSWORD });
	return session;
}
