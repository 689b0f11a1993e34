import type { TokenScope } from '../../../protocol/dashboard/people/api-tokens.ts';
import { type Fault, faultOf } from '../../../protocol/dashboard/faults.ts';
import { may } from '../../accounts/roles.ts';
import type { Devices } from '../../devices/devices.ts';
import { findDevice } from '../../devices/find-device.ts';
import type { Scenes } from '../../scenes/scenes.ts';
import type { Who } from '../server/session/who-is.ts';
import { refusalToSwitch } from './find-reached.ts';

/**
 * Why this person could not make a token of this scope: it would name what is not there, or what they may not switch
 * now. What they may not later is refused when the token is used.
 */
export function refusalOfScope(
	{ devices, scenes }: { devices: Devices; scenes: Scenes },
	who: Pick<Who, 'user' | 'reach'>,
	scope: TokenScope,
): Fault | undefined {
	if (scope.kind !== 'switch') return undefined;
	for (const { device: id, relay } of scope.relays) {
		const refused = refusalToSwitch(devices, who, { device: id, relay });
		if (refused) return refused;
		const device = findDevice(devices, id);
		if (!device.ok) return device.error;
		if (!device.value.relay(relay)) return faultOf('no-such-relay', { device: device.value.record.name, relay });
	}
	if (scope.scenes.length > 0 && !may(who.user, 'scenes.run')) return faultOf('not-allowed');
	return scope.scenes.every((id) => scenes.byId.has(id)) ? undefined : faultOf('no-such-scene');
}
