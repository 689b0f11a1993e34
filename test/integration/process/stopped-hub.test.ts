import { expect, it } from 'vitest';
import { ManualClock } from '../../../hub/base/manual-clock.ts';
import { FAILURE_SHOWN_MS } from '../../../hub/devices/relays/set-relay.ts';
import { decodeConfigFile } from '../../../protocol/config-file.ts';
import { RawLink, claim } from '../../harness/boards/raw-link.ts';
import { TestHub } from '../../harness/hub.ts';

it('a hub that has stopped tells the dashboards of the next one in its process nothing', async () => {
	const clock = new ManualClock();
	const stopped = await new TestHub({ clock }).start();
	const owner = await stopped.owner();
	const view = await owner.open();
	const config = decodeConfigFile(await owner.configFile((await owner.addVirtualBoard({ name: 'Boiler' })).id));
	if (!config.ok) throw new Error(config.error);
	const { identity } = await claim(stopped.origin, config.value, '02AABBCCDDEE');
	const link = await new RawLink(stopped.origin).enter(identity);
	await view.until(() => view.device('Boiler')?.presence.state === 'online');
	const { id } = view.device('Boiler')!;
	expect((await view.setRelay(id, 1, true)).ok).toBe(true);
	link.end();
	// Why it was not switched is shown for a while, and then no more: that is told when the hub is gone already.
	await view.until(() => view.relay(id, 1)?.failure === 'link-lost');
	view.close();
	await stopped.remove();

	const next = await new TestHub().start();
	try {
		const browser = await next.owner();
		const dashboard = await browser.open();
		clock.advance(FAILURE_SHOWN_MS);
		const pending = await browser.addVirtualBoard();
		await dashboard.until(() => dashboard.pending.has(pending.id));
		expect(dashboard.events.filter(({ type }) => type === 'relay')).toEqual([]);
		expect(dashboard.gaps).toBe(0);
		dashboard.close();
	} finally {
		await next.remove();
	}
});
