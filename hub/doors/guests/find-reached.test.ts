import { afterEach, beforeEach, expect, it } from 'vitest';
import type { Role } from '../../../protocol/dashboard/people/accounts.ts';
import type { Grant } from '../../../protocol/dashboard/people/people.ts';
import { reachAtAnyTime } from '../../accounts/reach.ts';
import { setRelay } from '../../devices/relays/set-relay.ts';
import { ANNA } from '../../../test/harness/records.ts';
import { TestDevices } from '../../../test/harness/devices.ts';
import { findReached, refusalToSwitch } from './find-reached.ts';

let devices: TestDevices;
beforeEach(async () => {
	devices = await TestDevices.open();
	await devices.add('gate', 'Gate');
	await devices.add('shed', 'Shed');
});
afterEach(() => devices.close());

function person(role: Role, grants: Grant[] = [], until: number | null = null) {
	const access = role === 'guest' ? { grants, until, weekly: null } : null;
	const rights = { role, access, mayUpdateOthers: false };
	const reach = reachAtAnyTime(
		rights,
		() => devices.clock.now(),
		() => () => 0,
	);
	return { user: { id: 'p', name: 'P', role }, reach };
}

/** What is refused; for what is not, what the operation says to a relay whose board is away. */
function answer(who: ReturnType<typeof person>, device: string, relay: number) {
	const refused = refusalToSwitch(devices, who, { device, relay });
	if (refused) return refused;
	const done = setRelay(devices, { device, relay, on: true, by: ANNA });
	return done.ok ? undefined : done.error;
}

const kind = (who: ReturnType<typeof person>, device: string, relay: number) => answer(who, device, relay)?.kind;
const AWAY = 'not-connected-not-switched';

it('members may switch everything', () => {
	expect(kind(person('member'), 'shed', 2)).toBe(AWAY);
	expect(kind(person('owner'), 'shed', 3)).toBe('no-such-relay');
});

it('guests may switch what they reach, and nothing that they may only see', () => {
	const mia = person('guest', [
		{ kind: 'device', device: 'gate', may: 'see' },
		{ kind: 'relay', device: 'gate', relay: 2, may: 'switch' },
	]);
	expect([kind(mia, 'gate', 1), kind(mia, 'gate', 2)]).toEqual(['may-not-switch', AWAY]);
});

it('what guests do not reach is answered word for word like what does not exist', () => {
	const mia = person('guest', [{ kind: 'relay', device: 'gate', relay: 2, may: 'switch' }]);
	expect(answer(mia, 'shed', 1)).toEqual(answer(mia, 'nowhere', 1));
	expect(findReached(devices, 'shed', mia)).toEqual(findReached(devices, 'nowhere', mia));
	const unreached = answer(mia, 'gate', 1);
	const missing = answer(mia, 'gate', 7);
	expect(unreached).toEqual({ ...missing, params: { device: 'Gate', relay: 1 }, message: unreached!.message });
	expect(unreached!.message).toBe(missing!.message.replace('7', '1'));
	const see = person('guest', [{ kind: 'device', device: 'gate', may: 'see' }]);
	expect(kind(see, 'gate', 7)).toBe('no-such-relay');
});

it('a device with one relay of theirs is not reached as a whole', () => {
	const relay = person('guest', [{ kind: 'relay', device: 'gate', relay: 2, may: 'switch' }]);
	const device = person('guest', [{ kind: 'device', device: 'gate', may: 'see' }]);
	expect(findReached(devices, 'gate', relay)).toMatchObject({ ok: false, error: { kind: 'no-such-device' } });
	expect(findReached(devices, 'gate', device).ok).toBe(true);
});

it('their access ends with its time, whoever holds it', () => {
	const mia = person('guest', [{ kind: 'device', device: 'gate', may: 'switch' }], devices.clock.now() + 1_000);
	expect(kind(mia, 'gate', 1)).toBe(AWAY);
	devices.clock.advance(1_000);
	expect(kind(mia, 'gate', 1)).toBe('no-such-device');
});
