import type { Updates } from '../updates/updates.ts';
import type { Audit } from './audit.ts';

/** Records the facts of firmware updates, until the returned function is called. */
export function listenToUpdates(audit: Audit, { events }: Pick<Updates, 'events'>): () => void {
	const offs = [
		events.on('UpdateStarted', ({ device, before, version, by }) =>
			audit.record({ what: 'update-started', device, by, details: { before, version } }),
		),
		events.on('UpdateDone', ({ device, version }) => audit.record({ what: 'updated', device, details: { version } })),
		events.on('UpdateFailed', ({ device, version, reason }) =>
			audit.record({
				what: 'update-failed',
				device,
				details: { version, reason: reason.message, fault: reason.kind, ...reason.params },
			}),
		),
	];
	return () => offs.forEach((off) => off());
}
