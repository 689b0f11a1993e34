import type { GuestPreview } from '../../../protocol/dashboard/people/people.ts';
import { type Rights, reachOf } from '../../accounts/reach.ts';
import type { Devices } from '../../devices/devices.ts';
import type { OffsetAt } from '../../time/local-time.ts';
import { type Guest, devicesForGuest } from './guest-views.ts';

/**
 * What a guest sees now, or, outside their weekly hours, what they will see when these begin if nothing changes until then.
 * Made by what their stream is made by, so that it shows what they are shown.
 */
export function previewGuest(
	devices: Devices,
	{ user, rights }: { user: Guest['user']; rights: Rights },
	now: number,
	offsetAt: OffsetAt,
): GuestPreview {
	const { hours, until } = reachOf(rights, now, offsetAt);
	const { access } = rights;
	const isOver = access === null || (access.until !== null && access.until <= now);
	const isOpen = !isOver && (hours === null || hours.open);
	// Outside the hours, the next change is that they begin.
	const at = isOpen ? now : hours && hours.opensOn !== null ? until : null;
	const shown = at === null ? [] : devicesForGuest(devices, { user, reach: () => reachOf(rights, at, offsetAt) });
	return { open: isOpen, at, hours, devices: shown };
}
