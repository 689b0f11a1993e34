import { GuestPreview } from '../../../../protocol/dashboard/people/people.ts';
import type { Accounts } from '../../../accounts/accounts.ts';
import { guestRights } from '../../../accounts/people/guest-rights.ts';
import { err, ok } from '../../../base/result.ts';
import type { Devices } from '../../../devices/devices.ts';
import type { OffsetAt } from '../../../time/local-time.ts';
import { apiErrorOf } from '../../api-error.ts';
import { previewGuest } from '../../guests/preview-guest.ts';
import { type Route, route } from '../../server/route.ts';

/** What an owner is shown of what a guest is shown. `offsetAt` is the hub's time zone now. */
export function guestPreviewRoutes(deps: { accounts: Accounts; devices: Devices; offsetAt: () => OffsetAt }): Route[] {
	const { accounts, devices, offsetAt } = deps;
	return [
		route({
			method: 'GET',
			path: '/people/:id/preview',
			summary: 'What a guest sees now, or when their weekly hours begin again',
			access: 'people.manage',
			answer: { status: 200, schema: GuestPreview },
			async handle({ params: { id } }) {
				const guest = await guestRights(accounts, id);
				if (!guest.ok) return err(apiErrorOf(guest.error));
				return ok({ status: 200, json: previewGuest(devices, guest.value, accounts.clock.now(), offsetAt()) });
			},
		}),
	];
}
