import type { Events } from '../base/events.ts';
import type { NetworkFacts } from '../wifi/networks.ts';
import type { Audit, Happening } from './audit.ts';

/** Records which Wi-Fi networks the hub keeps, until the returned function is called. Never a password. */
export function listenToNetworks(audit: Audit, { events }: { events: Events<NetworkFacts> }): () => void {
	const record =
		(what: Happening['what']) =>
		({ network: { ssid }, by }: NetworkFacts['NetworkKept']) =>
			audit.record({ what, by, details: { ssid } });
	const offs = [
		events.on('NetworkKept', record('network-kept')),
		events.on('NetworkChanged', record('network-changed')),
		events.on('NetworkRemoved', record('network-removed')),
	];
	return () => offs.forEach((off) => off());
}
